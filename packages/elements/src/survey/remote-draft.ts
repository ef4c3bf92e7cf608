import type { Answers } from '@assembleurs/commons/survey';

/** The part of a draft that goes to the server for another device. */
export interface RemoteDraft {
  readonly answers: Answers;
  readonly page: string | null;
  readonly locale: string;
}

async function call(url: string, method: string, { token, body, last = false }: { token?: string; body?: RemoteDraft; last?: boolean }): Promise<Response> {
  return fetch(url, {
    method,
    headers: { ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }), ...(body ? { 'Content-Type': 'application/json' } : {}) },
    ...(body ? { body: JSON.stringify(body) } : {}),
    credentials: 'omit',
    cache: 'no-store',
    // The page is closing: let the request outlive it (64 kB at most, else it fails and the next save says so).
    keepalive: last,
    ...(last ? {} : { signal: AbortSignal.timeout(30_000) }),
  });
}

const current = (base: string): string => `${base.replace(/\/$/, '')}/current`;

/** A new remote draft: its token and when it ends; undefined when the server could not. */
export async function createRemoteDraft(base: string, body: RemoteDraft): Promise<{ token: string; expiresAt: string } | undefined> {
  try {
    const response = await call(base, 'POST', { body });
    if (!response.ok) return undefined;
    const { token, expiresAt } = (await response.json()) as Partial<Record<string, unknown>>;
    return typeof token === 'string' ? { token, expiresAt: String(expiresAt) } : undefined;
  } catch {
    return undefined;
  }
}

/** The answers behind a resume link. `dead`: the server knows of none. `failed`: it could not be asked. */
export async function readRemoteDraft(base: string, token: string): Promise<(RemoteDraft & { updatedAt: string }) | 'dead' | 'failed'> {
  try {
    const response = await call(current(base), 'GET', { token });
    if (!response.ok) return response.status < 500 && response.status !== 429 ? 'dead' : 'failed';
    const { answers, page, locale, updatedAt } = (await response.json()) as Partial<Record<string, unknown>>;
    if (typeof answers !== 'object' || answers === null) return 'failed';
    const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);
    return { answers: answers as Answers, page: text(page), locale: text(locale) ?? 'fr', updatedAt: text(updatedAt) ?? new Date().toISOString() };
  } catch {
    return 'failed';
  }
}

/** Brings the link up to date; false when the server could not. */
export async function saveRemoteDraft(base: string, token: string, body: RemoteDraft, last: boolean): Promise<boolean> {
  return call(current(base), 'PUT', { token, body, last }).then(({ ok }) => ok, () => false);
}

/** The answers were sent or erased: the link must not bring them back. Best effort; the server also forgets in time. */
export async function eraseRemoteDraft(base: string, token: string): Promise<void> {
  await call(current(base), 'DELETE', { token }).catch(() => undefined);
}
