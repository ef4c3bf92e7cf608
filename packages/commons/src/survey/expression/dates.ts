/** Dates as expressions read them: a day alone is local midnight, as in SurveyJS without `storeUtcDates`. */

export function readDate(value: unknown): Date {
  if (typeof value === 'string' && !(value.indexOf('T') > 0) && /\d{4}-\d{2}-\d{2}/.test(value) && isValid(new Date(value))) {
    return new Date(`${value}T00:00:00`);
  }
  return new Date(value as string | number | Date);
}

function isValid(date: Date): boolean {
  return !Number.isNaN(date.getTime());
}

/** A date beside a text: both cut to what the text says (a day, an hour, a minute), so that `compare` makes sense. */
export function comparingDates(left: unknown, right: unknown, compare: (left: unknown, right: unknown) => boolean): boolean {
  if (left instanceof Date && typeof right === 'string') {
    const cut = new Date(left);
    if (right.length < 17) cut.setSeconds(0, 0);
    if (right.length < 14) cut.setMinutes(0, 0);
    if (right.length < 11) cut.setHours(0, 0);
    const [date, text] = textBeside(cut, right);
    return compare(date, text);
  }
  if (right instanceof Date && typeof left === 'string') {
    const [date, text] = textBeside(new Date(right), left);
    return compare(text, date);
  }
  return compare(left, right);
}

function textBeside(date: Date, text: string): readonly [Date, Date] {
  const read = readDate(text);
  date.setMilliseconds(0);
  if (date.getHours() === 0 && date.getMinutes() === 0 && date.getSeconds() === 0) read.setHours(0, 0, 0);
  return [date, read];
}

const DAY = 86_400_000;
const UNIT_MS: Record<string, number> = { hours: 3_600_000, minutes: 60_000, seconds: 1000 };

/** Whole days between two dates, never negative, whatever the hour and the summer time. */
export function daysBetween(from: unknown, to: unknown): number {
  const [a, b] = [from, to].map((value) => {
    const date = readDate(value);
    return Date.UTC(date.getFullYear(), date.getMonth(), date.getDate());
  }) as [number, number];
  return Math.ceil(Math.abs(b - a) / DAY);
}

/** From one date to another in `days`, `months`, `hours`, `minutes` or `seconds`; in full years for any other unit. */
export function timeBetween(from: unknown, to: unknown, unit: unknown): number {
  if (unit === 'days') return daysBetween(from, to);
  const [a, b] = [readDate(from), readDate(to)];
  const ms = Object.hasOwn(UNIT_MS, String(unit)) ? UNIT_MS[String(unit)] : undefined;
  if (ms !== undefined) return Math.ceil(Math.abs(b.getTime() - a.getTime()) / ms);
  const months = (b.getFullYear() - a.getFullYear()) * 12 + b.getMonth() - a.getMonth() - (b.getDate() < a.getDate() ? 1 : 0);
  return unit === 'months' ? months : Math.trunc(months / 12) || 0;
}
