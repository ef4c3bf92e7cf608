/** The ways in which a plan changes: each gives a new one. Identifiers are the caller's. */
import type { RecordId } from '../record/id.ts';
import type { Action } from './model.ts';
import type { Axis, Plan } from './plan-model.ts';

export type Beginning = Pick<Action, 'id' | 'title'> & Partial<Omit<Action, 'id' | 'title' | 'type'>>;

export const newAction = ({ id, title, ...known }: Beginning): Action => ({
  id, type: 'action', version: 1, derivedFrom: [], title, context: '', goals: '', description: '',
  needs: [], pilots: [], services: [], contacts: [], elected: [], partners: [], bodies: [], publics: [], participation: '', resources: '',
  status: 'A discuter', after: [], budget: [], financing: '', funders: [], indicators: [], steps: [], notes: '', links: [],
  territory: { code: '', name: '' },
  ...known,
});

export const newPlan = (id: RecordId, known: Partial<Omit<Plan, 'id' | 'type'>> = {}): Plan => ({
  id, type: 'plan', version: 1, derivedFrom: [], name: '', axes: [], actions: [], committees: [], log: [], decisions: [], history: [], ...known,
});

/** Replaces the action of the same id, or adds it at the end. */
export const withAction = (plan: Plan, action: Action): Plan => ({
  ...plan,
  actions: plan.actions.some(({ id }) => id === action.id) ? plan.actions.map((each) => (each.id === action.id ? action : each)) : [...plan.actions, action],
});

/** Takes keys away that are set to undefined: a file says nothing of what is not there. */
export function patched<Item extends object>(item: Item, patch: Readonly<Partial<Item>>): Item {
  return Object.fromEntries(Object.entries({ ...item, ...patch }).filter(([, value]) => value !== undefined)) as Item;
}

export function withPatch(plan: Plan, id: RecordId, patch: Readonly<Partial<Action>>): Plan {
  const action = plan.actions.find((each) => each.id === id);
  return action ? withAction(plan, patched(action, patch)) : plan;
}

/** Takes an action away with its parts; what named them no longer does. */
export function withoutAction(plan: Plan, id: RecordId): Plan {
  const gone = new Set<string>([id]);
  for (let size = 0; size < gone.size;) {
    size = gone.size;
    for (const action of plan.actions) if (action.parent !== undefined && gone.has(action.parent)) gone.add(action.id);
  }
  const stays = (each: RecordId): boolean => !gone.has(each);
  return {
    ...plan,
    actions: plan.actions.filter((action) => stays(action.id)).map((action) => (action.after.every(stays) ? action : { ...action, after: action.after.filter(stays) })),
    decisions: plan.decisions.map((decision) => (decision.actions.every(stays) ? decision : { ...decision, actions: decision.actions.filter(stays) })),
  };
}

export const withAxis = (plan: Plan, axis: Axis): Plan => ({
  ...plan,
  axes: plan.axes.some(({ id }) => id === axis.id) ? plan.axes.map((each) => (each.id === axis.id ? axis : each)) : [...plan.axes, axis],
});

/** Takes an axis away; its actions and the axes under it go to the one above. */
export function withoutAxis(plan: Plan, id: string): Plan {
  const above = plan.axes.find((axis) => axis.id === id)?.parent;
  return {
    ...plan,
    axes: plan.axes.filter((axis) => axis.id !== id).map((axis) => (axis.parent === id ? patched(axis, { parent: above }) : axis)),
    actions: plan.actions.map((action) => (action.axis === id ? patched(action, { axis: above }) : action)),
  };
}

/** Adds the actions of another file; one that is there already is replaced. Axes come along. */
export function withActionsOf(plan: Plan, other: Plan): Plan {
  const axes = other.axes.reduce(withAxis, plan);
  return other.actions.reduce(withAction, axes);
}
