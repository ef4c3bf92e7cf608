import { type DBSchema, type IDBPDatabase, openDB } from 'idb';

/** `absent`: this page may keep nothing (sandboxed frame, private mode); `full`: no room left; `failed`: anything else. */
export type StorageTrouble = 'absent' | 'full' | 'failed';

/** What became of a storage operation. Storage never throws into an element. */
export type Stored<Value> = { readonly value: Value } | { readonly trouble: StorageTrouble };

/** Which trouble an error is. In a frame with an opaque origin, `indexedDB` itself throws a SecurityError. */
export function troubleOf(error: unknown): StorageTrouble {
  const name = error instanceof Error ? error.name : '';
  if (name === 'QuotaExceededError') return 'full';
  return name === 'SecurityError' || name === 'InvalidStateError' || error instanceof ReferenceError ? 'absent' : 'failed';
}

/** Transactions are told of by what `use` gives: their own promise must not end in the console. */
export function silently<Tx extends { readonly done: Promise<void> }>(tx: Tx): Tx {
  tx.done.catch(() => undefined);
  return tx;
}

/** One database, opened when first used, and again after the browser closed it. */
export class Storage<Schema extends DBSchema> {
  readonly #name: string;
  readonly #upgrade: (database: IDBPDatabase<Schema>) => void;
  #opening: Promise<IDBPDatabase<Schema>> | undefined;
  #opened: IDBPDatabase<Schema> | undefined;

  constructor(name: string, upgrade: (database: IDBPDatabase<Schema>) => void) {
    this.#name = name;
    this.#upgrade = upgrade;
  }

  /** Runs `work` on the database: what it gave, or the trouble. */
  async use<Value>(work: (database: IDBPDatabase<Schema>) => Promise<Value>): Promise<Stored<Value>> {
    try {
      return { value: await work(await this.#open()) };
    } catch (error) {
      return { trouble: troubleOf(error) };
    }
  }

  /**
   * For a page that is going away, where nothing asynchronous comes back: `work` must ask for everything at once and
   * commit. Does nothing when the database is not open.
   */
  useNow(work: (database: IDBPDatabase<Schema>) => void): void {
    try {
      if (this.#opened) work(this.#opened);
    } catch { /* the page is gone before anybody could be told */ }
  }

  #open(): Promise<IDBPDatabase<Schema>> {
    const forget = (): void => { this.#opening = this.#opened = undefined; };
    this.#opening ??= openDB<Schema>(this.#name, 1, {
      upgrade: this.#upgrade,
      terminated: forget,
      blocking: (_current, _next, event) => {
        (event.target as IDBDatabase).close();
        forget();
      },
    });
    this.#opening.then((database) => { this.#opened = database; }, forget);
    return this.#opening;
  }
}
