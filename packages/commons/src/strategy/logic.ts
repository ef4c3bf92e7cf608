/** The logic model as rows of a table: resources → activities → results → impact; what several rows share is one cell. */
import { graphOf } from './graph.ts';
import type { Strategy, StrategyNode } from './model.ts';

export interface LogicRow {
  readonly resources: readonly StrategyNode[];
  readonly activity: StrategyNode | undefined;
  readonly result: StrategyNode | undefined;
  readonly impact: StrategyNode | undefined;
  /** How many rows the cell of the result, of the impact, takes from this one on; 0: an earlier row's cell reaches here. */
  readonly resultRows: number;
  readonly impactRows: number;
}

type Cells = Pick<LogicRow, 'resources' | 'activity' | 'result' | 'impact'>;

/** Impacts with results first, then what leads to no impact yet. */
export function logicOf(strategy: Pick<Strategy, 'nodes'>): readonly LogicRow[] {
  const graph = graphOf(strategy);
  const rowsOf = (result: StrategyNode, impact: StrategyNode | undefined): readonly Cells[] => {
    const activities = graph.under(result, 'activity');
    return activities.length === 0 ? [{ resources: [], activity: undefined, result, impact }] : activities.map((activity) => ({ resources: graph.under(activity, 'resource'), activity, result, impact }));
  };
  const rows: readonly Cells[] = [
    ...graph.of('impact').flatMap((impact) => graph.under(impact, 'result').flatMap((result) => rowsOf(result, impact))),
    ...graph.of('result').filter((result) => graph.served(result).length === 0).flatMap((result) => rowsOf(result, undefined)),
    ...graph.of('activity').filter((activity) => graph.served(activity).length === 0).map((activity) => ({ resources: graph.under(activity, 'resource'), activity, result: undefined, impact: undefined })),
    ...graph.of('resource').filter((resource) => graph.served(resource).length === 0).map((resource) => ({ resources: [resource], activity: undefined, result: undefined, impact: undefined })),
  ];
  /** A result that leads to two impacts has a cell beside each. */
  const reach = (at: number, same: (a: Cells, b: Cells) => boolean): number => {
    const now = rows[at];
    const before = rows[at - 1];
    if (!now || (before && same(before, now))) return 0;
    const end = rows.findIndex((row, place) => place > at && !same(row, now));
    return (end < 0 ? rows.length : end) - at;
  };
  return rows.map((row, at) => ({
    ...row,
    resultRows: reach(at, (a, b) => a.result !== undefined && a.result === b.result && a.impact === b.impact),
    impactRows: reach(at, (a, b) => a.impact !== undefined && a.impact === b.impact),
  }));
}
