/** Where actions stand: late, how far, money, indicators. `today` is the caller's. */
import type { BudgetUnit } from './codes.ts';
import { daysBetween } from './days.ts';
import type { Action, Indicator, Measure } from './model.ts';

const isOver = ({ status }: Action): boolean => status === 'Réalisé' || status === 'Abandonné';

/** Its end is past and it is neither done nor given up. */
export const isLate = (action: Action, today: string): boolean => action.end !== undefined && action.end < today && !isOver(action);

export const daysLate = (action: Action, today: string): number => (isLate(action, today) && action.end !== undefined ? daysBetween(action.end, today) : 0);

/** From 0 to 1: done, or the mean of its parts that are not given up, or the share of its steps. Null when nothing tells. */
export function progressIn(actions: readonly Action[]): (action: Action) => number | null {
  const under = new Map<string, Action[]>();
  for (const action of actions) {
    if (action.parent === undefined) continue;
    const beside = under.get(action.parent);
    if (beside) beside.push(action);
    else under.set(action.parent, [action]);
  }
  const progress = (action: Action, above: ReadonlySet<Action>): number | null => {
    if (action.status === 'Réalisé') return 1;
    const path = new Set([...above, action]);
    const parts = (under.get(action.id) ?? []).filter((part) => part.status !== 'Abandonné' && !path.has(part));
    if (parts.length > 0) return parts.reduce((sum, part) => sum + (progress(part, path) ?? 0), 0) / parts.length;
    return action.steps.length > 0 ? action.steps.filter(({ done }) => done).length / action.steps.length : null;
  };
  return (action) => progress(action, new Set());
}

export const progressOf = (action: Action, actions: readonly Action[]): number | null => progressIn(actions)(action);

export interface Standing {
  readonly count: number;
  readonly done: number;
  readonly givenUp: number;
  readonly late: number;
  /** Actions that are not given up: the mean of their progress, 0 to 1; null without any. */
  readonly progress: number | null;
  readonly steps: { readonly done: number; readonly count: number };
}

export function standingOf(chosen: readonly Action[], actions: readonly Action[], today: string): Standing {
  const live = chosen.filter(({ status }) => status !== 'Abandonné');
  const steps = chosen.flatMap((action) => action.steps);
  const progress = progressIn(actions);
  return {
    count: chosen.length,
    done: chosen.filter(({ status }) => status === 'Réalisé').length,
    givenUp: chosen.length - live.length,
    late: chosen.filter((action) => isLate(action, today)).length,
    progress: live.length > 0 ? live.reduce((sum, action) => sum + (progress(action) ?? 0), 0) / live.length : null,
    steps: { done: steps.filter(({ done }) => done).length, count: steps.length },
  };
}

export interface BudgetTotal {
  /** Undefined for lines that name no year. */
  readonly year: number | undefined;
  readonly unit: BudgetUnit;
  readonly planned: number;
  readonly actual: number;
}

/** Cents, so that 0.1 + 0.2 is 0.3. */
const round = (value: number): number => Math.round(value * 100) / 100;

/** By year then unit; lines without a year last. Money and working time are never added up. */
export function budgetTotals(actions: readonly Action[]): BudgetTotal[] {
  const totals = new Map<string, BudgetTotal>();
  for (const { year, unit, planned = 0, actual = 0 } of actions.flatMap((action) => action.budget)) {
    const key = `${unit}${String(year)}`;
    const now = totals.get(key) ?? { year, unit, planned: 0, actual: 0 };
    totals.set(key, { ...now, planned: round(now.planned + planned), actual: round(now.actual + actual) });
  }
  return [...totals.values()].sort((a, b) => (a.year ?? Infinity) - (b.year ?? Infinity) || b.unit.localeCompare(a.unit));
}

/** What is planned in euros over all years. */
export const plannedMoney = (actions: readonly Action[]): number => round(budgetTotals(actions).filter(({ unit }) => unit === 'HT').reduce((sum, { planned }) => sum + planned, 0));

export interface Funding {
  readonly name: string;
  readonly amount: number;
}

/** By funder, the largest first. */
export function fundersOf(actions: readonly Action[]): Funding[] {
  const sums = new Map<string, number>();
  for (const { name, amount = 0 } of actions.flatMap(({ funders }) => funders)) sums.set(name, round((sums.get(name) ?? 0) + amount));
  return [...sums].map(([name, amount]) => ({ name, amount })).sort((a, b) => b.amount - a.amount || a.name.localeCompare(b.name));
}

export interface IndicatorStanding {
  readonly last: Measure | undefined;
  /** What is still missing to the target; 0 when it is reached; undefined without a target or a value. */
  readonly gap: number | undefined;
  readonly reached: boolean;
  /** From 0 to 1, of the way from the start to the target. */
  readonly share: number | undefined;
}

/** The way goes up, unless the indicator starts above its target: then less is better. */
export function indicatorStanding({ values, target, baseline }: Indicator): IndicatorStanding {
  const byDate = [...values].sort((a, b) => a.date.localeCompare(b.date));
  const last = byDate.at(-1);
  if (last === undefined || target === undefined) return { last, gap: undefined, reached: false, share: undefined };
  const start = baseline ?? 0;
  const down = baseline !== undefined && baseline > target;
  const reached = down ? last.value <= target : last.value >= target;
  const way = target - start;
  const share = reached ? 1 : way === 0 ? 0 : Math.min(1, Math.max(0, (last.value - start) / way));
  return { last, gap: reached ? 0 : round(Math.abs(target - last.value)), reached, share };
}
