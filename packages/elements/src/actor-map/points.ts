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

/** All that a file puts on the map: where each entry is, worked out once and not at each filter. */
export interface Ground extends Points {
  readonly entries: readonly ActorEntry[];
  /** Points of entry n are those from `starts[n]` to before `starts[n + 1]`. */
  readonly starts: Uint32Array;
}

export function groundOf(entries: readonly ActorEntry[], territory: Territory): Ground {
  const points: MapPoint[] = [];
  const nowhere: ActorEntry[] = [];
  const starts = new Uint32Array(entries.length + 1);
  entries.forEach((entry, at) => {
    addPoints(entry, territory, points);
    starts[at + 1] = points.length;
    if (starts[at] === points.length) nowhere.push(entry);
  });
  return { entries, points, nowhere, starts };
}

/** Of some of the entries, in the same order. */
export function pointsAmong(ground: Ground, entries: readonly ActorEntry[]): Points {
  // Nothing is filtered: the same points, grouped already.
  if (entries.length === ground.entries.length) return ground;
  const points: MapPoint[] = [];
  const nowhere: ActorEntry[] = [];
  let next = 0;
  for (let at = 0; at < ground.entries.length && next < entries.length; at += 1) {
    const entry = entries[next];
    if (!entry || entry !== ground.entries[at]) continue;
    next += 1;
    const [from, to] = [ground.starts[at] ?? 0, ground.starts[at + 1] ?? 0];
    if (from === to) nowhere.push(entry);
    for (let point = from; point < to; point += 1) points.push(ground.points[point] as MapPoint);
  }
  return { points, nowhere };
}

/** At its places; else where it says; else at the centre of its commune; else nowhere. */
function addPoints({ actor: { id, name, kind, commune, latitude, longitude }, places }: ActorEntry, territory: Territory, points: MapPoint[]): void {
  const before = points.length;
  for (const place of places) {
    if (place.latitude === undefined || place.longitude === undefined) continue;
    const at: Spot = [place.longitude, place.latitude];
    points.push({ id: place.id, actor: id, name: place.nom === name ? name : `${name}, ${place.nom}`, kind, commune: place.code_insee ?? commune, at, world: toWorld(at), rough: false });
  }
  if (points.length > before) return;
  const rough = latitude === undefined || longitude === undefined;
  const at: Spot | undefined = rough ? territory.byCode(commune ?? '')?.centre : [longitude, latitude];
  if (at) points.push({ id, actor: id, name, kind, commune, at, world: toWorld(at), rough });
}

/** Shapes tell apart what colours do for some: twelve kinds, six shapes. */
export const SHAPES = ['library', 'operator', 'institution', 'social', 'france', 'other'] as const;
export type Shape = (typeof SHAPES)[number];

const SHAPE_OF: Readonly<Record<ActorKind, Shape>> = {
  bibliotheque: 'library', operateur_mediation: 'operator', commune: 'institution', ccas: 'institution', epci: 'institution', departement: 'institution', etat: 'institution',
  centre_social: 'social', association: 'social', operateur_social: 'social', france_services: 'france', autre: 'other',
};
export const shapeOf = (kind: ActorKind): Shape => SHAPE_OF[kind];
