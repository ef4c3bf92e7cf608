/** Which actions show, and in which groups: one rule for every view and every export. */
import type { RecordId } from '../record/id.ts';
import { PRIORITIES, STATUSES, type Priority, type Status } from './codes.ts';
import { isLate } from './follow.ts';
import type { Action } from './model.ts';
import type { Plan } from './plan-model.ts';
import { axesOf, axisLookup, outlineOf, type PlacedAction } from './tree.ts';

/** An empty or absent list takes everything. */
export interface Filter {
  /** Words that all stand in the title, the texts, the pilots or the partners; accents and case do not count. */
  readonly text?: string;
  readonly status?: readonly Status[];
  readonly priority?: readonly Priority[];
  readonly pilot?: readonly string[];
  /** Ids; an axis stands for those under it, an empty id for no axis. */
  readonly axis?: readonly string[];
  readonly need?: readonly string[];
  readonly late?: boolean;
}

export const GROUPS = ['axis', 'pilot', 'status', 'priority', 'none'] as const;
export type GroupBy = (typeof GROUPS)[number];

export interface Group {
  /** The axis's id, the pilot, the status…; empty for what has none. */
  readonly key: string;
  /** The name of an axis with its number; else the key. */
  readonly name: string;
  readonly actions: readonly PlacedAction[];
}

export const folded = (text: string): string => text.normalize('NFD').replace(/\p{Diacritic}/gu, '').toLowerCase().replaceAll('’', "'");

const some = <Value>(asked: readonly Value[] | undefined, has: (value: Value) => boolean): boolean => !asked || asked.length === 0 || asked.some(has);

/** The actions that the filter takes, in the order of the outline. A part stays under its action only when both are taken. */
export function selected(plan: Pick<Plan, 'axes' | 'actions'>, filter: Filter, today: string): PlacedAction[] {
  const words = folded(filter.text ?? '').split(/\s+/).filter(Boolean);
  const axisOf = axisLookup(plan);
  const above = new Map(plan.axes.map(({ id, parent }) => [id, parent]));
  const inAxis = (action: Action, asked: string): boolean => {
    const seen = new Set<string>();
    let id = axisOf(action)?.id;
    if (asked === '') return id === undefined;
    for (; id !== undefined && !seen.has(id); id = above.get(id)) {
      if (id === asked) return true;
      seen.add(id);
    }
    return false;
  };
  const takes = (action: Action): boolean => {
    if (filter.late === true && !isLate(action, today)) return false;
    if (!some(filter.status, (each) => each === action.status) || !some(filter.priority, (each) => each === action.priority)) return false;
    if (!some(filter.pilot, (each) => action.pilots.includes(each)) || !some(filter.need, (each) => action.needs.includes(each))) return false;
    if (!some(filter.axis, (each) => inAxis(action, each))) return false;
    if (words.length === 0) return true;
    const all = folded([action.title, action.context, action.goals, action.description, action.notes, ...action.pilots, ...action.partners, ...action.steps.map(({ text }) => text)].join(' '));
    return words.every((word) => all.includes(word));
  };
  const taken = outlineOf(plan).filter(({ action }) => takes(action));
  const ids = new Set<RecordId>(taken.map(({ action }) => action.id));
  return taken.map((each) => (each.depth > 0 && !(each.action.parent !== undefined && ids.has(each.action.parent)) ? { ...each, depth: 0 } : each));
}

/** Groups that hold something, in the order of the plan. An action with two pilots stands in both. */
export function grouped(plan: Pick<Plan, 'axes' | 'actions'>, actions: readonly PlacedAction[], by: GroupBy): Group[] {
  if (by === 'none') return actions.length > 0 ? [{ key: '', name: '', actions }] : [];
  const axisOf = axisLookup(plan);
  const keys = (action: Action): readonly string[] => {
    if (by === 'pilot') return action.pilots.length > 0 ? action.pilots : [''];
    return [by === 'status' ? action.status : by === 'priority' ? action.priority ?? '' : axisOf(action)?.id ?? ''];
  };
  const found = new Map<string, PlacedAction[]>();
  for (const placed of actions) {
    for (const key of new Set(keys(placed.action))) {
      const beside = found.get(key);
      if (beside) beside.push(placed);
      else found.set(key, [placed]);
    }
  }
  const axes = by === 'axis' ? axesOf(plan) : [];
  const order: readonly string[] = by === 'status' ? STATUSES : by === 'priority' ? PRIORITIES : by === 'axis' ? axes.map(({ axis }) => axis.id)
    : [...found.keys()].filter(Boolean).sort((a, b) => a.localeCompare(b, 'fr'));
  const names = new Map(axes.map(({ axis, number }) => [axis.id, `${number}. ${axis.name}`]));
  return [...order, ''].flatMap((key) => {
    const inside = found.get(key);
    return inside ? [{ key, name: names.get(key) ?? key, actions: inside }] : [];
  });
}
