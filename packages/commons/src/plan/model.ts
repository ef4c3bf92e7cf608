/** An action of a coordination's plan: a record, with the values of Territoires en Transitions and Mon Inclusion Numérique. */
import * as z from 'zod/mini';
import { recordShape } from '../record/model.ts';
import { PRIORITIES, STATUSES } from './codes.ts';

z.config({ jitless: true });

const text = (most = 10_000): z.ZodMiniString => z.string().check(z.maxLength(most));
const Day = z.string().check(z.regex(/^\d{4}-\d\d-\d\d$/));
const texts = z._default(z.array(text(500)).check(z.maxLength(200)), []);

export const Action = z.looseObject({
  ...recordShape,
  type: z.literal('action'),
  title: text(500),
  context: z._default(text(), ''),
  description: z._default(text(), ''),
  /** Codes of Mon Inclusion Numérique, and local ones that begin with `asb:`. */
  needs: texts,
  /** Organisations or departments, never persons. */
  pilots: texts,
  partners: texts,
  status: z._default(z.enum(STATUSES), 'A discuter'),
  priority: z.optional(z.enum(PRIORITIES)),
  start: z.optional(Day),
  end: z.optional(Day),
  /** To do, in order. */
  steps: z._default(z.array(z.looseObject({ text: text(1000), done: z._default(z.boolean(), false) })).check(z.maxLength(200)), []),
  notes: z._default(text(), ''),
  /** The commune or area, as in the assessment. */
  territory: z._default(z.looseObject({ code: z._default(text(20), ''), name: z._default(text(200), '') }), { code: '', name: '' }),
  /** The recommendation that it comes from, in the assessment that `derivedFrom` names. */
  recommendation: z.optional(text(60)),
});
export type Action = z.infer<typeof Action>;
