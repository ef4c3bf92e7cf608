/**
 * Our one pass to canonical quads beside `jsonld` and `rdf-canonize`, on random documents made of the pinned vocabularies' own words.
 * `OPEN_BADGES_DOCUMENTS` asks for more of them, `OPEN_BADGES_SEED` for others.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';

import jsonld from 'jsonld';
import rdfCanonize from 'rdf-canonize';

import { CONTEXTS } from '../contexts/index.ts';
import { CREDENTIALS_V1, CREDENTIALS_V2 } from '../contexts/names.ts';
import { isObject, type JsonObject, type JsonValue } from '../input/json.ts';
import { documentLoader } from '../testing/badges.ts';
import { random, type Random } from '../testing/random.ts';
import { canonicalize } from './canonical.ts';
import { toQuads, type Quad } from './quads.ts';

const COUNT = Number(process.env['OPEN_BADGES_DOCUMENTS'] ?? 250);
const SEED = Number(process.env['OPEN_BADGES_SEED'] ?? 1);

const obContext = (name: string): string => `https://purl.imsglobal.org/spec/ob/v3p0/${name}`;
const IDS = ['https://hub.example/a', 'urn:uuid:1', 'did:key:z', 'https://hub.example/a', 'urn:uuid:2', '_:b'];
const ODD: readonly JsonValue[] = ['bonjour', 'a\n"b"\\\u0001é😀', '2026-01-01T00:00:00Z', 3, 1.5, true, 'assertionMethod', '', 0, -2, 1e21, null];

/** The words that each type of these contexts brings. */
function vocabulary(contexts: readonly string[]): Map<string, string[]> {
  const words = new Map<string, string[]>();
  for (const url of contexts) {
    const document = CONTEXTS.get(url) as { '@context': JsonObject };
    for (const [term, definition] of Object.entries(document['@context'])) {
      const scoped = isObject(definition) ? definition['@context'] : undefined;
      if (!isObject(scoped) || !/^[A-Z]/.test(term) || /Signature|Proof|Credential|Presentation|Status/.test(term)) continue;
      const names = Object.keys(scoped).filter((name) => !name.startsWith('@') && name !== 'id' && name !== 'type');
      if (names.length > 0) words.set(term, names);
    }
  }
  return words;
}

class Maker {
  readonly #random: Random;
  readonly #words: ReadonlyMap<string, string[]>;

  constructor(source: Random, contexts: readonly string[]) {
    this.#random = source;
    this.#words = vocabulary(contexts);
  }

  value(depth: number): JsonValue {
    const { chance, pick } = this.#random;
    if (depth <= 0 || chance(0.3)) return chance(0.1) ? pick(ODD) : pick(IDS);
    return chance(0.15) ? [this.value(depth - 1), this.value(depth - 1)] : this.node(depth - 1);
  }

  node(depth: number, type?: string, more: JsonObject = {}): JsonObject {
    const { chance, pick, below } = this.#random;
    const types = [...(type === undefined ? [] : [type]), pick([...this.#words.keys()])].slice(0, type === undefined || chance(0.1) ? 2 : 1);
    const object: JsonObject = chance(0.5) ? { id: pick(IDS) } : {};
    for (let count = below(4); count > 0; count -= 1) object[pick(this.#words.get(pick(types)) ?? ['name'])] = this.value(depth);
    return { ...object, type: types.length === 1 && chance(0.3) ? (types[0] ?? null) : types, ...more };
  }
}

function document(source: Random): JsonObject {
  const { chance, pick } = source;
  const contexts = chance(0.7) ? [CREDENTIALS_V2, obContext(pick(['context-3.0.2.json', 'context-3.0.3.json']))] : [CREDENTIALS_V1, obContext(pick(['context.json', 'context-3.0.1.json']))];
  if (chance(0.2)) contexts.push('https://w3id.org/security/suites/ed25519-2020/v1');
  const maker = new Maker(source, contexts);
  return {
    '@context': contexts, id: 'urn:uuid:x', type: ['VerifiableCredential', pick(['OpenBadgeCredential', 'AchievementCredential', 'EndorsementCredential'])],
    issuer: chance(0.5) ? 'did:key:z' : maker.node(1, 'Profile', { id: 'did:key:z' }),
    credentialSubject: maker.node(2, 'AchievementSubject', { achievement: maker.node(2, 'Achievement', { id: 'urn:a' }) }),
    ...(chance(0.2) ? { proof: { type: 'DataIntegrityProof', cryptosuite: 'eddsa-rdfc-2022', proofPurpose: 'assertionMethod', verificationMethod: 'did:key:z#z', created: '2026-01-01T00:00:00Z' } } : {}),
  };
}

const OPTIONS = { algorithm: 'RDFC-1.0', format: 'application/n-quads' } as const;

function ours(source: JsonObject): Quad[] | undefined {
  try {
    return toQuads(source);
  } catch {
    return undefined; // left to the library
  }
}

test(`${String(COUNT)} random documents (seed ${String(SEED)}): the same canonical text as the libraries, or none`, async () => {
  const source = random(SEED);
  let [same, distinct] = [0, 0];
  for (let index = 0; index < COUNT; index += 1) {
    const made = document(source);
    const quads = ours(made);
    if (!quads) continue;
    const theirs = await jsonld.canonize(made, { ...OPTIONS, documentLoader, safe: true }).catch(() => 'refused');
    assert.equal(await rdfCanonize.canonize(quads, OPTIONS), theirs, JSON.stringify(made));
    const text = canonicalize(quads);
    if (text !== undefined) {
      assert.equal(text, theirs, JSON.stringify(made));
      distinct += 1;
    }
    same += 1;
  }
  // A generator that made only unusual documents, or only look-alike nodes, would prove nothing.
  assert.ok(same > COUNT * 0.4 && distinct > same * 0.5, `${String(same)} compared, ${String(distinct)} without look-alikes`);
});

test('look-alike blank nodes are left to the library', () => {
  const base = { '@context': [CREDENTIALS_V2, obContext('context-3.0.3.json')], id: 'urn:x', type: ['VerifiableCredential'] };
  assert.equal(canonicalize(toQuads({ ...base, evidence: [{ type: 'Evidence', name: 'a' }, { type: 'Evidence', name: 'a' }] })), undefined);
  assert.match(canonicalize(toQuads({ ...base, evidence: [{ type: 'Evidence', name: 'a' }, { type: 'Evidence', name: 'b' }] })) ?? '', /_:c14n1/);
});
