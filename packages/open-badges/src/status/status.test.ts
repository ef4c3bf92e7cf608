import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { gzipSync } from 'node:zlib';

import { CREDENTIALS_V1, CREDENTIALS_V2 } from '../contexts/names.ts';
import { without, type JsonObject } from '../input/json.ts';
import { badge, signer, type Signer } from '../testing/badges.ts';
import { codes, judge } from '../testing/judge.ts';
import { claims, tokenSigner } from '../testing/tokens.ts';

const URL = 'https://hub.example/status/1';
const key = await signer();

const encode = (bytes: Uint8Array): string => gzipSync(bytes).toString('base64url');
/** 131,072 bits, of which entry 1 is set: bits count from the left. */
function bits(length = 16_384): Uint8Array {
  const list = new Uint8Array(length);
  list[0] = 0b0100_0000;
  return list;
}

function list(issuer: string, subject: JsonObject = {}, changes: JsonObject = {}): JsonObject {
  return {
    '@context': [CREDENTIALS_V2], id: URL, type: ['VerifiableCredential', 'BitstringStatusListCredential'], issuer, validFrom: '2026-01-01T00:00:00Z',
    credentialSubject: { id: `${URL}#list`, type: 'BitstringStatusList', statusPurpose: 'revocation', encodedList: `u${encode(bits())}`, ...subject }, ...changes,
  };
}

const entry = (index: number | string, changes: JsonObject = {}): JsonObject => ({ id: `${URL}#${String(index)}`, type: 'BitstringStatusListEntry', statusPurpose: 'revocation', statusListIndex: String(index), statusListCredential: URL, ...changes });

async function result(status: JsonObject | JsonObject[], published: unknown): Promise<readonly [state: string, ...codes: string[]]> {
  const verdict = await judge(await key.sign(badge(key.did, { credentialStatus: status })), { [URL]: published });
  return [verdict.state, ...codes(verdict).filter((code) => code.startsWith('status.'))];
}

const sign = (document: JsonObject, by: Signer = key): Promise<JsonObject> => by.sign(document);

describe('bitstring lists', () => {
  test('a clear bit, a set bit', async () => {
    assert.deepEqual(await result(entry(0), await sign(list(key.did))), ['verified', 'status.clear']);
    assert.deepEqual(await result(entry(1), await sign(list(key.did))), ['revoked', 'status.set']);
    assert.deepEqual(await result([entry(0), entry(1)], await sign(list(key.did))), ['revoked', 'status.clear', 'status.set']);
    assert.deepEqual(await result(entry(131_071), await sign(list(key.did))), ['verified', 'status.clear']);
  });

  test('other purposes: suspended is not good, a message is no reproach', async () => {
    const purposes = await sign(list(key.did, { statusPurpose: ['suspension', 'message'] }));
    assert.deepEqual(await result(entry(1, { statusPurpose: 'suspension' }), purposes), ['revoked', 'status.suspended']);
    assert.deepEqual(await result(entry(1, { statusPurpose: 'message' }), purposes), ['verified', 'status.other']);
  });

  const unknown: readonly (readonly [name: string, code: string, entry: JsonObject, list: () => Promise<unknown>])[] = [
    ['no list', 'status.unresolved', entry(0), () => Promise.resolve(undefined)],
    ['a page instead of a list', 'status.unresolved', entry(0), () => Promise.resolve('<html>')],
    ['an unsigned list', 'status.proof', entry(0), () => Promise.resolve(list(key.did))],
    ['an altered list', 'status.proof', entry(0), async () => ({ ...(await sign(list(key.did))), validFrom: '2026-01-02T00:00:00Z' })],
    ['a list by somebody else', 'status.proof', entry(0), async () => { const other = await signer(); return sign(list(other.did), other); }],
    ['a list in the issuer’s name by somebody else', 'status.proof', entry(0), async () => sign(list(key.did), await signer())],
    ['another list of the issuer', 'status.list', entry(0), () => sign(list(key.did, {}, { id: 'https://hub.example/status/2' }))],
    ['an outdated list', 'status.outdated', entry(0), () => sign(list(key.did, {}, { validUntil: '2026-06-01T00:00:00Z' }))],
    ['a list for another purpose', 'status.purpose', entry(0), () => sign(list(key.did, { statusPurpose: 'suspension' }))],
    ['a short list', 'status.short', entry(0), () => sign(list(key.did, { encodedList: `u${encode(bits(100))}` }))],
    ['a bomb', 'status.bomb', entry(0), () => sign(list(key.did, { encodedList: `u${encode(bits(100_000_000))}` }))],
    ['no gzip', 'status.bomb', entry(0), () => sign(list(key.did, { encodedList: 'uAAAA' }))],
    ['no base64', 'status.list', entry(0), () => sign(list(key.did, { encodedList: 'u****' }))],
    ['a place beyond the end', 'status.index', entry(131_072), () => sign(list(key.did))],
    ['a negative place', 'status.index', entry('-1'), () => sign(list(key.did))],
    ['a place in words', 'status.index', entry('un'), () => sign(list(key.did))],
    ['a badge as its list', 'status.list', entry(0), () => sign(badge(key.did, { id: URL }))],
    ['larger entries', 'status.list', entry(0, { statusSize: 2 }), () => sign(list(key.did))],
  ];
  for (const [name, code, status, published] of unknown) {
    test(`${name}: unknown, never good`, async () => {
      assert.deepEqual(await result(status, await published()), ['status unknown', code]);
    });
  }

  test('a place as a number or a text, an entry alone or in a list', async () => {
    const issuer = await tokenSigner('EdDSA');
    const published = await issuer.sign(list(issuer.did));
    const state = async (status: JsonObject | JsonObject[]): Promise<string> => (await judge(await issuer.sign({ ...badge(issuer.did), credentialStatus: status }), { [URL]: published })).state;
    for (const [index, expected] of [[0, 'verified'], [1, 'revoked'], [1.5, 'status unknown'], [-1, 'status unknown']] as const) {
      for (const place of [index, String(index)]) for (const status of [entry(place, { statusListIndex: place }), [entry(place, { statusListIndex: place })]]) assert.equal(await state(status), expected, JSON.stringify(place));
    }
  });

  test('a list in a token, and a StatusList2021', async () => {
    const issuer = await tokenSigner('EdDSA');
    const signed = await issuer.sign({ ...badge(issuer.did, { credentialStatus: entry(1) }) });
    assert.equal((await judge(signed, { [URL]: await issuer.sign(claims(list(issuer.did), issuer.did)) })).state, 'revoked');
    const older = { ...list(key.did, { type: 'StatusList2021', encodedList: encode(bits()) }), '@context': [CREDENTIALS_V1, 'https://w3id.org/vc/status-list/2021/v1'], type: ['VerifiableCredential', 'StatusList2021Credential'], issuanceDate: '2026-01-01T00:00:00Z' };
    const old = await signer('Ed25519Signature2020');
    const list2021 = await old.sign({ ...older, issuer: old.did, '@context': [...older['@context'], 'https://w3id.org/security/suites/ed25519-2020/v1'] });
    const token = await tokenSigner('EdDSA');
    const by2021 = (index: number): JsonObject => entry(index, { type: 'StatusList2021Entry' });
    // Issuer and list must be one: here they are not.
    assert.equal((await judge(await token.sign(badge(token.did, { credentialStatus: by2021(0) })), { [URL]: list2021 })).state, 'status unknown');
    const renamed = claims({ ...without(list2021, 'proof'), issuer: token.did, validFrom: '2026-01-01T00:00:00Z' }, token.did);
    for (const [index, state] of [[0, 'verified'], [1, 'revoked']] as const) {
      assert.equal((await judge(await token.sign(badge(token.did, { credentialStatus: by2021(index) })), { [URL]: await token.sign(renamed) })).state, state);
    }
  });
});

test('a list at a relative address: not signed by the reference library, and asked for nowhere', async () => {
  const relative = entry(0, { id: 'urn:uuid:entry', statusListCredential: '/badges/liste.json' });
  await assert.rejects(key.sign(badge(key.did, { credentialStatus: relative })));
  const issuer = await tokenSigner('EdDSA');
  const asked: string[] = [];
  const verdict = await judge(await issuer.sign({ ...badge(issuer.did), credentialStatus: [relative, { id: 'liste.json', type: '1EdTechRevocationList' }] }), {}, { resolve: (url) => Promise.resolve(void asked.push(url)) });
  assert.equal(verdict.state, 'status unknown');
  assert.deepEqual(asked, []);
});

describe('other statuses', () => {
  test('a kind that is not known, or no object', async () => {
    const issuer = await tokenSigner('EdDSA');
    for (const status of [{ id: URL, type: 'FutureStatus' }, 'https://hub.example/status', { type: 7 }]) {
      assert.equal((await judge(await issuer.sign(badge(issuer.did, { credentialStatus: status })), {})).state, 'status unknown');
    }
    assert.equal((await judge(await issuer.sign(badge(issuer.did, { credentialStatus: Array.from({ length: 9 }, () => ({ id: URL, type: '1EdTechRevocationList' })) })), { [URL]: { id: URL, revokedCredential: [] } })).state, 'status unknown');
  });

  test('1EdTechRevocationList, in both spellings', async () => {
    const issuer = await tokenSigner('EdDSA');
    const one = badge(issuer.did, { credentialStatus: { id: URL, type: '1EdTechRevocationList' } });
    const signed = await issuer.sign(one);
    const state = async (published: unknown): Promise<string> => (await judge(signed, { [URL]: published })).state;
    assert.equal(await state({ id: URL, issuer: issuer.did, revokedCredential: [{ id: one['id'], revoked: true, revocationReason: 'Erreur' }] }), 'revoked');
    assert.equal(await state({ id: URL, issuer: issuer.did, revokedCredentials: [one['id']] }), 'revoked');
    assert.equal(await state({ id: URL, issuer: issuer.did, revokedCredential: [{ id: one['id'], revoked: false }] }), 'verified');
    assert.equal(await state({ id: URL, issuer: { id: issuer.did }, revokedCredential: [] }), 'verified');
    assert.equal(await state({ id: URL, issuer: 'did:key:zOther', revokedCredential: [] }), 'status unknown');
    assert.equal(await state({ id: 'https://hub.example/other', issuer: issuer.did, revokedCredential: [] }), 'status unknown');
    assert.equal(await state({ id: URL }), 'status unknown');
  });
});
