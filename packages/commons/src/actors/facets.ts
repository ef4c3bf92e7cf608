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

/** What an actor is, facet by facet. */
type Values = ActorEntry['values'];

export class ActorIndex {
  /** In the order of the data. */
  readonly entries: readonly ActorEntry[];
  readonly #territory: Territory;
  /** Each once: most actors of a large file differ in nothing that a facet tells, and are judged together. */
  readonly #profiles: readonly Values[];
  /** By entry, its profile. */
  readonly #profileOf: Uint32Array;
  readonly #columns: readonly { readonly facet: Facet; readonly column: FacetColumn }[];
  #byId: ReadonlyMap<string, ActorEntry> | undefined;
  #texts: readonly string[] | undefined;

  constructor({ actors, places, links }: ActorData, territory: Territory) {
    const ids = new Set(links.length > 0 ? actors.map(({ id }) => id) : []);
    const held = grouped(places, ({ holder }) => (holder === undefined ? [] : [holder]));
    const bound = grouped(links.filter(({ source, target }) => ids.has(source) && ids.has(target)), ({ source, target }) => [source, target]);
    const profiles = new Profiles();
    this.#profileOf = new Uint32Array(actors.length);
    this.entries = actors.map((actor, at) => {
      const [own, ties] = [held.get(actor.id) ?? NONE, bound.get(actor.id) ?? NONE];
      const profile = profiles.of(actor, own, ties);
      this.#profileOf[at] = profile;
      return { actor, places: own, links: ties, values: profiles.all[profile] ?? valuesOf(actor, own, ties) };
    });
    this.#profiles = profiles.all;
    this.#columns = FACETS.map((facet) => ({ facet, column: new FacetColumn(this.#profiles.map((values) => values[facet])) }));
    this.#territory = territory;
  }

  get(id: string): ActorEntry | undefined {
    this.#byId ??= new Map(this.entries.map((entry) => [entry.actor.id, entry]));
    return this.#byId.get(id);
  }

  /** What words are looked for in, in its plain form: made when somebody first types one. */
  get texts(): readonly string[] {
    return (this.#texts ??= this.entries.map((entry) => textOf(entry, this.#territory)));
  }

  find(filters: ActorFilters): Found {
    const words = plainName(filters.text ?? '').split(' ').filter((word) => word !== '');
    const texts = words.length > 0 ? this.texts : undefined;
    const columns = this.#columns.map(({ facet, column }) => {
      const values = filters[facet] ?? [];
      return { facet, column, chosen: values.length > 0 ? column.chosen(values) : undefined, counts: new Uint32Array(column.values.length) };
    });
    // By profile, the facets that it misses: it shows with none, and would show with one, were another value of that facet chosen.
    const misses = this.#profiles.map((_, profile) => columns.filter(({ column, chosen }) => chosen && !column.hits(profile, chosen)));
    const met = new Uint32Array(this.#profiles.length);
    const entries = this.entries.filter((_, at) => {
      const profile = this.#profileOf[at] ?? 0;
      const missed = misses[profile]?.length ?? 0;
      if (missed > 1 || (texts && !words.every((word) => texts[at]?.includes(word)))) return false;
      met[profile] = (met[profile] ?? 0) + 1;
      return missed === 0;
    });
    misses.forEach((missed, profile) => {
      const times = met[profile] ?? 0;
      if (times > 0) for (const { column, counts } of missed.length === 0 ? columns : missed) column.tally(profile, counts, times);
    });
    return { entries, counts: Object.fromEntries(columns.map(({ facet, column, counts }) => [facet, column.counted(counts)])) as Record<Facet, Map<string, number>> };
  }
}

const NONE: readonly never[] = [];
/** Without any link, as most places of a national file are. */
const UNLINKED: readonly Linking[] = ['unlinked'];

class Profiles {
  readonly all: Values[] = [];
  /** Of actors of which kind and commune alone are known. */
  readonly #plain = new Map<string, Map<string | undefined, number>>();

  of(actor: Actor, places: readonly Place[], links: readonly Link[]): number {
    if (places.length > 0 || links.length > 0 || actor.publics) return this.#add(valuesOf(actor, places, links));
    const alike = this.#plain.get(actor.kind) ?? new Map<string | undefined, number>();
    const known = alike.get(actor.commune) ?? this.#add(valuesOf(actor, places, links));
    if (alike.size === 0) this.#plain.set(actor.kind, alike);
    alike.set(actor.commune, known);
    return known;
  }

  #add(values: Values): number {
    return this.all.push(values) - 1;
  }
}

function valuesOf(actor: Actor, places: readonly Place[], links: readonly Link[]): Values {
  const all = (list: (place: Place) => readonly string[] | undefined): readonly string[] => (places.length === 0 ? NONE : [...new Set(places.flatMap((place) => list(place) ?? []))]);
  const audiences = all((place) => place.publics_specifiquement_adresses);
  return {
    kind: [actor.kind], commune: communesOf(actor, places), service: all((place) => place.services), audience: actor.publics ? [...new Set([...actor.publics, ...audiences])] : audiences,
    programme: all((place) => place.dispositif_programmes_nationaux), linking: links.length === 0 ? UNLINKED : linkingOf(links),
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
