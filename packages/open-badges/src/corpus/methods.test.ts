/** How issuers publish their keys, and how badges name them. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { asArray, type JsonObject } from '../input/json.ts';
import { decodeBase58, encodeBase58 } from '../proof/multibase.ts';
import { badge, signer } from '../testing/badges.ts';
import { codes, judge, stateOf } from '../testing/judge.ts';
import { claims, tokenSigner } from '../testing/tokens.ts';

const DID = 'did:web:hub.example';
const AT = 'https://hub.example/.well-known/did.json';

describe('did:web, with a proof', async () => {
  const key = await signer('eddsa-rdfc-2022', `${DID}#key-1`);
  const signed = await key.sign(badge(DID));
  const raw = Buffer.from((decodeBase58(key.publicKeyMultibase.slice(1)) ?? new Uint8Array()).slice(2));
  const jwk = { kty: 'OKP', crv: 'Ed25519', x: raw.toString('base64url') };
  const pem = `-----BEGIN PUBLIC KEY-----\n${Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), raw]).toString('base64')}\n-----END PUBLIC KEY-----\n`;
  const multikey = { type: 'Multikey', publicKeyMultibase: key.publicKeyMultibase };
  const document = (held: object, id = '#key-1', changes: object = {}): JsonObject => ({ id: DID, verificationMethod: [{ id, controller: DID, ...held }], assertionMethod: [id], ...changes });

  const good: Readonly<Record<string, JsonObject>> = {
    'a relative name': document(multikey), 'a whole name': document(multikey, `${DID}#key-1`),
    'relative here, whole there': document(multikey, '#key-1', { assertionMethod: [`${DID}#key-1`] }), 'whole here, relative there': document(multikey, `${DID}#key-1`, { assertionMethod: '#key-1' }),
    'the method inside assertionMethod': { id: DID, assertionMethod: [{ id: '#key-1', controller: DID, ...multikey }] },
    'lists of one, unlisted': { id: DID, verificationMethod: { id: '#key-1', controller: DID, ...multikey }, assertionMethod: '#key-1' },
    'a JWK': document({ type: 'JsonWebKey', publicKeyJwk: { ...jwk, kid: 'key-1', alg: 'EdDSA', use: 'sig', key_ops: ['verify'] } }), 'an older JWK': document({ type: 'JsonWebKey2020', publicKeyJwk: jwk }),
    'an older multibase type': document({ type: 'Ed25519VerificationKey2020', publicKeyMultibase: key.publicKeyMultibase }),
    'base 58': document({ type: 'Ed25519VerificationKey2018', publicKeyBase58: encodeBase58(raw) }), 'PEM': document({ type: 'Ed25519VerificationKey2018', publicKeyPem: pem }),
    'a null for "not revoked"': document({ ...multikey, revoked: null, expires: '2030-01-01T00:00:00Z' }),
  };
  for (const [name, published] of Object.entries(good)) {
    test(name, async () => {
      const verdict = await judge(signed, { [AT]: published });
      assert.equal(verdict.state, 'verified', codes(verdict).join());
      assert.equal(await stateOf({ ...signed, name: 'Autre' }, { [AT]: published }), 'altered');
    });
  }

  const stranger = await signer();
  const bad: Readonly<Record<string, JsonObject>> = {
    'a key to encrypt with': document({ publicKeyJwk: { ...jwk, use: 'enc' } }), 'a key for other operations': document({ publicKeyJwk: { ...jwk, key_ops: ['deriveKey'] } }), 'operations that are no list': document({ publicKeyJwk: { ...jwk, key_ops: 'verify' } }),
    'bytes of no known kind': document({ publicKeyBase58: encodeBase58(raw) }), 'base 58 cut short': document({ type: 'Ed25519VerificationKey2018', publicKeyBase58: encodeBase58(raw.subarray(1)) }),
    'no controller': document({ ...multikey, controller: undefined }), 'another controller': document({ ...multikey, controller: 'did:web:evil.example' }),
    'not to assert with': document(multikey, '#key-1', { assertionMethod: [], authentication: ['#key-1'] }), 'another name': document(multikey, '#key-2'), 'a name in another document': document(multikey, 'did:web:evil.example#key-1'),
    'only named, as the JWK of a stranger': document({ publicKeyJwk: { ...jwk, kid: 'key-1' } }, '#other', { assertionMethod: ['#key-1'] }),
    'withdrawn': document({ ...multikey, revoked: '2026-02-01T00:00:00Z' }), 'withdrawn, at no date': document({ ...multikey, revoked: true }),
  };
  for (const [name, published] of Object.entries(bad)) {
    test(`not proven: ${name}`, async () => {
      assert.equal(await stateOf(signed, { [AT]: published }), 'issuer not proven');
    });
  }
  test('the key of somebody else', async () => {
    assert.equal(await stateOf(signed, { [AT]: document({ ...multikey, publicKeyMultibase: stranger.publicKeyMultibase }) }), 'altered');
  });
});

describe('did:web addresses', () => {
  const places: Readonly<Record<string, string>> = {
    'did:web:hub.example': AT, 'did:web:hub.example:communes:badges': 'https://hub.example/communes/badges/did.json',
    'did:web:hub.example%3A8443': 'https://hub.example:8443/.well-known/did.json', 'did:web:hub.example%3a8443:badges': 'https://hub.example:8443/badges/did.json',
    'did:web:hub.example:m%C3%A9diath%C3%A8que': 'https://hub.example/m%C3%A9diath%C3%A8que/did.json', 'did:web:xn--mdiathque-d4a0e.example': 'https://xn--mdiathque-d4a0e.example/.well-known/did.json',
  };
  for (const [did, url] of Object.entries(places)) {
    test(did, async () => {
      const key = await signer('eddsa-jcs-2022', `${did}#key-1`);
      const published = { id: did, verificationMethod: [{ id: '#key-1', type: 'Multikey', controller: did, publicKeyMultibase: key.publicKeyMultibase }], assertionMethod: ['#key-1'] };
      const signed = await key.sign(badge(did));
      assert.equal(await stateOf(signed, { [url]: published }), 'verified');
      assert.equal(await stateOf(signed, { [url]: { ...published, id: 'did:web:evil.example' } }), 'issuer not proven');
    });
  }

  test('a path that climbs, hides a step or leads to another host is asked for nowhere', async () => {
    for (const did of ['did:web:hub.example:..:x', 'did:web:hub.example:%2e%2E:x', 'did:web:hub.example:a%2Fb', 'did:web:hub.example:a%5Cb', 'did:web:hub.example:a%00', 'did:web:hub.example::a', 'did:web:hub.example:%zz', 'did:web:hub.example%2Fx', 'did:web:evil.example%40hub.example', 'did:web:hub.example:a%', 'did:web:']) {
      const key = await signer('eddsa-jcs-2022', `${did}#key-1`);
      const asked: string[] = [];
      const resolve = (url: string): Promise<undefined> => Promise.resolve(void asked.push(url));
      assert.notEqual(await stateOf(await key.sign(badge(did)), {}, { resolve }), 'verified');
      assert.deepEqual(asked.filter((url) => url.startsWith('https:')), [], did);
    }
  });
});

test('did:key with and without its fragment', async () => {
  for (const named of [(did: string) => did, (did: string) => `${did}#${did.slice(8)}`]) {
    const key = await signer('eddsa-rdfc-2022', named);
    assert.equal(await stateOf(await key.sign(badge(key.did))), 'verified', key.method);
  }
  const other = await signer();
  const key = await signer('eddsa-rdfc-2022', (did) => `${did}#${other.publicKeyMultibase}`);
  assert.equal(await stateOf(await key.sign(badge(key.did))), 'issuer not proven');
});

describe('tokens: kid', async () => {
  const key = await tokenSigner('ES256');
  const method = (name: string, kid: string, jwk: object = key.publicJwk): object => ({ id: name, type: 'JsonWebKey', controller: DID, publicKeyJwk: { ...jwk, kid } });
  const document = (methods: readonly object[], assertionMethod: readonly string[] = ['#key-1']): Readonly<Record<string, object>> => ({ [AT]: { id: DID, verificationMethod: methods, assertionMethod } });
  const payload = claims(badge(DID), DID);
  const state = async (header: object, published: Readonly<Record<string, object>>): Promise<string> => stateOf(await key.sign(payload, header), published);

  test('whole, relative, bare, the JWK’s own, or the key itself', async () => {
    for (const header of [{ kid: `${DID}#key-1` }, { kid: '#key-1' }, { kid: 'key-1' }, { kid: 'empreinte' }, { kid: `${DID}#empreinte` }, { jwk: key.publicJwk }, { kid: 'empreinte', jwk: key.publicJwk }]) {
      for (const listed of [['#key-1'], [`${DID}#key-1`]]) assert.equal(await state(header, document([method('#key-1', 'empreinte')], listed)), 'verified', JSON.stringify(header));
    }
  });

  test('a JWK’s kid that the document does not let assert, or that two keys bear', async () => {
    const other = await tokenSigner('ES256');
    assert.equal(await state({ kid: 'empreinte' }, document([method('#key-1', 'empreinte')], [])), 'issuer not proven');
    assert.equal(await state({ kid: 'empreinte' }, document([method('#key-2', 'empreinte')])), 'issuer not proven');
    assert.equal(await state({ kid: 'empreinte' }, document([method('#key-1', 'empreinte'), method('#key-2', 'empreinte', other.publicJwk)])), 'issuer not proven');
    assert.equal(await state({ kid: 'empreinte' }, document([method('#key-1', 'empreinte', other.publicJwk)])), 'altered');
    assert.equal(await state({}, document([method('#key-1', 'empreinte')])), 'issuer not proven');
  });

  for (const alg of ['RS256', 'ES256'] as const) {
    test(`${alg}, published as PEM`, async () => {
      const signing = await tokenSigner(alg);
      const published = document([{ id: '#key-1', controller: DID, publicKeyPem: signing.pem }]);
      assert.equal(await stateOf(await signing.sign(payload, { kid: `${DID}#key-1` }), published), 'verified');
      assert.equal(await state({ kid: `${DID}#key-1` }, published), 'altered');
    });
  }
});

test('Open Badges 3 as Open Educational Badges signs it: a profile at an address with a query, its key, its list of the revoked', async () => {
  const PROFILE = 'https://hub.example/public/issuers/aBc?v=3_0';
  const LIST = 'https://hub.example/public/assertions/xYz/revocations';
  const key = await signer('eddsa-rdfc-2022', `${PROFILE}#key-0`);
  const plain = badge(PROFILE);
  const signed = await key.sign({
    ...plain, '@context': [...asArray(plain['@context']), 'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json'], id: 'https://hub.example/public/assertions/xYz?v=3_0', evidence: [],
    validFrom: '2026-01-01T09:00:00.123456+00:00', credentialStatus: { id: LIST, type: '1EdTechRevocationList' },
  });
  const profile = { id: PROFILE, type: ['Profile'], name: 'Hub', verificationMethod: [{ id: `${PROFILE}#key-0`, type: 'Multikey', controller: PROFILE, publicKeyMultibase: key.publicKeyMultibase }] };
  const list = (revokedCredential: readonly object[]): object => ({ id: LIST, issuer: PROFILE, revokedCredential });
  const verdict = await judge(signed, { [PROFILE]: profile, [LIST]: list([]) });
  assert.equal(verdict.state, 'verified', codes(verdict).join());
  assert.equal(await stateOf({ ...signed, proof: [signed['proof'] ?? null] }, { [PROFILE]: profile, [LIST]: list([{ id: signed['id'], revoked: true, revocationReason: '' }]) }), 'revoked');
  assert.equal(await stateOf(signed, { [PROFILE]: profile }), 'status unknown');
  assert.equal(await stateOf(signed, { [LIST]: list([]) }), 'issuer not proven');
});
