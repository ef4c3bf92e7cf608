/**
 * Good badges in every container, mutated at random: there is always a verdict, never an exception, and never "verified" for a badge that says
 * something else. `OPEN_BADGES_FUZZ` asks for more cases, `OPEN_BADGES_SEED` for others.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';

import type { JsonObject, JsonValue } from './input/json.ts';
import { badge, badgeV1, signer, SUITES } from './testing/badges.ts';
import { codes, judge } from './testing/judge.ts';
import { holders, meaning } from './testing/meaning.ts';
import { baked, png, svg } from './testing/pictures.ts';
import { random, type Random } from './testing/random.ts';
import { claims, tokenSigner } from './testing/tokens.ts';
import type { Verdict } from './verdict.ts';

const COUNT = Number(process.env['OPEN_BADGES_FUZZ'] ?? 1_500);
const SEED = Number(process.env['OPEN_BADGES_SEED'] ?? 1);
const MAX_MILLISECONDS = 2_000;

const NASTY: readonly JsonValue[] = [
  null, true, 0, -1, 1e300, '', ' ', 'x', '__proto__', 'constructor', '\u202e', '\u0000', 'did:key:z', 'did:web:%2e%2e', 'https://evil.example/#', '2026-02-30T00:00:00Z', 'urn:x', [], {}, [[]], [null], { id: '_:a' },
  { '@value': 'x' }, { '@id': 'urn:x' }, { '@context': {} }, 'data:,', 'z'.repeat(3000), '9'.repeat(400), { type: ['VerifiableCredential'] },
];
const KEYS = ['id', 'type', '@context', '@id', '@graph', 'proof', 'validUntil', 'credentialStatus', 'endorsement', 'verifiableCredential', 'badge', 'recipient', 'https://schema.org/name', 'toString', 'vc', '_:x', '@nest', 'jwk'];

/** Not what every object inherits: a badge may well have a property called `toString`. */
function own(holder: JsonObject, name: string): JsonValue {
  return Object.hasOwn(holder, name) ? (holder[name] ?? null) : null;
}

function mutateJson(document: JsonObject, { below, chance, pick }: Random): JsonObject {
  const copy = structuredClone(document);
  for (let count = 1 + below(2); count > 0; count -= 1) {
    const holder = pick(holders(copy));
    if (Array.isArray(holder)) {
      if (chance(0.4)) holder.push(structuredClone(pick(NASTY)));
      else if (chance(0.5)) holder.reverse();
      else if (holder.length > 0) holder[below(holder.length)] = structuredClone(chance(0.5) ? pick(NASTY) : holder);
      continue;
    }
    const names = Object.keys(holder);
    const name = names.length > 0 && chance(0.8) ? pick(names) : pick(KEYS);
    const what = below(6);
    if (what === 0) Reflect.deleteProperty(holder, name);
    else if (what === 1) {
      const value = own(holder, name);
      Reflect.deleteProperty(holder, name);
      holder[pick(KEYS)] = value;
    } else if (what === 2) holder[name] = [own(holder, name)];
    else if (what === 3) holder[name] = structuredClone(pick(holders(copy)));
    else holder[name] = structuredClone(pick(NASTY));
  }
  return copy;
}

function mutateBytes(source: Uint8Array, { below, chance }: Random): Uint8Array {
  const bytes = new Uint8Array(source);
  if (chance(0.1)) return bytes.subarray(0, below(bytes.length));
  if (chance(0.1)) return new Uint8Array(Buffer.concat([bytes.subarray(0, below(bytes.length)), bytes.subarray(below(bytes.length))]));
  for (let count = 1 + below(3); count > 0; count -= 1) bytes[below(bytes.length)] = below(256);
  return bytes;
}

function check(verdict: Verdict, originals: ReadonlySet<string>, took: number, what: () => string): void {
  assert.ok(took < MAX_MILLISECONDS, `${String(took)} ms: ${what()}`);
  assert.ok(verdict.messages.length > 0 && !codes(verdict).includes('input.failed'), what());
  if (verdict.state !== 'verified') return;
  for (const part of verdict.parts.length > 0 ? verdict.parts : [verdict]) assert.ok(originals.has(meaning(part.document ?? {})), `verified, but not what was signed: ${what()}`);
}

test(`${String(COUNT)} mutated badges (seed ${String(SEED)})`, { timeout: COUNT * 1000 }, async () => {
  const source = random(SEED);
  const documents = await Promise.all(SUITES.map(async (suite) => {
    const key = await signer(suite);
    return key.sign(suite === 'Ed25519Signature2020' ? badgeV1(key.did) : badge(key.did, { validUntil: '2030-01-01T00:00:00Z' }));
  }));
  const issuer = await tokenSigner('EdDSA');
  const plain = badge(issuer.did);
  const token = await issuer.sign(claims(plain, issuer.did));
  const originals = new Set([...documents, plain].map((document) => meaning(document)));
  const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
  const containers = documents.map((document) => JSON.stringify(document)).flatMap((text) => [bytes(text), baked(text), png([{ type: 'zTXt', text }]), bytes(svg(text))]).concat(bytes(token), baked(token));
  for (let index = 0; index < COUNT; index += 1) {
    const original = source.pick(documents);
    const input = source.chance(0.6) ? bytes(JSON.stringify(mutateJson(source.chance(0.1) ? { '@context': [], type: 'VerifiablePresentation', verifiableCredential: [original] } : original, source))) : mutateBytes(source.pick(containers), source);
    const started = performance.now();
    const verdict = await judge(input);
    check(verdict, originals, performance.now() - started, () => Buffer.from(input).toString().slice(0, 4000));
  }
});
