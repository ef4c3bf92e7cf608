import type { ActorKind } from '../../actors/kinds.ts';
import type { Actor, Place } from '../../actors/model.ts';
import { STANDARD_VALUES } from '../../actors/standard-values.ts';
import type { Commune } from '../../territory/model.ts';
import type { Territory } from '../../territory/territory.ts';
import type { Draw } from '../demo-answers/draw.ts';
import type { Maker } from './maker.ts';

/** How often an actor of this kind receives people for digital help, and what the standard calls its place. */
const RECEIVING: Partial<Record<ActorKind, readonly [number, string]>> = {
  bibliotheque: [0.8, 'BIB'], ccas: [0.5, 'CCAS'], centre_social: [0.7, 'CSC'], france_services: [1, 'RFS'], association: [0.4, 'ASSO'], operateur_mediation: [1, 'ESS'],
};

export function demoPlaces(make: Maker, actors: readonly Actor[], territory: Territory): Place[] {
  return actors.flatMap((actor) => {
    const [chance, typology] = RECEIVING[actor.kind] ?? [0, ''];
    const seat = territory.byCode(actor.commune ?? '');
    if (!seat || !make.draw.chance(chance)) return [];
    const first = placeIn(make, actor, seat, typology, '');
    const neighbours = territory.neighboursOf(seat.code);
    // Operators also hold sessions next door.
    if (actor.kind !== 'operateur_mediation' || neighbours.length === 0) return [first];
    const [next] = make.draw.shuffled(neighbours);
    return next ? [first, placeIn(make, actor, next, typology, `, permanence à ${next.name}`)] : [first];
  });
}

const HOURS = ['Mo-Fr 09:00-12:00,14:00-17:00', 'Tu-Sa 10:00-18:00', 'Tu,Th 14:00-17:00', 'We 09:00-12:00; Sa 10:00-12:00'] as const;

function placeIn({ draw, place }: Maker, { id, name, email, url }: Actor, commune: Commune, typology: string, suffix: string): Place {
  const [longitude, latitude] = commune.centre ?? [];
  const publics = draw.some(STANDARD_VALUES.publics_specifiquement_adresses, 0.15);
  const programmes = draw.some(['Aidants Connect', 'Conseillers numériques'] as const, 0.25);
  return place({
    nom: `${name}${suffix}`, holder: id, commune: commune.name, code_insee: commune.code,
    ...(commune.postcodes[0] !== undefined && { code_postal: commune.postcodes[0] }),
    adresse: `${String(1 + Math.floor(draw.next() * 80))} rue de la Démonstration`,
    ...(latitude !== undefined && longitude !== undefined && { latitude: around(latitude, draw), longitude: around(longitude, draw) }),
    typologie: [typology], ...(email !== undefined && { courriels: [email] }), ...(url !== undefined && { site_web: [url] }),
    horaires: draw.one(HOURS), presentation_resume: 'Ce lieu n’existe pas.', source: 'Démonstration',
    itinerance: [suffix === '' ? 'Fixe' : 'Itinérant'], date_maj: `2026-0${String(1 + Math.floor(draw.next() * 9))}-15`,
    services: draw.atLeastOne(STANDARD_VALUES.services, 0.35),
    ...(publics.length > 0 && { publics_specifiquement_adresses: publics }),
    frais_a_charge: [draw.weighted({ Gratuit: 4, 'Gratuit sous condition': 1, Payant: 0.5 })],
    modalites_acces: draw.atLeastOne(['Se présenter', 'Téléphoner', 'Contacter par mail'], 0.6),
    modalites_accompagnement: draw.atLeastOne(STANDARD_VALUES.modalites_accompagnement, 0.5),
    ...(programmes.length > 0 && { dispositif_programmes_nationaux: programmes }),
  });
}

/** Within about a kilometre of the centre. */
const around = (degrees: number, draw: Draw): number => Math.round((degrees + (draw.next() - 0.5) * 0.016) * 1e5) / 1e5;
