/** How the session compares and reads answers: SurveyJS's looseness between texts and numbers, nothing more. */
import { isEmpty, isRecord, toNumber } from '../expression/values.ts';

export { isEmpty, isRecord, toNumber };

export type Json = Readonly<Record<string, unknown>>;

const NOTHING: readonly never[] = [];
const NO_RECORD: Json = {};

export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : NOTHING;
}

export function recordOf(value: unknown): Json {
  return isRecord(value) ? value : NO_RECORD;
}

export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

export function numberOf(value: unknown, otherwise: number): number {
  const number = toNumber(value);
  return Number.isNaN(number) || isEmpty(value) ? otherwise : number;
}

/** An empty answer, as a person sees it: spaces alone are nothing. */
export function isBlank(value: unknown): boolean {
  return isEmpty(value) || (typeof value === 'string' && value.trim() === '');
}

/** The same choice: `'5'` is 5. */
export function alike(x: unknown, y: unknown): boolean {
  return same(x, y) || ((typeof x === 'number' || typeof y === 'number') && textOf(x) !== '' && textOf(x) === textOf(y));
}

/** The same answer: no answer is an empty text or list, `'true'` is true; letters' case counts, and `'5'` is not 5. */
export function same(x: unknown, y: unknown): boolean {
  if (x === y) return true;
  if (x === null || x === undefined || y === null || y === undefined) return isEmpty(x) && isEmpty(y);
  if (typeof x === 'boolean' || typeof y === 'boolean') return textOf(x) === textOf(y);
  if (Array.isArray(x) && Array.isArray(y)) return x.length === y.length && x.every((item, index) => same(item, y[index]));
  if (!isRecord(x) || !isRecord(y)) return false;
  const keys = Object.keys(x);
  return keys.length === Object.keys(y).length && keys.every((key) => Object.hasOwn(y, key) && same(x[key], y[key]));
}

/** A record with one entry more, less (when empty) or other. Own properties only: `__proto__` is a name like another. */
export function withEntry(record: Json, name: string, value: unknown): Json {
  const entries = Object.entries(record).filter(([key]) => key !== name);
  if (!isEmpty(value)) entries.push([name, value]);
  return Object.fromEntries(entries);
}

/** `pages`, 2 → `pages[2]`. */
export function at(list: string, index: number): string {
  return `${list}[${String(index)}]`;
}

/** A list with one item replaced. */
export function withItem(list: readonly unknown[], index: number, item: unknown): unknown[] {
  const copy = [...list];
  copy[index] = item;
  return copy;
}
