/** A strategy in a shared workspace: its nodes and stakeholders are records of their own, what stands beside them is one more. */
import type { RecordId } from '../record/id.ts';
import { newStrategy } from './edits.ts';
import { inOrder } from './graph.ts';
import type { Stakeholder, Strategy, StrategyNode } from './model.ts';

/** A workspace has one strategy. Its record has the same name everywhere: made on two laptops before they meet, it is one record. */
export const SHARED_STRATEGY_ID = 'urn:uuid:00000000-0000-5000-8000-737472617401' as RecordId;

/** The strategy without what has records of its own. */
export const settingsOf = (strategy: Strategy): Strategy => ({ ...strategy, id: SHARED_STRATEGY_ID, nodes: [], stakeholders: [] });

export const strategyFrom = (settings: Strategy | undefined, nodes: readonly StrategyNode[], stakeholders: readonly Stakeholder[]): Strategy =>
  ({ ...(settings ?? newStrategy(SHARED_STRATEGY_ID)), nodes: [...inOrder(nodes)], stakeholders: [...inOrder(stakeholders)] });
