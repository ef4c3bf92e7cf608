import { graphOf, isRefused, type Strategy, type StrategyNode, strategyText } from '@assembleurs/commons/strategy';
import { html, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import { Announcer } from '../internal/announcer.ts';
import { AsbElement } from '../internal/base-element.ts';
import { controlStyles } from '../internal/controls.styles.ts';
import { printAlone } from '../internal/print-alone.ts';
import { newRecordId } from '../internal/record-id.ts';
import type { RemarkDrafts } from '../internal/remarks/drafts.ts';
import { remarkStyles } from '../internal/remarks/remarks.styles.ts';
import { tokens } from '../internal/tokens.ts';
import { ADDING, type Looking, type Opened, type StrategyContext, type View, VIEWS } from './context.ts';
import { StrategyDocument } from './document.ts';
import { StrategyChangeEvent } from './events.ts';
import { type Arrival, type Format, readFile, saveAs } from './files.ts';
import { strategyStyles } from './impact-strategy.styles.ts';
import { loadPlans, loadViews, viewsHere } from './later.ts';
import { loadTemplate } from './loading.ts';
import { mapStyles } from './map.styles.ts';
import { renderShell, renderTrouble, type Shell } from './shell-view.ts';
import { loadWords, type Words, wordsIn } from './words.ts';

/**
 * Why a coordination acts, with whom, how and what for: an impact map, a theory of change, a logic model, stakeholders and slides, which are
 * readings of the same records. Works alone and offline, or in the workspace of `<asb-commons>`; asks nothing of anybody but the page's own `src`.
 *
 * @summary An impact strategy: impact map, theory of change, logic model, stakeholders, slides.
 * @tagname asb-impact-strategy
 * @slot - What to show until the script runs, and when the strategy of `src` cannot be loaded.
 *
 * @fires {StrategyChangeEvent} asb-change - The person changed the strategy.
 *
 * @csspart strategy - The card around everything.
 * @csspart views - The buttons that choose a view.
 * @csspart map - The impact map.
 * @csspart theory - The theory of change.
 * @csspart logic - The logic model.
 * @csspart stakeholders - The stakeholders.
 * @csspart guide - The questions.
 * @csspart slides - The slides.
 * @csspart sheet - One item in full.
 * @csspart remarks - What people say of it in a shared workspace.
 * @csspart field - Any field.
 * @csspart button - Any button; `button-primary` the first one.
 *
 * @cssprop [--asb-brand=#252d80] - Buttons, what is chosen.
 * @cssprop [--asb-bad=#b3132b] - Obstacles without an answer.
 * @cssprop [--asb-ink=#1b2056] - Text.
 * @cssprop [--asb-surface=#fff] - Background.
 * @cssprop [--asb-font] - Font family; the page's when absent.
 */
export class AsbImpactStrategy extends AsbElement {
  static override readonly tag = 'asb-impact-strategy';
  static override styles = [tokens, controlStyles, remarkStyles, strategyStyles, mapStyles];

  /** Address of the strategy to begin with: the JSON that this element saves. */
  @property() src = '';
  /** What to begin with when there is nothing else: `programme`, or `guided`, whose questions lead the person. */
  @property() template = '';
  /** Under which name the strategy is kept on the device: two strategies of one site need two names. */
  @property({ attribute: 'storage-key' }) storageKey = '';
  /** The view to begin with. */
  @property() view: View | '' = '';
  /** The strategy is shown and exported, not changed; nothing is kept. */
  @property({ type: Boolean, reflect: true }) readonly = false;

  @state() private opened: Opened;
  @state() private arrival: Arrival | undefined;
  @state() private looking: Looking = { layout: 'map', folded: new Set(), selected: '', editing: '', adding: undefined, field: '', question: '', slide: 0 };

  readonly #announcer = new Announcer(this);
  readonly #drafts = new Map<string, string>();
  readonly #remarks: RemarkDrafts = new Map();
  readonly #document = new StrategyDocument(this, () => { this.dispatchEvent(new StrategyChangeEvent(this.value)); });
  #focus = '';
  #back = '';

  /** The strategy. Setting it replaces what is shown; what cannot be read is told in the page. */
  get value(): Strategy {
    return this.#document.strategy;
  }

  @property({ attribute: false })
  set value(value: unknown) {
    this.#document.give(value);
  }

  /** @internal */
  get beginsWith(): 'programme' | 'guided' | undefined {
    return this.template === '' ? undefined : this.oneOf<'programme' | 'guided'>('template', this.template, ['programme', 'guided']);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('pagehide', this.#leave);
    document.addEventListener('visibilitychange', this.#hide);
    if (this.hasUpdated) void this.#document.begin(); // moved in the page
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('pagehide', this.#leave);
    document.removeEventListener('visibilitychange', this.#hide);
    this.#document.close();
  }

  readonly #hide = (): void => { if (document.visibilityState === 'hidden') this.#leave(); };

  /** What is half typed counts, too. */
  readonly #leave = (): void => {
    const field = this.shadowRoot?.activeElement;
    if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) field.dispatchEvent(new Event(field.matches('[data-editor]') ? 'blur' : 'change'));
  };

  protected override willUpdate(changed: PropertyValues<this>): void {
    void loadWords(this.locale).then((came) => { if (came) this.requestUpdate(); });
    if (changed.has('storageKey') || changed.has('src') || changed.has('template') || !this.hasUpdated) void this.#document.begin();
    if (!viewsHere() && (this.#view !== 'map' || this.opened !== undefined)) void this.#bringViews();
  }

  protected override updated(): void {
    if (!this.#focus) return;
    const target = this.renderRoot.querySelector<HTMLElement>(this.#focus);
    if (!target) return;
    this.#focus = '';
    target.focus();
    target.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  async #bringViews(): Promise<void> {
    if (await loadViews()) this.requestUpdate();
    else this.#announcer.say(this.#words.t('moduleFailed'));
  }

  get #words(): Words {
    return wordsIn(this.locale);
  }

  get #view(): View {
    if (this.view === '') return this.template === 'guided' && !this.#document.readonly ? 'guide' : 'map';
    return this.oneOf('view', this.view, ['map', ...VIEWS]);
  }

  #step(back: boolean): void {
    this.#document[back ? 'undo' : 'redo']();
    this.#drafts.clear();
    this.#announcer.say(this.#words.t(back ? 'undone' : 'redone'));
  }

  #context(): StrategyContext {
    const { strategy, workspace, author, readonly } = this.#document;
    const words = this.#words;
    return {
      words, strategy, graph: graphOf(strategy), readonly, looking: this.looking, workspace, author, opens: !readonly || workspace !== undefined,
      actions: workspace?.all('action') ?? [], drafts: this.#drafts, remarks: this.#remarks, newId: newRecordId,
      plan: workspace && !workspace.readonly ? (node) => { void this.#toPlan(node); } : undefined,
      edit: (edited, { said = '', field = '' } = {}) => {
        if (isRefused(edited)) {
          this.#announcer.say(strategyText(edited.refused, words.lang));
          return false;
        }
        if (this.#document.edit(edited, field) && said) this.#announcer.say(said);
        return true;
      },
      look: (part) => {
        if ('adding' in part && part.adding === undefined) this.#drafts.delete(ADDING);
        this.looking = { ...this.looking, ...part };
      },
      open: (id, back) => { this.#open(id, back); },
      say: (text) => { this.#announcer.say(text); },
      focusOn: (selector) => { this.#focus = selector; this.requestUpdate(); },
      print: (paper) => { printAlone(this.renderRoot, paper); },
    };
  }

  #open(id: Opened, back = ''): void {
    this.#leave(); // a browser may take a field away without a word
    this.#document.settle();
    this.#focus = id === undefined ? this.#back || '[data-focus=views]' : '[data-focus=sheet]';
    if (id !== undefined && back) this.#back = back;
    this.opened = id;
  }

  /** The action keeps where it comes from: an obstacle is answered by it. */
  async #toPlan(node: StrategyNode): Promise<void> {
    const { workspace } = this.#document;
    const { t } = this.#words;
    const plans = await loadPlans();
    if (!workspace || !plans) {
      this.#announcer.say(t('moduleFailed'));
      return;
    }
    const title = (node.kind === 'obstacle' ? t('planTitle', { text: node.text }) : node.text).slice(0, 500);
    workspace.checkpoint();
    const put = workspace.put(plans.newAction({ id: newRecordId(), title, derivedFrom: [node.id] }));
    this.#announcer.say('problems' in put ? t('refused') : t('planned', { title }));
    this.#focus = '[data-focus=plan]';
    this.requestUpdate();
  }

  async #useTemplate(): Promise<void> {
    const loaded = await loadTemplate('programme', this.locale, this.#document.inWorkspace);
    if (!('strategy' in loaded)) {
      this.#announcer.say(this.#words.t('moduleFailed'));
      return;
    }
    this.#document.edit({ ...loaded.strategy, id: this.value.id, name: this.value.name || loaded.strategy.name });
    this.#announcer.say(this.#words.t('programmeDone'));
    this.#focus = '[role=treeitem]';
  }

  #accept(): void {
    const { arrival } = this;
    this.arrival = undefined;
    this.#focus = '[data-focus=views]';
    if (arrival && 'strategy' in arrival && this.#document.edit(arrival.strategy)) this.#announcer.say(this.#words.t('fileDone'));
  }

  async #openFile(file: File): Promise<void> {
    this.arrival = await readFile(file, this.locale);
    if ('strategy' in this.arrival && this.value.nodes.length === 0 && this.value.stakeholders.length === 0) this.#accept();
    else this.#focus = '[data-focus=arrival]';
  }

  /** The strategy as plain JSON: what `src` reads. */
  toJSON(): Strategy {
    return this.value;
  }

  /** Hands the strategy to the person as a file: `json`, `deck` (one .html), `markdown` or `csv`. */
  async download(format: Format = 'json'): Promise<void> {
    await saveAs(format, this.#context());
  }

  #shell(): Shell {
    const { opened } = this;
    return {
      view: this.#view, arrival: this.arrival, document: this.#document,
      opened: opened === undefined ? undefined : this.value.nodes.find(({ id }) => id === opened) ?? this.value.stakeholders.find(({ id }) => id === opened),
      show: (view) => { this.#leave(); this.view = view; this.opened = undefined; this.looking = { ...this.looking, field: '', editing: '', adding: undefined }; },
      undo: () => { this.#step(true); },
      redo: () => { this.#step(false); },
      openFile: (file) => { void this.#openFile(file); },
      accept: () => { this.#accept(); },
      dismiss: () => { this.arrival = undefined; this.#focus = '[data-focus=views]'; },
      useTemplate: () => { void this.#useTemplate(); },
      download: (format) => { void this.download(format); },
    };
  }

  protected override render(): unknown {
    const context = this.#context();
    const { loading, trouble } = this.#document;
    const body = loading ? html`<p class="soft">${context.words.t('loading')}</p><slot></slot>` : trouble ? renderTrouble(context, this.#document) : renderShell(context, this.#shell());
    return html`<div class="box" part="strategy" aria-busy=${String(loading)}>${body}</div>${this.#announcer.render()}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'asb-impact-strategy': AsbImpactStrategy;
  }
}
