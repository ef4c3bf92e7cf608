/** Which actor a place speaks of: the national standard knows places only, links go from actor to actor. */
import { plainName } from '../territory/search.ts';
import { ACTOR_RECORD_VERSION } from './model.ts';
import type { Actor, Place } from './model.ts';
import type { ActorKind } from './kinds.ts';

/** The standard's `typologie`, most telling first: a library that is also an association is a library. */
const BY_TYPOLOGY: readonly (readonly [ActorKind, readonly string[]])[] = [
  ['bibliotheque', ['BIB', 'RELAIS_LECTURE']],
  ['ccas', ['CCAS', 'CIAS']],
  ['france_services', ['RFS', 'MSAP']],
  ['centre_social', ['CS', 'CSC', 'EVS', 'MQ', 'MJC']],
  ['operateur_mediation', ['EPN', 'FABLAB', 'TIERS_LIEUX', 'PIMMS']],
  ['operateur_social', ['CAF', 'CPAM', 'FT', 'MSA', 'ML', 'CAP_EMPLOI']],
  ['departement', ['DEPT', 'MDS', 'CDAS', 'MDPH']],
  ['etat', ['PREF', 'DEETS', 'DIPLP']],
  ['epci', ['EPCI', 'CC']],
  ['commune', ['MUNI']],
  ['association', ['ASSO', 'UDAF', 'CIDFF']],
];

/** For the many places without a typology; the first that fits. */
const BY_NAME: readonly (readonly [ActorKind, RegExp])[] = [
  ['france_services', /\bfrance services?\b/],
  ['bibliotheque', /mediatheque|bibliotheque|\bbm\b/],
  ['ccas', /\bc(c|i)as\b|centre communal d action sociale/],
  ['centre_social', /\bcentres? (social|socio)|maison de quartier|\bmjc\b|espace de vie sociale/],
  ['departement', /\butpas\b|departement|maison departementale/],
  ['operateur_social', /\bcaf\b|\bcpam\b|france travail|pole emploi|mission locale|\bcarsat\b/],
  ['etat', /prefecture|finances publiques|ministere/],
  ['epci', /metropole|communaute (de communes|d agglomeration|urbaine)/],
  ['operateur_mediation', /cyber|mediation numerique|\bepn\b|fablab|fab lab|tiers lieu|emmaus connect|conseiller numerique/],
  ['commune', /mairie|\bville de\b|hotel de ville/],
  ['association', /association|\basso\b/],
];

/** What kind of actor holds a place, from what the place says of itself; a guess, for a person to correct. */
export function kindOfPlace({ typologie = [], nom }: Pick<Place, 'typologie' | 'nom'>): ActorKind {
  const name = plainName(nom);
  return BY_TYPOLOGY.find(([, codes]) => codes.some((code) => typologie.includes(code)))?.[0] ?? BY_NAME.find(([, words]) => words.test(name))?.[0] ?? 'autre';
}

/** A new actor to hold a place, of the same name and contacts; it comes from the place, and says so. */
export function actorOfPlace(place: Place, id: string): Actor {
  const { nom, code_insee, pivot, courriels, telephone, site_web, publics_specifiquement_adresses: publics } = place;
  const known = {
    commune: code_insee, siret: pivot !== undefined && /^\d{14}$/.test(pivot) ? pivot : undefined, email: courriels?.[0], phone: telephone, url: site_web?.[0], publics,
  };
  return {
    id, type: 'actor', version: ACTOR_RECORD_VERSION, derivedFrom: [place.id], name: nom, kind: kindOfPlace(place),
    ...Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined)),
  };
}

/** Actors for the places that nobody holds, and these places, held. */
export function holdPlaces(places: readonly Place[], newId: () => string): { readonly actors: readonly Actor[]; readonly places: readonly Place[] } {
  const actors: Actor[] = [];
  const held = places.map((place): Place => {
    if (place.holder !== undefined) return place;
    const actor = actorOfPlace(place, newId());
    actors.push(actor);
    return { ...place, holder: actor.id };
  });
  return { actors, places: held };
}
