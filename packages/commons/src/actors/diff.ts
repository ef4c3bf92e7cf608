/** What an incoming record says otherwise than ours, field by field; and ours with some of these fields taken. */
import type { ActorRecord } from './model.ts';

export interface FieldChange {
  /** `phone`, or `extra.<column>` for a column that the standard does not have. */
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
  /** `filled`: ours says nothing there, so taking it overwrites nothing. */
  readonly kind: 'filled' | 'replaced';
}

/** Who a record is and how it is written down: never a difference between two records of the same thing. */
const IDENTITY: ReadonlySet<string> = new Set(['id', 'type', 'version', 'derivedFrom', 'extra', 'history']);

const isEmpty = (value: unknown): boolean => value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

type Fields = Readonly<Record<string, unknown>>;

/** A column may be called `constructor`: only what a record itself holds counts. */
const own = (fields: Fields, name: string): unknown => (Object.hasOwn(fields, name) ? fields[name] : undefined);

const extraOf = (record: ActorRecord): Fields => {
  const { extra } = record as { readonly extra?: Fields };
  return extra ?? {};
};

/** A field that the incoming record leaves empty is no change: silence erases nothing. */
export function differences(mine: ActorRecord, incoming: ActorRecord): FieldChange[] {
  const changes: FieldChange[] = [];
  const compare = (field: string, before: unknown, after: unknown): void => {
    if (isEmpty(after) || equal(before, after)) return;
    changes.push({ field, before, after, kind: isEmpty(before) ? 'filled' : 'replaced' });
  };
  for (const [field, after] of Object.entries(incoming)) {
    if (!IDENTITY.has(field)) compare(field, own(mine, field), after);
  }
  for (const [name, after] of Object.entries(extraOf(incoming))) compare(`extra.${name}`, own(extraOf(mine), name), after);
  const derivedFrom = [...new Set([...mine.derivedFrom, ...incoming.derivedFrom])];
  // Where a record comes from only adds up.
  if (derivedFrom.length > mine.derivedFrom.length) changes.push({ field: 'derivedFrom', before: mine.derivedFrom, after: derivedFrom, kind: 'filled' });
  return changes;
}

export function withChanges<T extends ActorRecord>(mine: T, changes: readonly FieldChange[]): T {
  if (changes.length === 0) return mine;
  const fields = new Map<string, unknown>(Object.entries(mine));
  const extra = new Map<string, unknown>(Object.entries(extraOf(mine)));
  for (const { field, after } of changes) {
    if (field.startsWith('extra.')) extra.set(field.slice('extra.'.length), after);
    else fields.set(field, after);
  }
  if (extra.size > 0) fields.set('extra', Object.fromEntries(extra));
  return Object.fromEntries(fields) as T;
}

/** Lists are sets here, and a tenth of a metre is nothing. */
function equal(a: unknown, b: unknown): boolean {
  if (typeof a === 'number' && typeof b === 'number') return Math.abs(a - b) < 1e-6;
  if (Array.isArray(a) && Array.isArray(b)) return sorted(a) === sorted(b);
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}

const sorted = (list: readonly unknown[]): string => JSON.stringify(list.map((item) => JSON.stringify(item)).sort());
