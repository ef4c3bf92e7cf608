import { silently, type Stored } from '../internal/storage.ts';
import { type Receipt, type Sending, database } from './database.ts';

/** Keeps a sending before its first request. One that stands already under this id is the one to send: same key, same body. */
export const keepSending = (sending: Sending): Promise<Stored<Sending>> =>
  database.use(async (db) => {
    const tx = silently(db.transaction('outbox', 'readwrite'));
    const standing = await tx.store.get(sending.id);
    if (!standing) await tx.store.put(sending);
    await tx.done;
    return standing ?? sending;
  });

/** The sending that still waits under a survey's key, if any. */
export const findSending = (key: string): Promise<Stored<Sending | undefined>> =>
  database.use(async (db) => (await db.getAllFromIndex('outbox', 'key', key))[0]);

export const readReceipt = (id: string): Promise<Stored<Receipt | undefined>> => database.use((db) => db.get('receipts', id));

/** The server has it: in one transaction the sending and the draft go, the receipt stays. */
export const acknowledge = (receipt: Receipt): Promise<Stored<void>> =>
  database.use(async (db) => {
    const tx = silently(db.transaction(['outbox', 'drafts', 'receipts'], 'readwrite'));
    await tx.objectStore('outbox').delete(receipt.id);
    const draft = await tx.objectStore('drafts').get(receipt.key);
    if (draft?.sendKey === receipt.id) await tx.objectStore('drafts').delete(receipt.key);
    await tx.objectStore('receipts').put(receipt);
    await tx.done;
  });

/** The server refused it for good: the draft stays, to be corrected. */
export const dropSending = (id: string): Promise<Stored<void>> => database.use((db) => db.delete('outbox', id));
