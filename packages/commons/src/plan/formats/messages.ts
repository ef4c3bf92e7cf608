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
  guessedColumn: 'La colonne «\u00a0{value}\u00a0» est lue comme «\u00a0{as}\u00a0»\u00a0; vérifiez.',
  taxIncluded: 'Les montants de ce fichier sont TTC\u00a0; ils sont lus tels quels, à vérifier.',
  untitled: 'Sans titre',

  plan: 'Plan d’actions', withoutAxis: 'Sans axe', status: 'Statut', priority: 'Priorité', dates: 'Dates', pilots: 'Pilotes', partners: 'Partenaires', publics: 'Publics', needs: 'Besoins',
  bodies: 'Instances', budget: 'Budget', funders: 'Financeurs', indicators: 'Indicateurs', indicator: 'Indicateur', target: 'Cible', last: 'Dernière valeur', year: 'Année', planned: 'Prévu', actual: 'Réel', steps: 'Étapes',
  goals: 'Objectifs', context: 'Contexte', notes: 'Notes', links: 'Liens', from: 'à partir du {date}', until: 'jusqu’au {date}', between: 'du {from} au {to}', late: 'en retard', allYears: 'toutes années',
  deadline: 'Échéance\u00a0: {title}', step: 'Étape\u00a0: {title}', meeting: 'Comité\u00a0: {title}', committees: 'Comités', decisions: 'Décisions',
  log: 'Journal de bord', colon: '\u00a0: ', minutes: '{count} min', people: '{count} personne|{count} personnes', lossPlan: 'comités, journal de bord et décisions du plan',
  com_strategique: 'Comité stratégique', com_technique: 'Comité technique', com_consultatif: 'Comité consultatif', com_autre: 'Autre comité', log_Animation: 'Animation', log_Evenement: 'Événement', log_Partenariat: 'Partenariat',
  scale_communal: 'communal', scale_intercommunal: 'intercommunal', scale_departemental: 'départemental', scale_regional: 'régional', scale_national: 'national', theme_partage: 'partage', theme_reseau: 'réseau', theme_soutien: 'soutien', theme_professionnel: 'professionnel', theme_rh: 'ressources humaines', theme_autre: 'autre',
  overview: 'Vue d’ensemble', action: 'Action', actions: 'Actions', progress: 'Avancement', standing: 'Au {date}\u00a0: {done} actions réalisées sur {all}, {late} en retard.',
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
  guessedColumn: 'Column “{value}” is read as “{as}”; check it.',
  taxIncluded: 'The amounts of this file include tax; they are read as they are, to be checked.',
  untitled: 'Untitled',

  plan: 'Action plan', withoutAxis: 'Without an axis', status: 'Status', priority: 'Priority', dates: 'Dates', pilots: 'Leads', partners: 'Partners', publics: 'Publics', needs: 'Needs',
  bodies: 'Governance bodies', budget: 'Budget', funders: 'Funders', indicators: 'Indicators', indicator: 'Indicator', target: 'Target', last: 'Last value', year: 'Year', planned: 'Planned', actual: 'Actual', steps: 'Steps',
  goals: 'Goals', context: 'Context', notes: 'Notes', links: 'Links', from: 'from {date}', until: 'until {date}', between: 'from {from} to {to}', late: 'late', allYears: 'all years',
  deadline: 'Deadline: {title}', step: 'Step: {title}', meeting: 'Committee: {title}', committees: 'Committees', decisions: 'Decisions',
  log: 'Logbook', colon: ': ', minutes: '{count} min', people: '{count} person|{count} people', lossPlan: 'committees, logbook and decisions of the plan',
  com_strategique: 'Steering committee', com_technique: 'Technical committee', com_consultatif: 'Advisory committee', com_autre: 'Other committee', log_Animation: 'Animation', log_Evenement: 'Event', log_Partenariat: 'Partnership',
  scale_communal: 'municipal', scale_intercommunal: 'inter-municipal', scale_departemental: 'departmental', scale_regional: 'regional', scale_national: 'national', theme_partage: 'sharing', theme_reseau: 'network', theme_soutien: 'support', theme_professionnel: 'professional', theme_rh: 'human resources', theme_autre: 'other',
  overview: 'Overview', action: 'Action', actions: 'Actions', progress: 'Progress', standing: 'On {date}: {done} of {all} actions done, {late} late.',
};

/** English when the locale begins with `en`, else French. `a|b`: one, or several, by `{count}`. */
export function formatText(key: FormatKey, locale = 'fr', params: Readonly<Record<string, string | number>> = {}): string {
  const english = locale.startsWith('en');
  const [one = '', several] = (english ? en : fr)[key].split('|');
  const count = Number(params['count']);
  const message = several === undefined || count === 1 || (!english && count === 0) ? one : several;
  return message.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));
}
