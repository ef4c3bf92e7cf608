/** A number that two people can read to each other to know that they hold the same badge: the hash of its content, proof left out. */
import type { JsonObject } from './input/json.ts';
import { canonicalizeJson } from './proof/jcs.ts';
import { newBudget } from './scope.ts';

export interface ContentHash {
  /** What was hashed: canonical N-Quads (RDFC-1.0), or canonical JSON (RFC 8785) where the document's words are not all known. */
  readonly method: 'RDFC-1.0' | 'JCS';
  /** SHA-256, in hexadecimal. */
  readonly hex: string;
}

export async function contentHash(document: JsonObject): Promise<ContentHash> {
  const content: JsonObject = { ...document };
  delete content['proof'];
  const quads = await canonical(content);
  const bytes = new TextEncoder().encode(quads ?? canonicalizeJson(content));
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return { method: quads === undefined ? 'JCS' : 'RDFC-1.0', hex: Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('') };
}

async function canonical(content: JsonObject): Promise<string | undefined> {
  try {
    const { canonize } = await import('./proof/rdfc.ts');
    return await canonize(content, 'SHA-256', newBudget());
  } catch {
    return undefined; // a graph too hard to canonicalize still has its JSON
  }
}
