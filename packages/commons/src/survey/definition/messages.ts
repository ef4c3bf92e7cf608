/** What the reader of a definition says to whoever wrote it. `{name}` and the like are filled by `say`. */
export type Catalogue<Key extends string> = Readonly<Record<'fr' | 'en', Readonly<Record<Key, string>>>>;

const frameFr = {
  notObject: 'La définition doit être un objet JSON, entre accolades. Vérifiez le fichier ou son adresse.',
  laterVersion: 'Cette définition suit une version plus récente du format ({value}). Mettez le composant à jour.',
  noQuestion: 'La définition ne contient aucune question. Ajoutez « pages » ou « elements » avec au moins une question.',
  tooDeep: 'Les éléments sont emboîtés trop profondément (plus de {max} niveaux). Aplatissez les panneaux.',
  tooBig: 'La définition est trop grande (plus de {max} valeurs). Partagez-la en plusieurs enquêtes.',
  tooLong: 'Ce texte est trop long (plus de {max} caractères). Raccourcissez-le.',
  tooManyQuestions: 'Il y a plus de {max} questions. Partagez la définition en plusieurs enquêtes.',
  tooManyItems: '« {name} » contient trop d’entrées (plus de {max}). Réduisez la liste.',
  tooManyCells: 'Ce tableau a trop de cases (plus de {max}). Réduisez ses lignes ou ses colonnes.',
  object: '« {name} » doit être un objet, entre accolades.',
  list: '« {name} » doit être une liste, entre crochets.',
  noType: 'Cet élément n’a pas de type. Ajoutez par exemple "type": "text".',
  badName: 'Le nom « {value} » ne peut pas servir. Choisissez-en un autre.',
  noName: 'Cette question n’a pas de nom : elle s’appelle « {value} ». Donnez-lui un nom stable pour retrouver ses réponses.',
  duplicateName: 'Le nom « {value} » sert déjà ({first}) : les deux questions partagent une réponse. Renommez l’une d’elles.',
  type: 'Le type « {value} » n’est pas pris en charge : cette question est gardée mais n’est pas posée.',
};
export type FrameMessage = keyof typeof frameFr;

/** Of the definition's frame (read.ts). */
export const FRAME: Catalogue<FrameMessage> = {
  fr: frameFr,
  en: {
    notObject: 'The definition must be a JSON object, in braces. Check the file or its address.',
    laterVersion: 'This definition follows a later version of the format ({value}). Update the component.',
    noQuestion: 'The definition holds no question. Add “pages” or “elements” with at least one question.',
    tooDeep: 'Elements are nested too deep (more than {max} levels). Flatten the panels.',
    tooBig: 'The definition is too big (more than {max} values). Split it into several surveys.',
    tooLong: 'This text is too long (more than {max} characters). Shorten it.',
    tooManyQuestions: 'There are more than {max} questions. Split the definition into several surveys.',
    tooManyItems: '“{name}” has too many entries (more than {max}). Shorten the list.',
    tooManyCells: 'This table has too many cells (more than {max}). Remove rows or columns.',
    object: '“{name}” must be an object, in braces.',
    list: '“{name}” must be a list, in square brackets.',
    noType: 'This element has no type. Add for instance "type": "text".',
    badName: 'The name “{value}” cannot be used. Choose another one.',
    noName: 'This question has no name: it is called “{value}”. Give it a stable name to find its answers again.',
    duplicateName: 'The name “{value}” is already used ({first}): both questions share one answer. Rename one of them.',
    type: 'The type “{value}” is not supported: this question is kept but not asked.',
  },
};

/** A sentence of a catalogue in French, or in English for any other locale. */
export function say<Key extends string>(
  catalogue: Catalogue<Key>,
  locale: string,
  key: Key,
  params: Readonly<Record<string, string | number>>,
): string {
  return catalogue[/^fr\b/i.test(locale) ? 'fr' : 'en'][key].replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));
}
