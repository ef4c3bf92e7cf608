/** What the collector forgets by itself: answers past their survey's retention, drafts and badges to claim past their expiry. */
import { and, eq, isNotNull, lt } from 'drizzle-orm';
import { answers, badgeClaims, drafts, surveys } from '../database/schema.ts';
import type { Services } from '../services.ts';
import { forgetExpired } from '../badge-api/grants.ts';
import { record } from './audit.ts';

const DAY_MS = 86_400_000;

/** How many were removed. */
export interface Purged {
  readonly answers: number;
  readonly drafts: number;
  /** Links to claim a badge. */
  readonly claims: number;
}

/** Safe to run in several processes at once: each row goes once. */
export async function purge(services: Services): Promise<Purged> {
  const now = services.now();
  const { database } = services;
  let removed = 0;
  const limited = await database.select({ id: surveys.id, days: surveys.retentionDays }).from(surveys).where(isNotNull(surveys.retentionDays));
  for (const { id, days } of limited) {
    const limit = new Date(now.getTime() - (days ?? 0) * DAY_MS);
    removed += await database.transaction(async (inside) => {
      const gone = await inside.delete(answers)
        .where(and(eq(answers.surveyId, id), lt(answers.receivedAt, limit))).returning({ id: answers.id });
      if (gone.length > 0) await record(inside, now, { actor: null, act: 'retention', surveyId: id, count: gone.length });
      return gone.length;
    });
  }
  const expired = await database.delete(drafts).where(lt(drafts.expiresAt, now)).returning({ hash: drafts.tokenHash });
  const unclaimed = await database.delete(badgeClaims).where(lt(badgeClaims.expiresAt, now)).returning({ id: badgeClaims.id });
  const permissions = await forgetExpired(database, now);
  if (removed + expired.length + unclaimed.length + permissions > 0) await services.connection.vacuum();
  return { answers: removed, drafts: expired.length, claims: unclaimed.length };
}
