/** Reads a plan that was saved as a file: by the plan, or by the self-assessment that proposed its actions. */
import type { RecordId } from '../record/id.ts';
import { migrate } from '../record/migrate.ts';
import { pathText } from '../record/path.ts';
import { planIssue, planText } from './messages.ts';
import { Plan } from './plan-model.ts';

export interface PlanProblem {
  /** A JSON path (`actions[2].end`); empty for the whole file. */
  readonly path: string;
  readonly text: string;
  /** The action's title, where one is concerned. */
  readonly title?: string;
}

export type PlanResult = { readonly plan: Plan } | { readonly problems: readonly PlanProblem[] };

const MAX_MEGABYTES = 20;
const MAX_PROBLEMS = 20;

const titleAt = (json: object, [list, at]: readonly PropertyKey[]): string | undefined => {
  const { actions } = json as { actions?: readonly { title?: unknown }[] };
  const title = list === 'actions' && typeof at === 'number' ? actions?.[at]?.title : undefined;
  return typeof title === 'string' ? title : undefined;
};

/** Reads a plan: as `JSON.parse` gives it, or as text. `id` names one that has no name yet. Never throws. */
export function readPlan(input: unknown, { id, locale = 'fr' }: { readonly id: RecordId; readonly locale?: string }): PlanResult {
  const fail = (key: Parameters<typeof planText>[0], params?: Readonly<Record<string, string | number>>): PlanResult => ({ problems: [{ path: '', text: planText(key, locale, params) }] });
  let json = input;
  if (typeof input === 'string') {
    if (input.length > MAX_MEGABYTES * 1_000_000) return fail('tooBig', { max: MAX_MEGABYTES });
    try {
      json = JSON.parse(input.replace(/^\uFEFF/, ''));
    } catch (error) {
      return fail('json', { detail: error instanceof Error ? error.message : '' });
    }
  }
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return fail('notObject');
  const { type, actions } = json as { type?: unknown; actions?: unknown };
  if (type !== 'plan' || !Array.isArray(actions)) return fail('notPlan');
  const migrated = migrate({ id, ...json }, []);
  if ('future' in migrated) return fail('laterPlan', { value: migrated.future });
  const parsed = Plan.safeParse(migrated.record);
  if (!parsed.success) {
    return {
      problems: parsed.error.issues.slice(0, MAX_PROBLEMS).map((issue) => {
        const title = titleAt(json, issue.path);
        return { path: pathText(issue.path), text: planIssue(issue, locale), ...(title === undefined ? {} : { title }) };
      }),
    };
  }
  const seen = new Set<string>();
  const twice = parsed.data.actions.findIndex((action) => seen.size === seen.add(action.id).size);
  if (twice >= 0) return { problems: [{ path: `actions[${String(twice)}].id`, text: planText('twice', locale), title: parsed.data.actions[twice]?.title ?? '' }] };
  return { plan: parsed.data };
}

/** A problem in one line: where, then what. */
export const problemText = ({ path, text, title }: PlanProblem, locale = 'fr'): string =>
  [title === undefined ? '' : planText('where', locale, { title }), path && `${path}\u00a0: ${text}`, !path && text].filter(Boolean).join(', ');
