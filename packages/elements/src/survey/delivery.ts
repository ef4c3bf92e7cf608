import type { StorageTrouble } from '../internal/storage.ts';
import type { Receipt, Sending } from './database.ts';
import { acknowledge, dropSending, findSending, keepSending, readReceipt } from './outbox.ts';
import { type Outcome, request, type Why } from './sending.ts';

/** Where a sending stands, for the person to see. */
export type DeliveryState =
  | { readonly kind: 'sending'; readonly sending: Sending }
  | { readonly kind: 'waiting'; readonly sending: Sending; readonly why: Why; readonly status: number | undefined;
      /** Not kept on this device. */ readonly trouble: StorageTrouble | undefined; readonly nextTry: Date | undefined }
  | { readonly kind: 'sent'; readonly sending: Sending; readonly receipt: Receipt }
  | { readonly kind: 'refused'; readonly sending: Sending; readonly outcome: Extract<Outcome, { kind: 'refused' }> };

interface Options {
  /** Milliseconds before a request is given up. */
  timeout(): number;
  locale(): string;
  /** How long a receipt is kept, in milliseconds. */
  receiptLife(): number;
  changed(state: DeliveryState): void;
}

/** Wait before try n + 1, in milliseconds: 2 s, doubled each time up to 5 min, spread so that a town's tabs do not all come back at once. */
export function backoff(tries: number, random: number): number {
  return Math.min(2000 * 2 ** Math.min(tries - 1, 10), 300_000) * (0.75 + random / 2);
}

/** Runs `work` in one tab at a time. Without Web Locks (opaque origin) at once: the idempotency key guards the rest. */
async function alone<Value>(name: string, work: () => Promise<Value>): Promise<Value> {
  const begun: Promise<Value>[] = [];
  const run = (): Promise<Value> => {
    const promise = work();
    begun.push(promise);
    return promise;
  };
  try {
    return await navigator.locks.request(name, run);
  } catch {
    return begun[0] ?? run();
  }
}

/**
 * Sends what is in the outbox until the server acknowledges it: at once, then with growing pauses, when the network
 * comes back, when the person comes back to the tab or asks. Goes on when the element leaves the page: a single-page
 * site that changes view must not lose an answer.
 */
export class Delivery {
  readonly #options: Options;
  #sending: Sending | undefined;
  #trouble: StorageTrouble | undefined;
  #tries = 0;
  #busy = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(options: Options) {
    this.#options = options;
  }

  get pending(): boolean {
    return this.#sending !== undefined;
  }

  /** True when nothing but this page holds the answers to send. */
  get onlyHere(): boolean {
    return this.#sending !== undefined && this.#trouble !== undefined;
  }

  /** Writes the sending down, then sends it. */
  async submit(sending: Sending): Promise<void> {
    const kept = await keepSending(sending);
    this.#trouble = 'trouble' in kept ? kept.trouble : undefined;
    this.#start('trouble' in kept ? sending : kept.value);
  }

  /** Takes up a sending that an earlier visit or another tab left; the sending, if there was one. */
  async resume(key: string): Promise<Sending | undefined> {
    const found = await findSending(key);
    const sending = 'trouble' in found ? undefined : found.value;
    if (sending) this.#start(sending);
    return sending;
  }

  /** Gives up what waits: the person erased it. */
  async abandon(): Promise<void> {
    const sending = this.#sending;
    clearTimeout(this.#timer);
    this.#stop();
    if (sending) await dropSending(sending.id);
  }

  /** Now, not at the next try's time. */
  readonly retry = (): void => {
    if (this.#sending && !this.#busy) void this.#try(this.#sending);
  };

  #start(sending: Sending): void {
    this.#sending = sending;
    this.#tries = 0;
    addEventListener('online', this.retry);
    document.addEventListener('visibilitychange', this.#seen);
    void this.#try(sending);
  }

  readonly #seen = (): void => {
    if (document.visibilityState === 'visible') this.retry();
  };

  #stop(): void {
    this.#sending = undefined;
    removeEventListener('online', this.retry);
    document.removeEventListener('visibilitychange', this.#seen);
  }

  async #try(sending: Sending): Promise<void> {
    this.#busy = true;
    clearTimeout(this.#timer);
    this.#options.changed({ kind: 'sending', sending });
    const state = await alone(`asb-survey:${sending.id}`, () => this.#deliver(sending));
    this.#busy = false;
    if (this.#sending !== sending) return; // erased meanwhile
    if (state.kind !== 'waiting') this.#stop();
    this.#options.changed(state);
  }

  async #deliver(sending: Sending): Promise<DeliveryState> {
    // Another tab may have sent it while this one waited for its turn.
    const before = await readReceipt(sending.id);
    if (!('trouble' in before) && before.value) return { kind: 'sent', sending, receipt: before.value };
    const outcome = await request(sending, { timeout: this.#options.timeout(), locale: this.#options.locale() });
    switch (outcome.kind) {
      case 'acknowledged': {
        const now = Date.now();
        const receipt: Receipt = {
          id: sending.id, key: sending.key, code: outcome.code,
          receivedAt: outcome.receivedAt ?? new Date(now).toISOString(), expires: now + this.#options.receiptLife(),
        };
        await acknowledge(receipt);
        return { kind: 'sent', sending, receipt };
      }
      case 'refused':
        await dropSending(sending.id);
        return { kind: 'refused', sending, outcome };
      case 'retry':
        return { kind: 'waiting', sending, why: outcome.why, status: outcome.status, trouble: this.#trouble, nextTry: this.#plan(outcome) };
    }
  }

  /** Sets the next try; offline it is the network's coming back that decides. */
  #plan({ why, after }: Extract<Outcome, { kind: 'retry' }>): Date | undefined {
    this.#tries += 1;
    if (why === 'offline') return undefined;
    const wait = Math.min(Math.max(after ?? 0, backoff(this.#tries, Math.random())), 2 ** 31 - 1);
    this.#timer = setTimeout(this.retry, wait);
    return new Date(Date.now() + wait);
  }
}
