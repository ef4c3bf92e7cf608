/** Permissions: asked, confirmed by a message, given as a code, then as tokens that end. */
import { createHash, randomUUID } from 'node:crypto';
import { and, eq, gt, isNull, lt } from 'drizzle-orm';
import { hashToken, newToken } from '../admin/tokens.ts';
import type { Database } from '../database/connect.ts';
import { obGrants, obTokens } from '../database/schema.ts';
import { forgetNeverUsed, noteUse } from './clients.ts';
import type { Client } from './clients.ts';
import { claimsOf, forgetUnused, holderOf } from './holders.ts';

const MINUTE_MS = 60_000;
/** To read one's mail. */
const ASKING_MS = 60 * MINUTE_MS;
/** RFC 6749 §4.1.2: ten minutes at most. */
const CODE_MS = 5 * MINUTE_MS;
export const ACCESS_SECONDS = 3_600;
const REFRESH_MS = 90 * 24 * 60 * MINUTE_MS;
/** Addresses that may be tried for one request. */
const MOST_TRIES = 5;

export type Grant = typeof obGrants.$inferSelect;

export interface Asked {
  readonly client: Client;
  readonly redirectUri: string;
  readonly scope: string;
  readonly state: string;
  readonly challenge: string;
}

/** The token of the page that asks. */
export async function openGrant(database: Database, { client, ...asked }: Asked, now: Date): Promise<string> {
  const token = newToken();
  await database.insert(obGrants).values({ id: randomUUID(), clientId: client.id, tokenHash: hashToken(token), ...asked, expiresAt: new Date(now.getTime() + ASKING_MS) });
  return token;
}

export async function findGrant(database: Database, token: string, now: Date): Promise<Grant | undefined> {
  return (await database.select().from(obGrants).where(and(eq(obGrants.tokenHash, hashToken(token)), gt(obGrants.expiresAt, now), isNull(obGrants.codeHash))))[0];
}

/** The code to send to the address; undefined when too many were tried, or when the permission was given meanwhile: whom it is of does not change any more. */
export function nameHolder(database: Database, { id }: Grant, email: string, now: Date): Promise<string | undefined> {
  return database.transaction(async (inside) => {
    const [grant] = await inside.select().from(obGrants).where(eq(obGrants.id, id)).for('update');
    if (!grant || grant.tries >= MOST_TRIES || grant.codeHash !== null || grant.expiresAt <= now) return undefined;
    const code = newToken();
    await inside.update(obGrants).set({ tries: grant.tries + 1, holderId: await holderOf(inside, email), claims: await claimsOf(inside, email, now), mailHash: hashToken(code) }).where(eq(obGrants.id, id));
    return code;
  });
}

export const isNamed = ({ mailHash }: Grant, code: string): boolean => mailHash !== null && mailHash === hashToken(code);

/** The request as it stands now, held until the transaction ends: between its page and the decision another address may have been named. */
export async function lockNamed(database: Database, token: string, code: string, now: Date): Promise<(Grant & { readonly holderId: string }) | undefined> {
  const [grant] = await database.select().from(obGrants).where(and(eq(obGrants.tokenHash, hashToken(token)), gt(obGrants.expiresAt, now), isNull(obGrants.codeHash))).for('update');
  const { holderId = null } = grant ?? {};
  return grant && holderId !== null && isNamed(grant, code) ? { ...grant, holderId } : undefined;
}

/** The code that the software exchanges. */
export async function allow(database: Database, { id }: Grant, now: Date): Promise<string> {
  const code = newToken();
  await database.update(obGrants).set({ codeHash: hashToken(code), mailHash: null, expiresAt: new Date(now.getTime() + CODE_MS) }).where(eq(obGrants.id, id));
  return code;
}

export const closeGrant = (database: Database, { id }: Grant): Promise<unknown> => database.delete(obGrants).where(eq(obGrants.id, id));

export interface Tokens {
  readonly access: string;
  readonly refresh: string | undefined;
  readonly scope: string;
}

/** Undefined when the code is not good: unknown, late, used, another client's, another address's, or without the verifier (RFC 7636 §4.6). */
export function exchange(database: Database, client: Client, { code, redirectUri, verifier }: { code: string; redirectUri: string; verifier: string }, now: Date): Promise<Tokens | undefined> {
  return database.transaction(async (inside) => {
    const [grant] = await inside.delete(obGrants).where(and(eq(obGrants.codeHash, hashToken(code)), gt(obGrants.expiresAt, now))).returning();
    if (!grant) {
      // A code that comes twice was stolen, from the one or the other: what it gave goes (RFC 6749 §4.1.2).
      await inside.delete(obTokens).where(eq(obTokens.grantId, familyOf(code)));
      return undefined;
    }
    const good = grant.clientId === client.id && grant.redirectUri === redirectUri && grant.challenge === createHash('sha256').update(verifier).digest('base64url');
    if (good) await noteUse(inside, client, now);
    return good && grant.holderId !== null ? giveTokens(inside, { grantId: familyOf(code), clientId: client.id, holderId: grant.holderId, scope: grant.scope }, now) : undefined;
  });
}

/** One name for all that comes from a code, which the code alone tells. */
function familyOf(code: string): string {
  const hash = createHash('sha256').update(`family ${code}`).digest('hex');
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-4${hash.slice(13, 16)}-8${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
}

/** `until`: when the permission ends, however often it is renewed; people are told 90 days. */
async function giveTokens(database: Database, of: { grantId: string; clientId: string; holderId: string; scope: string }, now: Date, until = new Date(now.getTime() + REFRESH_MS)): Promise<Tokens> {
  const access = newToken();
  const refresh = of.scope.split(' ').includes('offline_access') ? newToken() : undefined;
  await database.insert(obTokens).values([
    { tokenHash: hashToken(access), kind: 'access' as const, ...of, expiresAt: new Date(Math.min(until.getTime(), now.getTime() + ACCESS_SECONDS * 1_000)) },
    ...(refresh === undefined ? [] : [{ tokenHash: hashToken(refresh), kind: 'refresh' as const, ...of, expiresAt: until }]),
  ]);
  return { access, refresh, scope: of.scope };
}

/** A refresh token serves once: the next one comes with the answer. */
export function renew(database: Database, client: Client, refresh: string, now: Date): Promise<Tokens | undefined> {
  return database.transaction(async (inside) => {
    const [used] = await inside.delete(obTokens).where(and(eq(obTokens.tokenHash, hashToken(refresh)), eq(obTokens.kind, 'refresh'), eq(obTokens.clientId, client.id), gt(obTokens.expiresAt, now))).returning();
    if (!used) return undefined;
    await inside.delete(obTokens).where(eq(obTokens.grantId, used.grantId));
    const { grantId, clientId, holderId, scope, expiresAt } = used;
    return giveTokens(inside, { grantId, clientId, holderId, scope }, now, expiresAt);
  });
}

/** With all that comes from the same permission (RFC 7009 §2.1). */
export async function revokeTokens(database: Database, client: Client, token: string): Promise<void> {
  const [found] = await database.select({ grantId: obTokens.grantId }).from(obTokens).where(and(eq(obTokens.tokenHash, hashToken(token)), eq(obTokens.clientId, client.id)));
  if (found) await database.delete(obTokens).where(eq(obTokens.grantId, found.grantId));
}

/** Who an access token speaks for; undefined when it is not good any more. */
export async function findAccess(database: Database, token: string, now: Date): Promise<{ holderId: string; scope: string } | undefined> {
  return (await database.select({ holderId: obTokens.holderId, scope: obTokens.scope }).from(obTokens).where(and(eq(obTokens.tokenHash, hashToken(token)), eq(obTokens.kind, 'access'), gt(obTokens.expiresAt, now))))[0];
}

/** How many requests, tokens, and programs that nobody let in. */
export async function forgetExpired(database: Database, now: Date): Promise<number> {
  const grants = await database.delete(obGrants).where(lt(obGrants.expiresAt, now)).returning({ id: obGrants.id });
  const tokens = await database.delete(obTokens).where(lt(obTokens.expiresAt, now)).returning({ kind: obTokens.kind });
  await forgetUnused(database);
  return grants.length + tokens.length + await forgetNeverUsed(database, now);
}
