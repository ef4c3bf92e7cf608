import type { DBSchema } from 'idb';
import { Storage, type StorageTrouble, silently } from './storage.ts';

/** A document that people edit on this device, under the name of its place. */
interface Entry {
  readonly key: string;
  /** As `JSON.stringify` takes it. */
  readonly value: unknown;
  /** ISO 8601. */
  readonly savedAt: string;
  /** Grows by one at each writing: a tab that did not read the last one must not write over it. */
  readonly revision: number;
}

interface Tables extends DBSchema {
  documents: { key: string; value: Entry };
}

/** One for all the editing elements of the page's origin. */
const database = new Storage<Tables>('asb-kept', (db) => { db.createObjectStore('documents', { keyPath: 'key' }); });

/** `conflict`: another tab wrote while this one had changes of its own; nothing was written over, and the person chooses. */
export type KeptState =
  | { readonly kind: 'none' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'saved'; readonly at: Date }
  | { readonly kind: 'trouble'; readonly trouble: StorageTrouble }
  | { readonly kind: 'conflict'; readonly theirs: unknown };

export interface KeptHost {
  /** The state moved. */
  changed(): void;
  /** Another tab wrote, and nothing here waits to be written: what it wrote. */
  adopt(value: unknown): void;
}

/** Keeps one document on the device, after each change, one writing at a time; tells tabs of each other. */
export class Kept {
  readonly #host: KeptHost;
  #key = '';
  #revision = 0;
  #waiting: { readonly value: unknown } | undefined;
  #writing = false;
  #channel: BroadcastChannel | undefined;
  state: KeptState = { kind: 'none' };

  constructor(host: KeptHost) {
    this.#host = host;
  }

  /** What stands under this key; undefined when nothing does, or nothing can be kept here (`state` says so). */
  async open(key: string): Promise<unknown> {
    this.close();
    this.#key = key;
    this.#listen();
    const found = await database.use((db) => db.get('documents', key));
    if (key !== this.#key) return undefined;
    if ('trouble' in found) {
      this.#set({ kind: 'trouble', trouble: found.trouble });
      return undefined;
    }
    this.#revision = found.value?.revision ?? 0;
    if (found.value) this.#set({ kind: 'saved', at: new Date(found.value.savedAt) });
    return found.value?.value;
  }

  close(): void {
    this.#channel?.close();
    this.#channel = undefined;
    this.#key = '';
    this.#revision = 0;
    this.#waiting = undefined;
    this.state = { kind: 'none' };
  }

  /** Writes this soon; a later value takes its place. */
  write(value: unknown): void {
    if (!this.#key || (this.state.kind === 'trouble' && this.state.trouble === 'absent')) return;
    this.#waiting = { value };
    if (this.state.kind !== 'conflict') void this.#flush();
  }

  /** The person chose their own document over the other tab's. */
  keepMine(value: unknown): void {
    this.state = { kind: 'saving' };
    this.#waiting = { value };
    void this.#flush(true);
  }

  /** The person chose the other tab's. */
  async takeTheirs(): Promise<unknown> {
    this.#waiting = undefined;
    return this.open(this.#key);
  }

  async erase(): Promise<void> {
    this.#waiting = undefined;
    const key = this.#key;
    await database.use((db) => db.delete('documents', key));
    this.#revision = 0;
    this.#set({ kind: 'none' });
  }

  async #flush(force = false): Promise<void> {
    if (this.#writing) return;
    this.#writing = true;
    while (this.#waiting) {
      const { value } = this.#waiting;
      this.#waiting = undefined;
      this.#set({ kind: 'saving' });
      const key = this.#key;
      const mine = this.#revision;
      const savedAt = new Date().toISOString();
      const written = await database.use(async (db) => {
        const tx = silently(db.transaction('documents', 'readwrite'));
        const standing = await tx.store.get(key);
        const last = standing?.revision ?? 0;
        const free = force || last === mine;
        if (free) await tx.store.put({ key, value, savedAt, revision: last + 1 });
        await tx.done;
        return free ? { revision: last + 1 } : { theirs: standing?.value };
      });
      force = false;
      if (key !== this.#key) break;
      if ('trouble' in written) this.#set({ kind: 'trouble', trouble: written.trouble });
      else if ('revision' in written.value) {
        this.#revision = written.value.revision ?? mine;
        this.#channel?.postMessage(key);
        this.#set({ kind: 'saved', at: new Date(savedAt) });
      } else {
        this.#waiting = undefined;
        this.#set({ kind: 'conflict', theirs: written.value.theirs });
      }
    }
    this.#writing = false;
  }

  #listen(): void {
    try {
      this.#channel = new BroadcastChannel('asb-kept');
    } catch {
      return; // a frame of an opaque origin: nothing is kept there either
    }
    this.#channel.onmessage = ({ data }: MessageEvent<unknown>) => {
      if (data === this.#key && !this.#writing && !this.#waiting && this.state.kind !== 'conflict') void this.#follow(this.#key);
    };
  }

  async #follow(key: string): Promise<void> {
    const found = await database.use((db) => db.get('documents', key));
    if ('trouble' in found || key !== this.#key || this.#writing || this.#waiting || !found.value || found.value.revision <= this.#revision) return;
    this.#revision = found.value.revision;
    this.#set({ kind: 'saved', at: new Date(found.value.savedAt) });
    this.#host.adopt(found.value.value);
  }

  #set(state: KeptState): void {
    this.state = state;
    this.#host.changed();
  }
}
