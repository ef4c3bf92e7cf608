/** Reading and erasing answers. */
import { and, asc, eq, gt, lte, max, sql } from 'drizzle-orm';
import { record } from '../admin/audit.ts';
import type { Database } from '../database/connect.ts';
import { answers, surveyVersions } from '../database/schema.ts';
import { Problem } from '../http/problems.ts';
import type { Services } from '../services.ts';
import type { AnswerRecord } from './model.ts';

/**
 * Waits until every answer that already has its `seq` is committed, and keeps others from taking one meanwhile.
 *
 * A sequence gives numbers at insertion, not at commit: without this, a listing could show 12 while 11 is still on
 * its way, and a reader who goes on after 12 would never see 11. SHARE waits for writers and blocks new ones for the
 * few milliseconds of this transaction; readers are not concerned.
 */
const settleWriters = (inside: Database) => inside.execute(sql`lock table ${answers} in share mode`);

const columns = {
  seq: answers.seq,
  id: answers.id,
  commune: answers.commune,
  definitionVersion: surveyVersions.label,
  startedAt: answers.startedAt,
  completedAt: answers.completedAt,
  receivedAt: answers.receivedAt,
  receipt: answers.receipt,
  locale: answers.locale,
  answers: answers.answers,
};

const page = (database: Database, survey: string, after: number, limit: number, upTo = Number.MAX_SAFE_INTEGER) =>
  database.select(columns).from(answers).innerJoin(surveyVersions, eq(surveyVersions.id, answers.versionId))
    .where(and(eq(answers.surveyId, survey), gt(answers.seq, after), lte(answers.seq, upTo))).orderBy(asc(answers.seq)).limit(limit);

type Row = Awaited<ReturnType<typeof page>>[number];

const toRecord = (row: Row): AnswerRecord => ({
  id: `urn:uuid:${row.id}`,
  commune: row.commune,
  definitionVersion: row.definitionVersion,
  startedAt: row.startedAt?.toISOString() ?? null,
  completedAt: row.completedAt?.toISOString() ?? null,
  receivedAt: row.receivedAt.toISOString(),
  receipt: row.receipt,
  locale: row.locale,
  answers: row.answers,
});

/**
 * A page of answers in the order of arrival. `next` is null on the last page; `last` is where it ended, to ask later for
 * what came since. Nothing that comes later stands before a cursor.
 */
export async function listAnswers(
  { database }: Services, survey: string, after: number, limit: number,
): Promise<{ items: AnswerRecord[]; next: string | null; last: string }> {
  const rows = await database.transaction(async (inside) => {
    await settleWriters(inside);
    return page(inside, survey, after, limit + 1);
  });
  const items = rows.slice(0, limit);
  const last = String(items.at(-1)?.seq ?? after);
  return { items: items.map(toRecord), next: rows.length > limit ? last : null, last };
}

/** Every answer of the survey as of now. */
export async function allAnswers({ database }: Services, survey: string): Promise<AnswerRecord[]> {
  const last = await database.transaction(async (inside) => {
    await settleWriters(inside);
    const [found] = await inside.select({ seq: max(answers.seq) }).from(answers).where(eq(answers.surveyId, survey));
    return found?.seq ?? 0;
  });
  const records: AnswerRecord[] = [];
  for (let after = 0; after < last;) {
    const rows = await page(database, survey, after, 1_000, last);
    records.push(...rows.map(toRecord));
    after = rows.at(-1)?.seq ?? last;
  }
  return records;
}

/** Removes one answer for good. What stays: a line in the audit log with its id and nothing of its content. */
export async function eraseAnswer(services: Services, survey: string, id: string, actor: string): Promise<void> {
  await services.database.transaction(async (inside) => {
    const gone = await inside.delete(answers).where(and(eq(answers.surveyId, survey), eq(answers.id, id))).returning({ id: answers.id });
    if (gone.length === 0) throw new Problem('answer-not-found');
    await record(inside, services.now(), { actor, act: 'erase', surveyId: survey, target: id });
  });
  await services.connection.vacuum();
}
