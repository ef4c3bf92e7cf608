import { type Assessment, type GridSource, criteriaOf, suggestionsFor, takeSnapshot, withChoice, withOwn, withPeopleOf, withSnapshot } from '@assembleurs/commons/assessment';
import { type Action, actionFrom, actionFromOwn } from '@assembleurs/commons/plan';
import { html, nothing, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import { Announcer } from '../internal/announcer.ts';
import { AsbElement } from '../internal/base-element.ts';
import { controlStyles } from '../internal/controls.styles.ts';
import { Kept } from '../internal/kept.ts';
import { printAlone } from '../internal/print-alone.ts';
import { newRecordId } from '../internal/record-id.ts';
import { saveFile } from '../internal/save-file.ts';
import { tokens } from '../internal/tokens.ts';
import { type ViewContext, sayIn } from './context.ts';
import { AssessmentActionsEvent, AssessmentChangeEvent, AssessmentSnapshotEvent } from './events.ts';
import { type Communes, type LoadedGrid, loadCommunes, loadGrid, loadTitles, readRecord, readSurvey } from './loading.ts';
import type { Format } from './output.ts';
import { selfAssessmentStyles } from './self-assessment.styles.ts';
import { loadLaterViews, renderWork } from './view.ts';
import { type Other, Work } from './work.ts';
import { loadWords, wordsIn, type Words } from './words.ts';

/**
 * Where a coordination stands: people recognise themselves in written levels, each for oneself, then agree together; they leave with two
 * numbers, recommendations that become actions, and a report. Works alone and offline; without any attribute, the coordination grid.
 *
 * @summary Assesses a coordination with several people, and recommends what to do next.
 * @tagname asb-self-assessment
 * @slot - What to show until the script runs, and when the grid cannot be loaded.
 *
 * @fires {AssessmentChangeEvent} asb-change - The person changed something.
 * @fires {AssessmentSnapshotEvent} asb-snapshot - A dated picture was taken.
 * @fires {AssessmentActionsEvent} asb-actions - Recommendations became actions of a plan; cancel nothing, the file is saved too.
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
export class AsbSelfAssessment extends AsbElement {
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
  readonly #kept = new Kept({
    changed: () => { this.requestUpdate(); },
    adopt: (value) => { void this.#adopt(value); },
  });
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
    if (this.work && value !== undefined) void this.#open(value).then((opened) => { if (opened) this.#kept.write(this.work?.assessment); });
  }

  /** The form that the element belongs to, for which the assessment stands as JSON under its `name`. */
  get form(): HTMLFormElement | null {
    return this.#internals.form;
  }

  /** @internal */
  get words(): Words {
    return wordsIn(this.locale);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.work) void this.#restore(this.work); // moved in the page
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#kept.close();
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
        this.#kept.write(assessment);
        this.dispatchEvent(new AssessmentChangeEvent(assessment));
      },
      redraw: () => { this.requestUpdate(); },
    });
    await this.#restore(work);
    if (turn !== this.#turn) return;
    this.work = work;
    if (this.#given !== undefined) await this.#open(this.#given);
    void loadCommunes().then((communes) => { this.communes = communes; return this.#setCommune(work); });
    void this.#nameQuestions(work);
    // Once the first step stands.
    void this.updateComplete.then(loadLaterViews).then((came) => { if (came) this.requestUpdate(); });
  }

  /** What is kept on this device under this page's key. What cannot be read is left where it is, and told. */
  async #restore(work: Work): Promise<void> {
    const kept = await this.#kept.open(['assessment', work.grid.id, this.storageKey, this.commune].join(' '));
    if (kept === undefined) return;
    const read = await readRecord(kept, work.grid, this.locale).catch(() => undefined);
    if (read && 'assessment' in read) this.#tellLost(work, work.take(read.assessment));
    else work.notice = { tone: 'trouble', text: this.words.t('keptUnreadable'), details: read?.problems ?? [] };
  }

  async #adopt(value: unknown): Promise<void> {
    const { work } = this;
    const read = work && await readRecord(value, work.grid, this.locale).catch(() => undefined);
    if (read && 'assessment' in read) work.take(read.assessment);
  }

  #tellLost(work: Work, lost: readonly string[]): void {
    if (lost.length > 0) work.notice = { tone: 'info', text: this.words.t('migrated', { names: lost.join(', ') }) };
  }

  async #setCommune(work: Work): Promise<void> {
    const { commune } = this;
    if (commune === '') return;
    const communes = this.communes ?? await loadCommunes();
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
    work.show({ notice: { tone: 'trouble', text: this.words.t(read ? 'openFailed' : 'scriptFailed'), details: read?.problems ?? [] } });
    this.#focusOn('[data-focus=notice]');
    return undefined;
  }

  /** Opens an assessment; true when it took the place of the one that stood. */
  async #open(input: unknown): Promise<boolean> {
    const { work } = this;
    const read = work && await this.#read(input, work);
    if (!work || !read) return false;
    work.notice = undefined;
    this.#tellLost(work, work.take(read));
    void this.#nameQuestions(work);
    return true;
  }

  async #openFile(file: File): Promise<void> {
    const { work } = this;
    if (!work) return;
    const text = await file.text();
    if (!work.begun) {
      if (await this.#open(text)) this.#opened(work, file.name);
      return;
    }
    const read = await this.#read(text, work);
    if (!read) return;
    work.show({ opening: { file: file.name, assessment: read }, notice: undefined });
    this.#focusOn('[data-focus=opening]');
  }

  #replaceBy({ file, assessment }: Other): void {
    const { work } = this;
    if (!work) return;
    work.opening = undefined;
    this.#tellLost(work, work.take(assessment));
    void this.#nameQuestions(work);
    this.#opened(work, file);
  }

  /** The people of a colleague's file, beside ours. */
  #bringIn({ file, assessment }: Other): void {
    const { work, words: { t } } = this;
    if (!work) return;
    let added = 0;
    work.edit((now) => {
      const both = withPeopleOf(now, assessment);
      ({ added } = both);
      return both.assessment;
    });
    work.show({ opening: undefined, notice: { tone: 'info', text: t('broughtIn', { count: added, name: file }) } });
    this.#announcer.say(t('broughtIn', { count: added, name: file }));
    this.#focusOn('[data-focus=notice]');
  }

  #opened(work: Work, name: string): void {
    this.#kept.write(work.assessment);
    this.dispatchEvent(new AssessmentChangeEvent(work.assessment));
    const text = this.words.t('opened', { name });
    work.show({ notice: work.notice ?? { tone: 'info', text } });
    this.#announcer.say(text);
    this.#focusOn('[data-focus=notice]');
  }

  async #openSurvey(file: File): Promise<void> {
    const { work, words: { t } } = this;
    if (!work) return;
    let survey: ReturnType<typeof readSurvey>;
    try {
      survey = readSurvey(JSON.parse(await file.text()));
    } catch { /* told below */ }
    const titles = await loadTitles((text) => sayIn(this.locale)(text as string));
    const asked = new Set([...titles.keys(), ...criteriaOf(work.grid).flatMap(({ criterion }) => criterion.prefill.map(({ from }) => from))]);
    if (survey && !Object.keys(survey.answers).some((name) => asked.has(name))) survey = undefined;
    if (!survey) {
      work.show({ notice: { tone: 'trouble', text: t('surveyWrong', { name: file.name }) } });
      this.#focusOn('[data-focus=notice]');
      return;
    }
    const { code, name: here } = work.assessment.territory;
    const commune = this.communes?.find((each) => each.code === survey.commune);
    if (survey.commune !== '' && code !== '' && survey.commune !== code) {
      work.show({ notice: { tone: 'trouble', text: t('surveyElsewhere', { theirs: commune?.name ?? survey.commune, here: here || code }) } });
      this.#focusOn('[data-focus=notice]');
      return;
    }
    if (commune && work.assessment.territory.name === '') work.edit((now) => ({ ...now, territory: { code: commune.code, name: commune.name, ...(commune.population === undefined ? {} : { population: commune.population }) } }));
    const filled = work.takeSurvey(survey.answers, survey.from);
    void this.#nameQuestions(work);
    work.show({ notice: { tone: 'info', text: t('surveyTaken', { count: filled }) } });
    this.#announcer.say(t('surveyTaken', { count: filled }));
    this.#focusOn('[data-focus=notice]');
  }

  async #compareWith(file: File): Promise<void> {
    const { work } = this;
    if (!work) return;
    const assessment = await this.#read(await file.text(), work);
    if (!assessment) return;
    // Two files of one name are two files.
    const again = work.others.filter(({ file: name }) => name.replace(/ \(\d+\)$/, '') === file.name).length;
    work.show({ others: [...work.others, { file: again > 0 ? `${file.name} (${String(again + 1)})` : file.name, assessment }] });
    this.#focusOn('[data-focus=compare]');
  }

  #snapshot(label: string): void {
    const { work } = this;
    if (!work) return;
    work.edit((now) => withSnapshot(now, takeSnapshot(work.grid, now, { id: newRecordId(), at: new Date().toISOString(), label })));
    this.dispatchEvent(new AssessmentSnapshotEvent(work.assessment));
    this.#announcer.say(this.words.t('snapshotTaken'));
    this.#focusOn('[data-focus=since]');
  }

  /** What people kept, as actions that name this assessment; each remembers the action that it became. */
  #toActions(): void {
    const { work, locale } = this;
    if (!work) return;
    const today = new Date().toISOString().slice(0, 10);
    const kept = suggestionsFor(work.grid, work.assessment).filter(({ choice }) => choice?.state === 'kept');
    const made = kept.map((suggestion) => ({ suggestion, action: actionFrom(work.assessment, suggestion, { id: suggestion.choice?.action ?? newRecordId(), locale, today }) }));
    const owned = work.assessment.own.map((own) => ({ own, action: actionFromOwn(work.assessment, own, { id: own.action ?? newRecordId(), locale, today }) }));
    const actions: Action[] = [...made.map(({ action }) => action), ...owned.map(({ action }) => action)];
    if (actions.length === 0) return;
    work.edit((now) => made.reduce((all, { suggestion: { recommendation, choice }, action }) => withChoice(all, recommendation.id, { ...choice, state: 'kept', action: action.id }),
      owned.reduce((all, { own, action }) => withOwn(all, { ...own, action: action.id }), now)));
    this.dispatchEvent(new AssessmentActionsEvent(actions));
    void import('./output.ts').then(({ fileName }) => {
      saveFile(fileName('plan-actions', work.assessment, 'json'), 'application/json', JSON.stringify({ type: 'plan', version: 1, actions }, null, 2));
    });
    this.#announcer.say(this.words.t('planned', { count: actions.length }));
    work.show({ notice: { tone: 'info', text: this.words.t('planned', { count: actions.length }) } });
    this.#focusOn('[data-focus=notice]');
  }

  async #erase(): Promise<void> {
    const { work } = this;
    if (!work) return;
    await this.#kept.erase();
    work.assessment = work.blank(work.assessment.territory.code === this.commune && this.commune !== '' ? work.assessment.territory : undefined);
    work.respondent = work.assessment.respondents[0]?.id ?? '';
    work.others = [];
    this.dispatchEvent(new AssessmentChangeEvent(work.assessment));
    work.show({ step: 'prepare', axis: 0, erasing: false, notice: { tone: 'info', text: this.words.t('erased') } });
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
    const { work } = this;
    if (!work) return;
    if (format === 'print') void this.#print(work);
    else void this.#handOver(work, format);
  }

  async #handOver(work: Work, format: Format): Promise<void> {
    const { t } = this.words;
    try {
      const logos = [{ src: this.logo, alt: t('logoCommune') }, { src: this.hubLogo, alt: t('logoHub') }].filter(({ src }) => src !== '');
      await (await import('./output.ts')).handOver(format, work.grid, work.assessment, this.locale, logos);
      this.#announcer.say(t('handedOver'));
    } catch {
      work.show({ notice: { tone: 'trouble', text: t('handOverFailed') } });
      this.#focusOn('[data-focus=notice]');
    }
  }

  /** On paper: results, then recommendations; buttons and steps stay on the screen. */
  async #print(work: Work): Promise<void> {
    if (work.step !== 'results' && work.step !== 'advice') work.show({ step: 'results' });
    await this.updateComplete;
    printAlone(this.renderRoot);
  }

  #renderStatus({ t, time }: Words): unknown {
    const { state: kept } = this.#kept;
    const theirs = async (): Promise<void> => {
      const value = await this.#kept.takeTheirs();
      if (value !== undefined) await this.#adopt(value);
    };
    switch (kept.kind) {
      case 'none': return html`<p class="status soft" part="status">${t('notKeptYet')}</p>`;
      case 'saving': return html`<p class="status soft" part="status">${t('saving')}</p>`;
      case 'saved': return html`<p class="status soft ok" part="status">${t('saved', { time: time(kept.at) })}</p>`;
      case 'trouble': return html`<p class="status bad" part="status">${t(kept.trouble === 'absent' ? 'storageAbsent' : kept.trouble === 'full' ? 'storageFull' : 'storageFailed')}</p>`;
      case 'conflict': return html`<div class="note trouble" part="status" role="alert"><p>${t('conflict')}</p><div class="row">
        <button type="button" class="secondary" part="button" @click=${() => { this.#kept.keepMine(this.work?.assessment); }}>${t('keepMine')}</button>
        <button type="button" class="secondary" part="button" @click=${() => { void theirs(); }}>${t('takeTheirs')}</button></div></div>`;
    }
  }

  #context(work: Work): ViewContext {
    return {
      work, words: this.words, say: sayIn(this.locale), readonly: this.readonly, hub: this.hub, communes: this.communes,
      announce: (text) => { this.#announcer.say(text); },
      focusOn: (selector) => { this.#focusOn(selector); },
      download: (format) => { this.download(format as Format | 'print'); },
      openFile: (file) => this.#openFile(file),
      replaceBy: (other) => { this.#replaceBy(other); },
      bringIn: (other) => { this.#bringIn(other); },
      openSurvey: (file) => this.#openSurvey(file),
      compareWith: (file) => this.#compareWith(file),
      snapshot: (label) => { this.#snapshot(label); },
      toActions: () => { this.#toActions(); },
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
    if (!work) return html`<div class="box" part="assessment" aria-busy="true"><p class="soft">${t('loading')}</p><slot></slot></div>`;
    const say = sayIn(this.locale);
    const { name } = work.assessment.territory;
    return html`<div class="box" part="assessment"><div class="head"><h2>${say(work.grid.title)}${name ? html`<span class="soft block">${name}</span>` : nothing}</h2>${this.readonly ? nothing : this.#renderStatus(words)}</div>
      ${renderWork(this.#context(work))}</div>${this.#announcer.render()}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'asb-self-assessment': AsbSelfAssessment;
  }
}
