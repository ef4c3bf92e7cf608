/** Retroplanning: dates counted from a pivot date ("J-30 avant l'atelier"), on working days, shown before they move. */
import type { RecordId } from '../record/id.ts';
import { addDays, daysBetween, type Holiday, holidayOn, isWorkingDay, workingDay } from './days.ts';
import { patched, withPatch } from './edits.ts';
import type { Action } from './model.ts';
import type { Plan } from './plan-model.ts';

/** Which date: of the action, or of its step of that rank. */
export type DateField = 'start' | 'end' | number;

export interface Move {
  readonly action: RecordId;
  readonly title: string;
  readonly field: DateField;
  readonly offset: number;
  /** Undefined where there was no date. */
  readonly from: string | undefined;
  readonly to: string;
  /** Why it is not the day that the offset gives. */
  readonly because: Holiday | 'weekend' | undefined;
}

/**
 * The day that stands so many days from the pivot. On a weekend or a public holiday it moves to a working day: what comes before the pivot
 * moves earlier, what follows later, so that nothing gets too late. The pivot itself is where people put it.
 */
export function dayAt(pivot: string, offset: number): { readonly day: string; readonly because: Move['because'] } {
  const plain = addDays(pivot, offset);
  if (offset === 0 || isWorkingDay(plain)) return { day: plain, because: undefined };
  return { day: workingDay(plain, offset < 0 ? 'before' : 'after'), because: holidayOn(plain) ?? 'weekend' };
}

const offsetsOf = ({ offsets = {}, steps, start, end }: Action): { field: DateField; offset: number; from: string | undefined }[] => [
  { field: 'start' as const, offset: offsets.start, from: start },
  { field: 'end' as const, offset: offsets.end, from: end },
  ...steps.map(({ offset, due }, field) => ({ field, offset, from: due })),
].flatMap(({ field, offset, from }) => (offset === undefined ? [] : [{ field, offset, from }]));

/** What would move with the pivot on that day, and nothing else. */
export const movesTo = ({ actions }: Pick<Plan, 'actions'>, pivot: string): Move[] =>
  actions.flatMap((action) => offsetsOf(action).flatMap(({ field, offset, from }) => {
    const { day: to, because } = dayAt(pivot, offset);
    return to === from ? [] : [{ action: action.id, title: action.title, field, offset, from, to, because }];
  }));

/** The plan with its pivot there and all that hangs on it moved. */
export function movedTo(plan: Plan, pivot: { readonly date: string; readonly label: string }): Plan {
  const moved = movesTo(plan, pivot.date).reduce((now, { action: id, field, to }) => {
    if (field === 'start') return withPatch(now, id, { start: to });
    if (field === 'end') return withPatch(now, id, { end: to });
    const steps = now.actions.find((each) => each.id === id)?.steps ?? [];
    return withPatch(now, id, { steps: steps.map((step, at) => (at === field ? { ...step, due: to } : step)) });
  }, plan);
  return { ...moved, pivot: { ...pivot } };
}

/** Ties dates that stand to the pivot: from now on they follow it. Actions without a date are left alone. */
export function tied(action: Action, pivot: string): Action {
  const offset = (day: string | undefined): number | undefined => (day === undefined ? undefined : daysBetween(pivot, day));
  const offsets = patched<{ start?: number | undefined; end?: number | undefined }>({}, { start: offset(action.start), end: offset(action.end) });
  return patched(action, {
    offsets: Object.keys(offsets).length > 0 ? offsets : undefined,
    steps: action.steps.map((step) => patched(step, { offset: offset(step.due) })),
  });
}

/** Its dates stay where they are when the pivot moves. */
export const untied = (action: Action): Action => patched(action, { offsets: undefined, steps: action.steps.map((step) => patched(step, { offset: undefined })) });

export const isTied = (action: Action): boolean => offsetsOf(action).length > 0;
