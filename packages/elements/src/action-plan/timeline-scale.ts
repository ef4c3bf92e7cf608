/** From days to places on the timeline. */
import { type Action, addDays, addMonths, daysBetween } from '@assembleurs/commons/plan';

export type Scale = 'month' | 'quarter' | 'year';

export interface Span {
  readonly first: string;
  /** The day after the last one. */
  readonly end: string;
  readonly days: number;
  /** Pixels below which the picture scrolls. */
  readonly width: number;
  readonly marks: readonly { readonly day: string; readonly year: boolean }[];
}

const PIXELS: Readonly<Record<Scale, number>> = { month: 8, quarter: 3, year: 1 };
const STEP: Readonly<Record<Scale, number>> = { month: 1, quarter: 3, year: 12 };
/** A typing error in a year must not draw a picture of a century. */
const MOST_DAYS = 3660;

/** From the beginning of a period to the end of another, around every date and today. */
export function spanOf(actions: readonly Action[], today: string, scale: Scale): Span {
  const near = (day: string): boolean => Math.abs(daysBetween(today, day)) < MOST_DAYS;
  const days = [today, ...actions.flatMap(({ start, end }) => [start, end]).filter((day): day is string => day !== undefined && near(day))].sort();
  const step = STEP[scale];
  const [year = 0, month = 1] = (days[0] ?? today).split('-').map(Number);
  const first = `${String(year)}-${String(month - ((month - 1) % step)).padStart(2, '0')}-01`;
  const marks: { day: string; year: boolean }[] = [];
  let end = first;
  const last = days.at(-1) ?? today;
  for (let at = 0; end <= last || at < 2; at += 1) {
    marks.push({ day: end, year: end.slice(5, 7) === '01' });
    end = addMonths(first, (at + 1) * step);
  }
  const count = daysBetween(first, end);
  return { first, end, days: count, width: Math.max(320, count * PIXELS[scale]), marks };
}

/** A day's place, as a share in percent; `end`: the evening of that day. */
export function placeOf(day: string, { first, days }: Span, end = false): number {
  return Math.min(100, Math.max(0, (daysBetween(first, end ? addDays(day, 1) : day) / days) * 100));
}
