/** What comes from a colleague, a file or the page is judged here, before anybody uses it. */
import { migrate } from '../record/migrate.ts';
import { AnyRecord } from '../record/model.ts';
import { pathText } from '../record/path.ts';
import { MAX_DEPTH, isObject } from './leaves.ts';
import { issueKey } from './messages.ts';
import type { Aside, RecordType, WorkspaceProblem } from './model.ts';

export type Verdict = { readonly record: AnyRecord } | Pick<Aside, 'kind' | 'problems'>;

const MAX_PROBLEMS = 20;

/** What JSON cannot say, or says too deep. */
function unsayable(value: unknown, path: readonly PropertyKey[] = []): WorkspaceProblem | undefined {
  if (path.length > MAX_DEPTH) return { path: pathText(path.slice(0, 3)), key: 'tooDeep' };
  if (value === null || value === undefined || typeof value === 'string' || typeof value === 'boolean') return undefined;
  if (typeof value === 'number') return Number.isFinite(value) ? undefined : { path: pathText(path), key: 'notJson' };
  if (typeof value !== 'object' || value instanceof Uint8Array) return { path: pathText(path), key: 'notJson' };
  for (const [key, each] of Array.isArray(value) ? value.entries() : Object.entries(value)) {
    const found = unsayable(each, [...path, key]);
    if (found) return found;
  }
  return undefined;
}

const invalid = (...problems: readonly WorkspaceProblem[]): Verdict => ({ kind: 'invalid', problems });

function parsed(schema: RecordType['schema'], raw: unknown): Verdict {
  const result = schema.safeParse(raw);
  if (result.success) return { record: result.data };
  return invalid(...result.error.issues.slice(0, MAX_PROBLEMS).map((issue) => ({ path: pathText(issue.path), key: issueKey(issue) })));
}

/** The record as its type's model gives it, in this version, or why it is not used. Never throws. */
export function judge(raw: unknown, types: ReadonlyMap<string, RecordType>): Verdict {
  if (!isObject(raw)) return invalid({ path: '', key: 'notObject' });
  const unsaid = unsayable(raw);
  if (unsaid) return invalid(unsaid);
  const { type: name, version } = raw;
  const type = typeof name === 'string' ? types.get(name) : undefined;
  if (!type) {
    const base = parsed(AnyRecord, raw);
    return 'record' in base ? { kind: 'unknown', problems: [{ path: '', key: 'unknown', value: base.record.type }] } : base;
  }
  try {
    const migrated = migrate(raw, type.steps ?? []);
    return 'future' in migrated ? { kind: 'future', problems: [{ path: '', key: 'future', value: String(version) }] } : parsed(type.schema, migrated.record);
  } catch {
    // A step of migration may fail on what its own version's model would have refused.
    return parsed(type.schema, raw);
  }
}

/** Records are shared by all who read them: nobody changes one in place. */
export function frozen<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) Object.values(Object.freeze(value)).forEach(frozen);
  return value;
}
