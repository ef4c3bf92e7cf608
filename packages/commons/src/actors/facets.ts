/** Looking for actors: by words and by what they are, with the count of what each choice would give. One pass over the actors, whatever the filters. */
import { plainName } from '../territory/search.ts';
import type { Territory } from '../territory/territory.ts';
import { FacetColumn } from './facet-column.ts';
import type { Actor, ActorData, Link, Place } from './model.ts';

export const FACETS = ['kind', 'commune', 'service', 'audience', 'programme', 'linking'] as const;
export type Facet = (typeof FACETS)[number];

/** Of the facet `linking`: who has an existing link, who has none; and beside, who wishes for one or had one. */
export const LINKINGS = ['linked', 'unlinked', 'souhaite', 'rompu'] as const;
export type Linking = (typeof LINKINGS)[number];

/** Values of one facet widen, facets narrow; a facet without any value asks for nothing. */
export type ActorFilters = Readonly<Partial<Record<Facet, readonly string[]>>> & { readonly text?: string };

/** An actor with what concerns it, looked up once. */
export interface ActorEntry {
  readonly actor: Actor;
  readonly places: readonly Place[];
  /** Those whose other end is there too. */
  readonly links: readonly Link[];
  readonly values: Readonly<Record<Facet, readonly string[]>>;
}

export interface Found {
  readonly entries: readonly ActorEntry[];
  /** By facet and value: how many would show with this value, the other facets being as they are. */
  readonly counts: Readonly<Record<Facet, ReadonlyMap<string, number>>>;
}

export class ActorIndex {
  /** In the order of the data. */
  readonly entries: readonly ActorEntry[];
  readonly #byId: ReadonlyMap<string, ActorEntry>;
  readonly #territory: Territory;
  #columns: Readonly<Record<Facet, FacetColumn>> | undefined;
  #texts: readonly string[] | undefined;

  constructor({ actors, places, links }: ActorData, territory: Territory) {
    const ids = new Set(links.length > 0 ? actors.map(({ id }) => id) : []);
    const held = grouped(places, ({ holder }) => (holder === undefined ? [] : [holder]));
    const bound = grouped(links.filter(({ source, target }) => ids.has(source) && ids.has(target)), ({ source, target }) => [source, target]);
    this.entries = actors.map((actor) => entryOf(actor, held.get(actor.id) ?? NONE, bound.get(actor.id) ?? NONE));
    this.#byId = new Map(this.entries.map((entry) => [entry.actor.id, entry]));
    this.#territory = territory;
  }

  get(id: string): ActorEntry | undefined {
    return this.#byId.get(id);
  }

  /** What words are looked for in, in its plain form: made when somebody first types one. */
  get texts(): readonly string[] {
    return (this.#texts ??= this.entries.map((entry) => textOf(entry, this.#territory)));
  }

  find(filters: ActorFilters): Found {
    const words = plainName(filters.text ?? '').split(' ').filter((word) => word !== '');
    const texts = words.length > 0 ? this.texts : undefined;
    this.#columns ??= Object.fromEntries(FACETS.map((facet) => [facet, new FacetColumn(this.entries.map(({ values }) => values[facet]))])) as Record<Facet, FacetColumn>;
    const columns = FACETS.map((facet) => {
      const column = this.#columns?.[facet] ?? new FacetColumn([]);
      const values = filters[facet] ?? [];
      return { facet, column, chosen: values.length > 0 ? column.chosen(values) : undefined, counts: new Uint32Array(column.values.length) };
    });
    const entries: ActorEntry[] = [];
    this.entries.forEach((entry, at) => {
      if (texts && !words.every((word) => texts[at]?.includes(word))) return;
      let [misses, missed]: [number, (typeof columns)[number] | undefined] = [0, undefined];
      for (const each of columns) {
        if (!each.chosen || each.column.hits(at, each.chosen)) continue;
        missed = each;
        if (++misses > 1) return;
      }
      if (missed) missed.column.tally(at, missed.counts); // it would show, were another value of this facet chosen
      else {
        entries.push(entry);
        for (const { column, counts } of columns) column.tally(at, counts);
      }
    });
    return { entries, counts: Object.fromEntries(columns.map(({ facet, column, counts }) => [facet, column.counted(counts)])) as Record<Facet, Map<string, number>> };
  }
}

const NONE: readonly never[] = [];
/** Without any link, as most places of a national file are. */
const UNLINKED: readonly Linking[] = ['unlinked'];

function entryOf(actor: Actor, places: readonly Place[], links: readonly Link[]): ActorEntry {
  const all = (list: (place: Place) => readonly string[] | undefined): readonly string[] => (places.length === 0 ? NONE : [...new Set(places.flatMap((place) => list(place) ?? []))]);
  const audiences = all((place) => place.publics_specifiquement_adresses);
  return {
    actor, places, links,
    values: {
      kind: [actor.kind], commune: communesOf(actor, places), service: all((place) => place.services), audience: actor.publics ? [...new Set([...actor.publics, ...audiences])] : audiences,
      programme: all((place) => place.dispositif_programmes_nationaux), linking: links.length === 0 ? UNLINKED : linkingOf(links),
    },
  };
}

function communesOf({ commune }: Actor, places: readonly Place[]): readonly string[] {
  if (places.length === 0) return commune === undefined ? NONE : [commune];
  return [...new Set([commune, ...places.map(({ code_insee }) => code_insee)].filter((code) => code !== undefined))];
}

function linkingOf(links: readonly Link[]): readonly Linking[] {
  const statuses = new Set(links.map(({ status }) => status));
  return [statuses.has('existant') ? 'linked' : 'unlinked', ...(['souhaite', 'rompu'] as const).filter((status) => statuses.has(status))];
}

function textOf({ actor, places, values }: ActorEntry, territory: Territory): string {
  const words = [
    actor.name, ...places.flatMap(({ nom, adresse = '', commune = '', code_postal = '' }) => [nom, adresse, commune, code_postal]),
    ...values.commune.map((code) => territory.byCode(code)?.name ?? ''),
  ];
  return plainName([...new Set(words)].join(' '));
}

function grouped<T>(items: readonly T[], keysOf: (item: T) => readonly string[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    for (const key of keysOf(item)) {
      const group = groups.get(key);
      if (group) group.push(item);
      else groups.set(key, [item]);
    }
  }
  return groups;
}
