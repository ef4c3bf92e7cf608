/** People who let software read or write their badges, and what they hold. */
import { randomBytes, randomUUID } from 'node:crypto';
import { hashEmail } from '@assembleurs/open-badges/issue';
import { and, asc, count, eq, gt, inArray, notExists, sql } from 'drizzle-orm';
import type { Database } from '../database/connect.ts';
import { badgeClaims, obCredentials, obGrants, obHolders, obProfiles, obTokens } from '../database/schema.ts';

/** No answer is longer, give or take one badge. */
const PAGE_BYTES = 5_000_000;

/** Each address has a salt of its own: the right one is found by trying all. A hub has hundreds, and a try takes a microsecond. */
export async function holderOf(database: Database, email: string): Promise<string> {
  // Two first requests at once must not make two people of one.
  await database.execute(sql`select pg_advisory_xact_lock(hashtext('ob_holders'))`);
  const known = await database.select().from(obHolders);
  const found = known.find(({ salt, emailHash }) => hashEmail(email, salt) === emailHash);
  if (found) return found.id;
  const [id, salt] = [randomUUID(), randomBytes(16).toString('hex')];
  await database.insert(obHolders).values({ id, salt, emailHash: hashEmail(email, salt) });
  return id;
}

/** Badges to collect that were issued to an address. */
export async function claimsOf(database: Database, email: string, now: Date): Promise<string[]> {
  const waiting = await database.select({ id: badgeClaims.id, salt: badgeClaims.salt, emailHash: badgeClaims.emailHash }).from(badgeClaims).where(gt(badgeClaims.expiresAt, now));
  return waiting.filter(({ salt, emailHash }) => hashEmail(email, salt) === emailHash).map(({ id }) => id);
}

/** What a credential is to the list: one badge, whatever its copy. */
export interface Held {
  readonly badgeId: string;
  readonly content: string;
  readonly issuedAt: Date;
  /** Its signature was checked here; else it takes the network of its reader. */
  readonly sure: boolean;
}

/** Whoever was named and gave nothing is forgotten: an address that somebody typed is no person of ours. */
export async function forgetUnused(database: Database): Promise<void> {
  const none = (table: typeof obGrants | typeof obTokens | typeof obCredentials | typeof obProfiles) => notExists(database.select({ one: sql`1` }).from(table).where(eq(table.holderId, obHolders.id)));
  await database.delete(obHolders).where(and(none(obGrants), none(obTokens), none(obCredentials), none(obProfiles)));
}

export async function findHeld(database: Database, holderId: string, badgeId: string): Promise<string | undefined> {
  return (await database.select({ content: obCredentials.content }).from(obCredentials).where(and(eq(obCredentials.holderId, holderId), eq(obCredentials.badgeId, badgeId))))[0]?.content;
}

/** A badge that they have not yet; the copy that they have stays. */
export async function addHeld(database: Database, holderId: string, { badgeId, content, issuedAt }: Held): Promise<void> {
  await database.insert(obCredentials).values({ holderId, badgeId, content, issuedAt }).onConflictDoNothing();
}

export async function countHeld(database: Database, holderId: string): Promise<number> {
  return (await database.select({ total: count() }).from(obCredentials).where(eq(obCredentials.holderId, holderId)))[0]?.total ?? 0;
}

/** False when it was there already, and is replaced. */
export async function keepHeld(database: Database, holderId: string, { badgeId, content, issuedAt }: Held): Promise<boolean> {
  const made = await database.insert(obCredentials).values({ holderId, badgeId, content, issuedAt }).onConflictDoNothing().returning({ id: obCredentials.badgeId });
  if (made.length === 0) await database.update(obCredentials).set({ content, issuedAt }).where(and(eq(obCredentials.holderId, holderId), eq(obCredentials.badgeId, badgeId)));
  return made.length > 0;
}

export async function listHeld(database: Database, holderId: string, { limit, offset, since }: { limit: number; offset: number; since: Date | undefined }): Promise<{ total: number; items: string[] }> {
  const mine = and(eq(obCredentials.holderId, holderId), since && gt(obCredentials.issuedAt, since));
  const [{ total } = { total: 0 }] = await database.select({ total: count() }).from(obCredentials).where(mine);
  const sizes = await database.select({ id: obCredentials.badgeId, size: sql<number>`octet_length(${obCredentials.content})` }).from(obCredentials).where(mine).orderBy(asc(obCredentials.issuedAt), asc(obCredentials.badgeId)).limit(limit).offset(offset);
  let bytes = 0;
  // One at least, else nobody would ever get past a large one.
  const fitting = sizes.filter(({ size }, at) => (bytes += size) <= PAGE_BYTES || at === 0).map(({ id }) => id);
  const rows = fitting.length === 0 ? [] : await database.select({ content: obCredentials.content }).from(obCredentials).where(and(mine, inArray(obCredentials.badgeId, fitting))).orderBy(asc(obCredentials.issuedAt), asc(obCredentials.badgeId));
  return { total, items: rows.map(({ content }) => content) };
}

export const credentialsOf = (database: Database, claims: readonly string[]) => (claims.length === 0 ? Promise.resolve([])
  : database.select({ credential: badgeClaims.credential, createdAt: badgeClaims.createdAt }).from(badgeClaims).where(inArray(badgeClaims.id, [...claims])));

export async function readProfile(database: Database, holderId: string): Promise<string | undefined> {
  return (await database.select().from(obProfiles).where(eq(obProfiles.holderId, holderId)))[0]?.content;
}

export async function keepProfile(database: Database, holderId: string, content: string): Promise<void> {
  await database.insert(obProfiles).values({ holderId, content }).onConflictDoUpdate({ target: obProfiles.holderId, set: { content } });
}

/** All that is kept of them, permissions included. */
export const eraseHolder = (database: Database, holderId: string): Promise<unknown> => database.delete(obHolders).where(eq(obHolders.id, holderId));
