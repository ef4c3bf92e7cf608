/** Where a coordination stands: the grid, several people's answers, what they agree on, two numbers, recommendations, dated pictures. */
export { localize } from '../survey/session/texts.ts';
export * from './agreement.ts';
export * from './edits.ts';
export { factsOf, judge, type Facts, type Truth } from './facts.ts';
export { CAPACITIES, EFFORTS, GRID_SCHEMA, LEVELS, type Capacity, type Effort, type Level } from './codes.ts';
export type { Criterion, Dimension, DimensionSource, Grid, GridSource, Recommendation } from './grid.ts';
export type { Answer, AnswerValue, Assessment, Choice, Interview, Note, OwnRecommendation, Respondent, Snapshot } from './model.ts';
export { prefilled, proposalsFor } from './prefill.ts';
export { needsOf, strengthsAndObstacles, suggestionsFor, type Suggestion, type Why } from './recommend.ts';
export { bandOf, scoreOf, worth, type Result, type Score } from './score.ts';
export { quickCriterion, sharesOf, type Aside, type Share } from './shares.ts';
export { compareWith, isOlder, migrateAssessment, pictureBefore, snapshotsByDate, takeSnapshot, type Change, type Comparison } from './snapshots.ts';
export { criteriaOf, findCriterion, type Placed } from './tree.ts';
export { isWebAddress } from './web-address.ts';
