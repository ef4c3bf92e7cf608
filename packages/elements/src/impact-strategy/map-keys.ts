/** The keys of the map while nothing is being written: those of a tree (https://www.w3.org/WAI/ARIA/apg/patterns/treeview/), and ours. */
import { type Branch, placeOf } from '@assembleurs/commons/strategy';
import type { StrategyContext } from './context.ts';
import { choose, remove, shift, startEditing } from './map-moves.ts';

const MOVES = { ArrowUp: 'up', ArrowDown: 'down', ArrowLeft: 'out', ArrowRight: 'in' } as const;

function goal(key: string, visible: readonly Branch[], current: Branch): Branch | undefined {
  const at = visible.indexOf(current);
  switch (key) {
    case 'ArrowUp': return visible[at - 1];
    case 'ArrowDown': return visible[at + 1];
    case 'Home': return visible[0];
    case 'End': return visible.at(-1);
    case 'ArrowLeft': return visible.slice(0, at).reverse().find(({ node, depth }) => node.id === current.parent?.id && depth < current.depth);
    case 'ArrowRight': return current.children[0];
    default: return undefined;
  }
}

export function onKey(event: KeyboardEvent, visible: readonly Branch[], current: Branch | undefined, context: StrategyContext): void {
  if (!current || event.ctrlKey || event.metaKey || !(event.target as Element).matches('[role=treeitem]')) return;
  const { look, looking, readonly } = context;
  const { key, altKey } = event;
  const place = placeOf(current);
  const fold = (folded: boolean): void => {
    const next = new Set(looking.folded);
    if (folded) next.add(place);
    else next.delete(place);
    look({ folded: next });
  };
  const move = key in MOVES ? MOVES[key as keyof typeof MOVES] : undefined;
  const isFolded = looking.folded.has(place);
  const parent = current.children.length > 0;
  if (altKey && move) {
    if (!readonly) shift(current, move, context);
  } else if (altKey) return;
  else if (key === 'Enter' || key === 'F2') startEditing(current, context);
  else if (key === 'Delete') remove(current, visible, context);
  else if (key === 'ArrowRight' && parent && isFolded) fold(false);
  else if (key === 'ArrowLeft' && parent && !isFolded) fold(true);
  else if (key === ' ' && parent) fold(!isFolded);
  else {
    const next = goal(key, visible, current);
    if (!next) {
      if (!move) return;
    } else choose(next, context);
  }
  event.preventDefault();
}
