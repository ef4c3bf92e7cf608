/** Walks a grid: its criteria and axes in the order in which people meet them. */
import type { Criterion, Dimension, Grid } from './grid.ts';

export interface Placed {
  readonly criterion: Criterion;
  /** From the axis down to the part that holds the criterion. */
  readonly path: readonly Dimension[];
  /** The first of `path`. */
  readonly axis: Dimension;
}

const walk = (dimension: Dimension, above: readonly Dimension[]): Placed[] => {
  const path = [...above, dimension];
  const [axis = dimension] = path;
  return [...dimension.criteria.map((criterion) => ({ criterion, path, axis })), ...dimension.dimensions.flatMap((each) => walk(each, path))];
};

const placed = new WeakMap<Grid, readonly Placed[]>();

/** Every criterion and where it stands. */
export function criteriaOf(grid: Grid): readonly Placed[] {
  let all = placed.get(grid);
  if (!all) placed.set(grid, (all = grid.dimensions.flatMap((each) => walk(each, []))));
  return all;
}

export const findCriterion = (grid: Grid, id: string): Placed | undefined => criteriaOf(grid).find(({ criterion }) => criterion.id === id);
