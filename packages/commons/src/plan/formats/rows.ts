/** Actions as rows of the national columns. */
import { plannedMoney } from '../follow.ts';
import type { Action } from '../model.ts';
import type { Plan } from '../plan-model.ts';
import { axisLookup, outlineOf } from '../tree.ts';
import { cellDay, staysWhole, writeList } from './cells.ts';
import type { Column } from './columns.ts';
import { COMMON_LOSSES, type Loss, type Losses, lossesOf } from './loss.ts';

export type RowCell = string | number | Date | null;
export type Row = Readonly<Record<Column, RowCell>>;

/** The names of an action's axes, from the plan's down. */
export function axisPath({ axes, actions }: Pick<Plan, 'axes' | 'actions'>): (action: Action) => string[] {
  const byId = new Map(axes.map((axis) => [axis.id, axis]));
  const axisOf = axisLookup({ axes, actions });
  return (action) => {
    const path: string[] = [];
    const seen = new Set<string>();
    for (let axis = axisOf(action); axis && !seen.has(axis.id); axis = byId.get(axis.parent ?? '')) {
      seen.add(axis.id);
      path.unshift(axis.name);
    }
    return path;
  };
}

/** The action at the head of a part, whatever lies between. */
function heads(actions: readonly Action[]): (action: Action) => Action | undefined {
  const byId = new Map(actions.map((action) => [action.id, action]));
  return (action) => {
    const seen = new Set<Action>([action]);
    let head: Action | undefined;
    for (let above = byId.get(action.parent ?? action.id); above && !seen.has(above); above = byId.get(above.parent ?? above.id)) {
      seen.add(above);
      head = above;
    }
    return head;
  };
}

/** In the order of the outline. `chosen`: only these. */
export function rowsOf(plan: Pick<Plan, 'axes' | 'actions'>, chosen: readonly Action[] = plan.actions): Row[] {
  const pathOf = axisPath(plan);
  const headOf = heads(plan.actions);
  const taken = new Set(chosen);
  return outlineOf(plan).filter(({ action }) => taken.has(action)).map(({ action }) => {
    const [axis1 = '', axis2 = '', axis3 = ''] = pathOf(action);
    const head = headOf(action);
    const [one, two, three] = action.funders;
    const money = plannedMoney([action]);
    return {
      axis1, axis2, axis3, title: head ? head.title : action.title, subtitle: head ? action.title : '',
      description: action.description, bodies: writeList(action.bodies), goals: action.goals, indicators: writeList(action.indicators.map(({ name }) => name)), pilots: writeList(action.pilots),
      resources: action.resources, partners: writeList(action.partners), services: writeList(action.services), contacts: writeList(action.contacts), elected: writeList(action.elected),
      participation: action.participation, financing: action.financing, funder1: one?.name ?? '', amount1: one?.amount ?? null, funder2: two?.name ?? '', amount2: two?.amount ?? null,
      funder3: three?.name ?? '', amount3: three?.amount ?? null, planned: money === 0 ? null : money, status: action.status, priority: action.priority ?? '', start: cellDay(action.start), end: cellDay(action.end),
      context: action.context, needs: writeList(action.needs), publics: writeList(action.publics),
      steps: action.steps.map(({ text, done }) => `[${done ? 'x' : ' '}] ${text}`).join('\n'), notes: action.notes,
    };
  });
}

/** What the 28 columns do not hold of these actions. */
export function rowLosses(plan: Pick<Plan, 'axes' | 'actions'>, chosen: readonly Action[], locale?: string): Loss[] {
  const pathOf = axisPath(plan);
  const depths = new Map(outlineOf(plan).map(({ action, depth }) => [action, depth]));
  const lists = ({ bodies, pilots, partners, services, contacts, elected, indicators }: Action): string[] => [...bodies, ...pilots, ...partners, ...services, ...contacts, ...elected, ...indicators.map(({ name }) => name)];
  const losses: Losses = [
    ['lossContext', ({ context }) => context !== ''],
    ['lossNeeds', ({ needs }) => needs.length > 0],
    ['lossPublics', ({ publics }) => publics.length > 0],
    ['lossIndicators', ({ indicators }) => indicators.some(({ unit, target, baseline, source, values }) => unit !== '' || target !== undefined || baseline !== undefined || source !== '' || values.length > 0)],
    ['lossBudget', ({ budget }) => budget.length > 1 || budget.some(({ unit, year, actual }) => unit === 'ETP' || year !== undefined || actual !== undefined)],
    ['lossFunders', ({ funders }) => funders.length > 3],
    ['lossDepth', (action) => (depths.get(action) ?? 0) > 1],
    ['lossAxes', (action) => pathOf(action).length > 3],
    ['lossTitle', ({ title }) => title.length > 300],
    ['lossNames', (action) => !lists(action).every(staysWhole)],
    ...COMMON_LOSSES,
  ];
  return lossesOf(chosen, losses, locale);
}
