/** The thread: answer → diagnosis → recommendation → action → workshop → badge. Each record names those that it comes from. */
import type { RecordId } from './id.ts';

export interface Traceable {
  readonly id: RecordId;
  readonly derivedFrom: readonly RecordId[];
}

/** A record on the thread, and how many steps away it stands. */
export interface Step<Item extends Traceable> {
  readonly record: Item;
  readonly distance: number;
}

function walk<Item extends Traceable>(from: RecordId, next: (id: RecordId) => readonly Item[]): Step<Item>[] {
  const seen = new Set<RecordId>([from]);
  const steps: Step<Item>[] = [];
  let front = [from];
  for (let distance = 1; front.length > 0; distance += 1) {
    const found: Item[] = [];
    for (const record of front.flatMap(next)) {
      if (seen.has(record.id)) continue; // a loop in a file of others must not hold the page
      seen.add(record.id);
      found.push(record);
    }
    steps.push(...found.map((record) => ({ record, distance })));
    front = found.map(({ id }) => id);
  }
  return steps;
}

/** Where a record comes from, the nearest first. Records that are named but absent are passed over: see `missingOrigins`. */
export function originsOf<Item extends Traceable>(id: RecordId, records: readonly Item[]): Step<Item>[] {
  const byId = new Map(records.map((record) => [record.id, record]));
  return walk(id, (each) => (byId.get(each)?.derivedFrom ?? []).flatMap((origin) => byId.get(origin) ?? []));
}

/** What came out of a record, the nearest first; empty when it had no sequel. */
export function sequelsOf<Item extends Traceable>(id: RecordId, records: readonly Item[]): Step<Item>[] {
  const children = new Map<RecordId, Item[]>();
  for (const record of records) for (const origin of record.derivedFrom) children.set(origin, [...(children.get(origin) ?? []), record]);
  return walk(id, (each) => children.get(each) ?? []);
}

/** Origins that a record names and that are not there: the thread is cut. */
export function missingOrigins(record: Traceable, records: readonly Traceable[]): RecordId[] {
  const known = new Set(records.map(({ id }) => id));
  return record.derivedFrom.filter((id) => !known.has(id));
}
