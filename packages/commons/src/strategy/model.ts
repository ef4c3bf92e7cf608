/** An impact strategy: why, with whom, how, what; what helps and hinders; who is involved. Each node is a record. */
import * as z from 'zod/mini';
import { Day, list, text } from '../plan/model.ts';
import { RecordIdSchema, recordShape } from '../record/model.ts';
import { CONFIDENCES, KINDS, ROLES } from './kinds.ts';

z.config({ jitless: true });

/** What answers an obstacle: an action of the plan, a node of the strategy, or words alone. */
export const Reply = z.looseObject({ id: text(60), record: z.optional(RecordIdSchema), title: text(500) });
export type Reply = z.infer<typeof Reply>;

export const StrategyNode = z.looseObject({
  ...recordShape,
  type: z.literal('strategy-node'),
  kind: z.enum(KINDS),
  text: text(1000),
  /** The nodes that it serves, of the kinds that `SERVES` allows: several when they share it. One that is not there is passed over. */
  serves: list(RecordIdSchema),
  /** Its place among its kind: any number; of two alike, the id decides. */
  at: z._default(z.number({ error: 'number' }), 0),
  note: z._default(text(), ''),
  /** Of an effect: how sure one is, and what it rests on. */
  confidence: z.optional(z.enum(CONFIDENCES)),
  evidence: z._default(text(), ''),
  /** Of an obstacle. */
  replies: list(Reply, 100),
});
export type StrategyNode = z.infer<typeof StrategyNode>;

/** What a stakeholder validates, and when it did. */
export const Validation = z.looseObject({ id: text(60), what: text(500), on: z.optional(Day) });
export type Validation = z.infer<typeof Validation>;

/** An organisation or a group, never a person. */
export const Stakeholder = z.looseObject({
  ...recordShape,
  type: z.literal('stakeholder'),
  name: text(500),
  role: z.enum(ROLES),
  why: z._default(text(), ''),
  how: z._default(text(), ''),
  when: z._default(text(2000), ''),
  validates: list(Validation, 100),
  at: z._default(z.number({ error: 'number' }), 0),
});
export type Stakeholder = z.infer<typeof Stakeholder>;

/** The smallest one is `{ "type": "strategy", "nodes": [] }`. */
export const Strategy = z.looseObject({
  ...recordShape,
  type: z.literal('strategy'),
  name: z._default(text(500), ''),
  /** What follows its course: a logbook, a retroplanning, roles… */
  tools: list(z.looseObject({ id: text(60), text: text(1000) }), 100),
  /** How what was learnt is shared. */
  sharing: list(z.looseObject({ id: text(60), text: text(1000) }), 100),
  nodes: list(StrategyNode, 5000),
  stakeholders: list(Stakeholder, 500),
});
export type Strategy = z.infer<typeof Strategy>;
/** One line of `tools` or `sharing`. */
export type Line = Strategy['tools'][number];
