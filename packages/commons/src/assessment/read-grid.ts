/** Reads a grid at the door: what is wrong, where, in the author's language; nothing half read. */
import { pathText } from '../record/path.ts';
import { parseExpression, rootName } from '../survey/expression/index.ts';
import { GRID_SCHEMA } from './codes.ts';
import { FACT_ROOTS } from './facts.ts';
import { type Dimension, Grid } from './grid.ts';
import { type AssessmentMessage, assessmentText, issueText } from './messages.ts';

/** One thing wrong. `path` is a JSON path (`dimensions[2].criteria[0].levels`); the root is an empty string. */
export interface AssessmentProblem {
  readonly path: string;
  readonly text: string;
}

/** `advice`: the grid works, and its author may want to know. */
export type GridResult = { readonly grid: Grid; readonly advice: readonly AssessmentProblem[] } | { readonly problems: readonly AssessmentProblem[] };

const MAX_DEPTH = 6;
const MAX_CRITERIA = 300;
/** The first ones are enough to mend a file. */
const MAX_PROBLEMS = 30;

const depthOf = (dimension: unknown, depth = 1): number => {
  const { dimensions } = (typeof dimension === 'object' && dimension !== null ? dimension : {}) as { dimensions?: unknown };
  return depth > MAX_DEPTH || !Array.isArray(dimensions) ? depth : Math.max(depth, ...dimensions.slice(0, 100).map((each) => depthOf(each, depth + 1)));
};

/** Reads a grid: `json` as `JSON.parse` gives it. Never throws. */
export function readGrid(json: unknown, locale = 'fr'): GridResult {
  const problems: AssessmentProblem[] = [];
  const say = (path: readonly PropertyKey[], key: AssessmentMessage, params: Readonly<Record<string, string | number>> = {}): void => {
    problems.push({ path: pathText(path), text: assessmentText(key, locale, params) });
  };
  if (typeof json !== 'object' || json === null || Array.isArray(json)) say([], 'notObject');
  else {
    const { $schema, dimensions } = json as { $schema?: unknown; dimensions?: unknown };
    if (typeof $schema === 'string' && $schema.startsWith('urn:assembleurs:grid:') && $schema !== GRID_SCHEMA) say(['$schema'], 'laterGrid', { value: $schema });
    else if (dimensions === undefined) say([], 'notGrid');
    else if (depthOf(json, 0) > MAX_DEPTH) say(['dimensions'], 'tooDeep', { max: MAX_DEPTH });
  }
  if (problems.length > 0) return { problems };
  const parsed = Grid.safeParse(json);
  if (!parsed.success) return { problems: parsed.error.issues.slice(0, MAX_PROBLEMS).map((issue) => ({ path: pathText(issue.path), text: issueText(issue, locale) })) };
  const grid = parsed.data;
  const advice = checkGrid(grid, locale, say);
  return problems.length > 0 ? { problems: problems.slice(0, MAX_PROBLEMS) } : { grid, advice };
}

type Say = (path: readonly PropertyKey[], key: AssessmentMessage, params?: Readonly<Record<string, string | number>>) => void;

function checkCondition(condition: string | undefined, path: readonly PropertyKey[], locale: string, say: Say): void {
  if (condition === undefined) return;
  const read = parseExpression(condition);
  if (!read.ok) {
    say(path, 'badExpression', { detail: read.error.text(locale) });
    return;
  }
  const stranger = read.expression.dependencies.find((name) => !(FACT_ROOTS as readonly string[]).includes(rootName(name)) || !name.includes('.'));
  if (stranger !== undefined) say(path, 'unknownFact', { value: stranger });
}

/** What the schema cannot say: codes used once, names that lead somewhere, conditions that can be read. */
function checkGrid(grid: Grid, locale: string, say: Say): AssessmentProblem[] {
  const used = new Map<string, string>();
  const take = (id: string, path: readonly PropertyKey[]): void => {
    const first = used.get(id);
    if (first !== undefined || id in {}) say(path, 'duplicate', { value: id, first: first ?? '{}' });
    else used.set(id, pathText(path));
  };
  const criteria = new Set<string>();
  const visit = (dimension: Dimension, path: readonly PropertyKey[]): void => {
    take(dimension.id, [...path, 'id']);
    checkCondition(dimension.deactivateIf, [...path, 'deactivateIf'], locale, say);
    if (dimension.criteria.length + dimension.dimensions.length === 0) say(path, 'empty', { value: dimension.id });
    dimension.criteria.forEach((criterion, at) => {
      const here = [...path, 'criteria', at];
      take(criterion.id, [...here, 'id']);
      criteria.add(criterion.id);
      checkCondition(criterion.deactivateIf, [...here, 'deactivateIf'], locale, say);
      criterion.reduce.forEach((rule, index) => { checkCondition(rule.if, [...here, 'reduce', index, 'if'], locale, say); });
      criterion.prefill.forEach((rule, index) => { checkCondition(rule.if, [...here, 'prefill', index, 'if'], locale, say); });
    });
    dimension.dimensions.forEach((child, at) => { visit(child, [...path, 'dimensions', at]); });
  };
  grid.dimensions.forEach((dimension, at) => { visit(dimension, ['dimensions', at]); });
  if (criteria.size > MAX_CRITERIA) say(['dimensions'], 'tooManyCriteria', { max: MAX_CRITERIA });
  if (!grid.bands.some(({ from }) => from === 0)) say(['bands'], 'lowestBand');
  Object.entries(grid.renamed).forEach(([old, now]) => { if (!criteria.has(now)) say(['renamed', old], 'noCriterion', { value: now }); });
  checkRecommendations(grid, criteria, take, locale, say);
  return uncovered(grid, criteria, locale);
}

function checkRecommendations(grid: Grid, criteria: ReadonlySet<string>, take: (id: string, path: readonly PropertyKey[]) => void, locale: string, say: Say): void {
  const ids = new Set(grid.recommendations.map(({ id }) => id));
  const needs = new Set(grid.needs.map(({ id }) => id));
  grid.recommendations.forEach((each, at) => {
    const path = ['recommendations', at];
    take(each.id, [...path, 'id']);
    if (!criteria.has(each.criterion)) say([...path, 'criterion'], 'noCriterion', { value: each.criterion });
    if (each.levels.length + each.answers.length === 0 && each.if === undefined) say(path, 'untriggered', { value: each.id });
    checkCondition(each.if, [...path, 'if'], locale, say);
    if (each.if !== undefined && each.conditions === undefined) say(path, 'unsaidCondition');
    each.requires.forEach((id, index) => { if (!ids.has(id)) say([...path, 'requires', index], 'noRecommendation', { value: id }); });
    each.needs.forEach((id, index) => { if (needs.size > 0 && !needs.has(id)) say([...path, 'needs', index], 'noNeed', { value: id }); });
  });
}

/** Criteria and levels for which nobody would be told what to do. Two recommendations with opposite conditions count as covering. */
function uncovered(grid: Grid, criteria: ReadonlySet<string>, locale: string): AssessmentProblem[] {
  return [...criteria].flatMap((value) => [1, 2, 3].flatMap((level) => {
    const fitting = grid.recommendations.filter((each) => each.criterion === value && (each.levels as readonly number[]).includes(level));
    const covered = fitting.some((each) => each.if === undefined) || fitting.length > 1;
    return covered ? [] : [{ path: 'recommendations', text: assessmentText('uncovered', locale, { value, level }) }];
  }));
}
