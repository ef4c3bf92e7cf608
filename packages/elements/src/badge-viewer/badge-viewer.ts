import type { KnownIssuer, Verdict } from '@assembleurs/open-badges';
import { html, nothing, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import { Announcer } from '../internal/announcer.ts';
import { AsbElement } from '../internal/base-element.ts';
import { controlStyles } from '../internal/controls.styles.ts';
import { tokens } from '../internal/tokens.ts';
import { viewerStyles } from './badge-viewer.styles.ts';
import { renderChoose } from './choose-view.ts';
import { BadgeChangeEvent, BadgeVerdictEvent } from './events.ts';
import { extrasHere, loadExtras } from './extras-loader.ts';
import { Gate } from './gate.ts';
import { fetchKnownIssuers, fetchSource, type FetchTrouble } from './loading.ts';
import { Reading } from './reading.ts';
import type { Source } from './source.ts';
import { standingOf } from './standing.ts';
import { renderBadge, stateText, type ViewContext } from './view.ts';
import { loadWords, wordsIn, type Words } from './words.ts';

export type BadgeValue = string | Uint8Array<ArrayBuffer> | Readonly<Record<string, unknown>>;

/**
 * A badge, and whether it is good: reads a file, a text, an address or a QR code on the device, and says in plain words who issued it and
 * what it is worth. Asks nothing of anybody before the person agrees.
 *
 * @summary Opens an Open Badge and says whether it is good.
 * @tagname asb-badge-viewer
 * @slot - What to show until the script runs, and when the badge of `src` cannot be loaded.
 *
 * @fires {BadgeChangeEvent} asb-change - The person gave other badges to read.
 * @fires {BadgeVerdictEvent} asb-verdict - A badge was judged; again each time that more is known of it.
 *
 * @csspart viewer - The card around everything.
 * @csspart drop - Where files are dropped.
 * @csspart badge - One badge.
 * @csspart verdict - The band that says what it is worth; `verdict-ok`, `verdict-warn`, `verdict-bad`, `verdict-unknown`.
 * @csspart picture - The badge's picture.
 * @csspart name - Its name.
 * @csspart facts - Issuer, recipient, dates.
 * @csspart hosts - Whom to ask, and the buttons that do.
 * @csspart mine - « Is this my badge? »
 * @csspart actions - Print, copy, download, share.
 * @csspart expert - The technical details.
 * @csspart button - Any button; `button-primary` the first one.
 *
 * @cssprop [--asb-brand=#252d80] - Buttons and links.
 * @cssprop [--asb-ok=#0b6b3a] - A good badge.
 * @cssprop [--asb-warn=#8a5300] - An expired badge.
 * @cssprop [--asb-bad=#b3132b] - A bad badge.
 * @cssprop [--asb-unknown=#555b7d] - What is not known.
 * @cssprop [--asb-ink=#1b2056] - Text.
 * @cssprop [--asb-surface=#fff] - Background.
 * @cssprop [--asb-font] - Font family; the page's when absent.
 */
export class AsbBadgeViewer extends AsbElement {
  static override readonly tag = 'asb-badge-viewer';
  static override styles = [tokens, controlStyles, viewerStyles];

  /** Address of a badge to show: a picture, JSON or a token. The page's own choice: it is read at once. */
  @property() src = '';
  /** Address of the issuers that the page vouches for: `[{ "id", "name", "keys"?, "validFrom"?, "validUntil"? }]`. */
  @property({ attribute: 'known-issuers' }) knownIssuersSrc = '';
  /** The same list, given by the page's script; wins over the attribute. */
  @property({ attribute: false }) knownIssuers: readonly KnownIssuer[] | undefined;
  /** `full`: everything. `compact`: one line for a page that shows its badge. */
  @property() display: 'full' | 'compact' = 'full';
  /** Compact: where the whole badge is shown; without it, the details open in place. */
  @property() href = '';
  /** Only the page's badge is shown; the person cannot give another. */
  @property({ type: Boolean, reflect: true }) readonly = false;
  /** A badge to show: its text, its bytes, or the parsed JSON. Wins over `src`. */
  @property({ attribute: false }) value: BadgeValue | undefined;

  @state() private online = navigator.onLine;
  @state() private readings: readonly Reading[] = [];
  @state() private trouble: FetchTrouble | undefined;
  @state() private loading = false;
  @state() private shown = 20;

  readonly #announcer = new Announcer(this);
  readonly #gate = new Gate(this);
  #known: readonly KnownIssuer[] = [];
  #turn = 0;
  #focus = '';

  /** @internal */
  get words(): Words {
    return wordsIn(this.locale);
  }

  /** @internal */
  get closed(): boolean {
    return this.readonly || this.display === 'compact';
  }

  /** What was found of the first badge. */
  get verdict(): Verdict | undefined {
    return this.readings[0]?.verdict;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('online', this.#network);
    addEventListener('offline', this.#network);
    this.#network();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('online', this.#network);
    removeEventListener('offline', this.#network);
  }

  readonly #network = (): void => {
    this.online = navigator.onLine;
  };

  protected override willUpdate(changed: PropertyValues<this>): void {
    void loadWords(this.locale).then((came) => { if (came) this.requestUpdate(); });
    if (changed.has('knownIssuersSrc') && this.knownIssuersSrc) void this.#loadKnown();
    else if (changed.has('knownIssuers') && this.hasUpdated) void this.#judgeAll();
    if ((changed.has('src') && this.src) || (changed.has('value') && this.value !== undefined)) void this.#load();
  }

  protected override updated(): void {
    if (!this.#focus) return;
    const target = this.renderRoot.querySelector<HTMLElement>(this.#focus);
    if (!target) return;
    this.#focus = '';
    target.focus();
    target.scrollIntoView({ block: 'nearest' });
  }

  async #load(): Promise<void> {
    const turn = ++this.#turn;
    const { value, src } = this;
    this.trouble = undefined;
    if (value !== undefined) {
      void this.#read([{ name: '', data: typeof value === 'string' || value instanceof Uint8Array ? value : JSON.stringify(value) }]);
      return;
    }
    this.loading = true;
    const found = await fetchSource(src);
    if (turn !== this.#turn) return;
    this.loading = false;
    if ('trouble' in found) this.trouble = found;
    else await this.#read([found]);
  }

  async #loadKnown(): Promise<void> {
    this.#known = await fetchKnownIssuers(this.knownIssuersSrc);
    await this.#judgeAll();
  }

  async #judgeAll(): Promise<void> {
    for (const reading of this.readings) await reading.judge();
  }

  /** @internal For the gate. */
  take(sources: readonly Source[]): void {
    this.#turn += 1;
    this.loading = false;
    this.trouble = undefined;
    this.dispatchEvent(new BadgeChangeEvent(sources));
    void this.#read(sources).then((readings) => { this.#tell(readings); });
  }

  /** @internal */
  say(text: string): void {
    this.#announcer.say(text);
  }

  /** @internal Draws, then moves the focus. */
  focusOn(selector: string): void {
    this.#focus = selector;
    this.requestUpdate();
  }

  async #read(sources: readonly Source[]): Promise<readonly Reading[]> {
    for (const reading of this.readings) reading.dispose();
    this.shown = 20;
    const readings = sources.map((source) => new Reading(source, {
      knownIssuers: () => this.knownIssuers ?? this.#known,
      changed: () => { this.requestUpdate(); },
      judged: (reading, verdict) => { this.dispatchEvent(new BadgeVerdictEvent(verdict, reading.source)); },
    }));
    this.readings = readings;
    for (const reading of readings) {
      await reading.judge();
      // The page stays alive while a folder of badges is read.
      if (readings.length > 1) await new Promise((done) => setTimeout(done));
    }
    return readings;
  }

  /** Says what came out, and leads there. */
  #tell(readings: readonly Reading[]): void {
    if (readings !== this.readings) return;
    const { t } = this.words;
    const [only, ...more] = readings;
    if (!only) return;
    if (only.verdict?.document) this.#gate.text = '';
    if (more.length === 0) this.#tellOf(only);
    else {
      this.say(t('results', { count: readings.length }));
      this.focusOn('[data-focus=result]');
    }
  }

  #tellOf(reading: Reading): void {
    if (!reading.verdict) return;
    this.say([stateText(standingOf(reading.verdict, reading.facts), this.words), reading.facts?.name].filter(Boolean).join('. '));
    this.focusOn(`[data-reading="${reading.id}"] [data-focus=result]`);
  }

  /** What is known of each badge: `{ name, state, checks, messages }`. */
  toJSON(): readonly object[] {
    return this.readings.map(({ source, verdict, facts }) => ({ source: source.name, name: facts?.name ?? '', state: verdict?.state ?? null, checks: verdict?.checks ?? null, messages: verdict?.messages ?? [] }));
  }

  /** Hands the first badge to the person: `original` as it came, or `json`. */
  download(format: 'original' | 'json' = 'original'): void {
    const [reading] = this.readings;
    if (!reading?.verdict?.document) return;
    void loadExtras().then((extras) => { (format === 'json' ? extras?.saveJson : extras?.saveOriginal)?.(reading); });
  }

  #renderTrouble({ words: { t } }: ViewContext): unknown {
    if (!this.trouble) return nothing;
    const { trouble, status = '' } = this.trouble;
    return html`<div class="note trouble" part="error" role="alert"><h2>${t('failed')}</h2><p>${t(trouble, { status })}</p>
      ${trouble === 'failAddress' ? nothing : html`<button type="button" class="secondary" part="button" @click=${() => { void this.#load(); }}>${t('retry')}</button>`}</div><slot></slot>`;
  }

  #renderReadings(context: ViewContext): unknown {
    const { readings } = this;
    const [only] = readings;
    if (!only) return nothing;
    if (readings.length === 1) return renderBadge(only, context);
    return extrasHere()?.renderList(readings, this.shown, context, () => { this.shown += 50; }) ?? html`<p class="soft">${context.words.t('reading')}</p>`;
  }

  protected override render(): unknown {
    const { words } = this;
    const context: ViewContext = { words, online: this.online, announce: (text) => { this.say(text); }, redraw: () => { this.requestUpdate(); }, toResult: (reading) => { this.#tellOf(reading); } };
    const display = this.oneOf('display', this.display, ['full', 'compact']);
    const [only] = this.readings;
    const compact = display === 'compact' && only && !this.trouble ? extrasHere()?.renderCompact(only, this.href, context) : undefined;
    if (compact) return html`${compact}${this.#announcer.render()}`;
    const waits = this.loading || (this.closed && !only && !this.trouble);
    return html`<div class="box" part="viewer" aria-busy=${String(this.loading)}>
      ${this.#renderTrouble(context)}
      ${waits ? html`<p class="soft">${this.loading ? words.t('reading') : nothing}<slot></slot></p>` : nothing}
      ${this.#renderReadings(context)}
      ${this.closed || this.loading ? nothing : renderChoose(this.#gate, words, only !== undefined)}
    </div>${this.#announcer.render()}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'asb-badge-viewer': AsbBadgeViewer;
  }
}
