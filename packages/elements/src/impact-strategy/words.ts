import { namesIn, type StrategyNames } from '@assembleurs/commons/strategy';
import { once } from '../internal/once.ts';
import { type Translator, translator } from '../internal/translate.ts';
import { type StrategyKey, strategyFr } from './messages/fr.ts';

type Lang = 'fr' | 'en';

export interface Words {
  readonly lang: Lang;
  readonly t: Translator<StrategyKey>;
  /** Of kinds, roles, confidence. */
  readonly names: StrategyNames;
  /** `2026-11-26` as 26 novembre 2026; a day has no time zone. */
  readonly day: (day: string) => string;
  /** A moment, as hours and minutes. */
  readonly time: (date: Date) => string;
}

const make = (lang: Lang, catalogue: Readonly<Record<StrategyKey, string>>): Words => {
  const tag = lang === 'fr' ? 'fr' : 'en-GB';
  const dates = once(() => new Intl.DateTimeFormat(tag, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }));
  const times = once(() => new Intl.DateTimeFormat(tag, { timeStyle: 'short' }));
  return { lang, t: translator(catalogue, lang), names: namesIn(lang), day: (day) => dates().format(new Date(`${day}T00:00:00Z`)), time: (date) => times().format(date) };
};

const made: Partial<Record<Lang, Words>> = {};
const isEnglish = (locale: string): boolean => /^en\b/i.test(locale);

/** Brings the words of a language that is not French; without a network they stay French. True when something came. */
export async function loadWords(locale: string): Promise<boolean> {
  if (!isEnglish(locale) || made.en) return false;
  try {
    made.en = make('en', (await import('./messages/en.ts')).strategyEn);
    return true;
  } catch {
    return false;
  }
}

/** English when asked and there, French otherwise. */
export const wordsIn = (locale: string): Words => (isEnglish(locale) ? made.en : undefined) ?? (made.fr ??= make('fr', strategyFr));
