import { nearest } from './nearest.ts';

/** The nearest `lang` around an element, through shadow roots; empty when the page says none. */
export const languageAround = (element: Element): string => nearest(element, '[lang]')?.getAttribute('lang') ?? '';

/** A tag that `Intl` accepts: the one given, or French, the house's language. */
export function usableLanguage(tag: string): string {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? 'fr';
  } catch {
    return 'fr';
  }
}
