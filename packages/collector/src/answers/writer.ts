/**
 * Writes answers. What arrives while one statement is on its way to the disk waits and goes together with the next:
 * one commit (and one fsync) for many answers, each acknowledged only after that commit.
 */
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import type { Database } from '../database/connect.ts';
import { answers } from '../database/schema.ts';
import { Problem } from '../http/problems.ts';
import type { Acknowledgement } from './model.ts';

/** A column holds at most 65,535 parameters a statement; a row takes twelve. */
const MAX_BATCH = 200;
/** Without 0, O, 1, I: it is read aloud on the phone. */
const RECEIPT_ALPHABET = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';

type Row = Omit<typeof answers.$inferInsert, 'seq' | 'id' | 'receipt'>;

interface Waiting {
  readonly row: Row;
  readonly settle: (result: Written) => void;
  readonly fail: (error: unknown) => void;
}

/** Acknowledged now, or already before under the same key (`repeated`). */
export interface Written {
  readonly acknowledgement: Acknowledgement;
  readonly repeated: boolean;
}

/** `K7QF-2M9X`: 40 random bits, unique within a survey. */
function newReceipt(): string {
  const letters = [...randomBytes(8)].map((byte) => RECEIPT_ALPHABET.charAt(byte % RECEIPT_ALPHABET.length)).join('');
  return `${letters.slice(0, 4)}-${letters.slice(4)}`;
}

const acknowledge = ({ id, receivedAt, receipt }: { id: string; receivedAt: Date; receipt: string }): Acknowledgement => ({
  id: `urn:uuid:${id}`, receivedAt: receivedAt.toISOString(), receipt,
});

/** SHA-256 of JSON whose keys are sorted: the same content has the same hash, however it was written. */
export function contentHash(value: unknown): string {
  const sorted = (_: string, item: unknown): unknown =>
    typeof item === 'object' && item !== null && !Array.isArray(item)
      ? Object.fromEntries(Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1)))
      : item;
  return createHash('sha256').update(JSON.stringify(value, sorted)).digest('hex');
}

export interface AnswerWriter {
  /** What was acknowledged under this key, if anything; `key-reused` when it was for another body. */
  find(surveyId: string, idempotencyKey: string, bodyHash: string): Promise<Acknowledgement | undefined>;
  /** Resolves after the commit. Same survey and key again: what was acknowledged then, or `key-reused` for another body. */
  write(row: Row): Promise<Written>;
}

export function answerWriter(database: Database): AnswerWriter {
  const queue: Waiting[] = [];
  let busy = false;

  const find: AnswerWriter['find'] = async (surveyId, idempotencyKey, bodyHash) => {
    const [kept] = await database
      .select({ id: answers.id, receivedAt: answers.receivedAt, receipt: answers.receipt, bodyHash: answers.bodyHash })
      .from(answers)
      .where(and(eq(answers.surveyId, surveyId), eq(answers.idempotencyKey, idempotencyKey)));
    if (kept && kept.bodyHash !== bodyHash) throw new Problem('key-reused');
    return kept && acknowledge(kept);
  };

  /** A row that a unique index kept out: its key is known, or its receipt was taken and it tries another. */
  async function settleKept(waiting: Waiting): Promise<void> {
    const { surveyId, idempotencyKey, bodyHash } = waiting.row;
    const acknowledgement = await find(surveyId, idempotencyKey, bodyHash);
    if (acknowledgement) waiting.settle({ acknowledgement, repeated: true });
    else await insert([waiting]);
  }

  async function insert(batch: readonly Waiting[]): Promise<void> {
    const rows = batch.map(({ row }) => ({ ...row, id: randomUUID(), receipt: newReceipt() }));
    const inserted = await database.insert(answers).values(rows).onConflictDoNothing().returning({ id: answers.id });
    const written = new Set(inserted.map(({ id }) => id));
    for (const [index, row] of rows.entries()) {
      const waiting = batch[index];
      if (!waiting) continue;
      if (written.has(row.id)) waiting.settle({ acknowledgement: acknowledge(row), repeated: false });
      else await settleKept(waiting).catch(waiting.fail);
    }
  }

  async function drain(): Promise<void> {
    busy = true;
    while (queue.length > 0) {
      const batch = queue.splice(0, MAX_BATCH);
      await insert(batch).catch(async () => {
        // One bad row must not cost the others theirs: each alone.
        for (const waiting of batch) await insert([waiting]).catch(waiting.fail);
      });
    }
    busy = false;
  }

  return {
    find,
    write: (row) => new Promise((settle, fail) => {
      queue.push({ row, settle, fail });
      if (!busy) void drain();
    }),
  };
}
