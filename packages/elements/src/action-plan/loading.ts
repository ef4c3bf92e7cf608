/** Plans that come from outside: the page's own file (`src`), and how they are judged at the door. */
import type { Plan } from '@assembleurs/commons/plan';
import { recordId, type RecordId } from '@assembleurs/commons/record';
import type { PlanKey } from './messages/fr.ts';

export const newId = (): RecordId => recordId(crypto.getRandomValues(new Uint8Array(16)));

export interface LoadTrouble {
  readonly trouble: Extract<PlanKey, 'failNetwork' | 'failStatus' | 'failAddress' | 'moduleFailed'>;
  readonly status?: number;
}

/** What is wrong in a file, in sentences. */
export interface Refused {
  readonly problems: readonly string[];
}

export type Loaded = { readonly plan: Plan } | Refused | LoadTrouble;

const TIMEOUT = 30_000;

/** The reader with its schema comes when something is read. */
export async function judge(input: unknown, locale: string): Promise<Loaded> {
  try {
    const { readPlan, problemText } = await import('@assembleurs/commons/plan/read');
    const read = readPlan(input, { id: newId(), locale });
    return 'plan' in read ? read : { problems: read.problems.map((problem) => problemText(problem, locale)) };
  } catch {
    return { trouble: 'moduleFailed' };
  }
}

/** Never rejects. */
export async function fetchPlan(src: string, locale: string): Promise<Loaded> {
  const url = URL.canParse(src, document.baseURI) ? new URL(src, document.baseURI) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) return { trouble: 'failAddress' };
  try {
    const response = await fetch(url, { credentials: 'same-origin', signal: AbortSignal.timeout(TIMEOUT) });
    if (!response.ok) return { trouble: 'failStatus', status: response.status };
    return await judge(await response.text(), locale);
  } catch {
    return { trouble: 'failNetwork' };
  }
}
