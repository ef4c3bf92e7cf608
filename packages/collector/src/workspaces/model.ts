import * as z from 'zod';
import { INVITATION_ROLES } from '../database/schema.ts';

/** In links: letters, digits, `-`, `_`. */
export const workspaceId = z.string().regex(/^[A-Za-z0-9][\w-]{0,63}$/);
export const workspaceParams = z.object({ workspace: workspaceId });
export const invitationParams = z.object({ workspace: workspaceId, invitation: z.uuid() });

const words = (most: number) => z.string().trim().min(1).max(most).transform((text) => text.replaceAll('\0', ''));

export const newWorkspace = z.object({ id: workspaceId, title: words(200) }).meta({ id: 'NewWorkspace' });
export const workspaceSummary = z.object({ id: workspaceId, title: z.string(), createdAt: z.iso.datetime() }).meta({ id: 'Workspace' });

export const newInvitation = z.object({
  role: z.enum(INVITATION_ROLES),
  label: words(100),
  days: z.int().min(1).max(3650).nullable().default(null),
}).meta({ id: 'NewInvitation', description: 'What it allows, whom it is for (a function or a service, never a name), and for how many days; null until it is withdrawn.' });
export const invitationSummary = z.object({
  id: z.uuid(), role: z.enum(INVITATION_ROLES), label: z.string(), createdAt: z.iso.datetime(), expiresAt: z.iso.datetime().nullable(),
}).meta({ id: 'Invitation' });

/** `records` is the document itself. */
export const PARTS = ['records', 'comments'] as const;
export type Part = (typeof PARTS)[number];

export interface Place {
  readonly workspace: string;
  readonly part: Part;
}

/** A document as the socket names it: `<workspace>`, or `<workspace>/comments`. */
export function partOf(name: string): Place | undefined {
  const [workspace = '', comments, ...rest] = name.split('/');
  if (rest.length > 0 || (comments !== undefined && comments !== 'comments') || !workspaceId.safeParse(workspace).success) return undefined;
  return { workspace, part: comments ?? 'records' };
}
