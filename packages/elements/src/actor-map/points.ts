/** Where the actors that show stand: at their places; else where they say; else, roughly, at the centre of their commune. */
import type { ActorEntry } from '@assembleurs/commons/actors/facets';
import type { ActorKind } from '@assembleurs/commons/actors/kinds';
import type { Territory } from '@assembleurs/commons/territory';

export interface MapPoint {
  readonly id: string;
  readonly actor: string;
  readonly name: string;
  readonly kind: ActorKind;
  readonly commune: string | undefined;
  readonly at: readonly [number, number];
  /** Only the commune is known. */
  readonly rough: boolean;
}

export interface Points {
  readonly points: readonly MapPoint[];
  /** Actors that no place and no commune puts anywhere: they are in the list alone. */
  readonly nowhere: readonly ActorEntry[];
}

export function pointsOf(entries: readonly ActorEntry[], territory: Territory): Points {
  const points: MapPoint[] = [];
  const nowhere: ActorEntry[] = [];
  for (const entry of entries) {
    const { actor: { id, name, kind, commune, latitude, longitude }, places } = entry;
    const common = { actor: id, kind };
    const before = points.length;
    for (const place of places) {
      if (place.latitude === undefined || place.longitude === undefined) continue;
      points.push({ ...common, id: place.id, name: place.nom === name ? name : `${name}, ${place.nom}`, commune: place.code_insee ?? commune, at: [place.longitude, place.latitude], rough: false });
    }
    if (points.length > before) continue;
    const centre = territory.byCode(commune ?? '')?.centre;
    if (latitude !== undefined && longitude !== undefined) points.push({ ...common, id, name, commune, at: [longitude, latitude], rough: false });
    else if (centre) points.push({ ...common, id, name, commune, at: centre, rough: true });
    else nowhere.push(entry);
  }
  return { points, nowhere };
}

/** Shapes tell apart what colours do for some: twelve kinds, six shapes. */
export const SHAPES = ['library', 'operator', 'institution', 'social', 'france', 'other'] as const;
export type Shape = (typeof SHAPES)[number];

const SHAPE_OF: Readonly<Record<ActorKind, Shape>> = {
  bibliotheque: 'library', operateur_mediation: 'operator', commune: 'institution', ccas: 'institution', epci: 'institution', departement: 'institution', etat: 'institution',
  centre_social: 'social', association: 'social', operateur_social: 'social', france_services: 'france', autre: 'other',
};
export const shapeOf = (kind: ActorKind): Shape => SHAPE_OF[kind];
