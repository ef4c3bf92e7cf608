import { type Translator, translator } from '../internal/translate.ts';
import { type IssuerKey, issuerFr } from './messages/fr.ts';

export interface Words {
  readonly lang: 'fr' | 'en';
  readonly t: Translator<IssuerKey>;
  /** 12 mai 2026, in the person's own time zone. */
  readonly date: (date: Date) => string;
}

const make = (lang: 'fr' | 'en', catalogue: Readonly<Record<IssuerKey, string>>): Words => {
  let format: Intl.DateTimeFormat | undefined;
  return { lang, t: translator(catalogue, lang), date: (date) => (format ??= new Intl.DateTimeFormat(lang === 'fr' ? 'fr' : 'en-GB', { dateStyle: 'long' })).format(date) };
};

const made: Partial<Record<'fr' | 'en', Words>> = {};

const isEnglish = (locale: string): boolean => /^en\b/i.test(locale);

/** Brings the words of a language that is not French; without a network they stay French. True when something came. */
export async function loadWords(locale: string): Promise<boolean> {
  if (!isEnglish(locale) || made.en) return false;
  try {
    made.en = make('en', (await import('./messages/en.ts')).issuerEn);
    return true;
  } catch {
    return false;
  }
}

/** English when asked and there, French otherwise. */
export const wordsIn = (locale: string): Words => (isEnglish(locale) ? made.en : undefined) ?? (made.fr ??= make('fr', issuerFr));
