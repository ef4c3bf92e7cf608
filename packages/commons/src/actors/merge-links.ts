/** Links have no name of their own: they are the same when they bind the same two actors, for the same thing. */
import { MUTUAL_LINKS } from './kinds.ts';
import type { Link } from './model.ts';
import { split } from './merge-model.ts';
import type { LinkMerge, Who } from './merge-model.ts';
import { groupBy } from './pairing.ts';
import type { Pair } from './pairing.ts';

export function mergeLinks(mine: readonly Link[], incoming: readonly Link[], who: Who): LinkMerge {
  const waiting: Link[] = [];
  const here: Link[] = [];
  for (const link of incoming) {
    const [source, target] = [who.get(link.source), who.get(link.target)];
    if (source === undefined || target === undefined || source === target) waiting.push(link);
    else here.push({ ...link, source, target });
  }
  const pairs = new Map<Link, Link>();
  // From what says most to what says least: two actors may have broken one partnership and begun another.
  pairOff(mine, here, ({ id }) => id, pairs);
  pairOff(mine, here, episode, pairs);
  pairOff(mine, here, bond, pairs, 1);
  return {
    waiting,
    added: here.filter((link) => !pairs.has(link)),
    ...split(Array.from(pairs, ([link, known]): Pair<Link> => ({ mine: known, incoming: { ...link, source: known.source, target: known.target } }))),
  };
}

const bond = ({ source, target, kind }: Link): string => `${(MUTUAL_LINKS.has(kind) ? [source, target].sort() : [source, target]).join(' ')} ${kind}`;
const episode = (link: Link): string => `${bond(link)} ${link.status} ${link.since ?? ''}`;

/** Under one key, ours and theirs in pairs; with `most`, only where neither side has more than so many: else one cannot tell. */
function pairOff(mine: readonly Link[], incoming: readonly Link[], keyOf: (link: Link) => string, pairs: Map<Link, Link>, most = Infinity): void {
  const used = new Set(pairs.values());
  const ours = groupBy(mine.filter((link) => !used.has(link)), keyOf);
  for (const [key, links] of groupBy(incoming.filter((link) => !pairs.has(link)), keyOf)) {
    const known = inOrder(ours.get(key) ?? []);
    if (links.length > most || known.length > most) continue;
    inOrder(links).forEach((link, at) => {
      const match = known[at];
      if (match) pairs.set(link, match);
    });
  }
}

/** By what they say, whatever the order of their lists. */
const inOrder = (links: readonly Link[]): Link[] => links.toSorted((a, b) => (a.id < b.id ? -1 : 1));
