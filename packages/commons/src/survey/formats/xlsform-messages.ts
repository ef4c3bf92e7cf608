/** What the reader of an XLSForm says, in French and in English. */
const fr = {
  notXlsx: 'Ce fichier n’est pas un classeur .xlsx lisible. Enregistrez-le depuis un tableur au format « Classeur Excel (.xlsx) ».',
  tooBig: 'Ce fichier est trop gros. Enlevez les images et les feuilles inutiles.',
  noSheet: 'La feuille « {name} » manque. Un XLSForm a une feuille « survey », et « choices » s’il y a des choix.',
  noColumn: 'La colonne « {name} » manque dans cette feuille.',
  noName: 'Cette ligne n’a pas de nom. Remplissez la colonne « name ».',
  badName: 'Le nom « {name} » ne convient pas : des lettres sans accent, des chiffres et _, en commençant par une lettre.',
  duplicateName: 'Le nom « {name} » sert déjà. Donnez un nom différent à chaque question.',
  noList: 'La liste de choix « {name} » n’existe pas dans la feuille « choices ».',
  unopened: 'Cette ligne ferme un groupe qui n’est pas ouvert.',
  unclosed: 'Ce groupe n’est pas fermé. Ajoutez « end group » ou « end repeat ».',
  crossed: 'Cette ligne ferme un groupe par « {name} », qui n’est pas de même nature.',
  noQuestion: 'La feuille « survey » ne contient aucune question.',
  type: 'Le type « {name} » n’est pas pris en charge : la question est gardée mais n’est pas posée.',
  meta: '« {name} » n’est pas repris : les heures de début et de fin sont déjà notées avec chaque réponse, et rien n’est lu de l’appareil.',
  column: 'La colonne « {name} » n’est pas prise en charge : elle est ignorée.',
  appearance: 'L’apparence « {name} » n’est pas prise en charge : la présentation habituelle s’applique.',
  setting: 'Le réglage « {name} » n’est pas pris en charge.',
  function: 'La fonction « {name} » n’est pas prise en charge : cette formule est gardée, sans effet.',
  name: 'Cette formule parle de « {name} », qui n’existe pas ou ne peut pas se lire d’ici. Elle est gardée, sans effet.',
  path: 'Cette formule contient un chemin (« {name} ») qui n’est pas pris en charge. Elle est gardée, sans effet.',
  syntax: 'Cette formule ne peut pas être lue, près de « {name} ». Elle est gardée, sans effet.',
  tooLong: 'Cette formule est trop longue. Elle est gardée, sans effet.',
  once: '« once » : la valeur est recalculée quand les réponses changent.',
  repeatCount: 'Le nombre d’entrées calculé n’est pas pris en charge : la personne ajoute elle-même les entrées.',
  duplicateChoice: 'La valeur « {name} » est deux fois dans cette liste.',
};
export type XlsFormMessage = keyof typeof fr;

const en = {
  notXlsx: 'This file is not a readable .xlsx workbook. Save it from a spreadsheet as “Excel workbook (.xlsx)”.',
  tooBig: 'This file is too big. Remove images and needless sheets.',
  noSheet: 'The sheet “{name}” is missing. An XLSForm has a “survey” sheet, and “choices” when there are choices.',
  noColumn: 'The column “{name}” is missing in this sheet.',
  noName: 'This row has no name. Fill in the column “name”.',
  badName: 'The name “{name}” does not do: letters without accents, digits and _, beginning with a letter.',
  duplicateName: 'The name “{name}” is already used. Give each question its own name.',
  noList: 'The list of choices “{name}” does not exist in the “choices” sheet.',
  unopened: 'This row closes a group that is not open.',
  unclosed: 'This group is not closed. Add “end group” or “end repeat”.',
  crossed: 'This row closes a group with “{name}”, which is of another kind.',
  noQuestion: 'The “survey” sheet holds no question.',
  type: 'The type “{name}” is not supported: the question is kept but not asked.',
  meta: '“{name}” is left out: start and end times already come with each answer, and nothing is read from the device.',
  column: 'The column “{name}” is not supported: it is ignored.',
  appearance: 'The appearance “{name}” is not supported: the usual one applies.',
  setting: 'The setting “{name}” is not supported.',
  function: 'The function “{name}” is not supported: this formula is kept, without effect.',
  name: 'This formula speaks of “{name}”, which does not exist or cannot be read from here. It is kept, without effect.',
  path: 'This formula holds a path (“{name}”) that is not supported. It is kept, without effect.',
  syntax: 'This formula cannot be read, near “{name}”. It is kept, without effect.',
  tooLong: 'This formula is too long. It is kept, without effect.',
  once: '“once”: the value is calculated again when answers change.',
  repeatCount: 'A calculated number of entries is not supported: people add entries themselves.',
  duplicateChoice: 'The value “{name}” is twice in this list.',
} satisfies Record<XlsFormMessage, string>;

export function xlsFormText(key: XlsFormMessage, locale: string, name = ''): string {
  const catalogue: Record<XlsFormMessage, string> = /^fr\b/i.test(locale) ? fr : en;
  return catalogue[key].replace('{name}', () => name);
}
