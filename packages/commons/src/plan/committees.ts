/** When committees meet: the next meeting that is fixed, and those that follow from the frequency. */
import type { Frequency } from './codes.ts';
import { addMonths, workingDay } from './days.ts';
import type { Committee } from './plan-model.ts';

const MONTHS: Readonly<Record<Frequency, number>> = { mensuelle: 1, trimestrielle: 3, semestrielle: 6, annuelle: 12 };

/** From `today` on, at most `count` days; a fixed date is kept as it is, the later ones fall on working days. */
export function meetingsOf({ next, frequency }: Pick<Committee, 'next' | 'frequency'>, today: string, count = 3): string[] {
  if (next === undefined) return [];
  if (frequency === undefined) return next >= today ? [next] : [];
  const meetings: string[] = [];
  // A date of long ago still leads to today's: 1,200 months are a century.
  for (let at = 0; meetings.length < count && at < 1200; at += 1) {
    const day = at === 0 ? next : workingDay(addMonths(next, at * MONTHS[frequency]), 'after');
    if (day >= today) meetings.push(day);
  }
  return meetings;
}
