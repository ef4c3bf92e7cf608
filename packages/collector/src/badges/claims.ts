/** Badges that wait for their recipient. A link opens nothing by itself: the address must be confirmed each time, by a message. */
import { randomBytes, randomUUID } from 'node:crypto';
import { hashEmail } from '@assembleurs/open-badges/issue';
import { and, asc, eq, gt } from 'drizzle-orm';
import { hashToken, newToken } from '../admin/tokens.ts';
import type { Database } from '../database/connect.ts';
import { badgeClaims, badgeIssuers } from '../database/schema.ts';

const HOUR_MS = 3_600_000;
const CODE_MS = HOUR_MS;
/** Addresses that may be tried for one badge in an hour. */
const MOST_TRIES = 5;

export interface NewClaim {
  readonly badgeId: string;
  readonly badgeName: string;
  readonly credential: string;
  readonly email: string;
}

/** Their ids and the tokens of their links, in the same order. */
export async function createClaims(database: Database, issuerId: string, claims: readonly NewClaim[], expiresAt: Date, now: Date): Promise<{ id: string; token: string }[]> {
  const made = claims.map(() => ({ id: randomUUID(), token: newToken(), salt: randomBytes(16).toString('hex') }));
  await database.insert(badgeClaims).values(claims.map(({ email, ...claim }, at) => {
    const { id = '', token = '', salt = '' } = made[at] ?? {};
    return { ...claim, id, issuerId, salt, tokenHash: hashToken(token), emailHash: hashEmail(email, salt), createdAt: now, expiresAt };
  }));
  return made.map(({ id, token }) => ({ id, token }));
}

export const listClaims = (database: Database, issuerId: string) => database.select({
  id: badgeClaims.id, badge: badgeClaims.badgeId, name: badgeClaims.badgeName, createdAt: badgeClaims.createdAt, expiresAt: badgeClaims.expiresAt, claimedAt: badgeClaims.claimedAt,
}).from(badgeClaims).where(eq(badgeClaims.issuerId, issuerId)).orderBy(asc(badgeClaims.createdAt), asc(badgeClaims.id));

export async function eraseClaim(database: Database, issuerId: string, id: string): Promise<boolean> {
  return (await database.delete(badgeClaims).where(and(eq(badgeClaims.issuerId, issuerId), eq(badgeClaims.id, id))).returning({ id: badgeClaims.id })).length > 0;
}

/** The badge behind a link; undefined when it is unknown, taken away, or past its time. */
export async function findClaim(database: Database, token: string, now: Date) {
  const [found] = await database.select({ claim: badgeClaims, issuer: badgeIssuers.name }).from(badgeClaims)
    .innerJoin(badgeIssuers, eq(badgeIssuers.id, badgeClaims.issuerId))
    .where(and(eq(badgeClaims.tokenHash, hashToken(token)), gt(badgeClaims.expiresAt, now)));
  return found && { ...found.claim, issuer: found.issuer };
}
export type Claim = NonNullable<Awaited<ReturnType<typeof findClaim>>>;

/** Counts one try, whatever was typed. The code to send when the address is the right one; `wait` when too many were tried. */
export function tryAddress(database: Database, { id }: Claim, email: string, now: Date): Promise<{ code?: string; wait: boolean }> {
  return database.transaction(async (inside) => {
    // Tries at the same moment count one after another.
    const [claim] = await inside.select().from(badgeClaims).where(eq(badgeClaims.id, id)).for('update');
    if (!claim) return { wait: false };
    const recent = claim.triedAt !== null && now.getTime() - claim.triedAt.getTime() < HOUR_MS;
    if (recent && claim.tries >= MOST_TRIES) return { wait: true };
    const right = hashEmail(email, claim.salt) === claim.emailHash;
    const code = newToken();
    await inside.update(badgeClaims).set({
      tries: recent ? claim.tries + 1 : 1, triedAt: recent ? claim.triedAt : now,
      ...(right && { codeHash: hashToken(code), codeExpiresAt: new Date(now.getTime() + CODE_MS) }),
    }).where(eq(badgeClaims.id, id));
    return right ? { code, wait: false } : { wait: false };
  });
}

export const isConfirmed = ({ codeHash, codeExpiresAt }: Claim, code: string, now: Date): boolean =>
  codeHash !== null && codeHash === hashToken(code) && codeExpiresAt !== null && codeExpiresAt > now;

export async function noteClaimed(database: Database, { id, claimedAt }: Claim, now: Date): Promise<void> {
  if (claimedAt === null) await database.update(badgeClaims).set({ claimedAt: now }).where(eq(badgeClaims.id, id));
}
