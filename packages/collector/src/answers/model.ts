import * as z from 'zod';
import { KILOBYTE, MEGABYTE } from '../http/limits.ts';
import type { Prepared } from '../surveys/definitions.ts';
import { instant, surveyId } from '../surveys/model.ts';

/** How large a request with answers may be: a long survey fits in a few kilobytes, files need room. */
export const bodyLimit = ({ takesFiles }: Prepared): number => (takesFiles ? 5 * MEGABYTE : 256 * KILOBYTE);

/** What the survey element sends. */
export const submission = z.object({
  /** The definition's own id, when it has one. The address says which survey it is. */
  survey: z.string().max(200).nullable().optional(),
  /** The `version` of the definition that was answered; the current one when absent. */
  definitionVersion: z.string().max(64).nullable().optional(),
  locale: z.string().max(35).default('fr'),
  /** INSEE code of the commune that answers. */
  commune: z.string().max(10).nullable().optional(),
  answers: z.record(z.string(), z.unknown()),
  startedAt: instant.nullable().optional(),
  completedAt: instant.nullable().optional(),
}).meta({ id: 'Submission' });
export type Submission = z.infer<typeof submission>;

export const acknowledgement = z.object({
  id: z.string().regex(/^urn:uuid:/),
  receivedAt: z.iso.datetime(),
  /** To quote when asking the hub about this answer. */
  receipt: z.string(),
}).meta({ id: 'Acknowledgement' });
export type Acknowledgement = z.infer<typeof acknowledgement>;

export const answerRecord = z.object({
  id: z.string(),
  commune: z.string().nullable(),
  definitionVersion: z.string(),
  startedAt: z.iso.datetime().nullable(),
  completedAt: z.iso.datetime().nullable(),
  receivedAt: z.iso.datetime(),
  receipt: z.string(),
  locale: z.string(),
  answers: z.record(z.string(), z.unknown()),
}).meta({ id: 'Answer' });
export type AnswerRecord = z.infer<typeof answerRecord>;

/** `urn:uuid:…`, or the bare UUID. */
export const answerParams = z.object({
  survey: surveyId,
  answer: z.string().regex(/^(urn:uuid:)?[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i),
});
