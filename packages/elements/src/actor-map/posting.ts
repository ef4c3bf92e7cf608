/** Sends one proposal, once: the person tries again by hand. What the survey's own sender does beside (outbox, Grist) is not needed here. */
import { isRecord, textOf } from '../internal/json.ts';
import { problemDetails } from '../internal/problem-details.ts';

export type Why = 'offline' | 'unreachable' | 'timeout' | 'server' | 'busy' | 'unread';

export type Outcome =
  | { readonly kind: 'acknowledged'; readonly code: string }
  | { readonly kind: 'refused'; readonly text: string }
  | { readonly kind: 'retry'; readonly why: Why };

const TIMEOUT = 30_000;

/** `id` is the same at each try of the same body: received twice, it is kept once. Never rejects. */
export async function post(action: string, { id, body }: { readonly id: string; readonly body: string }, locale: string): Promise<Outcome> {
  if (!navigator.onLine) return { kind: 'retry', why: 'offline' };
  const signal = AbortSignal.timeout(TIMEOUT);
  let response: Response;
  try {
    response = await fetch(action, { method: 'POST', body, headers: { 'Content-Type': 'application/json', 'Accept-Language': locale, 'Idempotency-Key': id }, credentials: 'omit', cache: 'no-store', signal });
  } catch {
    return { kind: 'retry', why: signal.aborted ? 'timeout' : 'unreachable' };
  }
  const answer = await response.json().catch(() => undefined) as unknown;
  if (response.status >= 500) return { kind: 'retry', why: 'server' };
  if ([408, 425, 429].includes(response.status)) return { kind: 'retry', why: 'busy' };
  if (!response.ok) return { kind: 'refused', text: problemDetails(answer).text };
  return answer === undefined ? { kind: 'retry', why: 'unread' } : { kind: 'acknowledged', code: isRecord(answer) ? textOf(answer['receipt']) : '' };
}
