/** How well actors are bound together (axis 2): each number comes with the list that makes it. */
import type { Commune } from '../territory/model.ts';
import type { Territory } from '../territory/territory.ts';
import type { Actor, ActorData, Link, Place } from './model.ts';

const isLibrary = ({ kind }: Actor): boolean => kind === 'bibliotheque';
const isOperator = ({ kind }: Actor): boolean => kind === 'operateur_mediation';

/** Only links that exist count: one that is wished for, or broken, binds nobody. */
export const existing = (links: readonly Link[]): Link[] => links.filter(({ status }) => status === 'existant');

export const librariesOf = (data: ActorData): Actor[] => data.actors.filter(isLibrary);
export const operatorsOf = (data: ActorData): Actor[] => data.actors.filter(isOperator);

export interface LibraryCoverage {
  readonly total: number;
  /** From 0 to 1; undefined without any library: a share of nothing is no number. */
  readonly share: number | undefined;
  readonly linked: readonly Actor[];
  readonly unlinked: readonly Actor[];
}

/** Share of the libraries linked to at least one mediation operator, in either direction. */
export function libraryCoverage(data: ActorData): LibraryCoverage {
  const operators = new Set(operatorsOf(data).map(({ id }) => id));
  const reached = new Set(existing(data.links).flatMap(({ source, target }) => [
    ...(operators.has(source) ? [target] : []),
    ...(operators.has(target) ? [source] : []),
  ]));
  const libraries = librariesOf(data);
  const linked = libraries.filter(({ id }) => reached.has(id));
  return {
    total: libraries.length,
    share: libraries.length === 0 ? undefined : linked.length / libraries.length,
    linked,
    unlinked: libraries.filter(({ id }) => !reached.has(id)),
  };
}

/** Actors that no existing link reaches. */
export function isolatedActors({ actors, links }: ActorData): Actor[] {
  const ids = new Set(actors.map(({ id }) => id));
  // A link to somebody who is no longer there binds nobody.
  const bound = new Set(existing(links).filter(({ source, target }) => ids.has(source) && ids.has(target)).flatMap(({ source, target }) => [source, target]));
  return actors.filter(({ id }) => !bound.has(id));
}

/** A place that people may come to, by what it says of its ways in. */
const isOpen = ({ modalites_acces: ways }: Place): boolean => ways === undefined || !(ways.length === 1 && ways[0] === "Ce lieu n'accueille pas de public");

/**
 * Communes of the territory with neither a place that receives people nor the seat of a mediation operator or of a
 * France services centre. A place that says no commune counts for its holder's.
 */
export function communesWithoutOffer({ actors, places }: ActorData, territory: Territory): Commune[] {
  const seats = new Map(actors.map(({ id, commune }) => [id, commune]));
  const served = new Set<string | undefined>([
    ...places.filter(isOpen).map(({ code_insee, holder }) => code_insee ?? seats.get(holder ?? '')),
    ...actors.filter((actor) => isOperator(actor) || actor.kind === 'france_services').map(({ commune }) => commune),
  ]);
  return territory.communes.filter(({ code }) => !served.has(code));
}

export interface LinksSince {
  readonly links: readonly Link[];
  /** Existing links that do not say when they began: they may belong above, nobody knows. */
  readonly undated: readonly Link[];
}

/** Existing links that began on a day or after. A month or a year counts when all of it does: « 2026 » is not since March 2026. */
export function linksSince({ links }: ActorData, day: string): LinksSince {
  const first = (since: string): string => `${since}-01-01`.slice(0, 'AAAA-MM-JJ'.length);
  return {
    links: existing(links).filter(({ since }) => since !== undefined && first(since) >= day),
    undated: existing(links).filter(({ since }) => since === undefined),
  };
}
