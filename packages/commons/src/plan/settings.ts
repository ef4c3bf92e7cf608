/** A plan in a shared workspace: its actions are records of their own, what stands beside them is one more. */
import type { RecordId } from '../record/id.ts';
import type { Action } from './model.ts';
import { newPlan } from './edits.ts';
import type { Plan } from './plan-model.ts';

/**
 * A workspace has one plan. Its record has the same name everywhere: made on two laptops before they meet, it is one record, whose axes and
 * meetings join.
 */
export const SHARED_PLAN_ID = 'urn:uuid:00000000-0000-5000-8000-706c616e0001' as RecordId;

/** The plan without its actions; `order`: their ids as people put them. */
export function settingsOf({ actions, ...settings }: Plan): Plan & { readonly order: readonly RecordId[] } {
  return { ...settings, id: SHARED_PLAN_ID, actions: [], order: actions.map(({ id }) => id) };
}

/** The plan out of both; actions that nobody put anywhere come last, by id: the same for everybody. */
export function planFrom(settings: Plan | undefined, actions: readonly Action[]): Plan {
  const { order, ...known } = (settings ?? newPlan(SHARED_PLAN_ID)) as Plan & { readonly order?: unknown };
  const place = new Map<unknown, number>(Array.isArray(order) ? order.map((id, at) => [id, at]) : []);
  const at = ({ id }: Action): number => place.get(id) ?? place.size;
  return { ...known, actions: [...actions].sort((a, b) => at(a) - at(b) || (a.id < b.id ? -1 : 1)) };
}
