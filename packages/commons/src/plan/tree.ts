/** Axes, actions and their parts in the order in which they are read. */
import type { RecordId } from '../record/id.ts';
import type { Action } from './model.ts';
import type { Axis, Plan } from './plan-model.ts';

export interface PlacedAxis {
  readonly axis: Axis;
  /** 0 for an axis of the plan, 1 for one under it… */
  readonly depth: number;
  /** `2.1` */
  readonly number: string;
}

export interface PlacedAction {
  readonly action: Action;
  /** 0 for an action, 1 for a part of one… */
  readonly depth: number;
}

/** Everything once, even where a file of others goes round in circles: what hangs on nothing known stands at the root. */
function walk<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key, parentOf: (item: Item) => Key | undefined, visit: (item: Item, depth: number, at: number, parent: Item | undefined) => void): void {
  const byKey = new Map(items.map((item) => [keyOf(item), item]));
  const under = new Map<Key | undefined, Item[]>();
  for (const item of items) {
    const parent = parentOf(item);
    const key = parent !== undefined && byKey.has(parent) && parent !== keyOf(item) ? parent : undefined;
    const beside = under.get(key);
    if (beside) beside.push(item);
    else under.set(key, [item]);
  }
  const seen = new Set<Item>();
  const go = (item: Item, depth: number, at: number, parent: Item | undefined): void => {
    if (seen.has(item)) return;
    seen.add(item);
    visit(item, depth, at, parent);
    (under.get(keyOf(item)) ?? []).forEach((child, index) => { go(child, depth + 1, index, item); });
  };
  const roots = under.get(undefined) ?? [];
  roots.forEach((item, at) => { go(item, 0, at, undefined); });
  for (const item of items) if (!seen.has(item)) go(item, 0, roots.length, undefined);
}

export function axesOf({ axes }: Pick<Plan, 'axes'>): PlacedAxis[] {
  const placed: PlacedAxis[] = [];
  const numbers = new Map<Axis, string>();
  walk(axes, ({ id }) => id, ({ parent }) => parent, (axis, depth, at, parent) => {
    const number = `${parent ? `${numbers.get(parent) ?? ''}.` : ''}${String(at + 1)}`;
    numbers.set(axis, number);
    placed.push({ axis, depth, number });
  });
  return placed;
}

/** Axis by axis, each action before its parts. Those without an axis stand last. */
export function outlineOf(plan: Pick<Plan, 'axes' | 'actions'>): PlacedAction[] {
  const placed: PlacedAction[] = [];
  walk<Action, RecordId>(plan.actions, ({ id }) => id, ({ parent }) => parent, (action, depth) => { placed.push({ action, depth }); });
  const order = new Map(axesOf(plan).map(({ axis }, at) => [axis.id, at]));
  const axis = axisLookup(plan);
  const rank = ({ action }: PlacedAction): number => order.get(axis(action)?.id ?? '') ?? order.size;
  return placed.map((each) => [rank(each), each] as const).sort(([a], [b]) => a - b).map(([, each]) => each);
}

/** The axis of an action: its own, or that of the action which it is a part of. */
export function axisLookup({ axes, actions }: Pick<Plan, 'axes' | 'actions'>): (action: Action) => Axis | undefined {
  const byId = new Map(actions.map((action) => [action.id, action]));
  const axisById = new Map(axes.map((axis) => [axis.id, axis]));
  return (action) => {
    const seen = new Set<Action>();
    let top = action;
    for (let above = action.parent; above !== undefined; above = top.parent) {
      const parent = byId.get(above);
      if (!parent || seen.has(parent)) break;
      seen.add(parent);
      top = parent;
    }
    return axisById.get(top.axis ?? '');
  };
}

export const partsOf = (id: RecordId, actions: readonly Action[]): Action[] => actions.filter(({ parent }) => parent === id);
