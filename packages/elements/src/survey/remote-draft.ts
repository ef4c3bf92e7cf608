import type { Answers } from '@assembleurs/commons/survey';

/** The part of a draft that goes to the server for another device. */
export interface RemoteDraft {
  readonly answers: Answers;
  readonly page: string | null;
  readonly locale: string;
}

async function call(url: string, method: string, { token, body, last = false }: { token?: string; body?: RemoteDraft & { readonly since?: string | undefined }; last?: boolean }): Promise<Response> {
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
export async function createRemoteDraft(base: string, body: RemoteDraft): Promise<{ token: string; expiresAt: string; updatedAt: string | undefined } | undefined> {
  try {
    const response = await call(base, 'POST', { body });
    if (!response.ok) return undefined;
    const { token, expiresAt, updatedAt } = (await response.json()) as Partial<Record<string, unknown>>;
    return typeof token === 'string' ? { token, expiresAt: String(expiresAt), updatedAt: typeof updatedAt === 'string' ? updatedAt : undefined } : undefined;
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

/** `changed`: another device saved since; nothing was written. `failed`: the server could not. */
export type RemoteSave = { readonly updatedAt: string | undefined } | 'changed' | 'failed';

/** Brings the link up to date, unless another device did since `since`. A server that does not know of that takes the last one. */
export async function saveRemoteDraft(base: string, token: string, body: RemoteDraft, since: string | undefined, last: boolean): Promise<RemoteSave> {
  try {
    const response = await call(current(base), 'PUT', { token, body: { ...body, ...(since === undefined ? {} : { since }) }, last });
    if (response.status === 409) return 'changed';
    if (!response.ok) return 'failed';
    const { updatedAt } = (await response.json().catch(() => ({}))) as Partial<Record<string, unknown>>;
    return { updatedAt: typeof updatedAt === 'string' ? updatedAt : undefined };
  } catch {
    return 'failed';
  }
}

/** As JSON, whatever the order of names: a database gives them back in its own. */
export function sameAnswers(a: unknown, b: unknown): boolean {
  const sorted = (value: unknown): string => JSON.stringify(value, (_key, each: unknown) =>
    (typeof each === 'object' && each !== null && !Array.isArray(each) ? Object.fromEntries(Object.entries(each).sort(([one], [other]) => (one < other ? -1 : 1))) : each));
  return sorted(a) === sorted(b);
}

/** The answers were sent or erased: the link must not bring them back. Best effort; the server also forgets in time. */
export async function eraseRemoteDraft(base: string, token: string): Promise<void> {
  await call(current(base), 'DELETE', { token }).catch(() => undefined);
}
