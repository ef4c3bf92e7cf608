/** Issuers and what they published, in the database. */
import { createHash } from 'node:crypto';
import { and, asc, eq } from 'drizzle-orm';
import type { Database } from '../database/connect.ts';
import { badgeDocuments, badgeIssuers } from '../database/schema.ts';
import { Problem } from '../http/problems.ts';

export const listIssuers = (database: Database) => database.select().from(badgeIssuers).orderBy(asc(badgeIssuers.id));

/** `locked`: until the transaction ends nobody else publishes for it, so that what is published is read, compared and replaced in one act. */
export async function findIssuer(database: Database, id: string, { locked = false } = {}): Promise<{ id: string; did: string; name: string }> {
  const query = database.select().from(badgeIssuers).where(eq(badgeIssuers.id, id));
  const [found] = await (locked ? query.for('update') : query);
  if (!found) throw new Problem('issuer-not-found');
  return found;
}

/** False when it was there already, and is changed. */
export async function keepIssuer(database: Database, { id, did, name }: { id: string; did: string; name: string }, now: Date): Promise<boolean> {
  const made = await database.insert(badgeIssuers).values({ id, did, name, createdAt: now }).onConflictDoNothing().returning({ id: badgeIssuers.id });
  if (made.length === 0) await database.update(badgeIssuers).set({ did, name }).where(eq(badgeIssuers.id, id));
  return made.length > 0;
}

/** With its documents and the badges that wait. */
export async function eraseIssuer(database: Database, id: string): Promise<boolean> {
  return (await database.delete(badgeIssuers).where(eq(badgeIssuers.id, id)).returning({ id: badgeIssuers.id })).length > 0;
}

export async function listPaths(database: Database, issuer: string): Promise<string[]> {
  const rows = await database.select({ path: badgeDocuments.path }).from(badgeDocuments).where(eq(badgeDocuments.issuerId, issuer)).orderBy(asc(badgeDocuments.path));
  return rows.map(({ path }) => path);
}

const at = (issuer: string, path: string) => and(eq(badgeDocuments.issuerId, issuer), eq(badgeDocuments.path, path));

export async function readDocument(database: Database, issuer: string, path: string): Promise<{ content: string; sha256: string } | undefined> {
  const [found] = await database.select({ content: badgeDocuments.content, sha256: badgeDocuments.sha256 }).from(badgeDocuments).where(at(issuer, path));
  return found;
}

/** As it is published; undefined when it is not. */
export async function readObject(database: Database, issuer: string, path: string): Promise<Record<string, unknown> | undefined> {
  const found = await readDocument(database, issuer, path);
  return found && JSON.parse(found.content) as Record<string, unknown>;
}

/** False when it was there already, and is replaced. */
export async function keepDocument(database: Database, issuer: string, path: string, document: unknown, now: Date): Promise<boolean> {
  const content = JSON.stringify(document);
  const row = { content, sha256: createHash('sha256').update(content).digest('hex'), updatedAt: now };
  const made = await database.insert(badgeDocuments).values({ issuerId: issuer, path, ...row }).onConflictDoNothing().returning({ path: badgeDocuments.path });
  if (made.length === 0) await database.update(badgeDocuments).set(row).where(at(issuer, path));
  return made.length > 0;
}

export async function eraseDocument(database: Database, issuer: string, path: string): Promise<boolean> {
  return (await database.delete(badgeDocuments).where(at(issuer, path)).returning({ path: badgeDocuments.path })).length > 0;
}
