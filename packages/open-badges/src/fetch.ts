/** A careful way to fetch what a badge names, for a caller who chose to: https only, nothing private, no cookies, bounded. */
const MAX_BYTES = 1_048_576;
const TIMEOUT = 5_000;

/** Host names that lead inside: a badge must not make a server or a browser knock on its own network. */
export function isPublicHost(host: string): boolean {
  const name = host.replace(/^\[|\]$/g, '').toLowerCase().replace(/\.$/, '');
  if (name.includes(':')) return /^[23][\da-f]{3}:/.test(name) && !/^(?:2001:(?:db8|0):|2001::|2002:|3fff:)/.test(name);
  const parts = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(name)?.slice(1).map(Number);
  if (parts) {
    const [a = 0, b = 0] = parts;
    const inside = a === 0 || a === 10 || a === 127 || a >= 224 || (a === 100 && b >= 64 && b < 128) || (a === 169 && b === 254) || (a === 172 && b >= 16 && b < 32) || (a === 192 && (b === 168 || b === 0)) || (a === 198 && (b === 18 || b === 19));
    return !inside;
  }
  return name.includes('.') && !/(?:^|\.)(?:localhost|local|internal|home|lan|corp|test|invalid|onion|arpa)$/.test(name);
}

/** The address, if it may be fetched at all. */
export function allowedUrl(text: string): URL | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol !== 'https:' || url.username !== '' || url.password !== '' || url.port !== '' || !isPublicHost(url.hostname)) return undefined;
  return url;
}

/** The document's text, or undefined. A redirection is followed once, inside the same origin. */
export async function carefulFetch(text: string, fetcher: typeof fetch = fetch): Promise<string | undefined> {
  const url = allowedUrl(text);
  if (!url) return undefined;
  url.hash = '';
  const signal = AbortSignal.timeout(TIMEOUT);
  const ask = (target: URL): Promise<Response> => fetcher(target, { credentials: 'omit', referrerPolicy: 'no-referrer', redirect: 'manual', cache: 'no-store', signal, headers: { accept: 'application/json, application/did+json, application/vc+jwt, text/plain' } });
  let response = await ask(url);
  const location = response.headers.get('location');
  if (response.status >= 300 && response.status < 400 && location !== null) {
    const next = allowedUrl(new URL(location, url).href);
    if (next?.origin !== url.origin) return undefined;
    response = await ask(next);
  }
  // Open Badges 2.0: a revoked assertion answers 410 Gone, and says so in its body.
  return (response.ok || response.status === 410) && response.body ? readBounded(response.body) : undefined;
}

async function readBounded(body: ReadableStream<Uint8Array>): Promise<string | undefined> {
  const reader = body.getReader();
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let text = '';
  for (let length = 0; ; ) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    length += value.length;
    if (length > MAX_BYTES) {
      await reader.cancel();
      return undefined;
    }
    text += decoder.decode(value, { stream: true });
  }
}
