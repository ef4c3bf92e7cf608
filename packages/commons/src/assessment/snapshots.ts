/** Dated pictures of an assessment, never changed once taken, and what changed between two of them. */
import type { RecordId } from '../record/id.ts';
import { type Values, standingValues } from './agreement.ts';
import type { Grid } from './grid.ts';
import type { AnswerValue, Assessment, Snapshot } from './model.ts';
import { scoreOf } from './score.ts';
import { criteriaOf } from './tree.ts';

function freeze<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) Object.values(Object.freeze(value)).forEach(freeze);
  return value;
}

/** The picture of what stands now. `at`: ISO 8601. The same assessment gives the same picture. */
export function takeSnapshot(grid: Grid, assessment: Assessment, { id, at, label = '' }: { readonly id: RecordId; readonly at: string; readonly label?: string }): Snapshot {
  const values = standingValues(assessment);
  const { score, answered, applicable, dimensions } = scoreOf(grid, assessment, values);
  const known = new Set(criteriaOf(grid).map(({ criterion }) => criterion.id));
  return freeze(structuredClone({
    id, at, label,
    grid: { id: grid.id, version: grid.version },
    levels: Object.fromEntries(Object.entries(values).filter(([criterion]) => known.has(criterion))),
    score, answered, applicable,
    dimensions: Object.fromEntries(Object.entries(dimensions).map(([axis, told]) => [axis, { ...told }])),
    respondents: assessment.respondents.length,
  }));
}

export const snapshotsByDate = ({ snapshots }: Assessment): Snapshot[] => [...snapshots].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));

/**
 * The picture to compare with: the last one that differs from today, so that taking a picture does not hide what it shows; else the last one.
 */
export function pictureBefore(grid: Grid, assessment: Assessment): Snapshot | undefined {
  const now = standingValues(assessment);
  const all = snapshotsByDate(assessment);
  return all.findLast((each) => compareWith(grid, each, now).changes.length > 0) ?? all.at(-1);
}

export interface Change {
  readonly criterion: string;
  readonly before: AnswerValue | undefined;
  readonly after: AnswerValue | undefined;
}

export interface Comparison {
  /** Criteria whose value differs, in the grid's order. */
  readonly changes: readonly Change[];
  /** Criteria of the older one that the grid no longer has: not compared. */
  readonly lost: readonly string[];
  /** Criteria that the older grid did not have. */
  readonly fresh: readonly string[];
  /** Scores can be set side by side: the same grid, the same major version. */
  readonly comparable: boolean;
}

const major = (version: string): string => version.split('.', 1)[0] ?? '';

/** What changed since `before`. Criteria are matched by id, through the grid's `renamed`. */
export function compareWith(grid: Grid, before: Pick<Snapshot, 'grid' | 'levels'>, after: Values): Comparison {
  const { values, lost } = migrateValues(grid, before.levels);
  const same = before.grid.id === grid.id && before.grid.version === grid.version;
  const ids = criteriaOf(grid).map(({ criterion }) => criterion.id);
  return {
    changes: ids.filter((id) => values[id] !== after[id]).map((criterion) => ({ criterion, before: values[criterion], after: after[criterion] })),
    lost,
    // Under the same version, a criterion that has no value was there, unanswered.
    fresh: same ? [] : ids.filter((id) => values[id] === undefined && after[id] !== undefined),
    comparable: before.grid.id === grid.id && major(before.grid.version) === major(grid.version),
  };
}

/** Values under the criteria of this version of the grid, and the criteria that it does not have. */
export function migrateValues<Value>(grid: Grid, values: Readonly<Record<string, Value>>): { readonly values: Readonly<Record<string, Value>>; readonly lost: readonly string[] } {
  const ids = new Set(criteriaOf(grid).map(({ criterion }) => criterion.id));
  const moved: Record<string, Value> = {};
  const lost: string[] = [];
  for (const [id, value] of Object.entries(values)) {
    const now = ids.has(id) ? id : grid.renamed[id];
    if (now === undefined || !ids.has(now)) lost.push(id);
    else moved[now] ??= value;
  }
  return { values: moved, lost };
}

/** Whether an assessment was made with another version of the grid. */
export const isOlder = (grid: Grid, assessment: Assessment): boolean => assessment.grid.id === grid.id && assessment.grid.version !== grid.version;

/**
 * The assessment under this version of its grid: answers, agreements and notes follow where criteria are the same. `lost` names those that have
 * no place any more: they stay in the record, unused, and in the snapshots, which are never touched.
 */
export function migrateAssessment(grid: Grid, assessment: Assessment): { readonly assessment: Assessment; readonly lost: readonly string[] } {
  const lost = new Set<string>();
  const move = <Value>(values: Readonly<Record<string, Value>>): Record<string, Value> => {
    const moved = migrateValues(grid, values);
    moved.lost.forEach((id) => lost.add(id));
    return { ...Object.fromEntries(moved.lost.flatMap((id) => (id in values ? [[id, values[id] as Value]] : []))), ...moved.values };
  };
  return {
    assessment: {
      ...assessment,
      grid: { ...assessment.grid, id: grid.id, version: grid.version },
      answers: Object.fromEntries(Object.entries(assessment.answers).map(([respondent, answers]) => [respondent, move(answers)])),
      agreed: move(assessment.agreed),
      notes: move(assessment.notes),
    },
    lost: [...lost],
  };
}
