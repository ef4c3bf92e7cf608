import { type Translator, translator } from '../translate.ts';
import { REMARK_MESSAGES, type RemarkKey } from './messages.ts';

export interface RemarkWords {
  readonly t: Translator<RemarkKey>;
  /** 12 mars 2026, of `2026-03-12`: a day has no time zone. */
  readonly day: (day: string) => string;
}

function make(lang: 'fr' | 'en'): RemarkWords {
  const day = new Intl.DateTimeFormat(lang === 'fr' ? 'fr' : 'en-GB', { dateStyle: 'long', timeZone: 'UTC' });
  return { t: translator(REMARK_MESSAGES[lang], lang), day: (text) => day.format(new Date(text)) };
}

const made: Partial<Record<'fr' | 'en', RemarkWords>> = {};

export const remarkWords = (lang: 'fr' | 'en'): RemarkWords => (made[lang] ??= make(lang));
