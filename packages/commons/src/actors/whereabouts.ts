/** Where actors are: at the places that they hold; else where they say; else, roughly, at the centre of their commune. */
import type { Territory } from '../territory/territory.ts';
import { distanceKm, pointOf } from './distance.ts';
import type { Point } from './distance.ts';
import type { Actor, ActorData } from './model.ts';

export interface Whereabouts {
  readonly points: readonly Point[];
  /** The centre of the commune stands for an address that nobody gave. */
  readonly rough: boolean;
}

/** By identifier of actor; who is nowhere is absent. */
export function whereabouts({ actors, places }: ActorData, territory: Territory): ReadonlyMap<string, Whereabouts> {
  const held = new Map<string, Point[]>();
  for (const place of places) {
    const point = pointOf(place);
    if (place.holder === undefined || !point) continue;
    const points = held.get(place.holder);
    if (points) points.push(point);
    else held.set(place.holder, [point]);
  }
  return new Map(actors.flatMap((actor): [string, Whereabouts][] => {
    const own = pointOf(actor);
    const points = held.get(actor.id) ?? (own ? [own] : undefined);
    if (points) return [[actor.id, { points, rough: false }]];
    const [longitude, latitude] = territory.byCode(actor.commune ?? '')?.centre ?? [];
    const centre = pointOf({ latitude, longitude });
    return centre ? [[actor.id, { points: [centre], rough: true }]] : [];
  }));
}

export interface Gap {
  readonly kilometres: number;
  readonly rough: boolean;
}

/** Between the two points that are closest. */
export function gapBetween(a: Whereabouts | undefined, b: Whereabouts | undefined): Gap | undefined {
  if (!a || !b) return undefined;
  const all = a.points.flatMap((from) => b.points.map((to) => distanceKm(from, to)));
  return { kilometres: Math.min(...all), rough: a.rough || b.rough };
}

/** Communes where an actor is: its own, and those of its places. */
export function communesOf({ id, commune }: Actor, places: ActorData['places']): ReadonlySet<string> {
  const codes = places.flatMap(({ holder, code_insee }) => (holder === id && code_insee !== undefined ? [code_insee] : []));
  return new Set(commune === undefined ? codes : [commune, ...codes]);
}
