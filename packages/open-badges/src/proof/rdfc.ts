/** JSON-LD to canonical N-Quads (RDFC-1.0) over the pinned contexts. Loaded only when a proof needs it. */
import { CONTEXTS } from '../contexts/index.ts';
import { isObject, type JsonObject, type JsonValue } from '../input/json.ts';
import { newBudget, type Budget } from '../scope.ts';
import { canonicalize } from './canonical.ts';
import { TooHard, type Hash } from './data-integrity.ts';
import { toQuads, type Quad } from './quads.ts';

/** Blank nodes that look alike make the algorithm try every order: a few rounds are enough for a badge, a poison graph never ends. */
const MAX_WORK_FACTOR = 1;
const MAX_MILLISECONDS = 400;
/** Values in a document: a badge has a few hundred, a large learner record some thousands. */
const MAX_VALUES = 50_000;
/** What `jsonld` costs a value, and `rdf-canonize` a graph with look-alike nodes, where our own pass costs 1 a value. */
const LIBRARY_COST = 20;
const TIED_COST = 20_000;
const MAX_TIED_QUADS = 2_000;

const documentLoader = (url: string): Promise<{ contextUrl: null; documentUrl: string; document: object }> => {
  const document = CONTEXTS.get(url);
  return document ? Promise.resolve({ contextUrl: null, documentUrl: url, document }) : Promise.reject(new Error(`context not pinned: ${url}`));
};

/** Canonical N-Quads, or undefined when a term is not defined (safe mode) or a context is not pinned. Throws `TooHard`. */
export async function canonize(document: JsonObject, hash: Hash = 'SHA-256', budget: Budget = newBudget()): Promise<string | undefined> {
  const values = count(document);
  if (values > MAX_VALUES) throw new TooHard();
  spend(budget, values);
  let quads = tryQuads(document);
  if (!quads) {
    spend(budget, values * LIBRARY_COST);
    quads = await quadsByLibrary(document);
  }
  if (!quads) return undefined;
  const text = quads.every(isPlain) ? canonicalize(quads) : undefined;
  if (text !== undefined && hash === 'SHA-256') return text;
  if (text === undefined) spend(budget, TIED_COST);
  return canonizeByLibrary(quads, hash, budget);
}

function spend(budget: Budget, work: number): void {
  budget.work -= work;
  if (budget.work < 0) throw new TooHard();
}

function count(value: JsonValue): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, item) => sum + count(item), 1);
  return isObject(value) ? count(Object.values(value)) : 1;
}

function tryQuads(document: JsonObject): Quad[] | undefined {
  try {
    return toQuads(document);
  } catch {
    return undefined; // unusual: the library judges
  }
}

async function quadsByLibrary(document: JsonObject): Promise<Quad[] | undefined> {
  const { default: jsonld } = await import('jsonld');
  try {
    return (await jsonld.toRDF(document, { documentLoader, safe: true, produceGeneralizedRdf: false })) as Quad[];
  } catch {
    return undefined;
  }
}

/** Texts with a language are written by the library. */
function isPlain({ object }: Quad): boolean {
  return object.termType !== 'Literal' || !('language' in object) || object.language === '' || object.language === undefined;
}

async function canonizeByLibrary(quads: readonly Quad[], hash: Hash, budget: Budget): Promise<string> {
  if (quads.length > MAX_TIED_QUADS) throw new TooHard();
  // A CommonJS module: its default export is there however it was bundled.
  const { default: rdfCanonize } = await import('rdf-canonize');
  try {
    return await rdfCanonize.canonize(quads, {
      algorithm: 'RDFC-1.0',
      format: 'application/n-quads',
      messageDigestAlgorithm: hash,
      maxWorkFactor: MAX_WORK_FACTOR,
      signal: AbortSignal.timeout(MAX_MILLISECONDS),
    });
  } catch {
    budget.work = 0; // a file that was made to be slow once will not be given more time
    throw new TooHard();
  }
}
