import * as z from 'zod/mini';

z.config({ jitless: true });

/** `urn:uuid:` and a UUID in lower case. */
export const RECORD_ID = /^urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What every record of the house carries: who it is, what it is, which version of its shape, and what it comes from. */
export const recordShape = {
  id: z.string().check(z.regex(RECORD_ID, { error: 'id' })),
  type: z.string(),
  version: z.int({ error: 'version' }).check(z.positive({ error: 'version' })),
  derivedFrom: z.array(z.string(), { error: 'array' }),
} as const;
