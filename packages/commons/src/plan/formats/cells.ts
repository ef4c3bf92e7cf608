/** Lists, dates and amounts in the cells of a table, as Territoires en Transitions reads them. */
import { isDay } from '../days.ts';
import { folded } from '../select.ts';

export type CellValue = string | number | boolean | Date | null | undefined;

/** Parted by commas, but not by those inside parentheses, quotes or « ». */
export function splitList(text: string): string[] {
  const items: string[] = [];
  let item = '';
  let depth = 0;
  let quoted = false;
  for (const letter of text.replace(/[\r\n]+/g, ',')) {
    if (letter === '"') quoted = !quoted;
    else if (letter === '(' || letter === '«') depth += 1;
    else if ((letter === ')' || letter === '»') && depth > 0) depth -= 1;
    if (letter === ',' && depth === 0 && !quoted) {
      items.push(item);
      item = '';
    } else item += letter;
  }
  return [...items, item].map((each) => /^«([^«»]*,[^«»]*)»$/.exec(each.trim())?.[1] ?? each).map((each) => each.trim()).filter(Boolean);
}

/** Whether a name comes back as it was. */
export const staysWhole = (name: string): boolean => writeName(name) === name || !/[«»"()\r\n]/.test(name);

const writeName = (name: string): string => {
  const [only, ...more] = splitList(name);
  if (only === name && more.length === 0 && closes(name)) return name;
  return `«${name.replace(/[«»"()]/g, ' ').replace(/\s+/g, ' ').trim()}»`;
};

const closes = (name: string): boolean => {
  const count = (letter: string): number => name.split(letter).length - 1;
  return count('"') % 2 === 0 && count('(') === count(')') && count('«') === count('»');
};

export const writeList = (names: readonly string[]): string => names.map(writeName).join(', ');

export const textOf = (value: CellValue): string => (value === null || value === undefined ? '' : value instanceof Date ? dayOf(value) : String(value)).trim();

const dayOf = (date: Date): string => (Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 10));

/** A day out of a date cell, `2026-11-26` or `26/11/2026`; undefined when empty, null when it is none. */
export function readDay(value: CellValue): string | undefined | null {
  const text = textOf(value);
  if (text === '') return undefined;
  const [, date = '', month = '', year = ''] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text) ?? [];
  const day = year === '' ? text.slice(0, 10) : `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  return isDay(day) ? day : null;
}

export const cellDay = (day: string | undefined): Date | null => (day === undefined ? null : new Date(`${day}T00:00:00Z`));

/** A number out of `1 234,50 €`; undefined when empty, null when it is none. */
export function readAmount(value: CellValue): number | undefined | null {
  if (typeof value === 'number') return Number.isFinite(value) && value >= 0 ? value : null;
  const text = textOf(value).replace(/[\s\u00a0\u202f]|€|euros?|HT|TTC/gi, '');
  if (text === '') return textOf(value) === '' ? undefined : null;
  const number = /^\d+(?:[.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : NaN;
  return Number.isFinite(number) ? number : null;
}

/** One of a closed list, whatever the accents, the case and the apostrophes. */
export const readOneOf = <Value extends string>(values: readonly Value[], text: string): Value | undefined => values.find((each) => folded(each) === folded(text.trim()));

/** `C` for 2, `AB` for 27. */
export function columnName(index: number): string {
  let letters = '';
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}
