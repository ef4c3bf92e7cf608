/** What files of a plan say: their headings, what they could not hold, what could not be read in them. */
const fr = {
  lossContext: 'contexte', lossNeeds: 'besoins', lossPublics: 'publics', lossSteps: 'étapes', lossNotes: 'notes', lossComments: 'commentaires', lossLinks: 'liens', lossAfter: 'enchaînements entre actions',
  lossIndicators: 'cibles, unités et valeurs des indicateurs', lossBudget: 'années, dépenses réelles et temps de travail (ETP) du budget', lossFunders: 'financeurs au-delà du troisième',
  lossDepth: 'niveaux d’actions au-delà de la sous-action', lossAxes: 'niveaux d’axes au-delà du troisième', lossTerritory: 'territoire', lossOrigin: 'préconisation et enregistrements d’origine',
  lossOffsets: 'rétroplanning (décalages avec la date pivot)', lossTitle: 'titres de plus de 300 caractères, que Territoires en Transitions refuse', lossNames: 'virgules ou guillemets dans des noms de liste',
  lossFields: 'champs que ce format n’a pas (statut, priorité, objectifs, partenaires, instances…)', lossDays: 'jours et mois des dates (seules les années restent)', lossLocalNeeds: 'besoins locaux (asb:…)', lossParents: 'rattachement des sous-actions', lossAxesAll: 'axes',
  lossAmounts: 'financeurs sans montant',
  lossLine: '{count} action\u00a0: {what}|{count} actions\u00a0: {what}',

  notXlsx: 'Ce fichier n’est pas un classeur Excel (.xlsx) lisible. Enregistrez-le de nouveau au format .xlsx.',
  notCsv: 'Ce fichier ne se lit pas comme un tableau CSV. Enregistrez-le de nouveau, en UTF-8, avec des points-virgules.',
  tooBig: 'Ce fichier est trop grand.',
  noHeader: 'Aucune ligne de titres n’a été trouvée\u00a0: il faut au moins une colonne «\u00a0Titre de l’action\u00a0». Partez d’un export de cet outil ou du modèle de Territoires en Transitions.',
  notMin: 'Ce fichier n’a pas la forme attendue\u00a0: une liste d’actions qui ont chacune un «\u00a0nom\u00a0».',
  noTitle: '{at}\u00a0: cette action n’a pas de titre\u00a0; elle s’appelle «\u00a0Sans titre\u00a0».',
  badDate: '{at}\u00a0: «\u00a0{value}\u00a0» n’est pas une date\u00a0; la date est restée vide et le texte est dans les notes.',
  badAmount: '{at}\u00a0: «\u00a0{value}\u00a0» n’est pas un montant\u00a0; il est resté vide et le texte est dans les notes.',
  badStatus: '{at}\u00a0: le statut «\u00a0{value}\u00a0» n’existe pas\u00a0; l’action est «\u00a0A discuter\u00a0» et le texte est dans les notes.',
  badPriority: '{at}\u00a0: la priorité «\u00a0{value}\u00a0» n’existe pas\u00a0; le texte est dans les notes.',
  unknownColumn: 'La colonne «\u00a0{value}\u00a0» n’a pas de place dans le plan\u00a0; son contenu est dans les notes.',
  taxIncluded: 'Les montants de ce fichier sont TTC\u00a0; ils sont lus tels quels, à vérifier.',
  untitled: 'Sans titre',

  plan: 'Plan d’actions', withoutAxis: 'Sans axe', status: 'Statut', priority: 'Priorité', dates: 'Dates', pilots: 'Pilotes', partners: 'Partenaires', publics: 'Publics', needs: 'Besoins',
  bodies: 'Instances', budget: 'Budget', funders: 'Financeurs', indicators: 'Indicateurs', indicator: 'Indicateur', target: 'Cible', last: 'Dernière valeur', year: 'Année', planned: 'Prévu', actual: 'Réel', steps: 'Étapes',
  goals: 'Objectifs', context: 'Contexte', notes: 'Notes', links: 'Liens', from: 'à partir du {date}', until: 'jusqu’au {date}', between: 'du {from} au {to}', late: 'en retard', allYears: 'toutes années',
  deadline: 'Échéance\u00a0: {title}', step: 'Étape\u00a0: {title}', meeting: 'Comité\u00a0: {title}', committees: 'Comités', decisions: 'Décisions',
};

export type FormatKey = keyof typeof fr;

const en: Record<FormatKey, string> = {
  lossContext: 'context', lossNeeds: 'needs', lossPublics: 'publics', lossSteps: 'steps', lossNotes: 'notes', lossComments: 'comments', lossLinks: 'links', lossAfter: 'order between actions',
  lossIndicators: 'targets, units and values of indicators', lossBudget: 'years, actual spending and working time (FTE) of the budget', lossFunders: 'funders after the third',
  lossDepth: 'levels of actions below a sub-action', lossAxes: 'levels of axes below the third', lossTerritory: 'territory', lossOrigin: 'recommendation and records of origin',
  lossOffsets: 'retroplanning (offsets from the pivot date)', lossTitle: 'titles of more than 300 characters, which Territoires en Transitions refuses', lossNames: 'commas or quotes in names of lists',
  lossFields: 'fields that this format does not have (status, priority, goals, partners, bodies…)', lossDays: 'days and months of dates (years alone stay)', lossLocalNeeds: 'local needs (asb:…)', lossParents: 'which action a sub-action belongs to', lossAxesAll: 'axes',
  lossAmounts: 'funders without an amount',
  lossLine: '{count} action: {what}|{count} actions: {what}',

  notXlsx: 'This file is not an Excel workbook (.xlsx) that can be read. Save it again as .xlsx.',
  notCsv: 'This file cannot be read as a CSV table. Save it again, in UTF-8, with semicolons.',
  tooBig: 'This file is too big.',
  noHeader: 'No row of headings was found: at least a column “Titre de l’action” is needed. Start from an export of this tool or from the template of Territoires en Transitions.',
  notMin: 'This file does not have the expected shape: a list of actions that each have a “nom”.',
  noTitle: '{at}: this action has no title; it is called “Untitled”.',
  badDate: '{at}: “{value}” is no date; the date was left empty and the text is in the notes.',
  badAmount: '{at}: “{value}” is no amount; it was left empty and the text is in the notes.',
  badStatus: '{at}: there is no status “{value}”; the action is “A discuter” and the text is in the notes.',
  badPriority: '{at}: there is no priority “{value}”; the text is in the notes.',
  unknownColumn: 'Column “{value}” has no place in the plan; its content is in the notes.',
  taxIncluded: 'The amounts of this file include tax; they are read as they are, to be checked.',
  untitled: 'Untitled',

  plan: 'Action plan', withoutAxis: 'Without an axis', status: 'Status', priority: 'Priority', dates: 'Dates', pilots: 'Leads', partners: 'Partners', publics: 'Publics', needs: 'Needs',
  bodies: 'Governance bodies', budget: 'Budget', funders: 'Funders', indicators: 'Indicators', indicator: 'Indicator', target: 'Target', last: 'Last value', year: 'Year', planned: 'Planned', actual: 'Actual', steps: 'Steps',
  goals: 'Goals', context: 'Context', notes: 'Notes', links: 'Links', from: 'from {date}', until: 'until {date}', between: 'from {from} to {to}', late: 'late', allYears: 'all years',
  deadline: 'Deadline: {title}', step: 'Step: {title}', meeting: 'Committee: {title}', committees: 'Committees', decisions: 'Decisions',
};

/** English when the locale begins with `en`, else French. `a|b`: one, or several, by `{count}`. */
export function formatText(key: FormatKey, locale = 'fr', params: Readonly<Record<string, string | number>> = {}): string {
  const english = locale.startsWith('en');
  const [one = '', several] = (english ? en : fr)[key].split('|');
  const count = Number(params['count']);
  const message = several === undefined || count === 1 || (!english && count === 0) ? one : several;
  return message.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));
}
