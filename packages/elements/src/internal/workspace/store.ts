import type { DBSchema, IDBPDatabase } from 'idb';
import type * as Y from 'yjs';
import { Storage, silently, type StorageTrouble } from '../storage.ts';

/** Each change as it came; now and then all of them become one. */
interface WorkspaceTables extends DBSchema {
  updates: { key: number; value: Uint8Array };
  /** Changes that cannot be read any more: kept for whoever can mend them. */
  damaged: { key: number; value: Uint8Array };
}

/** What of Yjs the store needs: it comes with the part that loads it. */
export type YjsTools = Pick<typeof Y, 'applyUpdate' | 'decodeUpdate' | 'mergeUpdates'>;

/** More changes than this become one. */
const MANY = 200;

/**
 * Keeps a document in IndexedDB. What could not be written stays in memory and is tried again with the next change or `retry()`: a full device
 * loses nothing as long as the page stands. Several tabs write side by side.
 */
export class DocumentStore {
  readonly #name: string;
  readonly #doc: Y.Doc;
  readonly #yjs: YjsTools;
  readonly #storage: Storage<WorkspaceTables>;
  readonly #told: () => void;
  #waiting: Uint8Array[] = [];
  #writing = false;
  #closed = false;
  savedAt: Date | undefined;
  trouble: StorageTrouble | 'later' | undefined;
  /** Changes that could not be read when the store was opened. */
  damaged: readonly Uint8Array[] = [];

  constructor(key: string, doc: Y.Doc, yjs: YjsTools, told: () => void) {
    this.#doc = doc;
    this.#yjs = yjs;
    this.#told = told;
    this.#name = `asb-workspace/${key}`;
    this.#storage = new Storage<WorkspaceTables>(this.#name, (db) => {
      db.createObjectStore('updates', { autoIncrement: true });
      db.createObjectStore('damaged', { autoIncrement: true });
    });
  }

  /** Something is not written yet. */
  get pending(): boolean {
    return this.#writing || this.#waiting.length > 0;
  }

  /** Brings what is kept into the document, and keeps what changes from then on. */
  async open(): Promise<void> {
    const read = await this.#storage.use(async (db) => ({ updates: await this.#sort(db), damaged: await db.getAll('damaged') }));
    if (this.#closed) return;
    if ('trouble' in read) this.trouble = read.trouble === 'failed' && await this.#isLater() ? 'later' : read.trouble;
    else {
      this.damaged = read.value.damaged;
      this.#doc.transact(() => { for (const update of read.value.updates) this.#yjs.applyUpdate(this.#doc, update, this); }, this);
      if (read.value.updates.length > 0) this.savedAt = new Date();
      if (read.value.updates.length > MANY) void this.#gather();
    }
    this.#doc.on('update', this.#onUpdate);
    addEventListener('pagehide', this.#leave);
    this.#told();
  }

  retry(): void {
    this.trouble = undefined;
    void this.#write();
  }

  close(): void {
    this.#closed = true;
    this.#leave();
    this.#doc.off('update', this.#onUpdate);
    removeEventListener('pagehide', this.#leave);
  }

  /** A later version of the library has made the database its own. */
  async #isLater(): Promise<boolean> {
    const all = await indexedDB.databases().catch(() => []);
    return all.some(({ name, version = 1 }) => name === this.#name && version > 1);
  }

  /** The changes that can be read; the others go apart, and stay. */
  async #sort(db: IDBPDatabase<WorkspaceTables>): Promise<Uint8Array[]> {
    const tx = silently(db.transaction(['updates', 'damaged'], 'readwrite'));
    const good: Uint8Array[] = [];
    for (let cursor = await tx.objectStore('updates').openCursor(); cursor; cursor = await cursor.continue()) {
      try {
        this.#yjs.decodeUpdate(cursor.value);
        good.push(cursor.value);
      } catch {
        await tx.objectStore('damaged').add(cursor.value);
        await cursor.delete();
      }
    }
    await tx.done;
    return good;
  }

  readonly #onUpdate = (update: Uint8Array, origin: unknown): void => {
    if (origin === this) return;
    this.#waiting.push(update);
    void this.#write();
  };

  async #write(): Promise<void> {
    if (this.#writing || this.#waiting.length === 0 || this.trouble === 'absent' || this.trouble === 'later') return;
    this.#writing = true;
    const batch = this.#waiting;
    this.#waiting = [];
    this.#told();
    const { mergeUpdates } = this.#yjs;
    const done = await this.#storage.use((db) => db.add('updates', batch.length === 1 ? batch[0] as Uint8Array : mergeUpdates(batch)));
    this.#writing = false;
    if ('trouble' in done) {
      this.trouble = done.trouble;
      this.#waiting = [...batch, ...this.#waiting];
    } else {
      this.trouble = undefined;
      this.savedAt = new Date();
      if (this.#waiting.length > 0) void this.#write();
      else if (done.value % MANY === 0) void this.#gather();
    }
    this.#told();
  }

  /** All the changes of all tabs as one, in one transaction: nothing that another tab writes meanwhile is lost. */
  async #gather(): Promise<void> {
    await this.#storage.use(async (db) => {
      const tx = silently(db.transaction('updates', 'readwrite'));
      const all = await tx.store.getAll();
      await tx.store.clear();
      await tx.store.add(this.#yjs.mergeUpdates(all));
      await tx.done;
    });
  }

  /** The page goes away: what waits is asked for at once. */
  readonly #leave = (): void => {
    if (this.#waiting.length === 0) return;
    const update = this.#yjs.mergeUpdates(this.#waiting);
    this.#storage.useNow((db) => {
      const tx = silently(db.transaction('updates', 'readwrite'));
      void tx.store.add(update);
      tx.commit();
    });
  };
}
