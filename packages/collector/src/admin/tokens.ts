/** The hub's tokens: 256 random bits, shown once, kept as a SHA-256 (enough for what cannot be guessed). */
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { and, count, eq, ne, sql } from 'drizzle-orm';
import type { Database } from '../database/connect.ts';
import { adminTokens } from '../database/schema.ts';
import type { Role } from '../database/schema.ts';
import type { Caller } from '../http/route.ts';

/** The label of the token that the environment gives; when the environment changes, the former one stops working. */
const ENVIRONMENT = 'ASB_ADMIN_TOKEN';
/** Any number that no one else uses in this database. */
const FIRST_TOKEN_LOCK = 4_119_351;

export const newToken = (): string => randomBytes(32).toString('base64url');
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex');

export async function createToken(database: Database, role: Role, label: string): Promise<{ id: string; token: string }> {
  const token = newToken();
  const id = randomUUID();
  await database.insert(adminTokens).values({ id, tokenHash: hashToken(token), role, label });
  return { id, token };
}

export async function findCaller(database: Database, token: string): Promise<Caller | undefined> {
  const [found] = await database.select({ id: adminTokens.id, role: adminTokens.role })
    .from(adminTokens).where(eq(adminTokens.tokenHash, hashToken(token)));
  return found;
}

/** Sees to it that someone can enter. Returns the coordinator's token when it was made here: it is never shown again. */
export function ensureToken(database: Database, given: string | undefined): Promise<string | undefined> {
  return database.transaction(async (inside) => {
    // Two processes that start together make one token, not two.
    await inside.execute(sql`select pg_advisory_xact_lock(${FIRST_TOKEN_LOCK})`);
    if (given !== undefined) {
      const tokenHash = hashToken(given);
      await inside.delete(adminTokens).where(and(eq(adminTokens.label, ENVIRONMENT), ne(adminTokens.tokenHash, tokenHash)));
      await inside.insert(adminTokens).values({ id: randomUUID(), tokenHash, role: 'coordinator', label: ENVIRONMENT }).onConflictDoNothing();
      return undefined;
    }
    const [existing] = await inside.select({ total: count() }).from(adminTokens);
    return existing?.total === 0 ? (await createToken(inside, 'coordinator', 'coordination')).token : undefined;
  });
}
