/** What the engine says of an answer, in every language it speaks. */
export const ERROR_CODES = [
  'required', 'numeric', 'min', 'max', 'minLength', 'maxLength', 'minCount', 'maxCount', 'pattern', 'email', 'url',
  'date', 'whole', 'step', 'expression', 'notAChoice', 'otherEmpty', 'rowRequired', 'duplicate', 'minRows', 'maxRows', 'fileSize', 'fileType', 'commune', 'external',
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

type Catalogue = Record<ErrorCode, string>;

/** `{value}` is the bound that the answer does not keep; a message `one|several` is decided by the language's plural of it. */
export const MESSAGES = {
  fr: {
    required: 'Une réponse est attendue.',
    numeric: 'Écrivez un nombre.',
    min: 'La valeur la plus petite possible est {value}.',
    max: 'La valeur la plus grande possible est {value}.',
    minLength: 'Écrivez au moins {value} caractère.|Écrivez au moins {value} caractères.',
    maxLength: 'Écrivez au plus {value} caractère.|Écrivez au plus {value} caractères.',
    minCount: 'Choisissez au moins {value} réponse.|Choisissez au moins {value} réponses.',
    maxCount: 'Choisissez au plus {value} réponse.|Choisissez au plus {value} réponses.',
    pattern: 'La réponse n’a pas la forme attendue.',
    email: 'Écrivez une adresse électronique complète, par exemple accueil@mairie.example.',
    url: 'Écrivez une adresse de site complète, par exemple https://www.mairie.example.',
    date: 'Écrivez une date qui existe.',
    whole: 'Écrivez un nombre entier.',
    step: 'Écrivez un nombre de {value} en {value}.',
    expression: 'La réponse ne convient pas.',
    notAChoice: 'Choisissez une réponse de la liste.',
    otherEmpty: 'Précisez votre réponse.',
    rowRequired: 'Répondez à chaque ligne.',
    duplicate: 'Cette valeur est déjà donnée : elle doit être différente.',
    minRows: 'Remplissez au moins {value} ligne.|Remplissez au moins {value} lignes.',
    maxRows: 'Remplissez au plus {value} ligne.|Remplissez au plus {value} lignes.',
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
    minLength: 'Write at least {value} character.|Write at least {value} characters.',
    maxLength: 'Write at most {value} character.|Write at most {value} characters.',
    minCount: 'Choose at least {value} answer.|Choose at least {value} answers.',
    maxCount: 'Choose at most {value} answer.|Choose at most {value} answers.',
    pattern: 'The answer does not have the expected form.',
    email: 'Write a complete e-mail address, for example office@townhall.example.',
    url: 'Write a complete website address, for example https://www.townhall.example.',
    date: 'Write a date that exists.',
    whole: 'Write a whole number.',
    step: 'Write a number in steps of {value}.',
    expression: 'This answer does not fit.',
    notAChoice: 'Choose an answer from the list.',
    otherEmpty: 'Say more about your answer.',
    rowRequired: 'Answer every row.',
    duplicate: 'This value is already given: it must be different.',
    minRows: 'Fill in at least {value} row.|Fill in at least {value} rows.',
    maxRows: 'Fill in at most {value} row.|Fill in at most {value} rows.',
    fileSize: 'This file is too large: {value} at most.',
    fileType: 'This type of file is not accepted.',
    commune: 'Choose a municipality from the list.',
    external: 'This answer was refused.',
  } satisfies Catalogue,
};

/** The sentence for a person, in French unless the locale is another of those spoken here. */
export function errorText(code: ErrorCode, locale: string, params: { readonly value?: string | number } = {}): string {
  const lang = locale.toLowerCase().startsWith('en') ? 'en' : 'fr';
  const { value = '' } = params;
  const [one = '', several = one] = MESSAGES[lang][code].split('|');
  const message = several === one || new Intl.PluralRules(lang).select(Number(value)) === 'one' ? one : several;
  const text = typeof value === 'number' ? new Intl.NumberFormat(lang, { useGrouping: false, maximumFractionDigits: 20 }).format(value) : value;
  return message.replaceAll('{value}', () => text);
}

/** What is wrong with a definition, for whoever writes it; `parseDefinition` says more. */
const PROBLEMS = {
  fr: {
    unsupported: '« {name} » est conservé, mais sans effet ici.',
    invalid: '« {name} » ne peut pas être lu, ou ne mène nulle part.',
    cycle: 'Ces valeurs dépendent les unes des autres : le calcul a été arrêté.',
  },
  en: {
    unsupported: '“{name}” is kept, but has no effect here.',
    invalid: '“{name}” cannot be read, or leads nowhere.',
    cycle: 'These values depend on each other: the calculation was stopped.',
  },
} as const;

export function problemText(kind: keyof (typeof PROBLEMS)['fr'], locale: string, name: string): string {
  return PROBLEMS[locale.toLowerCase().startsWith('en') ? 'en' : 'fr'][kind].replace('{name}', () => name);
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
