/** Looking for actors: by words and by what they are, with the count of what each choice would give. One pass over the actors, whatever the filters. */
import { plainName } from '../territory/search.ts';
import type { Territory } from '../territory/territory.ts';
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
  /** What words are looked for in, in its plain form. */
  readonly text: string;
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

  constructor({ actors, places, links }: ActorData, territory: Territory) {
    const ids = new Set(actors.map(({ id }) => id));
    const held = grouped(places, ({ holder }) => (holder === undefined ? [] : [holder]));
    const bound = grouped(links.filter(({ source, target }) => ids.has(source) && ids.has(target)), ({ source, target }) => [source, target]);
    this.entries = actors.map((actor) => entryOf(actor, held.get(actor.id) ?? [], bound.get(actor.id) ?? [], territory));
    this.#byId = new Map(this.entries.map((entry) => [entry.actor.id, entry]));
  }

  get(id: string): ActorEntry | undefined {
    return this.#byId.get(id);
  }

  find(filters: ActorFilters): Found {
    const words = plainName(filters.text ?? '').split(' ').filter((word) => word !== '');
    const asked = FACETS.map((facet) => ({ facet, values: filters[facet] ?? [] })).filter(({ values }) => values.length > 0);
    const counts = Object.fromEntries(FACETS.map((facet) => [facet, new Map<string, number>()])) as Record<Facet, Map<string, number>>;
    const entries: ActorEntry[] = [];
    const count = (facet: Facet, { values }: ActorEntry): void => {
      for (const value of values[facet]) counts[facet].set(value, (counts[facet].get(value) ?? 0) + 1);
    };
    for (const entry of this.entries) {
      if (!words.every((word) => entry.text.includes(word))) continue;
      const misses = asked.filter(({ facet, values }) => !entry.values[facet].some((value) => values.includes(value)));
      const [first, second] = misses;
      if (!first) {
        entries.push(entry);
        for (const facet of FACETS) count(facet, entry);
      } else if (!second) count(first.facet, entry); // it would show, were another value of this facet chosen
    }
    return { entries, counts };
  }
}

function entryOf(actor: Actor, places: readonly Place[], links: readonly Link[], territory: Territory): ActorEntry {
  const all = (list: (place: Place) => readonly string[] | undefined): string[] => [...new Set(places.flatMap((place) => list(place) ?? []))];
  const communes = [...new Set([actor.commune, ...places.map(({ code_insee }) => code_insee)].filter((code) => code !== undefined))];
  const services = all((place) => place.services);
  const statuses = new Set(links.map(({ status }) => status));
  const linking: Linking[] = [statuses.has('existant') ? 'linked' : 'unlinked', ...(['souhaite', 'rompu'] as const).filter((status) => statuses.has(status))];
  const words = [
    actor.name, ...places.flatMap(({ nom, adresse = '', commune = '', code_postal = '' }) => [nom, adresse, commune, code_postal]),
    ...communes.map((code) => territory.byCode(code)?.name ?? ''),
  ];
  return {
    actor, places, links,
    values: {
      kind: [actor.kind], commune: communes, service: services, audience: [...new Set([...(actor.publics ?? []), ...all((place) => place.publics_specifiquement_adresses)])],
      programme: all((place) => place.dispositif_programmes_nationaux), linking,
    },
    text: plainName([...new Set(words)].join(' ')),
  };
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
