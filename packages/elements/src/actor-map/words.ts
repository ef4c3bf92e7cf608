import type { Facet } from '@assembleurs/commons/actors/facets';
import { type ActorKind, type Frequency, type LinkKind, type LinkStatus, actorKindLabel, frequencyLabel, linkKindLabel, linkStatusLabel } from '@assembleurs/commons/actors/kinds';
import { once } from '../internal/once.ts';
import { type Translator, translator } from '../internal/translate.ts';
import { type ActorMapKey, actorMapFr } from './messages/fr.ts';

export interface Words {
  readonly lang: 'fr' | 'en';
  readonly t: Translator<ActorMapKey>;
  readonly number: (value: number) => string;
  readonly percent: (share: number) => string;
  /** 26 novembre 2026 */
  readonly day: (date: Date) => string;
  /** 14:02 */
  readonly time: (date: Date) => string;
  /** lundi, of 1 */
  readonly weekday: (day: number) => string;
  /** 1er et 3e */
  readonly list: (items: readonly string[]) => string;
  readonly compare: (a: string, b: string) => number;
  readonly kind: (kind: ActorKind) => string;
  readonly linkKind: (kind: LinkKind) => string;
  readonly status: (status: LinkStatus) => string;
  readonly frequency: (frequency: Frequency) => string;
  /** A value of a facet that is a code of ours; the standard's values are French words, shown as they are. */
  readonly value: (facet: Facet, value: string) => string;
}

/** Labels are written for the middle of a sentence. */
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const make = (lang: 'fr' | 'en', catalogue: Readonly<Record<ActorMapKey, string>>): Words => {
  const tag = lang === 'fr' ? 'fr-FR' : 'en-GB';
  const number = once(() => new Intl.NumberFormat(tag));
  const percent = once(() => new Intl.NumberFormat(tag, { style: 'percent', maximumFractionDigits: 0 }));
  const time = once(() => new Intl.DateTimeFormat(tag, { timeStyle: 'short' }));
  const day = once(() => new Intl.DateTimeFormat(tag, { dateStyle: 'long' }));
  const weekday = once(() => new Intl.DateTimeFormat(tag, { weekday: 'long', timeZone: 'UTC' }));
  const list = once(() => new Intl.ListFormat(tag));
  const collator = once(() => new Intl.Collator(tag, { sensitivity: 'base', numeric: true }));
  const t = translator(catalogue, lang);
  return {
    lang, t,
    // A getter, so that a long list is sorted by the collator's own function.
    get compare() { return collator().compare; },
    number: (value) => number().format(value),
    percent: (share) => percent().format(share),
    day: (value) => day().format(value),
    time: (value) => time().format(value),
    // A week that began on a Monday.
    weekday: (value) => weekday().format(new Date(Date.UTC(2026, 0, 4 + value))),
    list: (items) => list().format(items),
    kind: (kind) => capital(actorKindLabel(kind, lang)),
    linkKind: (kind) => capital(linkKindLabel(kind, lang)),
    status: (status) => linkStatusLabel(status, lang),
    frequency: (frequency) => frequencyLabel(frequency, lang),
    value: (facet, value) => (facet === 'kind' ? capital(actorKindLabel(value as ActorKind, lang)) : facet === 'linking' ? t(`linking_${value}` as ActorMapKey) : value),
  };
};

const made: Partial<Record<'fr' | 'en', Words>> = {};

const isEnglish = (locale: string): boolean => /^en\b/i.test(locale);

/** Brings the words of a language that is not French; without a network they stay French. True when something came. */
export async function loadWords(locale: string): Promise<boolean> {
  if (!isEnglish(locale) || made.en) return false;
  try {
    made.en = make('en', (await import('./messages/en.ts')).actorMapEn);
    return true;
  } catch {
    return false;
  }
}

/** English when asked and there, French otherwise. */
export const wordsIn = (locale: string): Words => (isEnglish(locale) ? made.en : undefined) ?? (made.fr ??= make('fr', actorMapFr));
