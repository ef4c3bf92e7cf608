/** The plan kept on this device, by the page's key: written after each edit, never over what another tab wrote. */
import type { Plan } from '@assembleurs/commons/plan';
import type { DBSchema } from 'idb';
import { silently, Storage, type Stored, type StorageTrouble } from '../internal/storage.ts';

export interface Kept {
  readonly key: string;
  readonly plan: Plan;
  /** Grows by one at each writing. */
  readonly revision: number;
}

interface Tables extends DBSchema {
  plans: { key: string; value: Kept };
}

const database = new Storage<Tables>('asb-action-plan', (db) => { db.createObjectStore('plans', { keyPath: 'key' }); });

export type KeepState = 'idle' | 'saving' | 'saved' | 'otherTab' | StorageTrouble;

export class Keeper {
  readonly #key: string;
  readonly #changed: () => void;
  #revision = 0;
  #waiting: Plan | undefined;
  #busy = false;
  state: KeepState = 'idle';

  constructor(key: string, changed: () => void) {
    this.#key = key;
    this.#changed = changed;
  }

  async read(): Promise<Plan | undefined> {
    const found: Stored<Kept | undefined> = await database.use((db) => db.get('plans', this.#key));
    if ('trouble' in found) this.#set(found.trouble);
    else {
      this.#revision = found.value?.revision ?? 0;
      if (found.value) this.#set('saved');
    }
    return 'value' in found ? found.value?.plan : undefined;
  }

  /** The last plan given is the one that ends up written. */
  write(plan: Plan): void {
    if (this.state === 'absent' || this.state === 'otherTab') return;
    this.#waiting = plan;
    if (!this.#busy) void this.#work();
  }

  /** For a page that goes away: nothing asynchronous comes back. */
  writeNow(): void {
    const plan = this.#waiting;
    if (!plan || this.state === 'otherTab') return;
    database.useNow((db) => {
      const tx = silently(db.transaction('plans', 'readwrite'));
      tx.store.put({ key: this.#key, plan, revision: this.#revision + 1 }).catch(() => undefined);
      tx.commit();
    });
  }

  /** This tab's plan wins over the other's. */
  async takeOver(plan: Plan): Promise<void> {
    await this.read();
    this.#set('saving');
    this.write(plan);
  }

  async #work(): Promise<void> {
    this.#busy = true;
    this.#set('saving');
    for (let plan = this.#waiting; plan; plan = this.#waiting) {
      const now = plan;
      const done = await database.use(async (db) => {
        const tx = silently(db.transaction('plans', 'readwrite'));
        const standing = await tx.store.get(this.#key);
        const free = (standing?.revision ?? 0) === this.#revision;
        if (free) await tx.store.put({ key: this.#key, plan: now, revision: this.#revision + 1 });
        await tx.done;
        return free;
      });
      if (this.#waiting === now) this.#waiting = undefined;
      if ('trouble' in done || !done.value) {
        this.#waiting = undefined;
        this.#set('trouble' in done ? done.trouble : 'otherTab');
        this.#busy = false;
        return;
      }
      this.#revision += 1;
    }
    this.#busy = false;
    this.#set('saved');
  }

  #set(state: KeepState): void {
    if (state === this.state) return;
    this.state = state;
    this.#changed();
  }
}
