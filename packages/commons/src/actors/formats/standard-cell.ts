/**
 * One cell of the national standard: what a file holds, brought to the standard's letter. Used both ways: what is read
 * with tolerance and what is written strictly pass by the same rule, so that reading what was written changes nothing.
 */
import { plainName } from '../../territory/search.ts';
import { NO_PIVOT, STANDARD_LISTS, STANDARD_VALUES } from '../standard-values.ts';
import type { StandardColumn, StandardList } from '../standard-values.ts';

/** `kept` is to the standard's letter; `rest` is what it refuses, as it was. Both absent: the cell says nothing. */
export interface Admitted {
  readonly kept?: string;
  readonly rest?: string;
}

export type ListColumn = StandardList | 'typologie' | 'courriels' | 'site_web' | 'autres_formations_labels';

const isClosed = (column: StandardColumn): column is StandardList => (STANDARD_LISTS as readonly string[]).includes(column);
const OPEN_LISTS: readonly string[] = ['typologie', 'courriels', 'site_web', 'autres_formations_labels'];

export const isListColumn = (column: StandardColumn): column is ListColumn => isClosed(column) || OPEN_LISTS.includes(column);

export function admit(column: StandardColumn, raw: string): Admitted {
  const text = raw.trim();
  if (text === '') return {};
  if (isClosed(column)) return closedList(column, text);
  const rule = RULES[column];
  return rule ? rule(text) : { kept: text };
}

/** Accents, case, apostrophes, spaces and a final s make no difference: files write `Conseiller numérique` and `n’accueille`. */
export const fold = (text: string): string => plainName(text).replace(/s\b/g, '');

const CANONICAL: ReadonlyMap<StandardList, ReadonlyMap<string, string>> = new Map(
  STANDARD_LISTS.map((column) => [column, new Map(STANDARD_VALUES[column].map((value): [string, string] => [fold(value), value]))]),
);

/** The standard's spelling of a value, if it is one. Most files spell well: folding, which costs, comes second. */
export const canonical = (column: StandardList, text: string): string | undefined =>
  (STANDARD_VALUES[column] as readonly string[]).includes(text) ? text : CANONICAL.get(column)?.get(fold(text));

function closedList(column: StandardList, text: string): Admitted {
  const kept = new Set<string>();
  const rest: string[] = [];
  for (const item of parts(text, /[|;]/)) {
    const value = canonical(column, item);
    if (value === undefined) rest.push(item);
    else kept.add(value);
  }
  return joined([...kept], rest);
}

/** Items of a list, without blanks and repeats. */
const parts = (text: string, separator: RegExp): string[] => [...new Set(text.split(separator).map((item) => item.trim()).filter((item) => item !== ''))];

const joined = (kept: readonly string[], rest: readonly string[] = []): Admitted => ({
  ...(kept.length > 0 && { kept: kept.join('|') }),
  ...(rest.length > 0 && { rest: rest.join('|') }),
});

const RULES: Partial<Record<StandardColumn, (text: string) => Admitted>> = {
  pivot: (text) => {
    const value = text.replace(/[\s\u00a0\u202f]/g, '');
    return value === NO_PIVOT ? {} : pattern(/^[a-zA-Z0-9]{9,14}$/, value, text);
  },
  code_postal: (text) => pattern(/^\d{5}$/, padded(text), text),
  code_insee: (text) => pattern(/^([013-9]\d|2[AB1-9])\d{3}$/, padded(text).toUpperCase(), text),
  latitude: (text) => coordinate(text, 90),
  longitude: (text) => coordinate(text, 180),
  typologie: (text) => joined(parts(text, /[|;]/)),
  courriels: (text) => joined(parts(text, /[|;]/)),
  // An address may hold `;` and `,`: they separate only before another address.
  site_web: (text) => joined(parts(text, /\||[;,]\s*(?=https?:\/\/)/)),
  autres_formations_labels: (text) => joined(parts(text, /\|/)),
  telephone,
  date_maj: date,
  presentation_resume: (text) => (text.length <= MAX_SUMMARY ? { kept: text } : { kept: `${text.slice(0, MAX_SUMMARY - 1).trimEnd()}…`, rest: text }),
};

const MAX_SUMMARY = 280;

const pattern = (rule: RegExp, value: string, text: string): Admitted => (rule.test(value) ? { kept: value } : { rest: text });

/** Spreadsheets take `01000` for a number and eat its zero. */
const padded = (text: string): string => text.replace(/\s/g, '').replace(/^\d{4}$/, '0$&');

function coordinate(text: string, most: number): Admitted {
  const number = /^[+-]?\d+([.,]\d*)?(e-?\d+)?$/i.test(text) ? Number(text.replace(',', '.')) : NaN;
  return Math.abs(number) <= most ? { kept: String(number) } : { rest: text };
}

const TELEPHONE = /^(\+33|\+590|\+594|\+262|\+596|\+269|\+687|\+689|\+508|\+681)(\d){6,9}$/;

/** The standard holds one number: the first good one; the others stand beside. */
function telephone(text: string): Admitted {
  const rest: string[] = [];
  let kept: string | undefined;
  for (const item of parts(text, /[|;,/]|\bou\b/)) {
    const digits = item.replace(/\(0\)/g, '').replace(/[^\d+]/g, '').replace(/^00/, '+').replace(/^0(?=\d{9}$)/, '+33').replace(/^33(?=\d{9}$)/, '+33');
    if (kept === undefined && TELEPHONE.test(digits)) kept = digits;
    else rest.push(item);
  }
  return joined(kept === undefined ? [] : [kept], rest);
}

/** `2024-04-02`, with or without an hour, or as the French write it: `02/04/2024`. */
function date(text: string): Admitted {
  const french = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text);
  const [, day = '', month = '', year = ''] = french ?? [];
  const value = french ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : text.replace(/[T ]\d{2}:\d{2}.*$/, '');
  const moment = /^\d{4}-\d{2}-\d{2}$/.test(value) ? new Date(`${value}T00:00:00Z`) : new Date(NaN);
  // A 31st of June is a date for nobody: `Date` would make it the 1st of July.
  return Number.isFinite(moment.getTime()) && moment.toISOString().startsWith(value) ? { kept: value } : { rest: text };
}
