import type { ActorData, ActorMerge } from '@assembleurs/commons/actors';
import { type ActorEntry, type ActorFilters, ActorIndex, type Facet, type Found } from '@assembleurs/commons/actors/facets';
import type { CsvTable } from '@assembleurs/commons/actors/formats/free-csv';
import { withHistory } from '@assembleurs/commons/actors/history';
import type { Territory } from '@assembleurs/commons/territory';

/** The four pictures of one set of actors, what is measured on it, and its files. */
export const VIEWS = ['list', 'map', 'matrix', 'network', 'meshing', 'files'] as const;
export type View = (typeof VIEWS)[number];

export const SORTS = ['name', 'kind', 'commune', 'places', 'links'] as const;
export type Sort = (typeof SORTS)[number];

export interface Notice {
  readonly tone: 'info' | 'trouble';
  readonly text: string;
  readonly details?: readonly { readonly path: string; readonly text: string; readonly line?: number | undefined }[];
}

/** What a form stands open on. Without an `id`, a new record; a place and a link are an actor's. */
export type Editing =
  | { readonly type: 'actor'; readonly id?: string }
  | { readonly type: 'place'; readonly actor: string; readonly id?: string }
  /** `with`: the other actor, when it is chosen already. */
  | { readonly type: 'link'; readonly actor: string; readonly id?: string; readonly with?: string };

/** An import that waits for a person: what to take of it. */
export interface Review {
  readonly file: string;
  readonly merge: ActorMerge;
  /** By identifier of our record, the fields to take. */
  readonly fields: Readonly<Record<string, readonly string[]>>;
  /** By identifier of the doubtful incoming record. */
  readonly doubts: Readonly<Record<string, string | null>>;
}

/** Somebody's own table, whose columns a person says. */
export interface Mapping {
  readonly file: string;
  /** What reads tables: it came with the first one. */
  readonly tools: typeof import('@assembleurs/commons/actors/formats/free-csv');
  readonly table: CsvTable;
  readonly as: 'actors' | 'places';
  readonly uses: readonly string[];
}

export interface WorkHost {
  /** The person changed the data. */
  edited(data: ActorData): void;
  redraw(): void;
  /** Who writes here, as colleagues see them: a function or a service; empty when the page does not say. */
  readonly author: string;
}

interface Step {
  readonly data: ActorData;
  /** What was done, in words. */
  readonly what: string;
}

export const NO_ACTORS: ActorData = { actors: [], places: [], links: [] };

/** More steps than this nobody takes back. */
const MAX_STEPS = 100;

/**
 * A map of actors at work: the records, and where the person stands. The records come in by `take` and go out by `edit`, whole and
 * never changed in place: a shared document may stand behind them.
 */
export class Work {
  readonly territory: Territory;
  readonly #host: WorkHost;
  data: ActorData;
  view: View = 'list';
  filters: ActorFilters = {};
  sort: { readonly by: Sort; readonly down: boolean } = { by: 'name', down: false };
  /** Rows of the list that show. */
  rows = 50;
  /** The actor whose card is open. */
  selected: string | undefined;
  editing: Editing | undefined;
  notice: Notice | undefined;
  review: Review | undefined;
  mapping: Mapping | undefined;
  erasing = false;
  /** Incoming records about which nothing was decided. */
  waiting: ActorData = NO_ACTORS;
  #past: Step[] = [];
  #future: Step[] = [];
  #index: ActorIndex | undefined;
  #found: { readonly index: ActorIndex; readonly filters: ActorFilters; readonly found: Found } | undefined;

  constructor(territory: Territory, host: WorkHost, data: ActorData = NO_ACTORS) {
    this.territory = territory;
    this.#host = host;
    this.data = data;
  }

  get index(): ActorIndex {
    return (this.#index ??= new ActorIndex(this.data, this.territory));
  }

  /** The one set that every view shows. */
  get found(): Found {
    const { index, filters } = this;
    if (this.#found?.index !== index || this.#found.filters !== filters) this.#found = { index, filters, found: index.find(filters) };
    return this.#found.found;
  }

  get entry(): ActorEntry | undefined {
    return this.selected === undefined ? undefined : this.index.get(this.selected);
  }

  /** What shows, as data: the actors found, their places, the links between them. */
  get shown(): ActorData {
    const { entries } = this.found;
    if (entries.length === this.data.actors.length) return this.data;
    const ids = new Set(entries.map(({ actor }) => actor.id));
    return {
      actors: entries.map(({ actor }) => actor),
      places: entries.flatMap(({ places }) => places),
      links: this.data.links.filter(({ source, target }) => ids.has(source) && ids.has(target)),
    };
  }

  /** Takes what was kept, opened or given; nothing of it is to be taken back. */
  take(data: ActorData): void {
    this.#past = this.#future = [];
    this.#set(data);
  }

  /** What a colleague did as well: nothing of it is taken back here. */
  shared = false;

  /** The person changes the data; `what` says it, for taking back. `opened`: a file came as it was, and what happened before is its own to say. */
  edit(what: string, change: (data: ActorData) => ActorData, { opened = false }: { readonly opened?: boolean } = {}): void {
    const changed = change(this.data);
    if (changed === this.data) return;
    const next = opened ? changed : withHistory(this.data, changed, { day: new Date().toLocaleDateString('sv'), by: this.#host.author });
    // In a shared workspace, an old copy of everything would undo what colleagues did: the workspace takes back, change by change.
    this.#past = this.shared ? [] : [...this.#past, { data: this.data, what }].slice(-MAX_STEPS);
    this.#future = [];
    this.#set(next);
    this.#host.edited(next);
  }

  get undoable(): string | undefined {
    return this.#past.at(-1)?.what;
  }

  get redoable(): string | undefined {
    return this.#future.at(-1)?.what;
  }

  undo(): void {
    this.#back(this.#past, this.#future);
  }

  redo(): void {
    this.#back(this.#future, this.#past);
  }

  #back(from: Step[], to: Step[]): void {
    const step = from.pop();
    if (!step) return;
    to.push({ data: this.data, what: step.what });
    this.#set(step.data);
    this.#host.edited(step.data);
  }

  #set(data: ActorData): void {
    this.data = data;
    this.#index = undefined;
    if (this.selected !== undefined && !this.index.get(this.selected)) this.selected = undefined;
    this.#host.redraw();
  }

  /** The person moves, and the data stay. */
  show(change: Partial<Pick<Work, 'view' | 'filters' | 'sort' | 'rows' | 'selected' | 'editing' | 'notice' | 'review' | 'mapping' | 'erasing' | 'waiting'>>): void {
    Object.assign(this, change);
    this.#host.redraw();
  }

  /** Sets one facet, or the words. */
  filter(change: Partial<Record<Facet, readonly string[]>> & { readonly text?: string }): void {
    this.show({ filters: { ...this.filters, ...change }, rows: 50 });
  }

  communeName(code: string | undefined): string {
    return code === undefined ? '' : (this.territory.byCode(code)?.name ?? code);
  }
}
