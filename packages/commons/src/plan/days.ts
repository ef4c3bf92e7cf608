/** Days as `2026-11-26`, counted without hours: no time zone can move them. */

const DAY = 86_400_000;

const utc = (day: string): number => Date.parse(`${day}T00:00:00Z`);
const write = (time: number): string => new Date(time).toISOString().slice(0, 10);

/** A day of the calendar: `2026-02-30` is none. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const time = utc(text);
  return !Number.isNaN(time) && write(time) === text;
}

export const addDays = (day: string, days: number): string => write(utc(day) + days * DAY);

export const daysBetween = (from: string, to: string): number => (utc(to) - utc(from)) / DAY;

/** The same day some months later, or the last one of a month that is too short. */
export function addMonths(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + Math.round(months), 0));
  last.setUTCDate(Math.min(date, last.getUTCDate()));
  return last.toISOString().slice(0, 10);
}

/** 1 for a Monday, 7 for a Sunday. */
export const weekday = (day: string): number => new Date(utc(day)).getUTCDay() || 7;

/** Easter Sunday of the Gregorian calendar (the anonymous algorithm of 1876, by Meeus). */
export function easter(year: number): string {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - d - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 19 * l) / 433);
  const month = Math.floor((h + l - 7 * m + 90) / 25);
  const day = (h + l - 7 * m + 33 * month + 19) % 32;
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

export const HOLIDAYS = ['newYear', 'easterMonday', 'labour', 'victory', 'ascension', 'whitMonday', 'national', 'assumption', 'allSaints', 'armistice', 'christmas'] as const;
export type Holiday = (typeof HOLIDAYS)[number];

const FIXED: Readonly<Record<string, Holiday>> = {
  '01-01': 'newYear', '05-01': 'labour', '05-08': 'victory', '07-14': 'national', '08-15': 'assumption', '11-01': 'allSaints', '11-11': 'armistice', '12-25': 'christmas',
};
const MOVABLE: Readonly<Record<number, Holiday>> = { 1: 'easterMonday', 39: 'ascension', 50: 'whitMonday' };

/** The public holiday of mainland France that a day is (article L3133-1 of the labour code), Alsace-Moselle's two more left aside. */
export const holidayOn = (day: string): Holiday | undefined => FIXED[day.slice(5)] ?? MOVABLE[daysBetween(easter(Number(day.slice(0, 4))), day)];

export const isWorkingDay = (day: string): boolean => weekday(day) < 6 && holidayOn(day) === undefined;

/** The day itself when people work on it, else the nearest one before or after. */
export function workingDay(day: string, direction: 'before' | 'after'): string {
  let found = day;
  while (!isWorkingDay(found)) found = addDays(found, direction === 'before' ? -1 : 1);
  return found;
}
