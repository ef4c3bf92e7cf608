/** How the 100 points of a grid are shared among the criteria that concern a commune. */
import { type Values, standingValues } from './agreement.ts';
import { type Facts, factsOf, judge } from './facts.ts';
import type { Criterion, Dimension, Grid } from './grid.ts';
import type { Assessment } from './model.ts';

/** Why a criterion is out of the count: an optional axis not taken, a rule of the grid, people's "non concerné", or not asked in the quick mode. */
export type Aside = 'option' | 'rule' | 'na' | 'mode';

export interface Share {
  /** Of the grid's 100; 0 when it is aside. */
  readonly points: number;
  readonly aside: Aside | undefined;
  /** Rules of `reduce` that hold. */
  readonly reduced: Criterion['reduce'];
}

interface Node {
  readonly weight: number;
  readonly leaves: readonly { readonly id: string; readonly weight: number; readonly aside: Aside | undefined; readonly reduced: Criterion['reduce'] }[];
  readonly children: readonly Node[];
}

const applies = (node: Node): boolean => node.leaves.some(({ aside }) => aside === undefined) || node.children.some(applies);

/** Points go to what applies, by weight: what does not concern the commune leaves its part to its neighbours, then to those of the level above. */
function share(node: Node, points: number, into: Map<string, Share>): void {
  const parts = node.children.filter(applies);
  const total = node.leaves.reduce((sum, { aside, weight }) => sum + (aside === undefined ? weight : 0), 0) + parts.reduce((sum, { weight }) => sum + weight, 0);
  for (const { id, weight, aside, reduced } of node.leaves) into.set(id, { points: aside === undefined ? (points * weight) / total : 0, aside, reduced });
  for (const child of node.children) share(child, parts.includes(child) ? (points * child.weight) / total : 0, into);
}

/** The criterion asked for an axis in the quick mode: the one marked so, else its first. */
export function quickCriterion(axis: Dimension): Criterion | undefined {
  const all = (dimension: Dimension): Criterion[] => [...dimension.criteria, ...dimension.dimensions.flatMap(all)];
  const criteria = all(axis);
  return criteria.find(({ quick }) => quick) ?? criteria[0];
}

/** Points by criterion. The sum is 100, or 0 when nothing applies. `values` are people's answers: the "non concerné" among them count. */
export function sharesOf(grid: Grid, assessment: Assessment, values: Values = standingValues(assessment)): ReadonlyMap<string, Share> {
  const facts: Facts = factsOf(assessment, values);
  const holds = (condition: string | undefined): boolean => condition !== undefined && judge(condition, facts) === 'met';
  const node = (dimension: Dimension, above: Aside | undefined, asked: Criterion | undefined): Node => {
    const out = above ?? (dimension.optional && !assessment.options.includes(dimension.id) ? 'option' : holds(dimension.deactivateIf) ? 'rule' : undefined);
    return {
      weight: dimension.weight,
      leaves: dimension.criteria.map((criterion) => {
        const reduced = criterion.reduce.filter((rule) => holds(rule.if));
        const aside = out ?? (holds(criterion.deactivateIf) ? 'rule' : asked && asked !== criterion ? 'mode' : values[criterion.id] === 'na' ? 'na' : undefined);
        return { id: criterion.id, weight: reduced.reduce((weight, { by }) => weight * (1 - by), criterion.weight), aside, reduced };
      }),
      children: dimension.dimensions.map((child) => node(child, out, asked)),
    };
  };
  const shares = new Map<string, Share>();
  const root: Node = {
    weight: 1,
    leaves: [],
    children: grid.dimensions.map((axis) => node(axis, undefined, assessment.mode === 'quick' ? quickCriterion(axis) : undefined)),
  };
  share(root, 100, shares);
  return shares;
}
