import type { ActorData } from '@assembleurs/commons/actors';
import type { Territory } from '@assembleurs/commons/territory';
import { html, nothing, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import { Announcer } from '../internal/announcer.ts';
import { AsbElement } from '../internal/base-element.ts';
import { controlStyles } from '../internal/controls.styles.ts';
import { printAlone } from '../internal/print-alone.ts';
import type { RemarkDrafts } from '../internal/remarks/drafts.ts';
import { remarkStyles } from '../internal/remarks/remarks.styles.ts';
import { tokens } from '../internal/tokens.ts';
import { webAddress } from '../internal/web-address.ts';
import { warnOnce } from '../internal/warn.ts';
import { actorMapStyles } from './actor-map.styles.ts';
import type { ViewContext } from './context.ts';
import { ActorMapChangeEvent, ActorMapViewEvent } from './events.ts';
import { type Failure, loadSource, loadTerritory, readValue, readWaiting, records } from './loading.ts';
import { Keeping, type KeepingHost } from './keeping.ts';
import { Moves } from './moves.ts';
import { renderProblems } from './problems-view.ts';
import { recordOf, type Format } from './record.ts';
import { renderStatus } from './status.ts';
import { communesAsked, readAsked, TERRITORY_TYPES, type Within } from './territory-asked.ts';
import { tilesOf, type Tiles } from './tiles.ts';
import { readAddress, writeAddress } from './url-state.ts';
import { loadLaterViews, prepareView, renderWork } from './view.ts';
import { NO_ACTORS, VIEWS, Work } from './work.ts';
import { loadWords, wordsIn, type Words } from './words.ts';

/** Written in the attribute while the person moves; taken away when it says nothing. */
const MOVED = { reflect: true, converter: { toAttribute: (value: string | null) => value || null } } as const;

/** What a load begins with. */
const SOURCES = ['src', 'storageKey', 'editable', 'territory', 'communes', 'epci', 'territoires', 'territoireType'] as const;

/**
 * Who does what, where and with whom: libraries, mediation operators and all the others, as a list, a map, a matrix and a network of the same
 * set; how well they are bound together, and which links to propose. Reads and writes the national standard. Works alone and offline.
 *
 * @summary Shows actors of digital inclusion, their places and their links, and lets a coordination keep them.
 * @tagname asb-actor-map
 * @slot - What to show until the script runs, and when the page's file cannot be loaded.
 *
 * @fires {ActorMapChangeEvent} asb-change - The person changed an actor, a place or a link.
 * @fires {ActorMapViewEvent} asb-view - The person moved: another view, other filters, another actor.
 *
 * @csspart actors - The card around everything.
 * @csspart status - Whether it is saved.
 * @csspart count - How many actors show.
 * @csspart filters - Words and facets.
 * @csspart list - The table of actors.
 * @csspart map - The map.
 * @csspart matrix - Libraries by operators.
 * @csspart network - The picture of links.
 * @csspart indicator - One number, with its list.
 * @csspart actor - The card of an actor.
 * @csspart remarks - What people say of it in a shared workspace.
 * @csspart field - A field of a comment.
 * @csspart note - A message.
 * @csspart button - Any button; `button-primary` the one that goes on.
 *
 * @cssprop [--asb-brand=#252d80] - Buttons, chosen views.
 * @cssprop [--asb-ink=#1b2056] - Text.
 * @cssprop [--asb-surface=#fff] - Background.
 * @cssprop [--asb-font] - Font family; the page's when absent.
 */
export class AsbActorMap extends AsbElement implements KeepingHost {
  static override readonly tag = 'asb-actor-map';
  static readonly formAssociated = true;
  static override styles = [tokens, controlStyles, remarkStyles, actorMapStyles];

  /** Address of a file: the national standard (CSV, JSON), GeoJSON, our records, or any table. */
  @property() src = '';
  /** The view that shows: `list`, `map`, `matrix`, `network`, `meshing`, `files`. This and the next ones follow the person's moves. */
  @property(MOVED) view = '';
  /** Words that are looked for. */
  @property(MOVED) search = '';
  /** Kinds of actors to show, by commas: `bibliotheque`, `ccas`, `operateur_mediation`… */
  @property(MOVED) kind = '';
  /** INSEE codes of the communes to show, by commas: a filter that the person can take off. */
  @property(MOVED) commune = '';
  /** Services to show, in the national standard's words, by commas (by semicolons when one has a comma). */
  @property(MOVED) service = '';
  /** Audiences to show, by commas. */
  @property(MOVED) audience = '';
  /** National programmes to show, by commas. */
  @property(MOVED) programme = '';
  /** Who to show by links, by commas: `linked`, `unlinked`, `souhaite`, `rompu`. */
  @property(MOVED) linking = '';
  /** Identifier of the actor whose card is open. */
  @property(MOVED) actor = '';
  /** Actors, places and links can be added and changed; they are kept on this device. */
  @property({ type: Boolean, reflect: true }) editable = false;
  /** INSEE codes, by commas: the map holds only the actors that are there. */
  @property() communes = '';
  /** SIREN of the intercommunal body. */
  @property() epci = '';
  /** The national map's attribute: what `territoires` names: `communes`, `epci`, `departements` or `regions`. */
  @property({ attribute: 'territoire-type' }) territoireType = '';
  /** The national map's attribute: codes, by commas. */
  @property() territoires = '';
  /** Address of the communes' outlines (GeoJSON or TopoJSON with a property `code`), in place of computed cells. */
  @property() outlines = '';
  /** Address to which a reader's proposals go, as answers: the collector's `…/surveys/corrections/answers`, or any that takes JSON. Without it nor `contact`, the survey `corrections` of the collector that the `<asb-commons>` around names. */
  @property() corrections = '';
  /** Keeps view, filters and actor in the page's address, under this prefix: `acteurs` gives `?acteurs.view=map`. Two maps of one page need two. */
  @property({ attribute: 'url-state' }) urlState = '';
  /** Address of pictures under the map (`https://…/{z}/{x}/{y}.png`); asks that site. None by default. Needs `tiles-attribution`. */
  @property() tiles = '';
  /** Whose pictures those are, as their licence asks to say it. */
  @property({ attribute: 'tiles-attribution' }) tilesAttribution = '';
  /** E-mail address to which a reader proposes a correction. */
  @property() contact = '';
  /** Tells apart two maps on one site. */
  @property({ attribute: 'storage-key' }) storageKey = '';
  /** The communes that are known; without it, those of the `<asb-commons>` around, or of the Métropole Européenne de Lille. */
  @property({ attribute: false }) territory: Territory | undefined;

  @state() private work: Work | undefined;
  @state() private failure: Failure | undefined;
  /** A file is held above the element. */
  @state() private dropping = false;

  readonly #internals = this.attachInternals();
  readonly #announcer = new Announcer(this);
  readonly #keeping = new Keeping(this);
  readonly #remarks: RemarkDrafts = new Map();
  #given: unknown;
  /** Loading, not shown yet. */
  #coming: Work | undefined;
  #turn = 0;
  #focus: readonly string[] = [];
  #seen = '';
  #moves = new Moves();
  #movedByPage = false;
  #addressRead = false;
  #within: Within = { communes: [], departments: [], groups: [] };

  /** Actors, places and links, or the text of a file. Setting it replaces those that stand; what cannot be read is told and changes nothing. */
  @property({ attribute: false })
  get value(): ActorData | undefined {
    return this.work?.own;
  }

  set value(value: ActorData | string | undefined) {
    this.#given = value;
    if (this.work && value !== undefined) void this.#open(this.work, value).then((opened) => { if (opened) this.#keep(); });
  }

  /** The form that the element belongs to, for which the records stand as JSON under its `name`. */
  get form(): HTMLFormElement | null {
    return this.#internals.form;
  }

  /** @internal */
  get words(): Words {
    return wordsIn(this.locale);
  }

  constructor() {
    super();
    // On the element, whatever it shows: a file that is let go above it must not take the page away.
    for (const name of ['dragover', 'dragleave', 'drop'] as const) this.addEventListener(name, this.#drag);
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
    if (!this.hasUpdated || SOURCES.some((name) => changed.has(name))) void this.#load();
    if (changed.has('view')) this.#view(); // warns
    if (this.work && this.#moves.agree(this, this.work)) this.#movedByPage = true;
  }

  /** @internal */
  override territoryMoved(): void {
    if (!this.territory) void this.#load();
  }

  protected override updated(): void {
    this.#internals.setFormValue(this.work && this.form ? JSON.stringify(recordOf(this.work.own)) : null);
    this.#tellView();
    const [target] = this.#focus.flatMap((selector) => this.renderRoot.querySelector<HTMLElement>(selector) ?? []);
    if (!target) return;
    this.#focus = [];
    target.focus();
    target.scrollIntoView({ block: 'nearest' });
  }

  #view(): Work['view'] {
    return this.oneOf('view', (this.view as string | null) ?? '', VIEWS);
  }

  /** Once for each move of the person; the first picture is nobody's move. */
  #tellView(): void {
    const { work } = this;
    if (!work) return;
    const seen = JSON.stringify([work.view, work.selected, work.filters]);
    if (this.urlState !== '' && this.#seen !== '' && seen !== this.#seen) this.#writeAddress(work);
    if (this.#seen !== '' && seen !== this.#seen && !this.#movedByPage) this.dispatchEvent(new ActorMapViewEvent(work.view, work.selected, work.found.entries.map(({ actor }) => actor.id)));
    this.#seen = seen;
    this.#movedByPage = false;
  }

  #tiles(): Tiles | undefined {
    const tiles = tilesOf(this.tiles, this.tilesAttribution, document.baseURI);
    if (this.tiles !== '' && !tiles) warnOnce(`<${this.localName} tiles="${this.tiles}">: needs an address with {x}, {y} and {z}, and tiles-attribution; none is shown.`);
    return tiles;
  }

  /** Empty when nobody takes proposals. A page that names an e-mail address chose it over the collector around. */
  #corrections(): string {
    const { url } = this.surroundings?.collector ?? {};
    if (this.corrections !== '') return webAddress(this.corrections) ?? '';
    return (url !== undefined && this.contact === '' && webAddress(`${url.replace(/\/+$/, '')}/surveys/corrections/answers`)) || '';
  }

  /** Where the page cannot be given another address (a sandboxed frame), nothing happens. */
  #writeAddress({ view, selected, filters }: Work): void {
    try {
      const search = writeAddress(location.search, this.urlState, { view, ...(selected === undefined ? {} : { selected }), filters }, this.#moves.first);
      history.replaceState(history.state, '', `${location.pathname}${search}${location.hash}`);
    } catch { /* the frame's own address stays */ }
  }

  async #load(): Promise<void> {
    const turn = ++this.#turn;
    this.failure = undefined;
    const prepared = prepareView(this.#view());
    records().catch(() => undefined);
    const type = this.oneOf('territoire-type', this.territoireType, TERRITORY_TYPES);
    const [around, within] = await Promise.all([this.territory ?? this.territoryAround(), readAsked(this, type).catch(() => undefined)]);
    const territory = around ?? (await loadTerritory().catch(() => undefined));
    await prepared;
    if (turn !== this.#turn) return;
    if (!territory || !within) {
      this.failure = { failure: 'failScript', details: [] };
      return;
    }
    this.#within = within;
    const keeping = this.#keeping;
    const work = new Work(territory, {
      edited: (data) => {
        this.#keep(work);
        this.dispatchEvent(new ActorMapChangeEvent(data));
      },
      redraw: () => { this.requestUpdate(); },
      get author() { return keeping.author; },
    });
    const moves = new Moves();
    this.#seen = '';
    work.shared = this.#keeping.inWorkspace;
    this.#coming = work;
    if (work.shared && !this.#keeping.workspace) return; // `reopen` comes
    const kept = await this.#restore(work);
    if (!kept && this.#given === undefined && this.src !== '') {
      const loaded = await loadSource(this.src, territory, this.locale);
      if (turn !== this.#turn) return;
      if ('failure' in loaded) {
        this.work = undefined;
        this.failure = loaded;
        return;
      }
      work.take(this.#inside(loaded.data, work));
      if (this.editable && loaded.problems.length > 0) work.notice = { tone: 'info', text: this.words.t('remarks', { count: loaded.problems.length }), details: loaded.problems };
    }
    if (!kept && this.#given !== undefined) await this.#open(work, this.#given);
    if (turn !== this.#turn) return;
    moves.agree(this, work);
    if (this.urlState !== '' && !this.#addressRead) {
      this.#addressRead = true; // once: what the person does next is theirs
      const { view, selected, filters } = readAddress(location.search, this.urlState);
      // An address that says something says all of it.
      if (view ?? selected ?? Object.keys(filters)[0]) work.show({ ...(view && { view }), filters, selected: selected !== undefined && work.index.get(selected) ? selected : undefined });
    }
    this.#moves = moves;
    this.#coming = undefined;
    this.work = work;
    // Once the first view stands.
    void this.updateComplete.then(loadLaterViews).then((came) => { if (came) this.requestUpdate(); });
  }

  /** Only what stands in the communes that the page asks for. */
  #inside(data: ActorData, { territory }: Work): ActorData {
    return communesAsked(data, territory, this.#within);
  }

  /** What is kept under this page's key, or in the workspace around; true when there is something, readable or not. What cannot be read is left where it is, and told. */
  async #restore(work: Work): Promise<boolean> {
    if (work.shared) return this.#keeping.openShared();
    const kept = this.editable ? await this.#keeping.openKept(['actors', this.storageKey].join(' ')) : undefined;
    if (kept === undefined) return false;
    const read = await readValue(kept, this.locale, work.territory).catch(() => undefined);
    if (read && 'data' in read) {
      work.take(read.data);
      work.waiting = await readWaiting(kept, this.locale);
    } else work.notice = { tone: 'trouble', text: this.words.t('keptUnreadable'), details: read?.problems ?? [] };
    return true;
  }

  #keep(work = this.work): void {
    if (this.editable && work) this.#keeping.write(work.data, work.waiting);
  }

  /** @internal */
  adopt(value: unknown): void {
    const { work } = this;
    if (!work) return;
    void Promise.all([readValue(value, this.locale, work.territory), readWaiting(value, this.locale)]).then(([read, waiting]) => {
      if (!('data' in read)) return;
      work.waiting = waiting;
      work.take(read.data);
    }, () => undefined);
  }

  /** @internal */
  follow(data: ActorData): ActorData {
    const work = this.#coming ?? this.work;
    if (!work) return data;
    const shown = this.#inside(data, work);
    work.take(shown);
    return shown;
  }

  /** @internal */
  reopen(): void {
    if (!this.work) void this.#load();
    else if (!this.#keeping.openShared()) this.work.take(NO_ACTORS);
  }

  /** Takes what the page gives; true when it took the place of what stood. */
  async #open(work: Work, input: unknown): Promise<boolean> {
    const read = await readValue(input, this.locale, work.territory).catch(() => undefined);
    if (read && 'data' in read) {
      work.take(this.#inside(read.data, work));
      return true;
    }
    work.show({ notice: { tone: 'trouble', text: this.words.t('valueUnreadable'), details: read?.problems ?? [] } });
    return false;
  }

  async #erase(work: Work): Promise<void> {
    await this.#keeping.erase();
    work.waiting = NO_ACTORS;
    work.take(NO_ACTORS);
    this.dispatchEvent(new ActorMapChangeEvent(work.data));
    work.show({ view: 'list', filters: {}, erasing: false, editing: undefined, notice: { tone: 'info', text: this.words.t(work.shared ? 'erasedShared' : 'erased') } });
    this.#focusOn('[data-focus=notice]');
  }

  /** Draws, then moves the focus to the first of these that is there. */
  #focusOn(...selectors: readonly string[]): void {
    this.#focus = selectors;
    this.requestUpdate();
  }

  /** The records, as a file holds them. */
  toJSON(): ReturnType<typeof recordOf> | null {
    return this.work ? recordOf(this.work.own) : null;
  }

  /** Hands over what shows (`csv`, `geojson`, `links`, `gexf`; `svg` or `png` of the map, the network or the matrix), everything (`json`), or opens the print dialog. Does nothing before the actors are here. */
  download(format: Format | 'print' = 'json'): void {
    const { work } = this;
    if (!work) return;
    if (format === 'print') printAlone(this.renderRoot);
    else void this.#handOver(work, format);
  }

  async #import(work: Work, act: (importing: typeof import('./importing.ts')) => Promise<void>): Promise<void> {
    try {
      await act(await import('./importing.ts'));
    } catch {
      work.show({ notice: { tone: 'trouble', text: this.words.t('openScript') } });
      this.#focusOn('[data-focus=notice]');
    }
  }

  async #handOver(work: Work, format: Format): Promise<void> {
    const { t } = this.words;
    try {
      const output = await import('./output.ts');
      if (format === 'svg' || format === 'png') {
        if (await output.handOverPicture(format, work, this.renderRoot, this.#tiles(), this.words)) this.#announcer.say(t('handedOver'));
        else this.#announcer.say(t('noPicture'));
        return;
      }
      const problems = await output.handOver(format, work, this.locale);
      this.#announcer.say(t('handedOver'));
      if (problems.length === 0) return;
      work.show({ notice: { tone: 'info', text: t('exportRemarks', { count: problems.length }), details: problems } });
    } catch {
      work.show({ notice: { tone: 'trouble', text: t('handOverFailed') } });
      this.#focusOn('[data-focus=notice]');
    }
  }

  readonly #drag = (event: DragEvent): void => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault(); // the browser would leave the page for the file
    const { work } = this;
    this.dropping = event.type === 'dragover' && work !== undefined;
    const [file] = event.dataTransfer.files;
    if (event.type === 'drop' && file && work) this.#context(work).openFile(file);
  };

  #context(work: Work): ViewContext {
    const context: ViewContext = {
      work, words: this.words, editable: this.editable && !this.#keeping.readonly, contact: this.contact, corrections: this.#corrections(), hasSource: this.src !== '', outlines: this.outlines, tiles: this.#tiles(),
      workspace: this.#keeping.workspace, author: this.#keeping.author, remarks: this.#remarks,
      announce: (text) => { this.#announcer.say(text); },
      focusOn: (...selectors) => { this.#focusOn(...selectors); },
      openActor: (id) => {
        work.show({ selected: id, editing: undefined });
        this.#focusOn('[data-focus=actor]');
      },
      download: (format) => { this.download(format as Format | 'print'); },
      openFile: (file) => { void this.#import(work, ({ importFile }) => importFile(file, context, this.locale)); },
      compareSource: () => { void this.#import(work, ({ importSource }) => importSource(this.src, context, this.locale)); },
      erase: () => { void this.#erase(work); },
    };
    return context;
  }

  protected override render(): unknown {
    const { words, work, failure } = this;
    const { t } = words;
    if (failure) {
      return html`<div class="box" part="actors"><div class="note trouble" part="error" role="alert"><h2>${t('failed')}</h2><p>${t(failure.failure, { status: failure.status ?? '' })}</p>
        ${renderProblems(failure.details, words)}
        <button type="button" class="secondary" part="button" @click=${() => { void this.#load(); }}>${t('retry')}</button></div><slot></slot></div>`;
    }
    if (!work) return html`<div class="box" part="actors" aria-busy="true"><p class="soft">${t('loading')}</p><slot></slot></div>`;
    const theirs = async (): Promise<void> => {
      const value = await this.#keeping.takeTheirs();
      if (value !== undefined) this.adopt(value);
    };
    return html`<div class="box ${this.dropping ? 'dropping' : ''}" part="actors">${this.dropping ? html`<p class="drop">${t(this.editable ? 'dropHere' : 'dropLook')}</p>` : nothing}<div class="head"><h2>${t('title')}</h2>${this.editable && !this.#keeping.readonly ? renderStatus(this.#keeping.state, words, {
      mine: () => { this.#keeping.keepMine(work.data, work.waiting); },
      theirs: () => { void theirs(); },
    }) : nothing}</div>
      ${renderWork(this.#context(work))}</div>${this.#announcer.render()}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'asb-actor-map': AsbActorMap;
  }
}
