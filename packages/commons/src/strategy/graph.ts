/** The strategy's nodes as a graph: who serves whom, in the order that people gave. */
import type { RecordId } from '../record/id.ts';
import { type Kind, mayServe } from './kinds.ts';
import type { Strategy, StrategyNode } from './model.ts';

/** The same order for everybody, whatever order things came in. */
export const inOrder = <Item extends { readonly at: number; readonly id: string }>(items: readonly Item[]): readonly Item[] =>
  [...items].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));

export interface Graph {
  get(id: RecordId): StrategyNode | undefined;
  /** All of one kind, in order. */
  of(kind: Kind): readonly StrategyNode[];
  /** The nodes that serve this one, in order; of one kind when it is named. */
  under(node: StrategyNode, kind?: Kind): readonly StrategyNode[];
  /** The nodes that it serves; links to what is not there, or of a kind that may not be, are passed over. */
  served(node: StrategyNode): readonly StrategyNode[];
}

const made = new WeakMap<readonly StrategyNode[], Graph>();

/** A strategy is never changed in place: its graph is made once. */
export function graphOf({ nodes }: Pick<Strategy, 'nodes'>): Graph {
  const known = made.get(nodes);
  if (known) return known;
  const all = inOrder(nodes);
  const byId = new Map(all.map((node) => [node.id, node]));
  const served = (node: StrategyNode): readonly StrategyNode[] => node.serves.flatMap((id) => {
    const target = byId.get(id);
    return target && mayServe(node.kind, target.kind) ? [target] : [];
  });
  const unders = new Map<RecordId, StrategyNode[]>();
  for (const node of all) {
    for (const { id } of new Set(served(node))) {
      const list = unders.get(id);
      if (list) list.push(node);
      else unders.set(id, [node]);
    }
  }
  const graph: Graph = {
    get: (id) => byId.get(id),
    of: (kind) => all.filter((node) => node.kind === kind),
    under: ({ id }, kind) => {
      const list = unders.get(id) ?? [];
      return kind === undefined ? list : list.filter((node) => node.kind === kind);
    },
    served,
  };
  made.set(nodes, graph);
  return graph;
}
