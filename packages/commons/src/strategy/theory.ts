/** The theory of change: by actor, the effects hoped for, what helps, what hinders, and which obstacles nobody answers. */
import { graphOf } from './graph.ts';
import type { Kind } from './kinds.ts';
import type { Strategy, StrategyNode } from './model.ts';
import type { Traceable } from '../record/provenance.ts';

export interface EffectRow {
  /** Undefined: what helps and hinders nothing that is written yet. */
  readonly effect: StrategyNode | undefined;
  readonly facilitators: readonly StrategyNode[];
  readonly obstacles: readonly StrategyNode[];
}

export interface ActorTheory {
  /** Undefined: effects that no actor bears yet. */
  readonly actor: StrategyNode | undefined;
  readonly effects: readonly EffectRow[];
}

/** Every actor, also one without an effect yet; then what nobody bears: a colleague may have taken the actor, or the effect, away. */
export function theoryOf(strategy: Pick<Strategy, 'nodes'>): readonly ActorTheory[] {
  const graph = graphOf(strategy);
  const row = (effect: StrategyNode): EffectRow => ({ effect, facilitators: graph.under(effect, 'facilitator'), obstacles: graph.under(effect, 'obstacle') });
  const alone = (kind: Kind): readonly StrategyNode[] => graph.of(kind).filter((node) => graph.served(node).length === 0);
  const [facilitators, obstacles] = [alone('facilitator'), alone('obstacle')];
  const rest = [...alone('effect').map(row), ...(facilitators.length + obstacles.length > 0 ? [{ effect: undefined, facilitators, obstacles }] : [])];
  return [
    ...graph.of('actor').map((actor) => ({ actor, effects: graph.under(actor, 'effect').map(row) })),
    ...(rest.length > 0 ? [{ actor: undefined, effects: rest }] : []),
  ];
}

/** An action that comes from the obstacle answers it, too (`actions`: those of the plan, where there is one). */
export const isAnswered = ({ id, replies }: StrategyNode, actions: readonly Traceable[] = []): boolean =>
  replies.length > 0 || actions.some(({ derivedFrom }) => derivedFrom.includes(id));

/** Obstacles that nothing answers, by actor. */
export const unanswered = (strategy: Pick<Strategy, 'nodes'>, actions: readonly Traceable[] = []): readonly StrategyNode[] =>
  [...new Set(theoryOf(strategy).flatMap(({ effects }) => effects.flatMap(({ obstacles }) => obstacles)))].filter((obstacle) => !isAnswered(obstacle, actions));
