/** Reads a strategy that was saved as a file. */
import type { RecordId } from '../record/id.ts';
import { migrate } from '../record/migrate.ts';
import { pathText } from '../record/path.ts';
import { mayServe } from './kinds.ts';
import { strategyIssue, type StrategyMessage, strategyText } from './messages.ts';
import { Strategy } from './model.ts';
import { namesIn } from './names.ts';

export interface StrategyProblem {
  /** A JSON path (`nodes[2].kind`); empty for the whole file. */
  readonly path: string;
  readonly text: string;
  /** The words of what it is about, where there are some. */
  readonly title?: string;
}

export type StrategyResult = { readonly strategy: Strategy } | { readonly problems: readonly StrategyProblem[] };

const MAX_MEGABYTES = 20;
const MAX_PROBLEMS = 20;

const titleAt = (json: object, [list, at]: readonly PropertyKey[]): string | undefined => {
  const items = (json as Readonly<Record<PropertyKey, unknown>>)[list ?? ''];
  const item: unknown = Array.isArray(items) && typeof at === 'number' ? items[at] : undefined;
  const { text, name } = (typeof item === 'object' && item !== null ? item : {}) as { text?: unknown; name?: unknown };
  return typeof text === 'string' ? text : typeof name === 'string' ? name : undefined;
};

const problem = (json: object, path: readonly PropertyKey[], text: string): StrategyProblem => {
  const title = titleAt(json, path);
  return { path: pathText(path), text, ...(title === undefined ? {} : { title: title.slice(0, 120) }) };
};

function linkProblems(strategy: Strategy, locale: string): readonly StrategyProblem[] {
  const { kinds } = namesIn(locale);
  const byId = new Map(strategy.nodes.map((node) => [node.id, node]));
  return strategy.nodes.flatMap((node, at) => node.serves.flatMap((id, place) => {
    const served = byId.get(id);
    if (!served || mayServe(node.kind, served.kind)) return [];
    return [problem(strategy, ['nodes', at, 'serves', place], strategyText('wrongLinkAt', locale, { kind: kinds[node.kind], served: `${kinds[served.kind]} (${served.text.slice(0, 80)})` }))];
  }));
}

/** Reads a strategy: as `JSON.parse` gives it, or as text. `id` names one that has no name yet. Never throws. */
export function readStrategy(input: unknown, { id, locale = 'fr' }: { readonly id: RecordId; readonly locale?: string }): StrategyResult {
  const fail = (key: StrategyMessage, params?: Readonly<Record<string, string | number>>): StrategyResult => ({ problems: [{ path: '', text: strategyText(key, locale, params) }] });
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
  const { type, nodes } = json as { type?: unknown; nodes?: unknown };
  if (type !== 'strategy' || !Array.isArray(nodes)) return fail('notStrategy');
  const migrated = migrate({ id, ...json }, []);
  if ('future' in migrated) return fail('later', { value: migrated.future });
  const parsed = Strategy.safeParse(migrated.record);
  if (!parsed.success) return { problems: parsed.error.issues.slice(0, MAX_PROBLEMS).map((issue) => problem(json, issue.path, strategyIssue(issue, locale))) };
  const strategy = parsed.data;
  for (const list of ['nodes', 'stakeholders'] as const) {
    const seen = new Set<string>();
    const twice = strategy[list].findIndex((item) => seen.size === seen.add(item.id).size);
    if (twice >= 0) return { problems: [problem(json, [list, twice, 'id'], strategyText('twice', locale))] };
  }
  const links = linkProblems(strategy, locale);
  return links.length > 0 ? { problems: links.slice(0, MAX_PROBLEMS) } : { strategy };
}

/** A problem in one line: where, then what. */
export const problemText = ({ path, text, title }: StrategyProblem, locale = 'fr'): string =>
  [title === undefined ? '' : strategyText('where', locale, { title }), path === '' ? text : `${path}${locale.startsWith('en') ? ': ' : '\u00a0: '}${text}`].filter(Boolean).join(', ');
