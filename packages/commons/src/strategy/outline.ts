/** The impact map as an outline: objective → actor → impact → deliverable; what several share is written out once, then named. */
import type { RecordId } from '../record/id.ts';
import { graphOf } from './graph.ts';
import { below, MAP_KINDS } from './kinds.ts';
import type { Strategy, StrategyNode } from './model.ts';

export interface Branch {
  readonly node: StrategyNode;
  /** Where it stands here; undefined at the top. */
  readonly parent: StrategyNode | undefined;
  readonly depth: number;
  /** Written out before: what is under it is there. */
  readonly again: boolean;
  readonly children: readonly Branch[];
}

/** Names a place of the outline: a shared node has several. */
export const placeOf = ({ node, parent }: Pick<Branch, 'node' | 'parent'>): string => `${parent?.id ?? 'top'} ${node.id}`;

/**
 * The branches at the top: objectives, then what serves nobody yet. Impacts of the logic model and actors of the theory of change that
 * stand nowhere in the map are theirs alone, and left out.
 */
export function outlineOf(strategy: Pick<Strategy, 'nodes'>): readonly Branch[] {
  const graph = graphOf(strategy);
  const seen = new Set<RecordId>();
  const grow = (node: StrategyNode, parent: StrategyNode | undefined, depth: number): Branch => {
    const again = seen.has(node.id);
    seen.add(node.id);
    const kind = below(node.kind);
    return { node, parent, depth, again, children: again || kind === undefined ? [] : graph.under(node, kind).map((child) => grow(child, node, depth + 1)) };
  };
  const elsewhere = (node: StrategyNode): boolean => {
    const next = below(node.kind);
    const own = next !== undefined && graph.under(node, next).length > 0;
    return !own && (node.kind === 'impact' ? graph.under(node, 'result').length > 0 : node.kind === 'actor' && graph.under(node, 'effect').length > 0);
  };
  const [first, ...others] = MAP_KINDS;
  return [
    ...graph.of(first).map((node) => grow(node, undefined, 0)),
    ...others.flatMap((kind) => graph.of(kind).filter((node) => graph.served(node).length === 0 && !elsewhere(node)).map((node) => grow(node, undefined, MAP_KINDS.indexOf(kind)))),
  ];
}

/** The branches from top to bottom, without what is under those that are folded. */
export function flat(branches: readonly Branch[], folded: ReadonlySet<string> = new Set()): readonly Branch[] {
  return branches.flatMap((branch) => [branch, ...(folded.has(placeOf(branch)) ? [] : flat(branch.children, folded))]);
}
