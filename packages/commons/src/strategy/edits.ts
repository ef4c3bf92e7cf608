/** The ways in which a strategy changes: each gives a new one, or the reason why not. Identifiers are the caller's. */
import type { RecordId } from '../record/id.ts';
import { graphOf, inOrder } from './graph.ts';
import { below, type Kind, mayServe, MAP_KINDS } from './kinds.ts';
import type { StrategyMessage } from './messages.ts';
import type { Stakeholder, Strategy, StrategyNode } from './model.ts';
import { type Branch, outlineOf } from './outline.ts';

/** What cannot be done, in the words of `strategyText`; the strategy stays as it is. */
export interface Refusal {
  readonly refused: StrategyMessage;
}
export type Edited = Strategy | Refusal;

export const isRefused = (edited: Edited): edited is Refusal => 'refused' in edited;

export const newStrategy = (id: RecordId, known: Partial<Omit<Strategy, 'id' | 'type'>> = {}): Strategy => ({
  id, type: 'strategy', version: 1, derivedFrom: [], name: '', tools: [], sharing: [], nodes: [], stakeholders: [], ...known,
});

export const newNode = (known: Pick<StrategyNode, 'id' | 'kind' | 'text'> & Partial<Omit<StrategyNode, 'type'>>): StrategyNode => ({
  type: 'strategy-node', version: 1, derivedFrom: [], serves: [], at: 0, note: '', evidence: '', replies: [], ...known,
});

export const newStakeholder = (known: Pick<Stakeholder, 'id' | 'name' | 'role'> & Partial<Omit<Stakeholder, 'type'>>): Stakeholder => ({
  type: 'stakeholder', version: 1, derivedFrom: [], why: '', how: '', when: '', validates: [], at: 0, ...known,
});

/** Replaces what has the same id, or adds it at the end of the list. */
function withItem<Item extends { readonly id: string }>(items: readonly Item[], item: Item): Item[] {
  return items.some(({ id }) => id === item.id) ? items.map((each) => (each.id === item.id ? item : each)) : [...items, item];
}

/** Keys that are set to undefined go away. */
function patched<Item extends object>(item: Item, patch: Readonly<Partial<Item>>): Item {
  return Object.fromEntries(Object.entries({ ...item, ...patch }).filter(([, value]) => value !== undefined)) as Item;
}

export const withNode = (strategy: Strategy, node: StrategyNode): Strategy => ({ ...strategy, nodes: withItem(strategy.nodes, node) });

export function withNodePatch(strategy: Strategy, id: RecordId, patch: Readonly<Partial<StrategyNode>>): Strategy {
  const node = strategy.nodes.find((each) => each.id === id);
  return node ? withNode(strategy, patched(node, patch)) : strategy;
}

export const withStakeholder = (strategy: Strategy, stakeholder: Stakeholder): Strategy => ({ ...strategy, stakeholders: withItem(strategy.stakeholders, patched(stakeholder, {})) });
export const withoutStakeholder = (strategy: Strategy, id: RecordId): Strategy => ({ ...strategy, stakeholders: strategy.stakeholders.filter((each) => each.id !== id) });

/** A place between two neighbours. Halving a gap some fifty times exhausts it: the kind is then numbered anew. */
function placed(strategy: Strategy, siblings: readonly StrategyNode[], after: StrategyNode | undefined, moved?: RecordId): { readonly strategy: Strategy; readonly at: number } {
  const row = siblings.filter(({ id }) => id !== moved);
  const index = after ? row.findIndex(({ id }) => id === after.id) : -1;
  const left = row[index];
  const right = row[index + 1];
  if (!left && !right) return { strategy, at: 0 };
  if (!left || !right) return { strategy, at: left ? left.at + 1 : (right?.at ?? 0) - 1 };
  const at = (left.at + right.at) / 2;
  if (at > left.at && at < right.at) return { strategy, at };
  const order = new Map(inOrder(strategy.nodes).map(({ id }, place) => [id, place]));
  const numbered = { ...strategy, nodes: strategy.nodes.map((node) => ({ ...node, at: order.get(node.id) ?? node.at })) };
  return { strategy: numbered, at: ((order.get(left.id) ?? 0) + (order.get(right.id) ?? 0)) / 2 };
}

/** All that could stand beside a node of this kind under this parent. */
const siblingsOf = (strategy: Strategy, kind: Kind, parent: StrategyNode | undefined): readonly StrategyNode[] =>
  parent ? graphOf(strategy).under(parent, kind) : graphOf(strategy).of(kind);

/** Adds a node under a parent, after a sibling (else as the last one). */
export function addNode(strategy: Strategy, { id, kind, text, parent, after }: { readonly id: RecordId; readonly kind: Kind; readonly text: string; readonly parent?: StrategyNode | undefined; readonly after?: StrategyNode | undefined }): Strategy {
  const siblings = siblingsOf(strategy, kind, parent);
  const { strategy: ready, at } = placed(strategy, siblings, after ?? siblings.at(-1));
  return withNode(ready, newNode({ id, kind, text, at, serves: parent && mayServe(kind, parent.kind) ? [parent.id] : [] }));
}

/** Moves a node among those beside it: -1 up, 1 down. */
export function moveNode(strategy: Strategy, node: StrategyNode, parent: StrategyNode | undefined, by: -1 | 1): Edited {
  const siblings = siblingsOf(strategy, node.kind, parent).filter((each) => parent !== undefined || graphOf(strategy).served(each).length === 0 || each.id === node.id);
  const index = siblings.findIndex(({ id }) => id === node.id);
  const neighbour = siblings[index + by];
  if (!neighbour) return { refused: by < 0 ? 'alreadyFirst' : 'alreadyLast' };
  const { strategy: ready, at } = placed(strategy, siblings, by > 0 ? neighbour : siblings[index - 2], node.id);
  return withNodePatch(ready, node.id, { at });
}

/** What a node and all that stands under it in the map become, one level deeper or higher; undefined when there is no such level. */
function shifted(branch: Branch, by: -1 | 1): readonly StrategyNode[] | undefined {
  const all: StrategyNode[] = [];
  const walk = ({ node, children }: Branch): boolean => {
    const kind = MAP_KINDS[(MAP_KINDS as readonly Kind[]).indexOf(node.kind) + by];
    if (kind === undefined) return false;
    all.push({ ...node, kind });
    return children.every(walk);
  };
  return walk(branch) ? all : undefined;
}

/** What else rests on a node, beside this place of the map: it would lose its meaning with another kind. */
function bound(strategy: Strategy, branch: Branch): boolean {
  const graph = graphOf(strategy);
  const tied = ({ node, parent, children, again }: Branch): boolean =>
    again || graph.served(node).some(({ id }) => id !== parent?.id) || graph.under(node).some(({ kind }) => kind !== below(node.kind)) || children.some(tied);
  return tied(branch);
}

function reshaped(strategy: Strategy, branch: Branch, by: -1 | 1, parent: StrategyNode | undefined, after: StrategyNode | undefined): Edited {
  if (bound(strategy, branch)) return { refused: 'sharedStays' };
  const nodes = shifted(branch, by);
  const [head] = nodes ?? [];
  if (!nodes || !head) return { refused: by > 0 ? 'deepest' : 'highest' };
  const siblings = siblingsOf(strategy, head.kind, parent);
  const { strategy: ready, at } = placed(strategy, siblings, after ?? siblings.at(-1));
  return nodes.reduce((now, node) => withNodePatch(now, node.id, node.id === head.id ? { kind: head.kind, serves: parent ? [parent.id] : [], at } : { kind: node.kind }), ready);
}

/** One level deeper: under the one before it, with all that it has. */
export function indentNode(strategy: Strategy, branch: Branch): Edited {
  const siblings = branch.parent ? graphOf(strategy).under(branch.parent, branch.node.kind) : outlineOf(strategy).flatMap(({ node }) => (node.kind === branch.node.kind ? [node] : []));
  const before = siblings[siblings.findIndex(({ id }) => id === branch.node.id) - 1];
  return before ? reshaped(strategy, branch, 1, before, undefined) : { refused: 'noneBefore' };
}

/** One level higher: after the one that it stood under. */
export function outdentNode(strategy: Strategy, branch: Branch): Edited {
  const { parent } = branch;
  if (!parent) return { refused: 'highest' };
  return reshaped(strategy, branch, -1, graphOf(strategy).served(parent)[0], parent);
}

/** Makes a node serve another one too. */
export function linkNode(strategy: Strategy, node: StrategyNode, served: StrategyNode): Edited {
  if (!mayServe(node.kind, served.kind)) return { refused: 'wrongLink' };
  return node.serves.includes(served.id) ? strategy : withNodePatch(strategy, node.id, { serves: [...node.serves, served.id] });
}

export const unlinkNode = (strategy: Strategy, node: StrategyNode, served: RecordId): Strategy => withNodePatch(strategy, node.id, { serves: node.serves.filter((id) => id !== served) });

/**
 * Takes a node away. What stood under it and serves others stays with them; what served it alone goes with it.
 */
export function removeNode(strategy: Strategy, id: RecordId): Strategy {
  const graph = graphOf(strategy);
  const gone = new Set<RecordId>([id]);
  for (let size = 0; size < gone.size;) {
    size = gone.size;
    for (const node of strategy.nodes) {
      const served = graph.served(node);
      if (served.length > 0 && served.every((each) => gone.has(each.id))) gone.add(node.id);
    }
  }
  return {
    ...strategy,
    nodes: strategy.nodes.filter((node) => !gone.has(node.id)).map((node) => (node.serves.some((each) => gone.has(each)) ? { ...node, serves: node.serves.filter((each) => !gone.has(each)) } : node)),
  };
}

/** Takes a shared node out of one place; out of the last one, it goes. */
export function removeFrom(strategy: Strategy, node: StrategyNode, parent: StrategyNode | undefined): Strategy {
  return parent && graphOf(strategy).served(node).length > 1 ? unlinkNode(strategy, node, parent.id) : removeNode(strategy, node.id);
}

/** How many nodes `removeNode` takes away beside the one that is named. */
export const removedWith = (strategy: Strategy, id: RecordId): number => strategy.nodes.length - removeNode(strategy, id).nodes.length - 1;

/** A node of this kind with these words (capitals and spaces aside), to be shared rather than written twice. */
export function sameWords(strategy: Strategy, kind: Kind, text: string): StrategyNode | undefined {
  const plain = (each: string): string => each.trim().toLocaleLowerCase('fr').replace(/\s+/g, ' ');
  return graphOf(strategy).of(kind).find((node) => plain(node.text) === plain(text));
}

/** Adds the words under a parent: the node that says them already, or a new one. */
export function addOrShare(strategy: Strategy, known: { readonly id: RecordId; readonly kind: Kind; readonly text: string; readonly parent: StrategyNode }): Strategy {
  const found = sameWords(strategy, known.kind, known.text);
  const linked = found && linkNode(strategy, found, known.parent);
  return linked && !isRefused(linked) ? linked : addNode(strategy, known);
}
