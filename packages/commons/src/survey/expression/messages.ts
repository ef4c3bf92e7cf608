/** Why a text is not an expression. */
export type ExpressionErrorCode = 'empty' | 'tooLong' | 'tooDeep' | 'unexpected' | 'unfinished' | 'string' | 'name' | 'list';

type Catalogue = Record<ExpressionErrorCode, string>;

/** `{at}` is the place, counted from 1 as people do; `{found}` what stands there. */
const MESSAGES = {
  fr: {
    empty: 'L’expression est vide.',
    tooLong: 'L’expression est trop longue.',
    tooDeep: 'L’expression contient trop de parenthèses ou de fonctions imbriquées (position {at}).',
    unexpected: 'L’expression ne peut pas être lue à partir de « {found} » (position {at}).',
    unfinished: 'L’expression n’est pas terminée : il manque une valeur à la fin.',
    string: 'Le texte entre guillemets ouvert en position {at} n’est pas fermé, ou contient un guillemet sans « \\ ».',
    name: 'Le nom de question ouvert par une accolade en position {at} est vide ou n’est pas fermé.',
    list: 'La liste ouverte par un crochet en position {at} n’est pas fermée.',
  } satisfies Catalogue,
  en: {
    empty: 'The expression is empty.',
    tooLong: 'The expression is too long.',
    tooDeep: 'The expression nests too many brackets or functions (position {at}).',
    unexpected: 'The expression cannot be read from “{found}” on (position {at}).',
    unfinished: 'The expression is not finished: a value is missing at the end.',
    string: 'The quoted text opened at position {at} is not closed, or holds a quote without “\\”.',
    name: 'The question name opened by a brace at position {at} is empty or not closed.',
    list: 'The list opened by a bracket at position {at} is not closed.',
  } satisfies Catalogue,
};

/** The sentence for an author, in French for any locale that starts with `fr`, else in English. */
export function expressionErrorText(code: ExpressionErrorCode, locale: string, at: number, found: string): string {
  return MESSAGES[locale.startsWith('fr') ? 'fr' : 'en'][code]
    .replace('{at}', () => String(at + 1))
    .replace('{found}', () => found);
}
