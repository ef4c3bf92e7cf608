import { type Translator, translator } from '../internal/translate.ts';
import { type CommonsKey, commonsFr } from './messages/fr.ts';

export interface Words {
  readonly lang: 'fr' | 'en';
  readonly t: Translator<CommonsKey>;
  /** 14:32 */
  readonly time: (date: Date) => string;
  /** vous, accueil et CCAS */
  readonly list: (items: readonly string[]) => string;
}

const make = (lang: 'fr' | 'en', catalogue: Readonly<Record<CommonsKey, string>>): Words => {
  const tag = lang === 'fr' ? 'fr' : 'en-GB';
  let time: Intl.DateTimeFormat | undefined;
  let list: Intl.ListFormat | undefined;
  return {
    lang,
    t: translator(catalogue, lang),
    time: (date) => (time ??= new Intl.DateTimeFormat(tag, { timeStyle: 'short' })).format(date),
    list: (items) => (list ??= new Intl.ListFormat(tag)).format(items),
  };
};

const made: Partial<Record<'fr' | 'en', Words>> = {};
const isEnglish = (locale: string): boolean => /^en\b/i.test(locale);

/** Brings the words of a language that is not French; without a network they stay French. True when something came. */
export async function loadWords(locale: string): Promise<boolean> {
  if (!isEnglish(locale) || made.en) return false;
  try {
    made.en = make('en', (await import('./messages/en.ts')).commonsEn);
    return true;
  } catch {
    return false;
  }
}

/** English when asked and there, French otherwise. */
export const wordsIn = (locale: string): Words => (isEnglish(locale) ? made.en : undefined) ?? (made.fr ??= make('fr', commonsFr));
