/** Who does what by when, and did it change anything: actions, and the rules that follow them. Reading a file: `plan/read`; files: `plan/formats/*`. */
export * from './changes.ts';
export * from './codes.ts';
export * from './committees.ts';
export * from './days.ts';
export * from './edits.ts';
export * from './follow.ts';
export { actionFrom, actionFromOwn, type ActionOptions } from './from-recommendation.ts';
export type { Action, BudgetLine, Comment, Funder, Indicator, Link, Measure, Step } from './model.ts';
export type { Axis, Change, Committee, Decision, LogEntry, Plan } from './plan-model.ts';
export * from './retroplan.ts';
export * from './select.ts';
export * from './tree.ts';
export { planFrom, settingsOf, SHARED_PLAN_ID } from './settings.ts';
