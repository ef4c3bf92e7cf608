import { type Action, grouped, newAction, type Plan, selected, withAction, withActionsOf, withoutAction, withPatch } from '@assembleurs/commons/plan';
import type { RecordId } from '@assembleurs/commons/record';
import { html, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import { Announcer } from '../internal/announcer.ts';
import { AsbElement } from '../internal/base-element.ts';
import { controlStyles } from '../internal/controls.styles.ts';
import { printAlone } from '../internal/print-alone.ts';
import type { RemarkDrafts } from '../internal/remarks/drafts.ts';
import { remarkStyles } from '../internal/remarks/remarks.styles.ts';
import { tokens } from '../internal/tokens.ts';
import { planStyles } from './action-plan.styles.ts';
import { type Looking, type Panel, type Paper, type PlanContext, type View, VIEWS } from './context.ts';
import { PlanDocument } from './document.ts';
import { PlanChangeEvent } from './events.ts';
import type { Arrival, Format } from './files.ts';
import { extrasHere, loadExtras } from './lazy.ts';
import { newId } from './loading.ts';
import { renderShell, type Shell } from './shell-view.ts';
import { renderTrouble } from './trouble-view.ts';
import { viewStyles } from './views.styles.ts';
import { loadWords, type Words, wordsIn } from './words.ts';

/** Today where the person is. */
const localToday = (): string => {
  const now = new Date();
  return `${String(now.getFullYear())}-${String(now.getMonth() + 1).padStart(2, '0')}-${String(now.getDate()).padStart(2, '0')}`;
};

/**
 * The plan that a coordination lives with: who does what by when, and did it change anything. Kept on the device, in files that other tools
 * read; asks nothing of anybody but the page's own `src`.
 *
 * @summary An action plan: table, board, timeline, calendar, dashboard, retroplanning.
 * @tagname asb-action-plan
 * @slot - What to show until the script runs, and when the plan of `src` cannot be loaded.
 *
 * @fires {PlanChangeEvent} asb-change - The person changed the plan.
 *
 * @csspart plan - The card around everything.
 * @csspart views - The buttons that choose a view.
 * @csspart filters - Filters and columns.
 * @csspart table - The table view.
 * @csspart board - The board by status.
 * @csspart timeline - The timeline.
 * @csspart calendar - The calendar.
 * @csspart dashboard - The dashboard.
 * @csspart sheet - One action in full.
 * @csspart field - Any field.
 * @csspart button - Any button; `button-primary` the first one.
 *
 * @cssprop [--asb-brand=#252d80] - Buttons, bars.
 * @cssprop [--asb-bad=#b3132b] - What is late.
 * @cssprop [--asb-ok=#0b6b3a] - What is done.
 * @cssprop [--asb-ink=#1b2056] - Text.
 * @cssprop [--asb-surface=#fff] - Background.
 * @cssprop [--asb-font] - Font family; the page's when absent.
 */
export class AsbActionPlan extends AsbElement {
  static override readonly tag = 'asb-action-plan';
  static override styles = [tokens, controlStyles, remarkStyles, planStyles, viewStyles];

  /** Address of the plan to begin with: the JSON that this element or the self-assessment saves. */
  @property() src = '';
  /** Under which name the plan is kept on the device: two plans of one site need two names. */
  @property({ attribute: 'storage-key' }) storageKey = '';
  /** The view to begin with. */
  @property() view: View = 'table';
  /** The plan is shown and exported, not changed; nothing is kept. */
  @property({ type: Boolean, reflect: true }) readonly = false;

  @state() private panel: Panel | undefined;
  @state() private opened: RecordId | undefined;
  @state() private editingCell = '';
  @state() private arrival: Arrival | undefined;
  @state() private looking: Looking = {
    filter: {}, groupBy: 'axis', columns: ['status', 'priority', 'pilots', 'end', 'progress'], scale: 'quarter', month: localToday(), since: `${localToday().slice(0, 7)}-01`, shown: 100, pivot: undefined, paper: 'A4',
  };

  readonly #announcer = new Announcer(this);
  readonly #drafts = new Map<string, string>();
  readonly #remarks: RemarkDrafts = new Map();
  readonly #document = new PlanDocument(this, () => { this.dispatchEvent(new PlanChangeEvent(this.value)); });
  #focus = '';
  #choice: (Pick<PlanContext, 'chosen' | 'groups'> & { readonly key: readonly unknown[] }) | undefined;
  #back = '';

  /** The plan. Setting it replaces what is shown; what cannot be read is told in the page. */
  get value(): Plan {
    return this.#document.plan;
  }

  @property({ attribute: false })
  set value(value: unknown) {
    this.#document.give(value);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('pagehide', this.#leave);
    document.addEventListener('visibilitychange', this.#hide);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('pagehide', this.#leave);
    document.removeEventListener('visibilitychange', this.#hide);
  }

  readonly #hide = (): void => { if (document.visibilityState === 'hidden') this.#leave(); };

  /** What is half typed counts, too. */
  readonly #leave = (): void => {
    const field = this.shadowRoot?.activeElement;
    if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement || field instanceof HTMLSelectElement) field.dispatchEvent(new Event(field.matches('[data-editor]') ? 'blur' : 'change'));
    this.#document.leave();
  };

  protected override willUpdate(changed: PropertyValues<this>): void {
    void loadWords(this.locale).then((came) => { if (came) this.requestUpdate(); });
    if (changed.has('storageKey') || changed.has('src') || !this.hasUpdated) void this.#document.begin();
    const view = this.oneOf('view', this.view, ['table', ...VIEWS]);
    if ((view !== 'table' || this.panel || this.opened) && !extrasHere()) void this.#bringExtras();
  }

  protected override updated(): void {
    extrasHere()?.placeTimeline(this.renderRoot);
    const target = this.#focus && this.renderRoot.querySelector<HTMLElement>(this.#focus);
    if (!target) return;
    this.#focus = '';
    target.focus();
    target.scrollIntoView({ block: 'nearest' });
  }

  async #bringExtras(): Promise<void> {
    if (await loadExtras()) this.requestUpdate();
    else this.#announcer.say(this.#words.t('moduleFailed'));
  }

  get #words(): Words {
    return wordsIn(this.locale);
  }

  #edit(change: (plan: Plan) => Plan, { said = '', field = '' }: { readonly said?: string; readonly field?: string } = {}): void {
    if (this.#document.edit(change, localToday(), field) && said) this.#announcer.say(said);
  }

  #step(back: boolean): void {
    if (back) this.#document.undo();
    else this.#document.redo();
    this.#drafts.clear();
    this.#announcer.say(this.#words.t(back ? 'undone' : 'redone'));
  }

  /** What the filters take, and its groups: made again when the plan or the choice changes, not when a cell opens. */
  #choose(plan: Plan, { filter, groupBy }: Looking, today: string): Pick<PlanContext, 'chosen' | 'groups'> {
    const key = [plan, filter, groupBy, today] as const;
    if (!this.#choice || key.some((each, at) => each !== this.#choice?.key[at])) {
      const chosen = selected(plan, filter, today);
      this.#choice = { key, chosen, groups: grouped(plan, chosen, groupBy) };
    }
    return this.#choice;
  }

  #context(): PlanContext {
    const { plan } = this.#document;
    const today = localToday();
    const { looking } = this;
    const { readonly } = this.#document;
    const words = this.#words;
    const { chosen, groups } = this.#choose(plan, looking, today);
    return {
      words, plan, today, readonly, author: this.#document.author, workspace: this.#document.workspace, looking, chosen, groups, editing: this.editingCell, drafts: this.#drafts, remarks: this.#remarks,
      edit: (change, options) => { this.#edit(change, options); },
      patch: (action, patch, field = '') => { this.#edit((now) => withPatch(now, action.id, patch), { field, said: words.t('changed', { title: action.title }) }); },
      look: (part) => { this.looking = { ...this.looking, ...part }; },
      editCell: (cell) => {
        this.editingCell = cell;
        if (cell) this.#focus = '[data-editor]';
        else this.#document.settle();
      },
      open: (id, back) => { this.#open(id, back); },
      add: (known) => { this.#add(known); },
      remove: (action) => {
        this.opened = undefined;
        this.#edit((now) => withoutAction(now, action.id), { said: words.t('removed', { title: action.title }) });
        this.#focus = '[data-focus=undo]';
      },
      say: (text) => { this.#announcer.say(text); },
      focusOn: (selector) => { this.#focus = selector; this.requestUpdate(); },
      redraw: () => { this.requestUpdate(); },
      print: (paper) => { void this.#print(paper); },
    };
  }

  #open(id: RecordId | undefined, back = ''): void {
    this.#document.settle();
    this.#focus = id === undefined ? this.#back || '[data-focus=views]' : '[data-focus=sheet]';
    if (id !== undefined && back) this.#back = back;
    this.opened = id;
  }

  #add(known: Partial<Action> = {}): void {
    const { t } = this.#words;
    const { status, pilot, axis } = this.looking.filter;
    // So that the new action shows under the filters that are on.
    const fits = { ...(status?.[0] && { status: status[0] }), ...(pilot?.[0] && { pilots: [pilot[0]] }), ...(axis?.[0] && known.parent === undefined ? { axis: axis[0] } : {}) };
    const action = newAction({ id: newId(), title: t('newAction'), ...fits, ...known });
    this.#edit((now) => withAction(now, action), { said: t('added') });
    this.panel = undefined;
    this.#open(action.id, '[data-focus=add]');
    this.#focus = '[data-focus=title]';
  }

  async #openFile(file: File): Promise<void> {
    const extras = await loadExtras();
    if (!extras) { this.#announcer.say(this.#words.t('moduleFailed')); return; }
    this.arrival = await extras.readFile(file, this.locale);
    // A table is looked at before it is taken.
    if ('plan' in this.arrival && !this.arrival.source && this.arrival.notes.length === 0 && this.value.actions.length === 0) this.#accept(false);
    else this.#focus = '[data-focus=arrival]';
  }

  #accept(merge: boolean): void {
    const { arrival } = this;
    this.arrival = undefined;
    if (!arrival || !('plan' in arrival)) return;
    this.#edit((now) => (merge ? withActionsOf(now, arrival.plan) : { ...arrival.plan, id: arrival.plan.id }), { said: this.#words.t('fileDone') });
    this.#focus = '[data-focus=views]';
  }

  #remap(columns: Parameters<Shell['remap']>[0]): void {
    const { arrival } = this;
    const extras = extrasHere();
    const source = arrival && 'source' in arrival ? arrival.source : undefined;
    if (!arrival || !source || !extras) return;
    const next = extras.readAs(source, columns, { name: 'name' in arrival ? arrival.name ?? '' : '', plan: 'plan' in arrival ? arrival.plan : undefined, locale: this.locale });
    this.arrival = next;
    const { t } = this.#words;
    this.#announcer.say('plan' in next ? t('fileRead', { count: next.plan.actions.length, name: next.name }) : t('fileProblem'));
  }

  /** All rows, then those that showed before. */
  async #print(paper?: Paper): Promise<void> {
    const { shown } = this.looking;
    this.looking = { ...this.looking, shown: Infinity };
    await this.updateComplete;
    addEventListener('afterprint', () => { this.looking = { ...this.looking, shown }; }, { once: true });
    printAlone(this.renderRoot, paper && `${paper} landscape`);
  }

  /** The plan as plain JSON: what `src` reads. */
  toJSON(): Plan {
    return this.value;
  }

  /** Hands the actions that the filters take to the person as a file. */
  async download(format: Format = 'json', { publicOnly = false }: { readonly publicOnly?: boolean } = {}): Promise<void> {
    const extras = await loadExtras();
    if (!extras) { this.#announcer.say(this.#words.t('moduleFailed')); return; }
    const context = this.#context();
    const losses = await extras.saveAs(format, context, publicOnly);
    this.arrival = losses.length > 0 ? { losses } : undefined;
    if (losses.length > 0) this.#focus = '[data-focus=arrival]';
  }

  #shell(): Shell {
    return {
      view: this.oneOf('view', this.view, ['table', ...VIEWS]), panel: this.panel, opened: this.value.actions.find(({ id }) => id === this.opened), arrival: this.arrival, document: this.#document,
      show: (view) => { this.view = view; this.panel = undefined; this.opened = undefined; },
      togglePanel: (panel) => { this.panel = this.panel === panel ? undefined : panel; this.opened = undefined; if (this.panel) this.#focus = '[data-focus=panel]'; },
      undo: () => { this.#step(true); },
      redo: () => { this.#step(false); },
      openFile: (file) => { void this.#openFile(file); },
      accept: (merge) => { this.#accept(merge); },
      remap: (columns) => { this.#remap(columns); },
      dismiss: () => { this.arrival = undefined; this.#focus = '[data-focus=views]'; },
      download: (format, publicOnly) => { void this.download(format, { publicOnly }); },
    };
  }

  protected override render(): unknown {
    const context = this.#context();
    const { loading, trouble } = this.#document;
    const body = loading ? html`<p class="soft">${context.words.t('loading')}</p><slot></slot>` : trouble ? renderTrouble(context, this.#document, this.src) : renderShell(context, this.#shell());
    return html`<div class="box" part="plan" aria-busy=${String(loading)}>${body}</div>${this.#announcer.render()}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'asb-action-plan': AsbActionPlan;
  }
}
