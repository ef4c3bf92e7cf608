/** Software that registered itself (RFC 7591), and who it is when it comes back (RFC 6749 §2.3.1). */
import { randomUUID } from 'node:crypto';
import { and, eq, isNull, lt } from 'drizzle-orm';
import { hashToken, newToken } from '../admin/tokens.ts';
import type { Database } from '../database/connect.ts';
import { obClients } from '../database/schema.ts';

export type Client = typeof obClients.$inferSelect;

export interface NewClient {
  readonly name: string;
  readonly uri: string | null;
  readonly redirectUris: readonly string[];
  readonly scope: string;
}

/** The secret is shown this once. */
export async function registerClient(database: Database, { redirectUris, ...client }: NewClient, now: Date): Promise<{ id: string; secret: string }> {
  const [id, secret] = [randomUUID(), newToken()];
  await database.insert(obClients).values({ id, secretHash: hashToken(secret), redirectUris: [...redirectUris], createdAt: now, ...client });
  return { id, secret };
}

/** Anybody may register; what no person ever let in is forgotten. */
const UNUSED_MS = 7 * 86_400_000;

export const noteUse = (database: Database, { id }: Client, now: Date): Promise<unknown> => database.update(obClients).set({ usedAt: now }).where(and(eq(obClients.id, id), isNull(obClients.usedAt)));

export async function forgetNeverUsed(database: Database, now: Date): Promise<number> {
  return (await database.delete(obClients).where(and(isNull(obClients.usedAt), lt(obClients.createdAt, new Date(now.getTime() - UNUSED_MS)))).returning({ id: obClients.id })).length;
}

export async function findClient(database: Database, id: string): Promise<Client | undefined> {
  if (id.includes('\0')) return undefined; // PostgreSQL has no such text
  return (await database.select().from(obClients).where(eq(obClients.id, id)))[0];
}

/** By `Authorization: Basic`, or by `client_id` and `client_secret` in the form. */
export async function clientOf(database: Database, header: string | undefined, form: URLSearchParams): Promise<Client | undefined> {
  const [, encoded] = /^Basic +([\w+/=-]+)$/i.exec(header ?? '') ?? [];
  const given = encoded === undefined ? undefined : Buffer.from(encoded, 'base64').toString('utf8');
  const colon = given?.indexOf(':') ?? -1;
  const [id, secret] = given === undefined || colon < 0 ? [form.get('client_id'), form.get('client_secret')] : [decoded(given.slice(0, colon)), decoded(given.slice(colon + 1))];
  const client = id === null || secret === null ? undefined : await findClient(database, id);
  // Hashes of 256 random bits: comparing them takes nothing away.
  return client && client.secretHash === hashToken(secret ?? '') ? client : undefined;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}
