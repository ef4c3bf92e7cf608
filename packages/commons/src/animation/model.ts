/** What brings people together, and who came. Addresses stand here because badges and invitations need them: it is the hub's own file, kept where its workspace is. */
import * as z from 'zod/mini';
import { Day, list, text } from '../plan/model.ts';
import { recordShape } from '../record/model.ts';

z.config({ jitless: true });

export const Attendee = z.looseObject({
  id: text(60),
  name: z._default(text(300), ''),
  email: z._default(text(320), ''),
  organisation: z._default(text(500), ''),
  /** False for who was expected and did not come. */
  present: z._default(z.boolean(), true),
});
export type Attendee = z.infer<typeof Attendee>;

/** The smallest one is `{ "type": "meeting", "title": "Atelier" }`. */
export const Meeting = z.looseObject({
  ...recordShape,
  type: z.literal('meeting'),
  title: text(500),
  date: z.optional(Day),
  place: z._default(text(500), ''),
  attendees: list(Attendee, 2000),
});
export type Meeting = z.infer<typeof Meeting>;
