/** The types of record that this library has. */
import type * as z from 'zod/mini';
import { Actor, Link, Place } from '../actors/model.ts';
import { Meeting } from '../animation/model.ts';
import { Assessment } from '../assessment/model.ts';
import { Action } from '../plan/model.ts';
import { Plan } from '../plan/plan-model.ts';
import { Stakeholder, Strategy, StrategyNode } from '../strategy/model.ts';
import { Remark } from '../remark/model.ts';
import type { RecordType } from './model.ts';

/** Actors check the same pattern of identifiers as other records, and call what passes a text. */
const named = (schema: z.ZodMiniType<{ id: string; type: string }>): RecordType['schema'] => schema as unknown as RecordType['schema'];

/** All that a document for remarks holds. */
export const REMARK_TYPE: RecordType = { type: 'remark', schema: Remark };

export const RECORD_TYPES: readonly RecordType[] = [
  REMARK_TYPE,
  { type: 'assessment', schema: Assessment, texts: ['/notes/*/comment', '/notes/*/evidence', '/interview/notes/*'] },
  { type: 'action', schema: Action, texts: ['/context', '/description', '/notes'] },
  { type: 'plan', schema: Plan },
  { type: 'strategy', schema: Strategy },
  { type: 'strategy-node', schema: StrategyNode, texts: ['/note', '/evidence'] },
  { type: 'stakeholder', schema: Stakeholder },
  { type: 'meeting', schema: Meeting },
  { type: 'actor', schema: named(Actor), texts: ['/note'] },
  { type: 'place', schema: named(Place) },
  { type: 'link', schema: named(Link), texts: ['/note'] },
];
