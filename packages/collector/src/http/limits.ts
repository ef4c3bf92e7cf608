/** Reading a request's body within bounds, before anything else looks at it. */
import type { Language } from './language.ts';
import { Problem, reason } from './problems.ts';

export const KILOBYTE = 1_000;
export const MEGABYTE = 1_000_000;
/** Levels of nesting: panels in panels in panels, with room. */
const MAX_DEPTH = 32;
/** Values in one body: stops a small body that stands for a huge tree. */
const MAX_VALUES = 100_000;

const amount = (bytes: number, language: Language): string =>
  bytes >= MEGABYTE ? reason('MB', language, { amount: bytes / MEGABYTE })
    : bytes >= KILOBYTE ? reason('kB', language, { amount: bytes / KILOBYTE })
      : reason('bytes', language, { amount: bytes });

/** The body's bytes; stops reading as soon as they are more than `limit`, whatever `Content-Length` says. Problems: 413, 400. */
export async function readBytes(request: Request, limit: number, language: Language): Promise<Uint8Array> {
  const tooLarge = () => new Problem('too-large', { limit: amount(limit, language) });
  if (Number(request.headers.get('content-length') ?? 0) > limit) throw tooLarge();
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of request.body ?? []) {
      size += chunk.byteLength;
      if (size > limit) throw tooLarge();
      chunks.push(chunk);
    }
  } catch (error) {
    // The caller went away in the middle: nobody reads this, and it is no failure of ours to log.
    throw error instanceof Problem ? error : new Problem('bad-json', { reason: reason('syntax', language) });
  }
  return Buffer.concat(chunks);
}

/**
 * Makes parsed JSON safe to keep, in place: refuses what is too deep, too many, `__proto__` and numbers beyond a
 * double (they parse to Infinity, which JSON has no word for); halves of surrogate pairs become U+FFFD as when a
 * browser sends a form, because PostgreSQL refuses them.
 */
function settle(root: unknown, language: Language): unknown {
  const refuse = (text: string) => new Problem('bad-json', { reason: text });
  let values = 0;
  const visit = (value: unknown, depth: number): unknown => {
    if (++values > MAX_VALUES) throw refuse(reason('many', language, { limit: MAX_VALUES }));
    if (depth > MAX_DEPTH) throw refuse(reason('deep', language, { limit: MAX_DEPTH }));
    if (typeof value === 'string') return value.toWellFormed();
    if (typeof value === 'number' && !Number.isFinite(value)) throw refuse(reason('number', language));
    if (Array.isArray(value)) return value.map((item: unknown) => visit(item, depth + 1));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => {
      if (key === '__proto__') throw refuse(reason('forbidden-key', language, { name: key }));
      return [key.toWellFormed(), visit(item, depth + 1)];
    }));
  };
  return visit(root, 0);
}

/** The body as JSON. Problems: 415, 413, 400. */
export async function readJson(request: Request, limit: number, language: Language): Promise<unknown> {
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
  const encoding = request.headers.get('content-encoding')?.toLowerCase() ?? 'identity';
  if (type !== 'application/json' || encoding !== 'identity') throw new Problem('not-json');
  const bytes = await readBytes(request, limit, language);
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Problem('bad-json', { reason: reason('utf8', language) });
  }
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    // V8's message quotes the body: it would end in logs and pages.
    throw new Problem('bad-json', { reason: reason('syntax', language) });
  }
  return settle(json, language);
}

/** The fields of a form as a page without script sends it. Problems: 413. */
export async function readForm(request: Request, limit: number, language: Language): Promise<URLSearchParams> {
  return new URLSearchParams(new TextDecoder().decode(await readBytes(request, limit, language)));
}

/** The paths of texts that hold U+0000, which PostgreSQL cannot store (keys included). */
export function* nulTexts(value: unknown, path: readonly PropertyKey[] = []): Generator<readonly PropertyKey[]> {
  if (typeof value === 'string') {
    if (value.includes('\0')) yield path;
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) {
      if (key.includes('\0')) yield [...path, key];
      yield* nulTexts(item, [...path, key]);
    }
  }
}
