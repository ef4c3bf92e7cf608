/** The closed lists of an action plan, in the words of the national tools that it exchanges with. */

export const STATUSES = ['À venir', 'En cours', 'Réalisé', 'En pause', 'Abandonné', 'Bloqué', 'En retard', 'A discuter'] as const;
export type Status = (typeof STATUSES)[number];

export const PRIORITIES = ['Élevé', 'Moyen', 'Bas'] as const;
export type Priority = (typeof PRIORITIES)[number];

/** Needs of Mon Inclusion Numérique; a plan may add local ones that begin with `asb:`. */
export const NEEDS = [
  'etablir_un_diagnostic_territorial', 'co_construire_la_feuille_de_route', 'rediger_la_feuille_de_route', 'appui_juridique', 'structurer_un_fonds',
  'monter_dossiers_de_subvention', 'animer_la_gouvernance', 'structurer_une_filiere_de_reconditionnement', 'collecter_des_donnees_territoriales',
  'sensibiliser_les_acteurs_aux_outils_existants', 'appuyer_la_certification_qualiopi',
] as const;
export type Need = (typeof NEEDS)[number];

/** Money before tax, or full-time equivalents. */
export const BUDGET_UNITS = ['HT', 'ETP'] as const;
export type BudgetUnit = (typeof BUDGET_UNITS)[number];

export const COMMITTEES = ['strategique', 'technique', 'consultatif', 'autre'] as const;
export const FREQUENCIES = ['mensuelle', 'trimestrielle', 'semestrielle', 'annuelle'] as const;
export type Frequency = (typeof FREQUENCIES)[number];

/** The national logbook of animation. */
export const LOG_TYPES = ['Animation', 'Evenement', 'Partenariat'] as const;
export const LOG_SCALES = ['communal', 'intercommunal', 'departemental', 'regional', 'national'] as const;
export const LOG_THEMES = ['partage', 'reseau', 'soutien', 'professionnel', 'rh', 'autre'] as const;
