/** Headers and words of the files that the formats write, in French and in English. */
/** Times are written in UTC, and say so: a local time happens twice on one night in October. */
const META = {
  fr: {
    id: 'Identifiant', receipt: 'Reçu', commune: 'Commune (code INSEE)', communeName: 'Commune (nom)', definitionVersion: 'Version du questionnaire', locale: 'Langue',
    startedAt: 'Début (UTC)', completedAt: 'Fin (UTC)', receivedAt: 'Réception (UTC)',
  },
  en: {
    id: 'Identifier', receipt: 'Receipt', commune: 'Municipality (INSEE code)', communeName: 'Municipality (name)', definitionVersion: 'Survey version', locale: 'Language',
    startedAt: 'Started (UTC)', completedAt: 'Completed (UTC)', receivedAt: 'Received (UTC)',
  },
} as const;

const WORDS = {
  fr: { comment: 'précision', others: 'autres valeurs', total: 'total', yes: 'oui', no: 'non', codebook: 'Dictionnaire', insee: 'Écrivez le code INSEE de la commune : cinq chiffres, par exemple 59350.' },
  en: { comment: 'details', others: 'other values', total: 'total', yes: 'yes', no: 'no', codebook: 'Codebook', insee: 'Write the INSEE code of the municipality: five digits, for example 59350.' },
} as const;

const CODEBOOK = {
  fr: {
    name: 'Nom', type: 'Type', page: 'Page', title: 'Intitulé', description: 'Aide', choices: 'Réponses possibles', required: 'Obligatoire',
    visibleIf: 'Affichée si', requiredIf: 'Obligatoire si', enableIf: 'Modifiable si', rules: 'Contrôles', dimension: 'Dimension', weight: 'Poids',
    personal: 'Donnée personnelle', purpose: 'Finalité', legalBasis: 'Base légale', months: 'Conservation (mois)', minCell: 'Effectif minimal', id: 'Identifiant',
  },
  en: {
    name: 'Name', type: 'Type', page: 'Page', title: 'Title', description: 'Help', choices: 'Possible answers', required: 'Required',
    visibleIf: 'Shown if', requiredIf: 'Required if', enableIf: 'Enabled if', rules: 'Checks', dimension: 'Dimension', weight: 'Weight',
    personal: 'Personal data', purpose: 'Purpose', legalBasis: 'Legal basis', months: 'Kept (months)', minCell: 'Least count', id: 'Identifier',
  },
} as const;

function of<T>(catalogue: { readonly fr: T; readonly en: T }, lang: string): T {
  return /^fr\b/i.test(lang) ? catalogue.fr : catalogue.en;
}

export function metaTitle(key: keyof (typeof META)['fr'], lang: string): string {
  return of<Record<typeof key, string>>(META, lang)[key];
}
export function word(key: keyof (typeof WORDS)['fr'], lang: string): string {
  return of<Record<typeof key, string>>(WORDS, lang)[key];
}
export type CodebookColumn = keyof (typeof CODEBOOK)['fr'];
export function codebookTitle(key: CodebookColumn, lang: string): string {
  return of<Record<CodebookColumn, string>>(CODEBOOK, lang)[key];
}
