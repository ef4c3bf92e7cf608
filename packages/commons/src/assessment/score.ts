/**
 * Two numbers, never one. The score: points reached over the points of the criteria answered with a level. The completeness: criteria answered
 * with a level over those that apply.
 *
 * A level is worth (level − 1) / 3 of its criterion's points: level 1 gives none, level 4 all. Example, one axis of four criteria, 25 points
 * each: levels 4, 2, "ne sait pas" and "non concerné". The last one leaves its 25 points to the three others, 33.3 each. Score =
 * (33.3 × 1 + 33.3 × 1/3) / 66.7 = 67; completeness = 2 of 3.
 */
import { type Values, standingValues } from './agreement.ts';
import type { Dimension, Grid, Level } from './grid.ts';
import type { Assessment } from './model.ts';
import { type Share, sharesOf } from './shares.ts';

export interface Score {
  /** 0 to 100, not rounded; null when no criterion has a level: nothing is not zero. */
  readonly score: number | null;
  /** Criteria with a level. */
  readonly answered: number;
  /** Criteria that concern the commune. */
  readonly applicable: number;
}

export interface Result extends Score {
  readonly dimensions: Readonly<Record<string, Score>>;
  readonly shares: ReadonlyMap<string, Share>;
}

/** The part of a criterion's points that a level is worth, 0 to 1. */
export const worth = (level: Level): number => (level - 1) / 3;

interface Sum {
  reached: number;
  possible: number;
  answered: number;
  applicable: number;
}

const told = ({ reached, possible, answered, applicable }: Sum): Score => ({
  score: answered > 0 ? Math.min(100, Math.max(0, (100 * reached) / possible)) : null,
  answered,
  applicable,
});

/** The territory's result; or, with `values`, that of one respondent or of another time. */
export function scoreOf(grid: Grid, assessment: Assessment, values: Values = standingValues(assessment)): Result {
  const shares = sharesOf(grid, assessment, values);
  const dimensions: Record<string, Score> = {};
  const add = (dimension: Dimension): Sum => {
    const sum: Sum = { reached: 0, possible: 0, answered: 0, applicable: 0 };
    for (const { id } of dimension.criteria) {
      const share = shares.get(id);
      if (!share || share.aside !== undefined) continue;
      sum.applicable += 1;
      const value = values[id];
      if (typeof value !== 'number') continue;
      sum.answered += 1;
      sum.possible += share.points;
      sum.reached += share.points * worth(value);
    }
    const whole = merge([sum, ...dimension.dimensions.map(add)]);
    dimensions[dimension.id] = told(whole);
    return whole;
  };
  return { ...told(merge(grid.dimensions.map(add))), dimensions, shares };
}

function merge(sums: readonly Sum[]): Sum {
  return sums.reduce((all, { reached, possible, answered, applicable }) => ({
    reached: all.reached + reached,
    possible: all.possible + possible,
    answered: all.answered + answered,
    applicable: all.applicable + applicable,
  }), { reached: 0, possible: 0, answered: 0, applicable: 0 });
}

/**
 * The name of a score: the last of the grid's bands that it reaches (one that shows as 50 has reached 50). None while fewer than half of the
 * criteria have a level: four answers do not tell where a coordination stands.
 */
export function bandOf(grid: Grid, { score, answered, applicable }: Score): Grid['bands'][number] | undefined {
  if (score === null || answered * 2 < applicable) return undefined;
  return [...grid.bands].sort((a, b) => a.from - b.from).filter(({ from }) => Math.round(score) >= from).at(-1);
}
