/** Makes records of generated things: an identifier from the same draw, an address in `.example`, and the mark. */
import type { ActorKind, LinkKind } from '../../actors/kinds.ts';
import { ACTOR_RECORD_VERSION } from '../../actors/model.ts';
import type { Actor, Link, Place } from '../../actors/model.ts';
import type { Commune } from '../../territory/model.ts';
import type { Draw } from '../demo-answers/draw.ts';
import { domainOf } from './names.ts';

/** How the note of every fictitious record begins, in exports too. */
export const FICTITIOUS = 'Fiche fictive de démonstration.';

/** What a generated place says; the rest of a record is its maker's. */
export type NewPlace = Pick<Place, 'nom' | 'holder' | 'commune' | 'code_postal' | 'code_insee' | 'adresse' | 'latitude' | 'longitude' | 'typologie' | 'courriels' | 'site_web'
  | 'horaires' | 'presentation_resume' | 'source' | 'itinerance' | 'date_maj' | 'services' | 'publics_specifiquement_adresses' | 'frais_a_charge' | 'modalites_acces'
  | 'modalites_accompagnement' | 'dispositif_programmes_nationaux'>;

export type NewLink = Pick<Link, 'status' | 'since' | 'frequency'>;

export interface Maker {
  readonly draw: Draw;
  readonly actor: (kind: ActorKind, name: string, commune: Commune | undefined) => Actor;
  readonly place: (fields: NewPlace) => Place;
  readonly link: (source: Actor, target: Actor, kind: LinkKind, fields: NewLink) => Link;
}

const record = <T extends string>(type: T, draw: Draw): { id: string; type: T; version: number; derivedFrom: string[] } => ({ id: drawnId(draw), type, version: ACTOR_RECORD_VERSION, derivedFrom: [] });

export function maker(draw: Draw): Maker {
  return {
    draw,
    actor: (kind, name, commune) => ({
      ...record('actor', draw), name, kind, ...(commune && { commune: commune.code }),
      email: `contact@${domainOf(name)}`, url: `https://${domainOf(name)}`, note: FICTITIOUS,
    }),
    place: ({ presentation_resume: said, ...fields }) => ({ ...record('place', draw), ...fields, presentation_resume: `${FICTITIOUS} ${said ?? ''}`, extra: { fictif: 'oui' } }),
    link: (source, target, kind, fields) => ({ ...record('link', draw), source: source.id, target: target.id, kind, note: FICTITIOUS, ...fields }),
  };
}

/** A UUID of version 4, as far as its form goes; drawn from the seed. */
function drawnId(draw: Draw): string {
  const hex = Array.from({ length: 32 }, (_, at) => (at === 12 ? 4 : at === 16 ? 8 + Math.floor(draw.next() * 4) : Math.floor(draw.next() * 16)).toString(16)).join('');
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
