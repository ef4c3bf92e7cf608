/** JSON-LD to canonical N-Quads (RDFC-1.0) over the pinned contexts. Loaded only when a proof needs it. */
import { canonize as canonizeQuads, type CanonizeOptions } from 'rdf-canonize';

import { CONTEXTS } from '../contexts/index.ts';
import type { JsonObject } from '../input/json.ts';
import type { Hash } from './data-integrity.ts';
import { toQuads, type Quad } from './quads.ts';

/** Blank nodes that look alike make the algorithm try every order: a few rounds are enough for a badge, a poison graph never ends. */
const MAX_WORK_FACTOR = 1;
const MAX_MILLISECONDS = 5_000;

const documentLoader = (url: string): Promise<{ contextUrl: null; documentUrl: string; document: object }> => {
  const document = CONTEXTS.get(url);
  return document ? Promise.resolve({ contextUrl: null, documentUrl: url, document }) : Promise.reject(new Error(`context not pinned: ${url}`));
};

const bounds = (hash: Hash): CanonizeOptions => ({
  algorithm: 'RDFC-1.0',
  format: 'application/n-quads',
  messageDigestAlgorithm: hash,
  maxWorkFactor: MAX_WORK_FACTOR,
  signal: AbortSignal.timeout(MAX_MILLISECONDS),
});

/** Canonical N-Quads, or undefined when a term is not defined (safe mode), a context is not pinned, or the graph is too hard. */
export async function canonize(document: JsonObject, hash: Hash = 'SHA-256'): Promise<string | undefined> {
  const quads = tryQuads(document);
  try {
    return await (quads ? canonizeQuads(quads, bounds(hash)) : canonizeByLibrary(document, hash));
  } catch {
    return undefined;
  }
}

function tryQuads(document: JsonObject): Quad[] | undefined {
  try {
    return toQuads(document);
  } catch {
    return undefined; // unusual: the library judges
  }
}

async function canonizeByLibrary(document: JsonObject, hash: Hash): Promise<string> {
  const { default: jsonld } = await import('jsonld');
  const { algorithm, format, ...canonizeOptions } = bounds(hash);
  return jsonld.canonize(document, { algorithm, format, documentLoader, safe: true, canonizeOptions });
}
