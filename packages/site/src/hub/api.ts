/** The hub's calls to the collector. The token goes in a header: an address may end in a log, a header does not. */
import type { SurveyDefinition } from '@assembleurs/commons/survey';
import { locale } from './messages.ts';

export interface Answer {
  readonly id: string;
  readonly commune: string | null;
  readonly definitionVersion: string;
  readonly startedAt: string | null;
  readonly completedAt: string | null;
  readonly receivedAt: string;
  readonly receipt: string;
  readonly locale: string;
  readonly answers: Readonly<Record<string, unknown>>;
}

export type ExportFormat = 'csv' | 'xlsx' | 'json';

/** `offline`: no network, or no server there. `refused`: the token is not (or no longer) good. `failed`: the server says why. */
export class CallError extends Error {
  readonly kind: 'offline' | 'refused' | 'failed';

  constructor(kind: CallError['kind'], detail = '') {
    super(detail);
    this.kind = kind;
  }
}

const TIMEOUT_MS = 15_000;

export class Collector {
  readonly #survey: string;
  readonly #token: string;

  /** `survey`: the address of the survey, `{base}/surveys/{id}`. */
  constructor(survey: string, token: string) {
    this.#survey = survey;
    this.#token = token;
  }

  async definition(): Promise<SurveyDefinition> {
    return (await (await this.#call('', {}, false)).json()) as SurveyDefinition;
  }

  /** What came after a cursor, and the cursor to ask from next time. */
  async answersAfter(cursor: string): Promise<{ readonly items: readonly Answer[]; readonly cursor: string }> {
    const items: Answer[] = [];
    for (let after = cursor; ; ) {
      const page = (await (await this.#call(`/answers?limit=500&after=${encodeURIComponent(after)}`)).json()) as {
        items: Answer[];
        next: string | null;
        last: string;
      };
      items.push(...page.items);
      if (page.next === null) return { items, cursor: page.last };
      after = page.next;
    }
  }

  async send(answer: { readonly commune: string; readonly answers: unknown; readonly version: string | null }, now: Date): Promise<void> {
    await this.#call('/answers', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': crypto.randomUUID() },
      body: JSON.stringify({
        survey: null,
        definitionVersion: answer.version,
        locale,
        commune: answer.commune,
        answers: answer.answers,
        startedAt: now.toISOString(),
        completedAt: now.toISOString(),
      }),
    }, false);
  }

  async erase(id: string): Promise<void> {
    await this.#call(`/answers/${encodeURIComponent(id)}`, { method: 'DELETE' });
  }

  async file(format: ExportFormat, values: 'labels' | 'codes'): Promise<{ readonly blob: Blob; readonly name: string }> {
    const query = format === 'json' ? '' : `?values=${values}&lang=${locale}`;
    const response = await this.#call(`/answers.${format}${query}`);
    const name = /filename="([^"]+)"/.exec(response.headers.get('Content-Disposition') ?? '')?.[1] ?? `answers.${format}`;
    return { blob: await response.blob(), name };
  }

  async #call(path: string, init: RequestInit = {}, asHub = true): Promise<Response> {
    const headers = new Headers(init.headers);
    headers.set('Accept-Language', locale);
    if (asHub) headers.set('Authorization', `Bearer ${this.#token}`);
    let response: Response;
    try {
      response = await fetch(this.#survey + path, { ...init, headers, cache: 'no-store', signal: AbortSignal.timeout(TIMEOUT_MS) });
    } catch {
      throw new CallError('offline');
    }
    if (response.ok) return response;
    if (response.status === 401) throw new CallError('refused');
    // A problem document (RFC 9457), in the language asked; a proxy's error page has none.
    const problem = (await response.json().catch(() => ({}))) as { title?: string; detail?: string };
    throw new CallError('failed', problem.detail ?? problem.title ?? String(response.status));
  }
}
