type Key = 'object' | 'array' | 'string' | 'number' | 'commune' | 'siren' | 'postcode' | 'centre' | 'empty' | 'tooMany' | 'duplicate'
  | 'neighbour' | 'epciOnly' | 'unknownCode' | 'notACode' | 'near';

const fr = {
  object: 'un objet est attendu ici.',
  array: 'une liste est attendue ici.',
  string: 'un texte est attendu ici.',
  number: 'un nombre positif ou nul est attendu ici.',
  commune: 'un code INSEE de commune est attendu ici : cinq caractères, comme « 59350 » ou « 2A004 ».',
  siren: 'un numéro SIREN est attendu ici : neuf chiffres.',
  postcode: 'un code postal est attendu ici : cinq chiffres.',
  centre: 'un centre est attendu ici : [longitude, latitude], en degrés.',
  empty: 'ce territoire n’a aucune commune.',
  tooMany: 'ce territoire a plus de 40 000 communes : ce n’est pas un fichier de communes françaises.',
  duplicate: 'la commune {code} est déjà dans la liste.',
  neighbour: 'la commune voisine {code} n’est pas dans ce territoire.',
  epciOnly: 'cette réponse décrit l’EPCI sans ses communes. Donnez l’adresse qui finit par « /communes ».',
  unknownCode: 'Le code « {code} » n’est pas celui d’une commune de ce territoire ({territory}, {count} communes).',
  notACode: '« {code} » n’est pas un code INSEE de commune (cinq caractères, comme « 59350 »).',
  near: 'Communes proches : {names}.',
} satisfies Record<Key, string>;

const en = {
  object: 'an object is expected here.',
  array: 'a list is expected here.',
  string: 'a text is expected here.',
  number: 'a number, zero or more, is expected here.',
  commune: 'an INSEE code of a commune is expected here: five characters, such as “59350” or “2A004”.',
  siren: 'a SIREN number is expected here: nine digits.',
  postcode: 'a postcode is expected here: five digits.',
  centre: 'a centre is expected here: [longitude, latitude], in degrees.',
  empty: 'this territory has no commune.',
  tooMany: 'this territory has more than 40,000 communes: this is not a file of French communes.',
  duplicate: 'commune {code} is already in the list.',
  neighbour: 'neighbouring commune {code} is not in this territory.',
  epciOnly: 'this answer describes the EPCI without its communes. Give the address that ends with “/communes”.',
  unknownCode: 'Code “{code}” is not that of a commune of this territory ({territory}, {count} communes).',
  notACode: '“{code}” is not the INSEE code of a commune (five characters, such as “59350”).',
  near: 'Close to it: {names}.',
} satisfies Record<Key, string>;

export type TerritoryMessage = Key;

/** The sentence in the locale's language: English when it begins with `en`, else French, the house's language. */
export function territoryText(key: Key, locale = 'fr', params: Readonly<Record<string, string | number>> = {}): string {
  const text: string = (locale.startsWith('en') ? en : fr)[key];
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));
}
