/** Questions that lead a person from nothing to a strategy, one after the other; what is there already is their answer so far. */
import { graphOf, inOrder } from './graph.ts';
import type { Kind, Role } from './kinds.ts';
import type { Stakeholder, Strategy, StrategyNode } from './model.ts';

export type Question =
  | { readonly asks: 'nodes'; readonly key: Kind; readonly about: StrategyNode | undefined; readonly answers: readonly StrategyNode[] }
  | { readonly asks: 'people'; readonly key: Role; readonly about: undefined; readonly answers: readonly Stakeholder[] };

/** Names a question, to come back to it. */
export const questionName = ({ key, about }: Question): string => `${key} ${about?.id ?? ''}`;

/** In the order in which they are asked. A question about a node stands only once the node does. */
export function questionsOf(strategy: Strategy): readonly Question[] {
  const graph = graphOf(strategy);
  const ask = (key: Kind, kind: Kind): readonly Question[] => graph.of(kind).map((about) => ({ asks: 'nodes', key, about, answers: graph.under(about, key) }));
  const people = (key: Role): Question => ({ asks: 'people', key, about: undefined, answers: inOrder(strategy.stakeholders).filter(({ role }) => role === key) });
  return [
    { asks: 'nodes', key: 'objective', about: undefined, answers: graph.of('objective') },
    ...ask('actor', 'objective'), ...ask('impact', 'actor'), ...ask('deliverable', 'impact'),
    ...ask('effect', 'actor'), ...ask('facilitator', 'effect'), ...ask('obstacle', 'effect'),
    ...ask('result', 'impact'), ...ask('activity', 'result'), ...ask('resource', 'activity'),
    people('design'), people('sharing'),
  ];
}
