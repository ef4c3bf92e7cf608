/** Signs a list of awards in small steps, so that the page stays alive; can be stopped, and gone on with. */
import type { Award, Issued, KeptKey } from '@assembleurs/open-badges/issue';
import { breather } from './breath.ts';
import type { Form } from './signed-text.ts';

export interface Steps {
  /** JSON with its proof inside, or a token. */
  readonly form: Form;
  readonly signal: AbortSignal;
  /** Each badge, signed and verified, as it comes. */
  readonly done: (issued: Issued) => void;
}

/** Resolves when all are signed or the signal stopped it; rejects with `IssueError` for the first that cannot be signed. */
export async function signAll(awards: readonly Award[], kept: KeptKey, { form, signal, done }: Steps): Promise<void> {
  const { issue, keyFromKept } = await import('@assembleurs/open-badges/issue');
  const key = keyFromKept(kept);
  const breathe = breather();
  for (const award of awards) {
    if (signal.aborted) return;
    done(await issue(award, { key, form, now: new Date() }));
    await breathe();
  }
}
