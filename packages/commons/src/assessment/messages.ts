/** What a grid or an assessment that cannot be read is told, to whoever wrote or opened it. */
const fr = {
  notObject: 'Ce n’est pas un objet JSON, entre accolades. Vérifiez le fichier ou son adresse.',
  json: 'Ce fichier n’est pas du JSON ou il est coupé. Enregistrez-le de nouveau.',
  notGrid: 'Ce n’est pas une grille : il y manque « dimensions ».',
  notAssessment: 'Ce n’est pas un autodiagnostic enregistré par cet outil : "type": "assessment" est attendu.',
  laterGrid: 'Cette grille suit une version plus récente du format ({value}). Mettez le composant à jour.',
  laterAssessment: 'Cet autodiagnostic a été enregistré par une version plus récente de l’outil ({value}). Mettez l’outil à jour ; le fichier reste intact.',
  otherGrid: 'Cet autodiagnostic suit une autre grille (« {value} ») que celle de cette page (« {own} »).',
  tooBig: 'Ce fichier est trop grand (plus de {max} Mo).',
  missing: 'il manque une valeur ici.',
  wrong: 'cette valeur n’est pas de celles qui sont attendues ici.',
  string: 'un texte est attendu ici.',
  number: 'un nombre est attendu ici.',
  boolean: 'true ou false est attendu ici.',
  object: 'un objet, entre accolades, est attendu ici.',
  list: 'une liste, entre crochets, est attendue ici.',
  tooMany: 'cette liste est trop longue.',
  tooLong: 'ce texte est trop long.',
  text: 'un texte est attendu ici, ou un texte par langue : { "fr": "…", "en": "…" }.',
  code: 'un code est attendu ici : une lettre minuscule, puis des minuscules, des chiffres ou « _ ».',
  version: 'une version est attendue ici, comme « 1.0.0 ».',
  expression: 'une condition est attendue ici, comme « {commune.population} > 3500 ».',
  weight: 'un poids est attendu ici : un nombre plus grand que 0.',
  part: 'une part est attendue ici : un nombre entre 0 et 1.',
  level: 'un niveau est attendu ici : 1, 2, 3 ou 4.',
  answer: 'une réponse est attendue ici : "dk" (ne sait pas) ou "na" (non concerné).',
  levels: 'quatre niveaux sont attendus ici, du plus bas au plus haut.',
  effort: 'un effort est attendu ici : "low", "medium" ou "high".',
  delay: 'un délai en mois est attendu ici : un nombre plus grand que 0.',
  url: 'une adresse est attendue ici, qui commence par « https:// ».',
  actsOn: '"lever" ou "obstacle" est attendu ici.',
  score: 'un nombre de 0 à 100 est attendu ici.',
  bands: 'au moins un niveau nommé est attendu ici.',
  dimensions: 'au moins un axe est attendu ici.',
  tooDeep: 'les axes sont emboîtés trop profondément (plus de {max} niveaux).',
  tooManyCriteria: 'il y a plus de {max} critères : partagez la grille.',
  duplicate: '« {value} » sert déjà ({first}). Chaque code ne sert qu’une fois.',
  empty: 'l’axe « {value} » n’a aucun critère.',
  noCriterion: 'aucun critère ne s’appelle « {value} ».',
  noRecommendation: 'aucune préconisation ne s’appelle « {value} ».',
  noNeed: 'aucun besoin de la grille ne s’appelle « {value} ».',
  badExpression: 'la condition ne peut pas être lue. {detail}',
  unknownFact: 'la condition lit « {value} » : elle ne peut lire que {commune.…}, {survey.…} et {level.…}.',
  untriggered: 'rien ne fait apparaître la préconisation « {value} » : donnez-lui des niveaux (« levels »), des réponses (« answers ») ou une condition (« if »).',
  unsaidCondition: 'une préconisation qui a une condition (« if ») doit la dire en mots (« conditions »).',
  lowestBand: 'un des niveaux nommés doit commencer à 0.',
  instant: 'une date est attendue ici, comme « 2026-05-12T14:00:00Z ».',
  uncovered: 'le critère « {value} » n’a pas de préconisation pour le niveau {level} qui vaille sans condition.',
} satisfies Record<string, string>;

export type AssessmentMessage = keyof typeof fr;

const en: Record<AssessmentMessage, string> = {
  notObject: 'This is not a JSON object, in braces. Check the file or its address.',
  json: 'This file is not JSON, or it is cut. Save it again.',
  notGrid: 'This is not a grid: “dimensions” is missing.',
  notAssessment: 'This is not a self-assessment saved by this tool: "type": "assessment" is expected.',
  laterGrid: 'This grid follows a later version of the format ({value}). Update the component.',
  laterAssessment: 'This self-assessment was saved by a later version of the tool ({value}). Update the tool; the file stays as it is.',
  otherGrid: 'This self-assessment follows another grid (“{value}”) than this page’s (“{own}”).',
  tooBig: 'This file is too big (more than {max} MB).',
  missing: 'a value is missing here.',
  wrong: 'this value is not one of those expected here.',
  string: 'a text is expected here.',
  number: 'a number is expected here.',
  boolean: 'true or false is expected here.',
  object: 'an object, in braces, is expected here.',
  list: 'a list, in square brackets, is expected here.',
  tooMany: 'this list is too long.',
  tooLong: 'this text is too long.',
  text: 'a text is expected here, or one text a language: { "fr": "…", "en": "…" }.',
  code: 'a code is expected here: a lower-case letter, then lower-case letters, digits or “_”.',
  version: 'a version is expected here, such as “1.0.0”.',
  expression: 'a condition is expected here, such as “{commune.population} > 3500”.',
  weight: 'a weight is expected here: a number above 0.',
  part: 'a part is expected here: a number between 0 and 1.',
  level: 'a level is expected here: 1, 2, 3 or 4.',
  answer: 'an answer is expected here: "dk" (don’t know) or "na" (not concerned).',
  levels: 'four levels are expected here, from the lowest to the highest.',
  effort: 'an effort is expected here: "low", "medium" or "high".',
  delay: 'a delay in months is expected here: a number above 0.',
  url: 'an address is expected here that begins with “https://”.',
  actsOn: '"lever" or "obstacle" is expected here.',
  score: 'a number from 0 to 100 is expected here.',
  bands: 'at least one named level is expected here.',
  dimensions: 'at least one axis is expected here.',
  tooDeep: 'axes are nested too deep (more than {max} levels).',
  tooManyCriteria: 'there are more than {max} criteria: split the grid.',
  duplicate: '“{value}” is already used ({first}). Each code is used once.',
  empty: 'axis “{value}” has no criterion.',
  noCriterion: 'no criterion is called “{value}”.',
  noRecommendation: 'no recommendation is called “{value}”.',
  noNeed: 'no need of the grid is called “{value}”.',
  badExpression: 'the condition cannot be read. {detail}',
  unknownFact: 'the condition reads “{value}”: it can only read {commune.…}, {survey.…} and {level.…}.',
  untriggered: 'nothing brings the recommendation “{value}” up: give it levels (“levels”), answers (“answers”) or a condition (“if”).',
  unsaidCondition: 'a recommendation that has a condition (“if”) must say it in words (“conditions”).',
  lowestBand: 'one of the named levels must begin at 0.',
  instant: 'a date is expected here, such as “2026-05-12T14:00:00Z”.',
  uncovered: 'criterion “{value}” has no recommendation for level {level} that holds without a condition.',
};

const isKey = (key: string): key is AssessmentMessage => Object.hasOwn(fr, key);

/** The sentence in the locale's language: English when it begins with `en`, else French. */
export function assessmentText(key: AssessmentMessage, locale = 'fr', params: Readonly<Record<string, string | number>> = {}): string {
  return (locale.startsWith('en') ? en : fr)[key].replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));
}

/** A zod issue in the reader's language: by the key that the schema gave it, else by what is wrong. */
export function issueText(issue: { readonly code?: string | undefined; readonly message: string; readonly expected?: unknown; readonly input?: unknown; readonly origin?: unknown }, locale?: string): string {
  const { code, expected, origin } = issue;
  if (isKey(issue.message)) return assessmentText(issue.message, locale);
  const key = code === 'invalid_type' ? { array: 'list', record: 'object' }[String(expected)] ?? String(expected) : code === 'too_big' ? (origin === 'array' ? 'tooMany' : 'tooLong') : 'wrong';
  return assessmentText(isKey(key) ? key : 'wrong', locale);
}
