/**
 * Signs in a thread of its own. One file is both what the page loads, to know its address, and what the worker runs: no bundler has to be told.
 * In a classic script it has no address, and signing stays on the page.
 */
import type { Award, KeptKey, Problem } from '@assembleurs/open-badges/issue';
import type { Form } from './signed-text.ts';

export interface Order {
  readonly awards: readonly Award[];
  /** Its key cannot be read on either side. */
  readonly kept: KeptKey;
  readonly form: Form;
}

/** One badge; or why the next one cannot be signed; or the end. */
export type Reply = { readonly text: string } | { readonly problems: readonly Problem[] } | { readonly end: true };

export const address: string | undefined = import.meta.url;

async function work({ awards, kept, form }: Order, say: (reply: Reply) => void): Promise<void> {
  const { issue, IssueError, keyFromKept } = await import('@assembleurs/open-badges/issue');
  try {
    const key = keyFromKept(kept);
    for (const award of awards) say({ text: (await issue(award, { key, form, now: new Date() })).text });
    say({ end: true });
  } catch (error) {
    if (!(error instanceof IssueError)) throw error;
    say({ problems: error.problems });
  }
}

// A page has a document, a worker has none.
if (typeof document === 'undefined') {
  const worker = globalThis as unknown as { postMessage: (reply: Reply) => void; reportError: (error: unknown) => void; onmessage: (event: MessageEvent<Order>) => void };
  worker.onmessage = ({ data }) => {
    work(data, (reply) => { worker.postMessage(reply); }).catch((error: unknown) => { worker.reportError(error); });
  };
}
