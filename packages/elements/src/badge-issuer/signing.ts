/** Signs a list of awards in small steps, so that the page stays alive; can be stopped, and gone on with. */
import type { Award, Issued, KeptKey } from '@assembleurs/open-badges/issue';

export interface Steps {
  readonly signal: AbortSignal;
  /** Each badge, signed and verified, as it comes. */
  readonly done: (issued: Issued) => void;
}

/** Milliseconds of work between two breaths of the page: half of one frame. */
const SLICE = 8;

/** Lets the page draw and answer. A message comes back sooner than a timer, which browsers hold back. */
const breath = (): Promise<void> => new Promise((resolve) => {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    port1.close();
    resolve();
  };
  port2.postMessage(null);
});

/** Resolves when all are signed or the signal stopped it; rejects with `IssueError` for the first that cannot be signed. */
export async function signAll(awards: readonly Award[], kept: KeptKey, { signal, done }: Steps): Promise<void> {
  const { issue, keyFromKept } = await import('@assembleurs/open-badges/issue');
  const key = keyFromKept(kept);
  let since = performance.now();
  for (const award of awards) {
    if (signal.aborted) return;
    done(await issue(award, { key, now: new Date() }));
    if (performance.now() - since < SLICE) continue;
    await breath();
    since = performance.now();
  }
}
