import { once } from '../internal/once.ts';
import { type Translator, translator } from '../internal/translate.ts';
import { type AssessmentKey, assessmentFr } from './messages/fr.ts';

export interface Words {
  readonly lang: 'fr' | 'en';
  readonly t: Translator<AssessmentKey>;
  readonly number: (value: number) => string;
  /** 12 mai 2026. */
  readonly date: (date: Date) => string;
  /** A day (`2026-05-12`), the same wherever the person is. */
  readonly day: (day: string) => string;
  /** 14:02 */
  readonly time: (date: Date) => string;
}

const make = (lang: 'fr' | 'en', catalogue: Readonly<Record<AssessmentKey, string>>): Words => {
  const tag = lang === 'fr' ? 'fr-FR' : 'en-GB';
  const date = once(() => new Intl.DateTimeFormat(tag, { dateStyle: 'long' }));
  const day = once(() => new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeZone: 'UTC' }));
  const time = once(() => new Intl.DateTimeFormat(tag, { timeStyle: 'short' }));
  const number = once(() => new Intl.NumberFormat(tag));
  return {
    lang,
    t: translator(catalogue, lang),
    number: (value) => number().format(value),
    date: (value) => date().format(value),
    day: (value) => (Number.isNaN(Date.parse(value)) ? value : day().format(new Date(value))),
    time: (value) => time().format(value),
  };
};

const made: Partial<Record<'fr' | 'en', Words>> = {};

const isEnglish = (locale: string): boolean => /^en\b/i.test(locale);

/** Brings the words of a language that is not French; without a network they stay French. True when something came. */
export async function loadWords(locale: string): Promise<boolean> {
  if (!isEnglish(locale) || made.en) return false;
  try {
    made.en = make('en', (await import('./messages/en.ts')).assessmentEn);
    return true;
  } catch {
    return false;
  }
}

/** English when asked and there, French otherwise. */
export const wordsIn = (locale: string): Words => (isEnglish(locale) ? made.en : undefined) ?? (made.fr ??= make('fr', assessmentFr));
