/**
 * A record as leaves: JSON Pointer (RFC 6901) → value. The shared document keeps leaves, so that two people who change two answers of one
 * assessment both keep theirs, and so that a nested object made twice at once is one object, not one that replaces the other.
 */

/**
 * What stands at a pointer. Scalars and lists of simple values stand as they are; an object is a mark:
 * `{}` an empty object, `{ text }` a shared text, `{ list }` a shared list of objects, `{ ids }` a list of objects that have an `id`, in this
 * order, each with leaves of its own.
 */
export type Leaf = string | number | boolean | null | readonly unknown[] | Mark;
export interface Mark {
  readonly text?: true;
  readonly list?: true;
  readonly ids?: readonly string[];
}

export interface Plan {
  readonly leaves: ReadonlyMap<string, Leaf>;
  readonly texts: ReadonlyMap<string, string>;
  readonly lists: ReadonlyMap<string, readonly object[]>;
}

/** Deeper than any record of ours; what comes from others must not exhaust the stack. */
export const MAX_DEPTH = 32;

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value);
const isMark = (leaf: unknown): leaf is Mark => isObject(leaf);

const escape = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1');
const unescape = (part: string): string => part.replaceAll('~1', '/').replaceAll('~0', '~');

/** The ids of a list of objects that all have one, each another; else undefined. */
function idsOf(items: readonly object[]): readonly string[] | undefined {
  const ids = items.map((item) => ('id' in item && typeof item.id === 'string' ? item.id : ''));
  return new Set(ids).size === ids.length && !ids.includes('') && !ids.includes('__proto__') ? ids : undefined;
}

const byKey = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number => (a < b ? -1 : 1);

const matcher = (patterns: readonly string[]): ((pointer: string) => boolean) => {
  const split = patterns.map((pattern) => pattern.split('/'));
  return (pointer) => {
    const parts = pointer.split('/');
    return split.some((pattern) => pattern.length === parts.length && pattern.every((part, at) => part === '*' || part === parts[at]));
  };
};

/** The leaves of a record, always in the same order. `before`: what stands there now, whose way to share a text or a list goes on. */
export function planOf(record: Readonly<Record<string, unknown>>, textPatterns: readonly string[] = [], before: (pointer: string) => unknown = () => undefined): Plan {
  const leaves = new Map<string, Leaf>();
  const texts = new Map<string, string>();
  const lists = new Map<string, readonly object[]>();
  const isText = matcher(textPatterns);
  const was = (pointer: string): Mark => {
    const leaf = before(pointer);
    return isMark(leaf) ? leaf : {};
  };
  const takeList = (items: readonly unknown[], pointer: string): void => {
    const objects = items.filter(isObject);
    const ids = items.length > 0 && objects.length === items.length ? idsOf(objects) : undefined;
    if (ids) {
      leaves.set(pointer, { ids });
      for (const [at, item] of objects.entries()) take(item, `${pointer}/${escape(ids[at] ?? '')}`);
    } else if (items.length === 0 && was(pointer).ids) leaves.set(pointer, { ids: [] });
    else if (objects.length === items.length && (items.length > 0 || was(pointer).list)) {
      leaves.set(pointer, { list: true });
      lists.set(pointer, objects);
    } else leaves.set(pointer, items);
  };
  const take = (value: unknown, pointer: string): void => {
    if (Array.isArray(value)) takeList(value, pointer);
    else if (isObject(value)) {
      const entries = Object.entries(value).filter(([key, each]) => each !== undefined && key !== '__proto__').sort(byKey);
      if (entries.length === 0 && pointer !== '') leaves.set(pointer, {});
      for (const [key, each] of entries) take(each, `${pointer}/${escape(key)}`);
    } else if (typeof value === 'string' && (was(pointer).text || isText(pointer))) {
      leaves.set(pointer, { text: true });
      texts.set(pointer, value);
    } else leaves.set(pointer, value as Leaf);
  };
  take(record, '');
  return { leaves, texts, lists };
}

interface Branch {
  leaf?: unknown;
  readonly children: Map<string, Branch>;
}

export interface Shared {
  readonly text: (pointer: string) => string;
  readonly list: (pointer: string) => readonly unknown[];
}

/** The record out of its leaves: the same for everybody who has the same leaves, whatever order they came in. */
export function recordOf(leaves: Iterable<readonly [string, unknown]>, shared: Shared): Record<string, unknown> {
  const root: Branch = { children: new Map() };
  for (const [pointer, leaf] of [...leaves].sort(byKey)) {
    const parts = pointer.split('/').slice(1).map(unescape);
    if (parts.length === 0 || parts.length > MAX_DEPTH || parts.includes('__proto__')) continue;
    let branch = root;
    for (const part of parts) {
      let next = branch.children.get(part);
      if (!next) branch.children.set(part, next = { children: new Map() });
      branch = next;
    }
    branch.leaf = leaf;
  }
  const grown = ({ leaf, children }: Branch, pointer: string): unknown => {
    const child = (key: string, branch: Branch): unknown => grown(branch, `${pointer}/${escape(key)}`);
    const ids = isMark(leaf) && Array.isArray(leaf.ids) ? leaf.ids as readonly string[] : undefined;
    // A plain list with items under it: one person began the list empty while another filled it, and both are right.
    if (ids || (Array.isArray(leaf) && children.size > 0)) {
      // An item is there when its id is: leaves that a colleague changed while another took the item away are not an item.
      const there = new Map([...children].filter(([, { children: own }]) => own.has('id')));
      const order = new Set([...ids ?? [], ...there.keys()]);
      return [...order].flatMap((id) => {
        const branch = there.get(id);
        return branch ? [child(id, branch)] : [];
      });
    }
    if (children.size > 0) return Object.fromEntries([...children].map(([key, branch]) => [key, child(key, branch)]));
    if (!isMark(leaf)) return leaf;
    return leaf.text ? shared.text(pointer) : leaf.list ? [...shared.list(pointer)] : {};
  };
  return Object.fromEntries([...root.children].map(([key, branch]) => [key, grown(branch, `/${escape(key)}`)]));
}
