/** What somebody says of a record without changing it: what an invitation to comment may write. */
import * as z from 'zod/mini';
import { Day, text } from '../plan/model.ts';
import { RecordIdSchema, recordShape } from '../record/model.ts';

z.config({ jitless: true });

export const Remark = z.looseObject({
  ...recordShape,
  type: z.literal('remark'),
  /** Absent: about the workspace as a whole. */
  about: z.optional(RecordIdSchema),
  day: Day,
  /** A function or a service, as the person says it. */
  by: z._default(text(200), ''),
  text: text(5000),
});
export type Remark = z.infer<typeof Remark>;
