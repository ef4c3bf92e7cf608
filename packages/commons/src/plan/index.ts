export { PRIORITIES, STATUSES, type Priority, type Status } from './codes.ts';
export { actionFrom, actionFromOwn, addMonths, type ActionOptions } from './from-recommendation.ts';
export type { Action } from './model.ts';
