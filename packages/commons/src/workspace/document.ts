/**
 * Where records stand in the Yjs document. Everything is a root type with a name, which two peers can make at the same time without one
 * replacing the other's:
 *
 * - `records`: Y.Map, id → type of the records that are there;
 * - `r/<id>`: Y.Map, the leaves of one record (see leaves.ts);
 * - `t/<id><pointer>`: Y.Text; `l/<id><pointer>`: Y.Array of plain objects;
 * - `aside`: Y.Map, name → what came in a file and could not become a record, as it came;
 * - `meta`: Y.Map, `format` (a whole number, 1 when absent).
 */
import * as Y from 'yjs';
import type { AnyRecord } from '../record/model.ts';
import { type Leaf, type Plan, planOf, recordOf } from './leaves.ts';

export const FORMAT = 1;

export const recordsIn = (doc: Y.Doc): Y.Map<string> => doc.getMap<string>('records');
export const asideIn = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('aside');
export const leavesIn = (doc: Y.Doc, id: string): Y.Map<Leaf> => doc.getMap<Leaf>(`r/${id}`);
const textIn = (doc: Y.Doc, id: string, pointer: string): Y.Text => doc.getText(`t/${id}${pointer}`);
const listIn = (doc: Y.Doc, id: string, pointer: string): Y.Array<unknown> => doc.getArray(`l/${id}${pointer}`);

/** The document's format when it is a later one than this. */
export function futureFormat(doc: Y.Doc): number | undefined {
  const format = doc.getMap('meta').get('format');
  return typeof format === 'number' && format > FORMAT ? format : undefined;
}

/** Its name; none for a type that no root stands for any more (Yjs makes another object of a root when it is first asked for). */
export function rootName(doc: Y.Doc, type: unknown): string | undefined {
  for (const [name, root] of doc.share) if (root === type) return name;
  return undefined;
}

/** The id of the record that a root type belongs to. */
export function recordIdIn(name: string): string | undefined {
  return /^[rtl]\/([^/]*)/.exec(name)?.[1];
}

export const readRecord = (doc: Y.Doc, id: string): Record<string, unknown> => recordOf(leavesIn(doc, id).entries(), {
  text: (pointer) => textIn(doc, id, pointer).toJSON(),
  list: (pointer) => listIn(doc, id, pointer).toJSON() as unknown[],
});

const same = (a: unknown, b: unknown): boolean => a === b || (typeof a === 'object' && JSON.stringify(a) === JSON.stringify(b));

/** How much two sequences have in common at each end. A surrogate pair is never cut: Yjs would replace its halves. */
function commonEnds<Item>(a: ArrayLike<Item>, b: ArrayLike<Item>, cut: (at: ArrayLike<Item>, index: number) => boolean = () => false): { head: number; tail: number } {
  const most = Math.min(a.length, b.length);
  let head = 0;
  while (head < most && same(a[head], b[head])) head += 1;
  while (head > 0 && (cut(a, head) || cut(b, head))) head -= 1;
  let tail = 0;
  while (tail < most - head && same(a[a.length - 1 - tail], b[b.length - 1 - tail])) tail += 1;
  while (tail > 0 && (cut(a, a.length - tail) || cut(b, b.length - tail))) tail -= 1;
  return { head, tail };
}

const cutsPair = (text: ArrayLike<string>, index: number): boolean => /[\ud800-\udbff]/.test(text[index - 1] ?? '') && /[\udc00-\udfff]/.test(text[index] ?? '');

function writeText(text: Y.Text, value: string): void {
  const now = text.toJSON();
  if (now === value) return;
  const { head, tail } = commonEnds(now, value, cutsPair);
  if (now.length > head + tail) text.delete(head, now.length - head - tail);
  if (value.length > head + tail) text.insert(head, value.slice(head, value.length - tail));
}

/** Items that stay are left alone, so that one person ticks the first step while another ticks the second. */
function writeList(list: Y.Array<unknown>, items: readonly object[]): void {
  const now = list.toJSON() as unknown[];
  const { head, tail } = commonEnds(now, items);
  const old = now.length - head - tail;
  const fresh = items.slice(head, items.length - tail);
  if (old === fresh.length) {
    for (const [at, item] of fresh.entries()) {
      if (same(now[head + at], item)) continue;
      list.delete(head + at, 1);
      list.insert(head + at, [item]);
    }
    return;
  }
  if (old > 0) list.delete(head, old);
  if (fresh.length > 0) list.insert(head, fresh);
}

function writePlan(doc: Y.Doc, id: string, type: string, { leaves, texts, lists }: Plan): void {
  const there = leavesIn(doc, id);
  for (const pointer of [...there.keys()]) {
    if (leaves.has(pointer)) continue;
    empty(doc, id, pointer);
    there.delete(pointer);
  }
  for (const [pointer, leaf] of leaves) if (!there.has(pointer) || !same(there.get(pointer), leaf)) there.set(pointer, leaf);
  for (const [pointer, value] of texts) writeText(textIn(doc, id, pointer), value);
  for (const [pointer, items] of lists) writeList(listIn(doc, id, pointer), items);
  if (recordsIn(doc).get(id) !== type) recordsIn(doc).set(id, type);
}

function empty(doc: Y.Doc, id: string, pointer: string): void {
  const leaf = leavesIn(doc, id).get(pointer);
  if (typeof leaf !== 'object' || leaf === null || Array.isArray(leaf)) return;
  const { text, list } = leaf as { text?: true; list?: true };
  if (text) textIn(doc, id, pointer).delete(0, textIn(doc, id, pointer).length);
  if (list) listIn(doc, id, pointer).delete(0, listIn(doc, id, pointer).length);
}

/** Makes the document's record equal to this one, by the changes that it takes and no others. */
export function writeRecord(doc: Y.Doc, record: AnyRecord, textPatterns: readonly string[]): void {
  const there = leavesIn(doc, record.id);
  writePlan(doc, record.id, record.type, planOf(record, textPatterns, (pointer) => there.get(pointer)));
}

/** 53 bits of a text (cyrb53): enough that no two imports of one territory are ever taken for each other. */
function hash53(text: string): number {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    a = Math.imul(a ^ unit, 2654435761);
    b = Math.imul(b ^ unit, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return 4294967296 * (2097151 & b) + (a >>> 0);
}

/**
 * Brings a record that the document does not have. Two laptops that open the same file and meet later must have one record, not two whose old
 * values fight each other's edits: so what a file brings is written by an author whose name comes from its very content, and is the same
 * change everywhere. What that does not bring (the record was here once and removed) is then written as any edit.
 */
export function plantRecord(doc: Y.Doc, record: AnyRecord, textPatterns: readonly string[]): void {
  const plan = planOf(record, textPatterns);
  const author = new Y.Doc({ gc: false });
  author.clientID = hash53(JSON.stringify(['plant 1', record.id, [...plan.leaves], [...plan.texts], [...plan.lists]]));
  author.transact(() => { writePlan(author, record.id, record.type, plan); });
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(author));
  author.destroy();
  writeRecord(doc, record, textPatterns);
}

export function eraseRecord(doc: Y.Doc, id: string): void {
  const there = leavesIn(doc, id);
  for (const pointer of [...there.keys()]) {
    empty(doc, id, pointer);
    there.delete(pointer);
  }
  recordsIn(doc).delete(id);
}

/** Keeps what could not become a record. The same thing twice is kept once. */
export function keepAside(doc: Y.Doc, raw: unknown): string {
  const name = hash53(JSON.stringify(raw)).toString(36);
  if (!asideIn(doc).has(name)) asideIn(doc).set(name, raw);
  return name;
}
