import { silently, type Stored } from '../internal/storage.ts';
import { type Draft, type Receipt, database } from './database.ts';
import { leftFor, stash } from './stash.ts';

/** What a page finds when it opens: a draft to go on with, or the receipt of an answer sent before. */
export interface Found {
  readonly draft: Draft | undefined;
  readonly receipt: Receipt | undefined;
}

/** `written`: the revision that stands now. `changed`: another tab wrote first, nothing was written. `gone`: it sent or erased the draft. */
export type Written = { readonly written: number } | { readonly changed: Draft } | { readonly gone: true };

/** Reads what is kept under a key, after erasing every draft and receipt of any survey whose time is over. */
export const findDraft = (key: string, now: number): Promise<Stored<Found>> =>
  database.use(async (db) => {
    const tx = silently(db.transaction(['drafts', 'receipts'], 'readwrite'));
    for (const store of [tx.objectStore('drafts'), tx.objectStore('receipts')] as const) {
      for (const old of await store.getAll()) if (old.expires <= now) await store.delete('savedAt' in old ? old.key : old.id);
    }
    const kept = await tx.objectStore('drafts').get(key);
    const left = leftFor(key, kept, now);
    if (left) await tx.objectStore('drafts').put(left);
    const draft = left ?? kept;
    const receipts = await tx.objectStore('receipts').index('key').getAll(key);
    await tx.done;
    return { draft, receipt: receipts.sort((a, b) => a.expires - b.expires).at(-1) };
  });

const underWay = new Map<string, { abort(): void }>();

/** Writes a draft whose `revision` is the last one that this tab read or wrote (0: none), unless another tab wrote meanwhile. */
export const writeDraft = (draft: Draft): Promise<Stored<Written>> =>
  database.use<Written>(async (db) => {
    const tx = silently(db.transaction('drafts', 'readwrite'));
    underWay.set(draft.key, tx);
    const standing = await tx.store.get(draft.key);
    const free = (standing?.revision ?? 0) === draft.revision;
    const revision = draft.revision + 1;
    if (free) await tx.store.put({ ...draft, revision });
    await tx.done;
    return free ? { written: revision } : standing ? { changed: standing } : { gone: true };
  });

/**
 * As `writeDraft` while the page goes away: without reading first, because no answer would come back in time. A writing
 * under way waits for such an answer, and this one would wait behind it for ever.
 */
export function writeDraftNow(draft: Draft): void {
  stash({ ...draft, revision: draft.revision + 1 });
  database.useNow((db) => {
    try {
      underWay.get(draft.key)?.abort();
    } catch { /* it was over */ }
    const tx = silently(db.transaction('drafts', 'readwrite'));
    tx.store.put({ ...draft, revision: draft.revision + 1 }).catch(() => undefined);
    tx.commit();
  });
}

export const readDraft = (key: string): Promise<Stored<Draft | undefined>> => database.use((db) => db.get('drafts', key));

export const eraseDraft = (key: string): Promise<Stored<void>> => database.use((db) => db.delete('drafts', key));
