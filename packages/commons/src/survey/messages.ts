/** What the engine says of an answer, in every language it speaks. */
export const ERROR_CODES = [
  'required', 'numeric', 'min', 'max', 'minLength', 'maxLength', 'minCount', 'maxCount', 'pattern', 'email',
  'date', 'expression', 'notAChoice', 'otherEmpty', 'rowRequired', 'duplicate', 'minRows', 'maxRows', 'fileSize', 'fileType', 'commune', 'external',
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

type Catalogue = Record<ErrorCode, string>;

/** `{value}` is the bound that the answer does not keep. */
export const MESSAGES = {
  fr: {
    required: 'Une réponse est attendue.',
    numeric: 'Écrivez un nombre.',
    min: 'La valeur la plus petite possible est {value}.',
    max: 'La valeur la plus grande possible est {value}.',
    minLength: 'Écrivez au moins {value} caractères.',
    maxLength: 'Écrivez au plus {value} caractères.',
    minCount: 'Choisissez au moins {value} réponses.',
    maxCount: 'Choisissez au plus {value} réponses.',
    pattern: 'La réponse n’a pas la forme attendue.',
    email: 'Écrivez une adresse électronique complète, par exemple accueil@mairie.example.',
    date: 'Écrivez une date qui existe.',
    expression: 'La réponse ne convient pas.',
    notAChoice: 'Choisissez une réponse de la liste.',
    otherEmpty: 'Précisez votre réponse.',
    rowRequired: 'Répondez à chaque ligne.',
    duplicate: 'Cette valeur est déjà donnée : elle doit être différente.',
    minRows: 'Remplissez au moins {value} lignes.',
    maxRows: 'Remplissez au plus {value} lignes.',
    fileSize: 'Ce fichier est trop lourd : {value} au plus.',
    fileType: 'Ce type de fichier n’est pas accepté.',
    commune: 'Choisissez une commune de la liste.',
    external: 'Cette réponse a été refusée.',
  } satisfies Catalogue,
  en: {
    required: 'An answer is expected.',
    numeric: 'Write a number.',
    min: 'The smallest possible value is {value}.',
    max: 'The largest possible value is {value}.',
    minLength: 'Write at least {value} characters.',
    maxLength: 'Write at most {value} characters.',
    minCount: 'Choose at least {value} answers.',
    maxCount: 'Choose at most {value} answers.',
    pattern: 'The answer does not have the expected form.',
    email: 'Write a complete e-mail address, for example office@townhall.example.',
    date: 'Write a date that exists.',
    expression: 'This answer does not fit.',
    notAChoice: 'Choose an answer from the list.',
    otherEmpty: 'Say more about your answer.',
    rowRequired: 'Answer every row.',
    duplicate: 'This value is already given: it must be different.',
    minRows: 'Fill in at least {value} rows.',
    maxRows: 'Fill in at most {value} rows.',
    fileSize: 'This file is too large: {value} at most.',
    fileType: 'This type of file is not accepted.',
    commune: 'Choose a municipality from the list.',
    external: 'This answer was refused.',
  } satisfies Catalogue,
};

/** The sentence for a person, in French unless the locale is another of those spoken here. */
export function errorText(code: ErrorCode, locale: string, params: { readonly value?: string | number } = {}): string {
  const catalogue = MESSAGES[locale.toLowerCase().startsWith('en') ? 'en' : 'fr'];
  return catalogue[code].replace('{value}', () => String(params.value ?? ''));
}

/** What is wrong with a definition, for whoever writes it. */
const PROBLEMS = {
  fr: {
    unsupported: 'Ceci est conservé, mais sans effet ici.',
    invalid: 'Ceci ne peut pas être lu.',
    cycle: 'Ces valeurs dépendent les unes des autres : le calcul a été arrêté.',
  },
  en: {
    unsupported: 'This is kept, but has no effect here.',
    invalid: 'This cannot be read.',
    cycle: 'These values depend on each other: the calculation was stopped.',
  },
} as const;

export function problemText(kind: keyof (typeof PROBLEMS)['fr'], locale: string): string {
  return PROBLEMS[locale.toLowerCase().startsWith('en') ? 'en' : 'fr'][kind];
}

/** Choices that a definition may ask for without writing their text. */
const WORDS = {
  fr: {
    yes: 'Oui', no: 'Non', none: 'Aucune de ces réponses', other: 'Autre', refuse: 'Je ne souhaite pas répondre', dontknow: 'Je ne sais pas',
    selectall: 'Tout cocher',
  },
  en: {
    yes: 'Yes', no: 'No', none: 'None of these', other: 'Other', refuse: 'I would rather not say', dontknow: 'I do not know', selectall: 'Select all',
  },
} as const;

export function wordOf(word: keyof (typeof WORDS)['fr'], locale: string): string {
  return WORDS[locale.toLowerCase().startsWith('en') ? 'en' : 'fr'][word];
}
