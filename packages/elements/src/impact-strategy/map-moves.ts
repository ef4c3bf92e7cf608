/** What keys and buttons do to the item of the map that is chosen. */
import {
  addNode, below, type Branch, flat, indentNode, isRefused, type Kind, MAP_KINDS, moveNode, outdentNode, outlineOf, placeOf, removedWith, removeFrom, type Strategy, strategyText, type StrategyNode, withNodePatch,
} from '@assembleurs/commons/strategy';
import type { Adding, StrategyContext } from './context.ts';

export const itemSelector = (place: string): string => `[data-place="${place}"]`;
const EDITOR = '[data-editor]';

/** Goes to an item, which the next key acts on. */
export function choose(branch: Branch, { look, focusOn }: StrategyContext): void {
  const place = placeOf(branch);
  look({ selected: place, editing: '', adding: undefined });
  focusOn(itemSelector(place));
}

/** Whoever may not write opens the item in full, where there is something to say of it. */
export function startEditing(branch: Branch, { look, focusOn, readonly, opens, open }: StrategyContext): void {
  const place = placeOf(branch);
  if (readonly) {
    if (opens) open(branch.node.id, itemSelector(place));
    return;
  }
  look({ selected: place, editing: place, adding: undefined });
  focusOn(EDITOR);
}

export function startAdding(adding: Adding, { look, looking, focusOn, readonly }: StrategyContext): void {
  if (readonly) return;
  // What is added must show.
  const folded = new Set([...looking.folded].filter((place) => !place.endsWith(` ${adding.parent ?? 'none'}`)));
  look({ adding, editing: '', folded });
  focusOn(EDITOR);
}

export const addAfter = ({ node, parent }: Branch, context: StrategyContext): void => { startAdding({ kind: node.kind, parent: parent?.id, after: node.id }, context); };

export function addUnder({ node }: Branch, context: StrategyContext): void {
  const kind = below(node.kind);
  if (kind) startAdding({ kind, parent: node.id, after: undefined }, context);
}

/** The branch of a node in the outline of a strategy, under a parent where it has one there. */
function branchOf(strategy: Strategy, node: StrategyNode['id'], parent?: StrategyNode['id']): Branch | undefined {
  const all = flat(outlineOf(strategy)).filter((branch) => branch.node.id === node);
  return all.find((branch) => branch.parent?.id === parent) ?? all[0];
}

/** A level up or down, a place up or down. `typing`: the item is being written, and goes on being so. */
export function shift(branch: Branch, way: 'in' | 'out' | 'up' | 'down', context: StrategyContext, typing?: string): void {
  const { words: { t, lang } } = context;
  const { node, parent } = branch;
  const strategy = typing ? withNodePatch(context.strategy, node.id, { text: typing }) : context.strategy;
  const now = branchOf(strategy, node.id, parent?.id) ?? branch;
  const edited = way === 'in' ? indentNode(strategy, now) : way === 'out' ? outdentNode(strategy, now) : moveNode(strategy, now.node, now.parent, way === 'up' ? -1 : 1);
  if (isRefused(edited)) {
    context.say(strategyText(edited.refused, lang));
    return;
  }
  context.edit(edited, { said: t('moved', { text: typing ?? node.text }) });
  const level = way === 'in' || way === 'out';
  const after = branchOf(edited, node.id, level ? edited.nodes.find(({ id }) => id === node.id)?.serves[0] : parent?.id);
  if (!after) return;
  const place = placeOf(after);
  context.look({ selected: place, editing: typing === undefined ? '' : place });
  context.focusOn(typing === undefined ? itemSelector(place) : EDITOR);
}

export function remove(branch: Branch, visible: readonly Branch[], context: StrategyContext): void {
  const { words: { t }, strategy, graph } = context;
  const { node, parent } = branch;
  if (context.readonly) return;
  const shared = parent !== undefined && graph.served(node).length > 1;
  const count = shared ? 0 : removedWith(strategy, node.id);
  const edited = removeFrom(strategy, node, parent);
  context.edit(edited, { said: shared ? t('detached', { text: node.text }) : count > 0 ? t('removedMore', { text: node.text, count }) : t('removed', { text: node.text }) });
  const left = flat(outlineOf(edited));
  const at = visible.indexOf(branch);
  const next = [...visible.slice(at + 1), ...visible.slice(0, at).reverse()].find((each) => left.some((other) => placeOf(other) === placeOf(each)));
  if (next) choose(next, context);
  else context.focusOn('[data-focus=undo]');
}

/** One level down or up for a line that is not in the strategy yet; undefined where there is none. */
export function shiftedAdding({ kind, parent, after }: Adding, way: 'in' | 'out', { graph }: StrategyContext): Adding | 'noneBefore' | 'deepest' | 'highest' {
  const above = parent === undefined ? undefined : graph.get(parent);
  if (way === 'out') return above ? { kind: above.kind, parent: graph.served(above)[0]?.id, after: above.id } : 'highest';
  const next = below(kind);
  if (!next) return 'deepest';
  const siblings = above ? graph.under(above, kind) : graph.of(kind);
  const before = siblings.find(({ id }) => id === after) ?? siblings.at(-1);
  return before ? { kind: next, parent: before.id, after: undefined } : 'noneBefore';
}

/** The line becomes a node; its place, to go on from there. */
export function keepAdding({ kind, parent, after }: Adding, text: string, context: StrategyContext): Branch | undefined {
  const { strategy, graph, newId, words: { t } } = context;
  const id = newId();
  const edited = addNode(strategy, { id, kind, text, parent: parent === undefined ? undefined : graph.get(parent), after: after === undefined ? undefined : graph.get(after) });
  if (!context.edit(edited, { said: t('added', { text }) })) return undefined;
  return branchOf(edited, id, parent);
}

export const levelOf = (kind: Kind): number => (MAP_KINDS as readonly Kind[]).indexOf(kind);
