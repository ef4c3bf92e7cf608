import type { Answers } from '@assembleurs/commons/survey';
import type { DBSchema } from 'idb';
import { Storage } from '../internal/storage.ts';

/** Answers begun and not sent, as they stand on this device. */
export interface Draft {
  /** Of which survey, for whom: see `draftKey`. */
  readonly key: string;
  readonly version: string | null;
  readonly answers: Answers;
  /** The page to come back to, by name. */
  readonly page: string | null;
  readonly locale: string;
  /** ISO 8601. */
  readonly startedAt: string;
  readonly savedAt: string;
  /** Milliseconds since 1970; erased after. */
  readonly expires: number;
  /** Grows by one at each writing: a tab that did not read the last one must not write over it. */
  readonly revision: number;
  /** The idempotency key that these answers will be sent under: two tabs of one draft send one answer. */
  readonly sendKey: string;
  /** Of the resume link, when one was made. */
  readonly token?: string | undefined;
  /** When the server's copy behind the link was last read or written here, as the server says it: `since` of the next save. */
  readonly remoteAt?: string | undefined;
}

/** Answers to send, kept until the server acknowledged them. Never expires: nothing unsent is forgotten. */
export interface Sending {
  /** Idempotency key, a UUID. */
  readonly id: string;
  readonly key: string;
  readonly action: string;
  /** The exact JSON text, the same for each try. */
  readonly body: string;
  /** ISO 8601. */
  readonly madeAt: string;
  readonly token?: string | undefined;
}

/** What the server said when it acknowledged. */
export interface Receipt {
  readonly id: string;
  readonly key: string;
  /** The code to quote; empty when the server gives none. */
  readonly code: string;
  /** ISO 8601; the server's time when it says it. */
  readonly receivedAt: string;
  readonly expires: number;
}

export interface SurveyTables extends DBSchema {
  drafts: { key: string; value: Draft };
  outbox: { key: string; value: Sending; indexes: { key: string } };
  receipts: { key: string; value: Receipt; indexes: { key: string } };
}

/** One for all the surveys of the page's origin. */
export const database = new Storage<SurveyTables>('asb-survey', (db) => {
  db.createObjectStore('drafts', { keyPath: 'key' });
  db.createObjectStore('outbox', { keyPath: 'id' }).createIndex('key', 'key');
  db.createObjectStore('receipts', { keyPath: 'id' }).createIndex('key', 'key');
});
