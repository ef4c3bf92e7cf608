/** What the readers of actors, places and links say, in French and in English. */
import { fill, inLanguage } from './language.ts';

const fr = {
  object: 'un objet est attendu ici.',
  array: 'une liste est attendue ici.',
  string: 'un texte est attendu ici.',
  empty: 'un nom est attendu ici : au moins un caractère.',
  id: 'un identifiant est attendu ici, comme « urn:uuid:0b1f3e9a-5c1d-4d1e-9a51-7f4f1f2a3b4c ».',
  type: 'cet enregistrement n’est pas de la nature attendue ici.',
  version: 'un numéro de version est attendu ici : un entier, à partir de 1.',
  commune: 'un code INSEE de commune est attendu ici : cinq caractères, comme « 59350 » ou « 2A004 ».',
  degrees: 'une coordonnée en degrés est attendue ici.',
  choice: 'cette valeur n’est pas dans la liste.',
  since: 'une date est attendue ici : année, mois ou jour, comme « 2026 », « 2026-11 » ou « 2026-11-23 ».',
  self: 'un lien va d’un acteur à un autre : la source et la cible sont les mêmes.',
  siret: 'Le SIRET « {siret} » ne peut pas être juste : un SIRET a 14 chiffres, dont le dernier vérifie les autres. Relisez-le, ou laissez vide.',
};
export type ActorMessage = keyof typeof fr;

const en = {
  object: 'an object is expected here.',
  array: 'a list is expected here.',
  string: 'a text is expected here.',
  empty: 'a name is expected here: at least one character.',
  id: 'an identifier is expected here, such as “urn:uuid:0b1f3e9a-5c1d-4d1e-9a51-7f4f1f2a3b4c”.',
  type: 'this record is not of the kind expected here.',
  version: 'a version number is expected here: a whole number, from 1.',
  commune: 'an INSEE code of a commune is expected here: five characters, such as “59350” or “2A004”.',
  degrees: 'a coordinate in degrees is expected here.',
  choice: 'this value is not in the list.',
  since: 'a date is expected here: a year, a month or a day, such as “2026”, “2026-11” or “2026-11-23”.',
  self: 'a link goes from one actor to another: source and target are the same.',
  siret: 'SIRET “{siret}” cannot be right: a SIRET has 14 digits, the last of which checks the others. Read it again, or leave it empty.',
} satisfies Record<ActorMessage, string>;

export function actorText(key: ActorMessage, locale?: string, params: Readonly<Record<string, string | number>> = {}): string {
  return fill(inLanguage<Record<ActorMessage, string>>({ fr, en }, locale)[key], params);
}

/** Whether a text is one of ours: zod has a few of its own, which no reader should see. */
export const isActorMessage = (key: string): key is ActorMessage => Object.hasOwn(fr, key);
