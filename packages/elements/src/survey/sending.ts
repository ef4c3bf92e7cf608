import type { Sending } from './database.ts';
import { gristReceipt, gristRow, isGrist, isReceived } from './grist.ts';

/** Why a try did not end with an acknowledgement, and another one is due. */
export type Why = 'offline' | 'unreachable' | 'timeout' | 'server' | 'busy' | 'unread';

/** One answer that the server refused, by its path in the answers. */
export interface Refusal {
  readonly path: string;
  readonly text: string;
}

/** What one request came to. Only `acknowledged` lets the answers go; `refused` gives them back to the person. */
export type Outcome =
  | { readonly kind: 'acknowledged'; readonly code: string; readonly receivedAt: string | undefined }
  | { readonly kind: 'refused'; readonly status: number; readonly text: string; readonly errors: readonly Refusal[] }
  | { readonly kind: 'retry'; readonly why: Why; readonly status?: number; /** Milliseconds, when the server says. */ readonly after?: number };

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** `Retry-After`: seconds or a date (RFC 9110, 10.2.3), as milliseconds from `now`. */
export function retryAfter(header: string | null, now: number): number | undefined {
  if (header === null || header.trim() === '') return undefined;
  const wait = /^\d+$/.test(header.trim()) ? Number(header) * 1000 : Date.parse(header) - now;
  return Number.isFinite(wait) ? Math.max(0, wait) : undefined;
}

/** `/answers/people/0/role` (RFC 6901) → `people[0].role`. */
function pathOf(pointer: string): string {
  return pointer.replace(/^#?\/(answers\/)?/, '').split('/').reduce((path, part) => {
    const key = part.replace(/~1/g, '/').replace(/~0/g, '~');
    return /^\d+$/.test(key) ? `${path}[${key}]` : path ? `${path}.${key}` : key;
  }, '');
}

/** Problem details (RFC 9457), with the `errors` list that the collector adds. */
function refusal(status: number, body: unknown): Outcome {
  const problem = isRecord(body) ? body : {};
  const list = Array.isArray(problem.errors) ? (problem.errors as unknown[]).filter(isRecord) : [];
  const errors = list.map((error) => ({ path: textOf(error.path) || pathOf(textOf(error.pointer)), text: textOf(error.detail) }));
  return { kind: 'refused', status, text: textOf(problem.detail) || textOf(problem.title), errors: errors.filter(({ path, text }) => path && text) };
}

/** 408, 425 and 429 say "later", 5xx "not me now"; any other 4xx is about the answers or the address. */
const isTransient = (status: number): boolean => status >= 500 || status === 408 || status === 425 || status === 429;

/**
 * One request with the sending's key and exact body. An acknowledgement is a 2xx whose body arrived whole and is no
 * web page: a hotel's sign-in page also answers 200. Never throws.
 */
export async function request(sending: Sending, { timeout, locale }: { timeout: number; locale: string }): Promise<Outcome> {
  if (!navigator.onLine) return { kind: 'retry', why: 'offline' };
  const signal = AbortSignal.timeout(timeout);
  let response: Response | undefined;
  try {
    const grist = isGrist(sending.action);
    response = await fetch(sending.action, {
      method: 'POST',
      body: grist ? gristRow(sending.id, sending.body) : sending.body,
      // Grist lets pages of other sites send no header of their own.
      headers: { 'Content-Type': 'application/json', ...(grist ? {} : { 'Accept-Language': locale, 'Idempotency-Key': sending.id }) },
      credentials: 'omit',
      cache: 'no-store',
      signal,
    });
    const text = await response.text();
    const received = (code: string): Outcome => ({ kind: 'acknowledged', code, receivedAt: undefined });
    if (grist && isReceived(response.status, parsed(text))) return received(gristReceipt(sending.id));
    const outcome = judge(response, text);
    return grist && outcome.kind === 'acknowledged' ? received(gristReceipt(sending.id)) : outcome;
  } catch {
    if (signal.aborted) return { kind: 'retry', why: 'timeout' };
    return { kind: 'retry', why: response ? 'unread' : 'unreachable' };
  }
}

function judge({ ok, status, headers }: Response, text: string): Outcome {
  const after = retryAfter(headers.get('Retry-After'), Date.now());
  const retry = (why: Why): Outcome => ({ kind: 'retry', why, status, ...(after === undefined ? {} : { after }) });
  if (isTransient(status)) return retry(status >= 500 ? 'server' : 'busy');
  const body = parsed(text);
  if (!ok) return status < 400 ? retry('unread') : refusal(status, body);
  const isPage = (headers.get('Content-Type') ?? '').includes('html');
  if (isPage || (body === undefined && (headers.get('Content-Type') ?? '').includes('json') && text !== '')) return retry('unread');
  const { receipt, receivedAt } = isRecord(body) ? body : {};
  return { kind: 'acknowledged', code: textOf(receipt), receivedAt: textOf(receivedAt) || undefined };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
