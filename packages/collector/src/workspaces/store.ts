/** Workspaces, their changes and invitations, in the database. */
import { randomUUID } from 'node:crypto';
import { and, asc, eq, gt, isNull, or, sql } from 'drizzle-orm';
import { hashToken, newToken } from '../admin/tokens.ts';
import type { Database } from '../database/connect.ts';
import { workspaceInvitations, workspaces, workspaceUpdates } from '../database/schema.ts';
import type { InvitationRole } from '../database/schema.ts';
import type { Part } from './model.ts';

/** False when the id is taken. */
export async function createWorkspace(database: Database, workspace: { id: string; title: string }, now: Date): Promise<boolean> {
  const made = await database.insert(workspaces).values({ ...workspace, createdAt: now }).onConflictDoNothing().returning({ id: workspaces.id });
  return made.length > 0;
}

export const listWorkspaces = (database: Database) => database.select().from(workspaces).orderBy(workspaces.id);

export async function workspaceExists(database: Database, id: string): Promise<boolean> {
  return (await database.select({ id: workspaces.id }).from(workspaces).where(eq(workspaces.id, id))).length > 0;
}

/** With its changes and its invitations. */
export async function eraseWorkspace(database: Database, id: string): Promise<boolean> {
  return (await database.delete(workspaces).where(eq(workspaces.id, id)).returning({ id: workspaces.id })).length > 0;
}

export async function createInvitation(
  database: Database, workspaceId: string, { role, label, expiresAt }: { role: InvitationRole; label: string; expiresAt: Date | null }, now: Date,
): Promise<{ id: string; token: string }> {
  const token = newToken();
  const id = randomUUID();
  await database.insert(workspaceInvitations).values({ id, workspaceId, tokenHash: hashToken(token), role, label, createdAt: now, expiresAt });
  return { id, token };
}

export const listInvitations = (database: Database, workspaceId: string) =>
  database.select().from(workspaceInvitations).where(eq(workspaceInvitations.workspaceId, workspaceId)).orderBy(workspaceInvitations.createdAt);

export async function withdrawInvitation(database: Database, workspaceId: string, id: string): Promise<boolean> {
  const gone = await database.delete(workspaceInvitations)
    .where(and(eq(workspaceInvitations.workspaceId, workspaceId), eq(workspaceInvitations.id, id))).returning({ id: workspaceInvitations.id });
  return gone.length > 0;
}

/** What a token opens in a workspace; undefined when it is unknown, withdrawn, past its time, or another workspace's. */
export async function findInvitation(database: Database, workspaceId: string, token: string, now: Date) {
  const [found] = await database.select({ id: workspaceInvitations.id, role: workspaceInvitations.role, expiresAt: workspaceInvitations.expiresAt })
    .from(workspaceInvitations)
    .where(and(
      eq(workspaceInvitations.tokenHash, hashToken(token)), eq(workspaceInvitations.workspaceId, workspaceId),
      or(isNull(workspaceInvitations.expiresAt), gt(workspaceInvitations.expiresAt, now)),
    ));
  return found;
}

export interface KeptUpdate {
  readonly seq: number;
  readonly update: Uint8Array<ArrayBuffer>;
}

const ofPart = (workspaceId: string, part: Part) => and(eq(workspaceUpdates.workspaceId, workspaceId), eq(workspaceUpdates.part, part));
const columns = { seq: workspaceUpdates.seq, update: workspaceUpdates.update };

export const readUpdates = (database: Database, workspaceId: string, part: Part): Promise<KeptUpdate[]> =>
  database.select(columns).from(workspaceUpdates).where(ofPart(workspaceId, part)).orderBy(asc(workspaceUpdates.seq));

export async function readUpdate(database: Database, seq: number): Promise<KeptUpdate | undefined> {
  return (await database.select(columns).from(workspaceUpdates).where(eq(workspaceUpdates.seq, seq)))[0];
}

/** Resolves once it is on disk. Its number. */
export async function appendUpdate(database: Database, workspaceId: string, part: Part, update: Uint8Array<ArrayBuffer>): Promise<number> {
  const [row] = await database.insert(workspaceUpdates).values({ workspaceId, part, update }).returning({ seq: workspaceUpdates.seq });
  return row?.seq ?? 0;
}

/** Puts one change in the place of those that it holds; what came since stays, even under a lower number. One parameter for all: a query takes 65,535. */
export function gatherUpdates(database: Database, workspaceId: string, part: Part, held: readonly number[], whole: Uint8Array<ArrayBuffer>): Promise<void> {
  return database.transaction(async (inside) => {
    await inside.insert(workspaceUpdates).values({ workspaceId, part, update: whole });
    await inside.delete(workspaceUpdates).where(and(ofPart(workspaceId, part), sql`${workspaceUpdates.seq} = any(${`{${held.join(',')}}`}::bigint[])`));
  });
}
