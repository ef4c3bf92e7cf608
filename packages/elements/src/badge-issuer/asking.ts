/** One request to the collector, for the hub: what it answers, or a sentence that says why not. */
import { isRecord, textOf } from '../internal/json.ts';
import { problemDetails } from '../internal/problem-details.ts';
import type { Words } from './words.ts';

const TIMEOUT = 60_000;
/** Faults that a sentence can hold. */
const MOST_ERRORS = 3;

/** Its message is for the person; `type` is the problem's, when the collector names one (RFC 9457). */
export class Refusal extends Error {
  readonly type: string;

  constructor(message: string, type = '') {
    super(message);
    this.type = type;
  }

  /** It would bring back badges that were taken back. */
  get reinstates(): boolean {
    return this.type.endsWith(':badge-document-reinstates');
  }
}

export interface Question {
  readonly token: string;
  readonly words: Words;
  readonly body?: unknown;
}

/** Throws `Refusal`. */
export async function ask(method: 'GET' | 'PUT' | 'POST', address: string, { token, words: { lang, t }, body }: Question): Promise<unknown> {
  let response: Response;
  try {
    response = await fetch(address, {
      method, credentials: 'omit', cache: 'no-store', signal: AbortSignal.timeout(TIMEOUT), ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      headers: { 'Accept-Language': lang, 'Authorization': `Bearer ${token.trim()}`, ...(body === undefined ? {} : { 'Content-Type': 'application/json' }) },
    });
  } catch {
    // Offline, cut, too slow, or a page that may not speak to it: the browser does not say which.
    throw new Refusal(t('collectorSilent', { url: hostOf(address) }));
  }
  const answer = await response.json().catch(() => undefined) as unknown;
  if (response.ok && answer !== undefined) return answer;
  const { text, errors } = problemDetails(answer);
  const said = [text, ...errors.slice(0, MOST_ERRORS).map((each) => [each.path, each.text].filter(Boolean).join(t('colon')))].filter(Boolean).join(' ');
  throw new Refusal(said || t('collectorFailed', { url: hostOf(address), status: response.status }), isRecord(answer) ? textOf(answer['type']) : '');
}

export const hostOf = (address: string): string => (URL.canParse(address) ? new URL(address).host : address);
