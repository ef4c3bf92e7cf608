/** A plan: its actions, and what a coordination keeps beside them. The smallest one is `{ "type": "plan", "actions": [] }`. */
import * as z from 'zod/mini';
import { RecordIdSchema, recordShape } from '../record/model.ts';
import { COMMITTEES, FREQUENCIES, LOG_SCALES, LOG_THEMES, LOG_TYPES } from './codes.ts';
import { Action, Day, list, text } from './model.ts';

export const Axis = z.looseObject({ id: text(60), name: text(500), parent: z.optional(text(60)) });
export type Axis = z.infer<typeof Axis>;

export const Committee = z.looseObject({
  id: text(60),
  name: z._default(text(500), ''),
  type: z.enum(COMMITTEES),
  frequency: z.optional(z.enum(FREQUENCIES)),
  /** The next meeting that is fixed; later ones follow from the frequency. */
  next: z.optional(Day),
  note: z._default(text(), ''),
});
export type Committee = z.infer<typeof Committee>;

export const LogEntry = z.looseObject({
  id: text(60),
  date: Day,
  type: z.enum(LOG_TYPES),
  title: z._default(text(500), ''),
  /** Minutes. */
  duration: z.optional(z.number({ error: 'number' }).check(z.nonnegative({ error: 'number' }))),
  scale: z.optional(z.enum(LOG_SCALES)),
  attendance: z.optional(z.number({ error: 'number' }).check(z.nonnegative({ error: 'number' }))),
  themes: list(z.enum(LOG_THEMES), 20),
  note: z._default(text(), ''),
});
export type LogEntry = z.infer<typeof LogEntry>;

export const Decision = z.looseObject({ id: text(60), date: Day, text: text(), committee: z.optional(text(60)), actions: list(RecordIdSchema) });
export type Decision = z.infer<typeof Decision>;

/** One thing that changed in one action, on one day, in words; `by`: a function or a service, as colleagues see who did it. */
export const Change = z.looseObject({ at: Day, action: RecordIdSchema, title: text(500), field: text(60), from: z._default(text(), ''), to: z._default(text(), ''), by: z.optional(text(60)) });
export type Change = z.infer<typeof Change>;

export const Plan = z.looseObject({
  ...recordShape,
  type: z.literal('plan'),
  name: z._default(text(500), ''),
  axes: list(Axis, 300),
  actions: list(Action, 5000),
  /** The date from which the retroplanning counts. */
  pivot: z.optional(z.looseObject({ date: Day, label: z._default(text(200), '') })),
  committees: list(Committee, 100),
  log: list(LogEntry, 5000),
  decisions: list(Decision, 2000),
  history: list(Change, 5000),
});
export type Plan = z.infer<typeof Plan>;
