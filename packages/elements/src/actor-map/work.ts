import type { ActorData, ActorMerge, ActorRecord, HolderMerge } from '@assembleurs/commons/actors';
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
  /** Whether our actors hold the places that come in. */
  readonly holders: HolderMerge;
  /** By identifier of our record, the fields to take. */
  readonly fields: Readonly<Record<string, readonly string[]>>;
  /** By identifier of the doubtful incoming record, or of the actor that would be made for a place. */
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

/** A reader looks at a file of theirs in place of what stands here: nothing of it is kept. */
export interface Looking {
  readonly file: string;
  readonly own: ActorData;
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
  readonly waiting: ActorData;
  /** What was done, in words. */
  readonly what: string;
}

export const NO_ACTORS: ActorData = { actors: [], places: [], links: [] };

const recordsOf = ({ actors, places, links }: ActorData): readonly ActorRecord[] => [...actors, ...places, ...links];
/** A file that is read again gives its records other identifiers. */
const saidBy = (record: ActorRecord): string => JSON.stringify({ ...record, id: '' });

/** What waited, without what was looked at again, and with what waits now. */
export function waitingAfter(waited: ActorData, looked: ActorData, waits: ActorData): ActorData {
  if (recordsOf(waited).length === 0) return waits;
  const again = new Set([...recordsOf(looked), ...recordsOf(waits)].flatMap((record) => [record.id, saidBy(record)]));
  const after = <T extends ActorRecord>(before: readonly T[], now: readonly T[]): readonly T[] => [...before.filter((record) => !again.has(record.id) && !again.has(saidBy(record))), ...now];
  return { actors: after(waited.actors, waits.actors), places: after(waited.places, waits.places), links: after(waited.links, waits.links) };
}

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
  looking: Looking | undefined;
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

  /** What is kept, exported whole and handed to the page: not a file that a reader only looks at. */
  get own(): ActorData {
    return this.looking?.own ?? this.data;
  }

  /** A reader looks at a file; without any, they come back to what stands here. */
  look(file?: string, data: ActorData = this.own): void {
    this.looking = file === undefined ? undefined : { file, own: this.own };
    this.#set(data);
  }

  /** Takes what was kept, opened or given; nothing of it is to be taken back. */
  take(data: ActorData): void {
    if (this.looking) { // it is there when the reader comes back
      this.looking = { ...this.looking, own: data };
      return;
    }
    this.#past = this.#future = [];
    this.#set(data);
  }

  /** What a colleague did as well: nothing of it is taken back here. */
  shared = false;

  /** The person changes the data; `what` says it, for taking back. `opened`: a file came as it was, and what happened before is its own to say. `waiting`: what waits for a decision from now on. */
  edit(what: string, change: (data: ActorData) => ActorData, { opened = false, waiting = this.waiting }: { readonly opened?: boolean; readonly waiting?: ActorData } = {}): void {
    const changed = change(this.data);
    if (changed === this.data && waiting === this.waiting) return;
    const next = opened ? changed : withHistory(this.data, changed, { day: new Date().toLocaleDateString('sv'), by: this.#host.author });
    // In a shared workspace, an old copy of everything would undo what colleagues did: the workspace takes back, change by change.
    this.#past = this.shared ? [] : [...this.#past, { data: this.data, waiting: this.waiting, what }].slice(-MAX_STEPS);
    this.#future = [];
    this.waiting = waiting;
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
    to.push({ data: this.data, waiting: this.waiting, what: step.what });
    this.waiting = step.waiting;
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
