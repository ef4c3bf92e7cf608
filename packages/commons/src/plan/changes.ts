/** What changed since a date, for the meeting with those who fund: kept in the plan as it is edited. */
import type { RecordId } from '../record/id.ts';
import type { Action } from './model.ts';
import type { Change, Plan } from './plan-model.ts';

const MOST = 5000;

/** What a meeting asks about, as text; an empty one says "nothing". */
const FOLLOWED = {
  title: ({ title }: Action) => title,
  status: ({ status }: Action) => status,
  priority: ({ priority }: Action) => priority ?? '',
  start: ({ start = '' }: Action) => start,
  end: ({ end = '' }: Action) => end,
  pilots: ({ pilots }: Action) => pilots.join(', '),
  partners: ({ partners }: Action) => partners.join(', '),
  steps: ({ steps }: Action) => (steps.length > 0 ? `${String(steps.filter(({ done }) => done).length)}/${String(steps.length)}` : ''),
  planned: ({ budget }: Action) => sum(budget.map(({ unit, planned = 0 }) => (unit === 'HT' ? planned : 0))),
  actual: ({ budget }: Action) => sum(budget.map(({ unit, actual = 0 }) => (unit === 'HT' ? actual : 0))),
  indicators: ({ indicators }: Action) => indicators.map(({ name, unit, values }) => {
    const last = [...values].sort((a, b) => a.date.localeCompare(b.date)).at(-1);
    return last ? `${name}\u00a0: ${String(last.value)}${unit ? ` ${unit}` : ''}` : '';
  }).filter(Boolean).join(', '),
} satisfies Readonly<Record<string, (action: Action) => string>>;

/** `created` and `removed` beside what is followed. */
export type ChangedField = keyof typeof FOLLOWED | 'created' | 'removed';

function sum(amounts: readonly number[]): string {
  const total = amounts.reduce((all, each) => all + each, 0);
  return total === 0 ? '' : String(Math.round(total * 100) / 100);
}

function changesBetween(before: Plan, after: Plan, at: string, by: string): Change[] {
  const old = new Map(before.actions.map((action) => [action.id, action]));
  const now = new Map(after.actions.map((action) => [action.id, action]));
  const one = ({ id, title }: Action, field: ChangedField, from = '', to = ''): Change => ({ at, action: id, title, field, from: from.slice(0, 1000), to: to.slice(0, 1000), ...(by && { by }) });
  return [
    ...before.actions.filter(({ id }) => !now.has(id)).map((action) => one(action, 'removed')),
    ...after.actions.flatMap((action) => {
      const was = old.get(action.id);
      if (was === action) return [];
      if (!was) return [one(action, 'created')];
      return (Object.keys(FOLLOWED) as (keyof typeof FOLLOWED)[]).flatMap((field) => {
        const from = FOLLOWED[field](was);
        const to = FOLLOWED[field](action);
        return from === to ? [] : [one(action, field, from, to)];
      });
    }),
  ];
}

/** Several changes of one thing as the one from the first to the last; none when it came back. */
function merged(changes: readonly Change[], sameDay: boolean): Change[] {
  const found = new Map<string, Change>();
  for (const change of changes) {
    const key = `${sameDay ? `${change.at} ${change.by ?? ''}` : ''} ${change.action} ${change.field}`;
    const first = found.get(key);
    found.set(key, first ? { ...change, from: first.from } : change);
  }
  return [...found.values()].filter(({ field, from, to }) => from !== to || field === 'created' || field === 'removed');
}

/** `after` with what separates it from `before` written in its history; `at` is a day, `by` how others see who did it. Only the last thousands are kept. */
export function remembered(before: Plan, after: Plan, at: string, by = ''): Plan {
  const changes = changesBetween(before, after, at, by);
  if (changes.length === 0) return after;
  const today = after.history.filter((change) => change.at === at);
  return { ...after, history: [...after.history.filter((change) => change.at !== at), ...merged([...today, ...changes], true)].slice(-MOST) };
}

/** What changed in one action, the latest first. */
export const historyOf = ({ history }: Pick<Plan, 'history'>, action: RecordId): Change[] =>
  history.filter((change) => change.action === action).map((change, at) => [change, at] as const).sort(([a, n], [b, m]) => b.at.localeCompare(a.at) || m - n).map(([change]) => change);

export interface ChangedAction {
  readonly action: RecordId;
  readonly title: string;
  readonly changes: readonly Change[];
}

/** By action, what changed on that day or later: from what it was before to what it is now. */
export function changesSince({ history, actions }: Pick<Plan, 'history' | 'actions'>, day: string): ChangedAction[] {
  const titles = new Map(actions.map(({ id, title }) => [id, title]));
  const byAction = new Map<RecordId, Change[]>();
  for (const change of merged([...history].filter(({ at }) => at >= day).sort((a, b) => a.at.localeCompare(b.at)), false)) {
    byAction.set(change.action, [...(byAction.get(change.action) ?? []), change]);
  }
  return [...byAction].flatMap(([action, changes]) => {
    const fields = new Set(changes.map(({ field }) => field));
    // Made and taken away meanwhile: nobody needs to hear of it.
    if (fields.has('created') && fields.has('removed')) return [];
    return [{ action, title: titles.get(action) ?? changes.at(-1)?.title ?? '', changes }];
  });
}
