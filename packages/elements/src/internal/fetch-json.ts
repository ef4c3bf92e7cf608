import { webAddress } from './web-address.ts';

export type FetchTrouble = 'address' | 'network' | 'status' | 'json';

/** `detail`: the address, or where the JSON breaks. */
export type FetchedJson = { readonly json: unknown } | { readonly trouble: FetchTrouble; readonly detail: string; readonly status?: number };

/** JSON behind an address that the page itself names; 30 s at most. Never rejects. */
export async function fetchJson(address: string): Promise<FetchedJson> {
  const url = webAddress(address);
  if (url === undefined) return { trouble: 'address', detail: address };
  let text: string;
  try {
    const response = await fetch(url, { headers: { Accept: 'application/json' }, credentials: 'same-origin', signal: AbortSignal.timeout(30_000) });
    if (!response.ok) return { trouble: 'status', detail: url, status: response.status };
    text = await response.text();
  } catch {
    return { trouble: 'network', detail: url };
  }
  try {
    return { json: JSON.parse(text) as unknown };
  } catch (error) {
    return { trouble: 'json', detail: String(error) };
  }
}
