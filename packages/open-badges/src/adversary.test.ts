/**
 * Good badges in the hands of somebody who wants another: every member of each is changed in every way that testing/mutations.ts knows. None
 * may be "verified" unless it says what was signed, by an opinion that is not ours. `OPEN_BADGES_RENAMES` tries more words, `OPEN_BADGES_SEED` others.
 */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import jsonld from 'jsonld';

import { asArray, isObject, without, type JsonObject, type JsonValue } from './input/json.ts';
import { canonicalizeJson } from './proof/jcs.ts';
import { badge, documentLoader, signer } from './testing/badges.ts';
import { FIXED } from './testing/fixed.ts';
import { codes, judge, stateOf } from './testing/judge.ts';
import { meaning } from './testing/meaning.ts';
import { mutations, otherContexts, texts, type Mutation } from './testing/mutations.ts';
import { random } from './testing/random.ts';
import { rawToken } from './testing/tokens.ts';

const RENAMES = Number(process.env['OPEN_BADGES_RENAMES'] ?? 1);
const SEED = Number(process.env['OPEN_BADGES_SEED'] ?? 1);

const fixed = Object.entries(FIXED).flatMap(([suite, text]) => (text.startsWith('{') ? [[suite, JSON.parse(text) as JsonObject] as const] : []));
const key = await signer();
const subject = badge(key.did)['credentialSubject'] as JsonObject;
/** With most of what a badge can say: the more words, the more to confuse. */
const rich = await key.sign(badge(key.did, {
  awardedDate: '2025-12-31T00:00:00Z', validUntil: '2027-01-01T00:00:00Z', description: 'D', image: { id: 'https://hub.example/1.png', type: 'Image', caption: 'C' }, evidence: [{ id: 'https://hub.example/e', type: ['Evidence'], name: 'E', narrative: 'N', genre: 'Photo' }],
  issuer: { id: key.did, type: ['Profile'], name: 'Hub', url: 'https://hub.example/', email: 'hub@hub.example' },
  credentialSubject: { ...subject, id: 'did:example:moi', narrative: 'N', result: [{ type: ['Result'], value: '3', resultDescription: 'urn:r' }], achievement: { ...(subject['achievement'] as JsonObject), achievementType: 'Competency', tag: ['a', 'b'], humanCode: '1', alignment: [{ type: ['Alignment'], targetName: 'T', targetUrl: 'https://hub.example/t', targetCode: '2', targetFramework: 'F' }], creator: { id: 'did:example:createur', type: ['Profile'], name: 'C' } } },
}));
const signed = [...fixed, ['a rich badge', rich] as const];
const proofOf = (document: JsonObject): JsonObject => (isObject(document['proof']) ? document['proof'] : {});

/** What the signature was made over, as the reference library or RFC 8785 writes it. */
async function content(document: JsonObject, suite: string): Promise<string> {
  const unsigned = without(document, 'proof');
  // Contexts may be added after the proof's own (Data Integrity EdDSA §3.3.2), from the closed list; they are no part of what was signed.
  if (suite.includes('jcs')) return canonicalizeJson({ ...unsigned, '@context': asArray(unsigned['@context']).slice(0, 2) });
  return jsonld.canonize(unsigned, { algorithm: 'RDFC-1.0', format: 'application/n-quads', documentLoader, safe: true });
}

/** What programs read, its vocabularies aside: they are judged by what they make of the content. */
function said(document: JsonObject): string {
  return meaning(plainly(without(document, '@context')));
}

/** JSON-LD lets a text be spelled `{"@value": …}`, and a typed truth be a text: readers of badges know both. */
function plainly(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map(plainly);
  if (value === 'true' || value === 'false') return JSON.parse(value) as boolean;
  if (!isObject(value)) return value;
  if (Object.keys(value).join() === '@value') return plainly(value['@value'] ?? null);
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, plainly(item)]));
}

async function mustNotDeceive({ name, document }: Mutation, original: JsonObject, suite: string): Promise<boolean> {
  const verdict = await judge(document);
  assert.ok(verdict.messages.length > 0 && !codes(verdict).includes('input.failed'), name);
  if (verdict.state !== 'verified') return false;
  // What programs look for is where they look for it; what was signed is what stands there.
  assert.equal(said(verdict.document ?? {}), said(original), `verified, but it says something else: ${name}`);
  assert.equal(await content(document, suite).catch(String), await content(original, suite), `verified, but something else was signed: ${name}`);
  return true;
}

for (const [index, [suite, original]] of signed.entries()) {
  test(`${suite}: every member, every way (seed ${String(SEED)})`, async () => {
    assert.equal(await stateOf(original), 'verified');
    const all = [...mutations(original, random(SEED + index), RENAMES), ...otherContexts(original)].filter(({ document }) => JSON.stringify(document) !== JSON.stringify(original));
    assert.ok(all.length > 500);
    let same = 0;
    for (const mutation of all) if (await mustNotDeceive(mutation, original, suite)) same += 1;
    // Lists of one and the like are the same badge: a verifier that refused all of them would pass too.
    assert.ok(same > 0 && same < all.length / 5, `${String(same)} of ${String(all.length)}`);
  });
}

test('proofs that change places, and issuers too', async () => {
  const documents = signed.map(([, document]) => document);
  for (const one of documents) {
    for (const other of documents.filter((document) => document !== one)) {
      const proof: JsonValue[] = [other['proof'] ?? null, one['proof'] ?? null];
      assert.notEqual(await stateOf({ ...one, proof: other['proof'] ?? null }), 'verified');
      // A stranger's proof beside the issuer's takes nothing away, and lends nothing either.
      assert.equal(await stateOf({ ...one, proof }), 'verified');
      assert.notEqual(await stateOf({ ...one, issuer: other['issuer'] ?? null }), 'verified');
      assert.notEqual(await stateOf({ ...one, name: 'Autre', issuer: other['issuer'] ?? null, proof }), 'verified');
      assert.notEqual(await stateOf({ ...one, credentialSubject: { ...(one['credentialSubject'] as JsonObject), id: 'mailto:x@evil.example' }, proof }), 'verified');
      for (const member of ['proofValue', 'verificationMethod', 'cryptosuite', 'type']) {
        const changed = { ...proofOf(one), [member]: proofOf(other)[member] ?? null };
        if (changed[member] !== (proofOf(one)[member] ?? null)) assert.notEqual(await stateOf({ ...one, proof: changed }), 'verified', member);
      }
    }
  }
});

test('a member twice in the text: never the one nor the other', async () => {
  for (const [, document] of signed) {
    const text = JSON.stringify(document);
    for (const { 0: member, index } of text.matchAll(/"[\w@]+":/g)) {
      for (const value of ['"x"', 'null', '[]', '{}']) {
        assert.equal(await stateOf(`${text.slice(0, index)}${member}${value},${text.slice(index)}`), 'unreadable');
        // The same name, spelled with an escape.
        const escaped = `"\\u${member.charCodeAt(1).toString(16).padStart(4, '0')}${member.slice(2)}`;
        assert.equal(await stateOf(`${text.slice(0, index)}${escaped}${value},${text.slice(index)}`), 'unreadable');
      }
    }
  }
});

test('a token: every member of its words and of its header', async () => {
  const [head = '', body = '', signature = ''] = (FIXED['VC-JWT EdDSA'] ?? '').split('.');
  const [header, payload] = [head, body].map((part) => JSON.parse(Buffer.from(part, 'base64url').toString()) as JsonObject);
  assert.ok(header && payload);
  assert.equal(await stateOf(rawToken(header, payload, signature)), 'verified');
  for (const { name, document } of mutations(payload, random(SEED), RENAMES)) {
    if (JSON.stringify(document) !== JSON.stringify(payload)) assert.notEqual(await stateOf(rawToken(header, document, signature)), 'verified', name);
  }
  for (const changes of [{ alg: 'none' }, { alg: 'ES256' }, { alg: 'Ed25519' }, { kid: 'did:key:z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK' }, { typ: 'vc+jwt' }, { cty: 'vc' }]) assert.notEqual(await stateOf(rawToken({ ...header, ...changes }, payload, signature)), 'verified');
  for (const cut of [1, 2, 10]) assert.notEqual(await stateOf(rawToken(header, payload, signature.slice(0, -cut))), 'verified');
});

test('a copy of a hosted badge: what shows is what its issuer publishes', async () => {
  const HUB = 'https://hub.example';
  const OB2 = 'https://w3id.org/openbadges/v2';
  const issuer: JsonObject = { '@context': OB2, id: `${HUB}/i`, type: 'Issuer', name: 'Hub', url: HUB, email: 'hub@hub.example' };
  const badgeClass: JsonObject = { '@context': OB2, id: `${HUB}/b`, type: 'BadgeClass', name: 'Bibliothèque', description: 'D', image: `${HUB}/b.png`, criteria: { narrative: 'C' }, issuer };
  const truth: JsonObject = { '@context': OB2, id: `${HUB}/a`, type: 'Assertion', recipient: { type: 'email', hashed: false, identity: 'mediatheque@commune.example' }, badge: badgeClass, verification: { type: 'HostedBadge' }, issuedOn: '2026-01-01T00:00:00Z', evidence: [{ id: `${HUB}/e`, narrative: 'N' }] };
  /** The forger's site publishes whatever he likes, under every address but the hub's. */
  const resolve = (forged: JsonObject) => (url: string): Promise<unknown> => Promise.resolve(url === truth['id'] ? truth : url === badgeClass['id'] ? badgeClass : url === issuer['id'] ? issuer : url.startsWith(`${HUB}/`) ? undefined : { ...forged, id: url });
  assert.equal(await stateOf(truth, {}, { resolve: resolve(truth) }), 'verified');
  for (const { name, document } of mutations(truth, random(SEED), RENAMES)) {
    const verdict = await judge(document, {}, { resolve: resolve(document) });
    if (verdict.state === 'verified') assert.equal(meaning(verdict.document ?? {}), meaning(truth), name);
  }
});

describe('a forger with a domain of his own', async () => {
  const HUB = 'did:web:hub.example';
  const forger = await signer('eddsa-jcs-2022');
  /** Says yes to anything, about every host but the hub's, with the forger's key under whatever name is asked for. */
  const world = (method: string) => (url: string): Promise<unknown> => {
    if (/^(?:did:web:|https:\/\/)hub\.example(?![\w.-])/.test(url)) return Promise.resolve(undefined);
    const id = url.startsWith('did:') ? url : method.startsWith('did:') ? (method.split('#')[0] ?? '') : url;
    return Promise.resolve({ id, controller: HUB, alsoKnownAs: [HUB], verificationMethod: [{ id: method, type: 'Multikey', controller: id, publicKeyMultibase: forger.publicKeyMultibase }], assertionMethod: [method] });
  };
  const names = [`${HUB}.evil.example#key-1`, 'did:web:evil.example#key-1', 'did:web:evil.example:hub.example#key-1', 'did:web:hub.example%2eevil.example#key-1', 'did:web:hub.example%40evil.example#key-1', 'did:web:hub．example#key-1', 'did:web:hub.example:#key-1', `https://evil.example/${HUB}#key-1`, 'https://hub.example@evil.example/#key-1', 'https://evil.example/#did:web:hub.example', 'did:web:HUB.example#key-1', 'did:web:hub.exаmple#key-1'];
  for (const method of names) {
    test(`signs as the hub under ${method}`, async () => {
      const attacker = await signer('eddsa-jcs-2022', method);
      const proof = { ...proofOf(await attacker.sign(badge(HUB))) };
      const forged = { ...badge(HUB), proof };
      assert.notEqual(await stateOf(forged, {}, { resolve: world(method) }), 'verified');
      assert.notEqual(await stateOf(await forger.sign(badge(HUB)), {}, { resolve: world(method), knownIssuers: [{ id: HUB, name: 'Hub' }] }), 'verified');
    });
  }

  test('an issuer whose name only looks like the known one is not said to be known', async () => {
    for (const name of Object.values(texts('Hub de démonstration', random(SEED)))) {
      const document = await forger.sign(badge(forger.did, { issuer: { id: forger.did, type: ['Profile'], name } }));
      const verdict = await judge(document, {}, { knownIssuers: [{ id: HUB, name: 'Hub de démonstration' }] });
      assert.ok(!codes(verdict).includes('issuer.known'), JSON.stringify(name));
    }
  });
});
