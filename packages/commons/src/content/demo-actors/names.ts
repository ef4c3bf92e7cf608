/** Names of fictitious actors: the word "fictif" stands in each of them, so that nobody takes one for its namesake. */
import { plainName } from '../../territory/search.ts';
import type { ActorKind } from '../../actors/kinds.ts';
import type { Draw } from '../demo-answers/draw.ts';

/** « d’Armentières », « du Maisnil », « de La Bassée », « de Hem ». */
export function ofCommune(name: string): string {
  if (name.startsWith('Le ')) return `du ${name.slice(3)}`;
  if (name.startsWith('Les ')) return `des ${name.slice(4)}`;
  const mute = /^[aeiouyh]/.test(plainName(name)) && name !== 'Hem';
  return mute ? `d’${name}` : `de ${name}`;
}

const COMMUNAL: Partial<Record<ActorKind, readonly [string, ...string[]]>> = {
  commune: ['Ville fictive'],
  ccas: ['CCAS fictif'],
  bibliotheque: ['Médiathèque fictive', 'Bibliothèque fictive'],
  centre_social: ['Centre social fictif', 'Maison de quartier fictive'],
  france_services: ['Espace France services fictif'],
  association: ['Association fictive Les Voisins connectés', 'Association fictive Clic solidaire', 'Association fictive Repair café'],
};

export const communalName = (kind: ActorKind, commune: string, draw: Draw): string => `${draw.one(COMMUNAL[kind] ?? ['Acteur fictif'])} ${ofCommune(commune)}`;

export const OPERATORS = [
  'Opérateur fictif La Boussole numérique', 'Opérateur fictif Les Ateliers du clic', 'Opérateur fictif Pixels et compagnie', 'Opérateur fictif Le Bus numérique',
  'Opérateur fictif Souris verte', 'Opérateur fictif Cap connexion', 'Opérateur fictif L’Établi numérique', 'Opérateur fictif Tous en ligne',
] as const;

export const INSTITUTIONS = [
  ['epci', 'Métropole fictive'], ['departement', 'Département fictif'], ['etat', 'Préfecture fictive'],
  ['operateur_social', 'Caisse d’allocations fictive'], ['operateur_social', 'Caisse d’assurance maladie fictive'], ['operateur_social', 'Agence fictive pour l’emploi'],
] as const satisfies readonly (readonly [ActorKind, string])[];

/** `contact@mediatheque-fictive-de-lambersart.example` */
export const domainOf = (name: string): string => `${plainName(name).replaceAll(' ', '-').slice(0, 63).replace(/-$/, '')}.example`;
