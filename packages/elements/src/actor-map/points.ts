/** Where the actors that show stand: at their places; else where they say; else, roughly, at the centre of their commune. */
import type { ActorEntry } from '@assembleurs/commons/actors/facets';
import type { ActorKind } from '@assembleurs/commons/actors/kinds';
import type { Territory } from '@assembleurs/commons/territory';
import { type Spot, toWorld } from './world.ts';

export interface MapPoint {
  readonly id: string;
  readonly actor: string;
  readonly name: string;
  readonly kind: ActorKind;
  readonly commune: string | undefined;
  readonly at: Spot;
  /** The same, in shares of the world. */
  readonly world: Spot;
  /** Only the commune is known. */
  readonly rough: boolean;
}

export interface Points {
  readonly points: readonly MapPoint[];
  /** Actors that no place and no commune puts anywhere: they are in the list alone. */
  readonly nowhere: readonly ActorEntry[];
}

/** An entry stands for as long as its data: where it is, is worked out once and not at each filter. */
const known = new WeakMap<ActorEntry, readonly MapPoint[]>();

export function pointsOf(entries: readonly ActorEntry[], territory: Territory): Points {
  const points: MapPoint[] = [];
  const nowhere: ActorEntry[] = [];
  for (const entry of entries) {
    let own = known.get(entry);
    if (!own) known.set(entry, (own = pointsOfOne(entry, territory)));
    if (own.length === 0) nowhere.push(entry);
    for (const point of own) points.push(point);
  }
  return { points, nowhere };
}

function pointsOfOne({ actor: { id, name, kind, commune, latitude, longitude }, places }: ActorEntry, territory: Territory): readonly MapPoint[] {
  const point = (own: string, title: string, code: string | undefined, at: Spot, rough = false): MapPoint => ({ id: own, actor: id, name: title, kind, commune: code, at, world: toWorld(at), rough });
  const held = places.flatMap((place) => (place.latitude === undefined || place.longitude === undefined ? []
    : [point(place.id, place.nom === name ? name : `${name}, ${place.nom}`, place.code_insee ?? commune, [place.longitude, place.latitude])]));
  if (held.length > 0) return held;
  if (latitude !== undefined && longitude !== undefined) return [point(id, name, commune, [longitude, latitude])];
  const centre = territory.byCode(commune ?? '')?.centre;
  return centre ? [point(id, name, commune, centre, true)] : [];
}

/** Shapes tell apart what colours do for some: twelve kinds, six shapes. */
export const SHAPES = ['library', 'operator', 'institution', 'social', 'france', 'other'] as const;
export type Shape = (typeof SHAPES)[number];

const SHAPE_OF: Readonly<Record<ActorKind, Shape>> = {
  bibliotheque: 'library', operateur_mediation: 'operator', commune: 'institution', ccas: 'institution', epci: 'institution', departement: 'institution', etat: 'institution',
  centre_social: 'social', association: 'social', operateur_social: 'social', france_services: 'france', autre: 'other',
};
export const shapeOf = (kind: ActorKind): Shape => SHAPE_OF[kind];
