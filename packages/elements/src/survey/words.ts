import { learnEnglish } from './fields/index.ts';
import type { laterFr } from './messages/later.fr.ts';
import { surveyFr } from './messages/survey.fr.ts';
import { type Translator, translator } from '../internal/translate.ts';

export type LaterKey = keyof typeof laterFr;
export type SurveyKey = keyof typeof surveyFr | LaterKey;

/** The survey's own words and ways to write times, in a language: English when asked, French otherwise. */
export interface Words {
  readonly lang: 'fr' | 'en';
  readonly t: Translator<SurveyKey>;
  /** What stands between a title and what is said of it: no colon after a question mark. */
  readonly colon: (title: string) => string;
  /** 14:32 */
  readonly time: (date: Date | string) => string;
  /** 12 mai 2026 à 14:32 */
  readonly date: (date: Date | string) => string;
}

/** Formatters are costly to make, and most surveys are read before any time shows. */
const words = (lang: 'fr' | 'en', catalogue: Readonly<Record<SurveyKey, string>>): Words => {
  const formats: Partial<Record<'short' | 'long', Intl.DateTimeFormat>> = {};
  const format = (dateStyle: 'long' | undefined) => (date: Date | string): string =>
    (formats[dateStyle ?? 'short'] ??= new Intl.DateTimeFormat(lang === 'fr' ? 'fr' : 'en-GB', { dateStyle, timeStyle: 'short' })).format(new Date(date));
  return { lang, t: translator(catalogue, lang), colon: (title) => (/[?!:.…]\s*$/.test(title) ? ' ' : catalogue.colon), time: format(undefined), date: format('long') };
};

const made: Partial<Record<'fr' | 'en', Words>> = {};
const isEnglish = (locale: string): boolean => /^en\b/i.test(locale);

/** Brings the words of a language that is not French. Without a network they stay French: a survey in two languages beats none. */
export async function loadWords(locale: string): Promise<void> {
  if (!isEnglish(locale) || made.en) return;
  try {
    const { fieldsEn, surveyEn } = await import('./messages/english.ts');
    learnEnglish(fieldsEn);
    made.en = words('en', surveyEn);
  } catch {
    // Tried again at the next change of language.
  }
}

/** What is not asked for before `later.ts` is there stands empty until it is. */
const french = { ...surveyFr } as Record<SurveyKey, string>;

export function learn(more: Readonly<Record<LaterKey, string>>): void {
  Object.assign(french, more);
}

export function wordsIn(locale: string): Words {
  return (isEnglish(locale) ? made.en : undefined) ?? (made.fr ??= words('fr', french));
}
