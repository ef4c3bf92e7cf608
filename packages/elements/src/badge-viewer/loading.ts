/** What the page itself names: a badge (`src`), the issuers that it vouches for. */
import type { KnownIssuer } from '@assembleurs/open-badges';
import { webAddress } from '../internal/web-address.ts';
import { warnOnce } from '../internal/warn.ts';
import { MOST_BYTES, type Source } from './source.ts';
import type { ViewerKey } from './messages/fr.ts';

export interface FetchTrouble {
  readonly trouble: Extract<ViewerKey, 'failNetwork' | 'failStatus' | 'failAddress'>;
  readonly status?: number;
}

const TIMEOUT = 30_000;

async function ask(url: string): Promise<Response> {
  return fetch(url, { credentials: 'same-origin', signal: AbortSignal.timeout(TIMEOUT) });
}

/** Never rejects. */
export async function fetchSource(src: string): Promise<Source | FetchTrouble> {
  const url = webAddress(src);
  if (url === undefined) return { trouble: 'failAddress' };
  try {
    const response = await ask(url);
    if (!response.ok) return { trouble: 'failStatus', status: response.status };
    const data = new Uint8Array(await response.arrayBuffer()).slice(0, MOST_BYTES + 1);
    return { name: new URL(url).pathname.split('/').at(-1) ?? '', data, url };
  } catch {
    return { trouble: 'failNetwork' };
  }
}

const isIssuer = (value: unknown): value is KnownIssuer => {
  if (typeof value !== 'object' || value === null) return false;
  const { id, name } = value as Partial<Record<keyof KnownIssuer, unknown>>;
  return typeof id === 'string' && typeof name === 'string';
};

/** A list that cannot be read is no list: issuers then count as unknown, and whoever wrote the page is told. Never rejects. */
export async function fetchKnownIssuers(address: string): Promise<readonly KnownIssuer[]> {
  const url = webAddress(address);
  try {
    const list: unknown = url === undefined ? undefined : await (await ask(url)).json();
    if (Array.isArray(list) && list.every(isIssuer)) return list;
  } catch { /* told below */ }
  warnOnce(`<asb-badge-viewer known-issuers="${address}">: no list of { id, name } was found there; no issuer is known.`);
  return [];
}
