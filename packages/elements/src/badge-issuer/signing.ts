/** Signs a list of awards so that the page stays alive: in a worker where the page allows one, in small steps otherwise. Can be stopped, and gone on with. */
import type { Award, KeptKey } from '@assembleurs/open-badges/issue';
import { breather } from './breath.ts';
import type { Form } from './signed-text.ts';
import type { Order, Reply } from './signing-worker.ts';
import { tools } from './tools.ts';

export interface Steps {
  /** JSON with its proof inside, or a token. */
  readonly form: Form;
  /** The page says that a worker may be started. */
  readonly worker: boolean;
  readonly signal: AbortSignal;
  /** Each badge, signed and verified, as it comes. */
  readonly done: (text: string) => void;
}

/** Resolves when all are signed or the signal stopped it; rejects with `IssueError` for the first that cannot be signed. */
export async function signAll(awards: readonly Award[], kept: KeptKey, steps: Steps): Promise<void> {
  const signed = steps.worker ? await signApart(awards, kept, steps) : 0;
  // What a worker did not do, because it did not start or was cut, is done here.
  await signHere(awards.slice(signed), kept, steps);
}

async function signHere(awards: readonly Award[], kept: KeptKey, { form, signal, done }: Steps): Promise<void> {
  const { issue, keyFromKept } = await import('@assembleurs/open-badges/issue');
  const key = keyFromKept(kept);
  const breathe = breather();
  for (const award of awards) {
    if (signal.aborted) return;
    done((await issue(award, { key, form, now: new Date() })).text);
    await breathe();
  }
}

/** How many were signed. */
async function signApart(awards: readonly Award[], kept: KeptKey, { form, signal, done }: Steps): Promise<number> {
  const worker = await startWorker();
  if (!worker) return 0;
  return new Promise((resolve, reject) => {
    let signed = 0;
    const end = (): void => {
      worker.terminate();
      signal.removeEventListener('abort', end);
      resolve(signed);
    };
    signal.addEventListener('abort', end);
    if (signal.aborted) end();
    worker.onerror = (event) => {
      event.preventDefault();
      end();
    };
    worker.onmessageerror = end;
    worker.onmessage = ({ data }: MessageEvent<Reply>) => {
      if (signal.aborted) return;
      if ('text' in data) {
        signed += 1;
        done(data.text);
      } else if ('problems' in data) {
        worker.terminate();
        reject(new (tools().IssueError)(...data.problems));
      } else end();
    };
    worker.postMessage({ awards, kept, form } satisfies Order);
  });
}

interface Policies {
  createPolicy(name: string, rules: { createScriptURL: (address: string) => string }): { createScriptURL(address: string): string };
}

let policy: ReturnType<Policies['createPolicy']> | undefined;

/** Undefined where it cannot start: another origin's script, a policy, an old browser. */
async function startWorker(): Promise<Worker | undefined> {
  try {
    const { address } = await import('./signing-worker.ts');
    if (!address) return undefined;
    const { trustedTypes } = globalThis as { trustedTypes?: Policies };
    policy ??= trustedTypes?.createPolicy('asb-worker', { createScriptURL: (own) => own });
    return new Worker(policy?.createScriptURL(address) ?? address, { type: 'module' });
  } catch {
    return undefined;
  }
}
