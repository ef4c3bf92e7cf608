/** Signs a list of awards in small steps, so that the page stays alive; can be stopped, and gone on with. */
import type { Award, Issued, KeptKey } from '@assembleurs/open-badges/issue';
import { breather } from './breath.ts';

export interface Steps {
  readonly signal: AbortSignal;
  /** Each badge, signed and verified, as it comes. */
  readonly done: (issued: Issued) => void;
}

/** Resolves when all are signed or the signal stopped it; rejects with `IssueError` for the first that cannot be signed. */
export async function signAll(awards: readonly Award[], kept: KeptKey, { signal, done }: Steps): Promise<void> {
  const { issue, keyFromKept } = await import('@assembleurs/open-badges/issue');
  const key = keyFromKept(kept);
  const breathe = breather();
  for (const award of awards) {
    if (signal.aborted) return;
    done(await issue(award, { key, now: new Date() }));
    await breathe();
  }
}
