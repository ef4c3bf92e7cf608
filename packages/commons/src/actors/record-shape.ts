import * as z from 'zod/mini';
import { RECORD_ID } from '../record/id.ts';

export { RECORD_ID };

z.config({ jitless: true });

/** The record's members (`record/model.ts`), each with the key of the sentence that says what is wrong with it. */
export const recordShape = {
  id: z.string().check(z.regex(RECORD_ID, { error: 'id' })),
  type: z.string(),
  version: z._default(z.int({ error: 'version' }).check(z.positive({ error: 'version' })), 1),
  derivedFrom: z._default(z.array(z.string(), { error: 'array' }), []),
} as const;
