import { surveyEn } from './messages/survey.en.ts';
import { surveyFr, type SurveyKey } from './messages/survey.fr.ts';
import { type Translator, translator } from './messages/translate.ts';

/** The survey's own words and ways to write times, in a language: English when asked, French otherwise. */
export interface Words {
  readonly lang: 'fr' | 'en';
  readonly t: Translator<SurveyKey>;
  /** 14:32 */
  readonly time: (date: Date | string) => string;
  /** 12 mai 2026 à 14:32 */
  readonly date: (date: Date | string) => string;
}

const words = (lang: 'fr' | 'en', catalogue: Readonly<Record<SurveyKey, string>>): Words => {
  const time = new Intl.DateTimeFormat(lang === 'fr' ? 'fr' : 'en-GB', { timeStyle: 'short' });
  const full = new Intl.DateTimeFormat(lang === 'fr' ? 'fr' : 'en-GB', { dateStyle: 'long', timeStyle: 'short' });
  return { lang, t: translator(catalogue, lang), time: (date) => time.format(new Date(date)), date: (date) => full.format(new Date(date)) };
};

const made: Partial<Record<'fr' | 'en', Words>> = {};

export function wordsIn(locale: string): Words {
  return /^en\b/i.test(locale) ? (made.en ??= words('en', surveyEn)) : (made.fr ??= words('fr', surveyFr));
}
