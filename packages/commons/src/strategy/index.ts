/** Why, with whom, how, what: an impact strategy as one graph, and its readings. Reading a file: `strategy/read`; files: `strategy/formats/*`. */
export * from './edits.ts';
export * from './graph.ts';
export * from './guide.ts';
export * from './kinds.ts';
export * from './logic.ts';
export { type StrategyMessage, strategyText } from './messages.ts';
export type { Line, Reply, Stakeholder, Strategy, StrategyNode, Validation } from './model.ts';
export * from './names.ts';
export * from './outline.ts';
export * from './settings.ts';
export * from './theory.ts';
