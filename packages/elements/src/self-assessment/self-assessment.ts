import { type Assessment, type GridSource, takeSnapshot, withSnapshot } from '@assembleurs/commons/assessment';
import { html, nothing, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import { Announcer } from '../internal/announcer.ts';
import { AsbElement } from '../internal/base-element.ts';
import { controlStyles } from '../internal/controls.styles.ts';
import { newRecordId } from '../internal/record-id.ts';
import { tokens } from '../internal/tokens.ts';
import { type ViewContext, sayIn } from './context.ts';
import type { DeedsHost } from './deeds.ts';
import { AssessmentChangeEvent, AssessmentSnapshotEvent } from './events.ts';
import { Keeping, type KeepingHost } from './keeping.ts';
import { type Communes, type LoadedGrid, loadCommunes, loadGrid, loadTitles, readRecord } from './loading.ts';
import type { Format } from './output.ts';
import { selfAssessmentStyles } from './self-assessment.styles.ts';
import { renderStatus } from './status-view.ts';
import { loadDeeds, loadLaterViews, renderWork } from './view.ts';
import { Work } from './work.ts';
import { loadWords, wordsIn, type Words } from './words.ts';

/**
 * Where a coordination stands: people recognise themselves in written levels, each for oneself, then agree together; they leave with two
 * numbers, recommendations that become actions, and a report. Works alone and offline, or in the workspace of `<asb-commons>`; without any
 * attribute, the coordination grid.
 *
 * @summary Assesses a coordination with several people, and recommends what to do next.
 * @tagname asb-self-assessment
 * @slot - What to show until the script runs, and when the grid cannot be loaded.
 *
 * @fires {AssessmentChangeEvent} asb-change - The person changed something.
 * @fires {AssessmentSnapshotEvent} asb-snapshot - A dated picture was taken.
 * @fires {AssessmentActionsEvent} asb-actions - Recommendations became actions of a plan, in a file or in the workspace around.
 *
 * @csspart assessment - The card around everything.
 * @csspart status - Whether it is saved.
 * @csspart step-title - The heading of a step.
 * @csspart criterion - One criterion.
 * @csspart numbers - Score and completeness.
 * @csspart radar - The radar.
 * @csspart table - The table beside it.
 * @csspart compare - Territories side by side.
 * @csspart recommendation - One recommendation.
 * @csspart note - A message.
 * @csspart button - Any button; `button-primary` the one that goes on.
 *
 * @cssprop [--asb-brand=#252d80] - Buttons, chosen levels, the radar.
 * @cssprop [--asb-ink=#1b2056] - Text.
 * @cssprop [--asb-surface=#fff] - Background.
 * @cssprop [--asb-font] - Font family; the page's when absent.
 */
export class AsbSelfAssessment extends AsbElement implements KeepingHost {
  static override readonly tag = 'asb-self-assessment';
  static readonly formAssociated = true;
  static override styles = [tokens, controlStyles, selfAssessmentStyles];

  /** Address of a grid (JSON; docs/guides/ecrire-une-grille.md). */
  @property() src = '';
  /** The grid itself; wins over `src`. */
  @property({ attribute: false }) grid: GridSource | Readonly<Record<string, unknown>> | undefined;
  /** INSEE code of the commune that is assessed. */
  @property() commune = '';
  /** The hub's own page: interview, territories side by side. */
  @property({ type: Boolean }) hub = false;
  /** Nothing can be changed: results, recommendations, report. */
  @property({ type: Boolean, reflect: true }) readonly = false;
  /** Address of the commune's logo, for the reports. */
  @property() logo = '';
  /** Address of the hub's logo, for the reports. */
  @property({ attribute: 'hub-logo' }) hubLogo = '';
  /** Tells apart two assessments on one site. */
  @property({ attribute: 'storage-key' }) storageKey = '';

  @state() private work: Work | undefined;
  @state() private failure: Exclude<LoadedGrid, { grid: unknown }> | undefined;
  @state() private communes: Communes | undefined;

  readonly #internals = this.attachInternals();
  readonly #announcer = new Announcer(this);
  readonly #keeping = new Keeping(this);
  #given: unknown;
  #turn = 0;
  #focus = '';

  /** The assessment: a record, or its text. Setting it replaces the one that stands; one that cannot be read is told and changes nothing. */
  @property({ attribute: false })
  get value(): Assessment | undefined {
    return this.work?.assessment;
  }

  set value(value: Assessment | string | undefined) {
    this.#given = value;
    if (this.work && value !== undefined) void this.#open(value).then((opened) => { if (opened) this.#keeping.write(this.work?.assessment); });
  }

  /** The form that the element belongs to, for which the assessment stands as JSON under its `name`. */
  get form(): HTMLFormElement | null {
    return this.#internals.form;
  }

  /** @internal */
  get words(): Words {
    return wordsIn(this.locale);
  }

  /** @internal */
  get untouched(): boolean {
    return !this.work?.begun;
  }

  /** @internal */
  wants({ grid, territory }: Assessment): boolean {
    return grid.id === this.work?.grid.id && (this.commune === '' || territory.code === this.commune);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.work) void this.#restore(this.work); // moved in the page
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#keeping.close();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    void loadWords(this.locale).then((came) => { if (came) this.requestUpdate(); });
    if (!this.hasUpdated || changed.has('src') || changed.has('grid') || changed.has('storageKey')) void this.#load();
    else if (changed.has('commune') && this.work) void this.#setCommune(this.work);
  }

  protected override updated(): void {
    this.#internals.setFormValue(this.work ? JSON.stringify(this.work.assessment) : null);
    if (!this.#focus) return;
    const target = this.renderRoot.querySelector<HTMLElement>(this.#focus);
    if (!target) return;
    this.#focus = '';
    target.focus();
    target.scrollIntoView({ block: 'nearest' });
  }

  async #load(): Promise<void> {
    const turn = ++this.#turn;
    this.failure = undefined;
    const found = await loadGrid(this, this.locale);
    if (turn !== this.#turn) return;
    if (!('grid' in found)) {
      this.work = undefined;
      this.failure = found;
      return;
    }
    const work = new Work(found.grid, {
      edited: (assessment) => {
        this.#keeping.write(assessment);
        this.dispatchEvent(new AssessmentChangeEvent(assessment));
      },
      redraw: () => { this.requestUpdate(); },
    });
    this.work = work;
    await this.#restore(work);
    if (turn !== this.#turn) return;
    if (this.#given !== undefined) await this.#open(this.#given);
    void this.#loadCommunes().then((communes) => { this.communes = communes; return this.#setCommune(work); });
    void this.#nameQuestions(work);
    // Once the first step stands.
    void this.updateComplete.then(loadLaterViews).then((came) => { if (came) this.requestUpdate(); });
  }

  /** What is kept under this page's key, or in the workspace around. What cannot be read is left where it is, and told. */
  async #restore(work: Work): Promise<void> {
    const kept = await this.#keeping.open(['assessment', work.grid.id, this.storageKey, this.commune].join(' '));
    work.ready = !this.#keeping.inWorkspace || this.#keeping.workspace !== undefined;
    work.shared = this.#keeping.inWorkspace;
    this.requestUpdate();
    if (kept === undefined) return;
    const read = await readRecord(kept, work.grid, this.locale).catch(() => undefined);
    if (read && 'assessment' in read) this.#tellLost(work, work.take(read.assessment));
    else work.notice = { tone: 'trouble', text: ({ t }) => t('keptUnreadable'), details: read?.problems ?? [] };
  }

  /** @internal */
  reopen(): void {
    const { work } = this;
    if (work) void this.#restore(work).then(async () => { await (this.#given === undefined ? this.#setCommune(work) : this.#open(this.#given)); });
  }

  /** @internal */
  adopt(value: unknown): void {
    const { work } = this;
    if (work) void readRecord(value, work.grid, this.locale).catch(() => undefined).then((read) => { if (read && 'assessment' in read) work.take(read.assessment); });
  }

  /** @internal At once: what the person does next is done to what stands now. */
  follow(assessment: Assessment | undefined): void {
    const { work } = this;
    if (assessment) work?.take(assessment);
    else work?.restart(work.blank(work.assessment.territory));
  }

  #tellLost(work: Work, lost: readonly string[]): void {
    if (lost.length > 0) work.notice = { tone: 'info', text: ({ t }) => t('migrated', { names: lost.join(', ') }) };
  }

  /** Those of the territory around, else those that are known. */
  async #loadCommunes(): Promise<Communes> {
    return (await this.territoryAround())?.communes ?? loadCommunes();
  }

  /** @internal */
  override territoryMoved(): void {
    void this.#loadCommunes().then((communes) => { this.communes = communes; });
  }

  async #setCommune(work: Work): Promise<void> {
    const { commune } = this;
    if (commune === '') return;
    const communes = this.communes ?? await this.#loadCommunes();
    const found = communes.find(({ code }) => code === commune);
    if (work.assessment.territory.code === commune) return;
    const territory = found ? { code: found.code, name: found.name, ...(found.population === undefined ? {} : { population: found.population }) } : { code: commune, name: '' };
    work.assessment = { ...work.assessment, territory };
    this.requestUpdate();
  }

  async #nameQuestions(work: Work): Promise<void> {
    if (Object.keys(work.assessment.survey).length === 0) return;
    const say = sayIn(this.locale);
    work.titles = await loadTitles((text) => say(text as string));
    this.requestUpdate();
  }

  /** An assessment out of a text or a value; undefined when it cannot be read, which is told. */
  async #read(input: unknown, work: Work): Promise<Assessment | undefined> {
    let read: Awaited<ReturnType<typeof readRecord>> | undefined;
    try {
      read = await readRecord(input, work.grid, this.locale);
    } catch { /* that part of the script did not come */ }
    if (read && 'assessment' in read) return read.assessment;
    work.show({ notice: { tone: 'trouble', text: ({ t }) => t(read ? 'openFailed' : 'scriptFailed'), details: read?.problems ?? [] } });
    this.#focusOn('[data-focus=notice]');
    return undefined;
  }

  /** Opens an assessment; true when it took the place of the one that stood. */
  async #open(input: unknown): Promise<boolean> {
    const { work } = this;
    const read = work && await this.#read(input, work);
    if (!work || !read) return false;
    this.#put(work, read);
    return true;
  }

  #put(work: Work, assessment: Assessment): void {
    work.notice = undefined;
    this.#keeping.turnTo(assessment);
    this.#tellLost(work, work.take(assessment));
    void this.#nameQuestions(work);
  }

  #snapshot(label: string): void {
    const { work } = this;
    if (!work) return;
    work.edit((now) => withSnapshot(now, takeSnapshot(work.grid, now, { id: newRecordId(), at: new Date().toISOString(), label })));
    this.dispatchEvent(new AssessmentSnapshotEvent(work.assessment));
    this.#announcer.say(this.words.t('snapshotTaken'));
    this.#focusOn('[data-focus=since]');
  }

  async #erase(): Promise<void> {
    const { work } = this;
    if (!work) return;
    await this.#keeping.erase();
    work.restart(work.blank(work.assessment.territory.code === this.commune && this.commune !== '' ? work.assessment.territory : undefined));
    this.dispatchEvent(new AssessmentChangeEvent(work.assessment));
    const { shared } = work;
    work.show({ step: 'prepare', axis: 0, erasing: false, notice: { tone: 'info', text: ({ t }) => t(shared ? 'erasedShared' : 'erased') } });
    this.#focusOn('[data-focus=notice]');
  }

  #focusOn(selector: string): void {
    this.#focus = selector;
    this.requestUpdate();
  }

  /** The assessment, as a file holds it. */
  toJSON(): Assessment | null {
    return this.work?.assessment ?? null;
  }

  /** Hands over the report (`docx`, `html`, `md`, `print`) or the record (`json`). Does nothing before the grid is here. */
  download(format: Format | 'print' = 'json'): void {
    void this.#do((deeds, host) => deeds.handOver(host, format));
  }

  /** What files and whole actions take; the part that does them comes with the later steps. */
  async #do(act: (deeds: Awaited<ReturnType<typeof loadDeeds>>, host: DeedsHost) => Promise<void> | void): Promise<void> {
    const { work, words, locale, communes, logo, hubLogo } = this;
    if (!work) return;
    const host: DeedsHost = {
      work, words, locale, communes, logo, hubLogo, root: this.renderRoot, workspace: this.#keeping.workspace,
      read: (input) => this.#read(input, work),
      put: (assessment) => {
        this.#put(work, assessment);
        this.#keeping.write(work.assessment);
        this.dispatchEvent(new AssessmentChangeEvent(work.assessment));
      },
      nameQuestions: () => { void this.#nameQuestions(work); },
      drawn: async () => { this.requestUpdate(); await this.updateComplete; },
      dispatch: (event) => { this.dispatchEvent(event); },
      announce: (text) => { this.#announcer.say(text); },
      focusOn: (selector) => { this.#focusOn(selector); },
    };
    try {
      await act(await loadDeeds(), host);
    } catch {
      work.show({ notice: { tone: 'trouble', text: ({ t }) => t('handOverFailed') } });
      this.#focusOn('[data-focus=notice]');
    }
  }

  #turnTo(assessment: Assessment | undefined): void {
    const { work } = this;
    if (!work) return;
    this.#keeping.turnTo(assessment);
    if (assessment) this.#tellLost(work, work.take(assessment));
    else work.restart(work.blank());
    work.show({ axis: 0, notice: undefined });
    this.#focusOn('#territory');
  }

  #context(work: Work): ViewContext {
    return {
      work, words: this.words, say: sayIn(this.locale), readonly: this.readonly || this.#keeping.readonly, hub: this.hub, communes: this.communes,
      records: this.#keeping.records,
      announce: (text) => { this.#announcer.say(text); },
      focusOn: (selector) => { this.#focusOn(selector); },
      download: (format) => { this.download(format as Format | 'print'); },
      openFile: (file) => this.#do((deeds, host) => deeds.openFile(host, file)),
      replaceBy: (other) => { void this.#do((deeds, host) => { deeds.replaceBy(host, other); }); },
      bringIn: (other) => { void this.#do((deeds, host) => { deeds.bringIn(host, other); }); },
      openSurvey: (file) => this.#do((deeds, host) => deeds.openSurvey(host, file)),
      compareWith: (file) => this.#do((deeds, host) => deeds.compareWith(host, file)),
      turnTo: (assessment) => { this.#turnTo(assessment); },
      snapshot: (label) => { this.#snapshot(label); },
      toActions: () => { void this.#do((deeds, host) => { deeds.toActions(host); }); },
      erase: () => { void this.#erase(); },
    };
  }

  protected override render(): unknown {
    const { words, work, failure } = this;
    const { t } = words;
    if (failure) {
      return html`<div class="box" part="assessment"><div class="note trouble" part="error" role="alert"><h2>${t('failed')}</h2><p>${t(failure.failure, { status: failure.status ?? '' })}</p>
        ${failure.details.length > 0 ? html`<ul class="plainlist">${failure.details.slice(0, 10).map(({ path, text }) => html`<li>${path ? html`<code>${path}</code> ` : nothing}${text}</li>`)}</ul>` : nothing}
        <button type="button" class="secondary" part="button" @click=${() => { void this.#load(); }}>${t('retry')}</button></div><slot></slot></div>`;
    }
    if (!work?.ready) return html`<div class="box" part="assessment" aria-busy="true"><p class="soft">${t('loading')}</p><slot></slot></div>`;
    const say = sayIn(this.locale);
    const { name } = work.assessment.territory;
    const context = this.#context(work);
    return html`<div class="box" part="assessment"><div class="screen"><div class="head"><h2>${say(work.grid.title)}${name ? html`<span class="soft block">${name}</span>` : nothing}</h2>${context.readonly ? nothing : renderStatus(this.#keeping, words, work.assessment, (value) => { this.adopt(value); })}</div>
      ${renderWork(context)}</div>${work.paper ?? nothing}</div>${this.#announcer.render()}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'asb-self-assessment': AsbSelfAssessment;
  }
}
