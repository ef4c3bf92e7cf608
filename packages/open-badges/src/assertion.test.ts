import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, test } from 'node:test';

import { without, type JsonObject } from './input/json.ts';
import { codes, judge, stateOf } from './testing/judge.ts';
import { tokenSigner } from './testing/tokens.ts';

const OB2 = 'https://w3id.org/openbadges/v2';
const HUB = 'https://hub.example';
const salt = 'sel';
const hash = createHash('sha256').update(`mediatheque@commune.example${salt}`).digest('hex');

const assertion = (changes: JsonObject = {}): JsonObject => ({
  '@context': OB2, id: `${HUB}/a/1`, type: 'Assertion',
  recipient: { type: 'email', hashed: true, salt, identity: `sha256$${hash}` },
  badge: `${HUB}/b/1`, verification: { type: 'HostedBadge' }, issuedOn: '2026-01-01T00:00:00Z', ...changes,
});
const badgeClass: JsonObject = { '@context': OB2, id: `${HUB}/b/1`, type: 'BadgeClass', name: 'Bibliothèque', description: 'D', image: `${HUB}/b/1.png`, criteria: { narrative: 'C' }, issuer: `${HUB}/i` };
const issuer: JsonObject = { '@context': OB2, id: `${HUB}/i`, type: 'Issuer', name: 'Hub', url: HUB, email: 'hub@hub.example' };
const world = (changes: Record<string, unknown> = {}): Record<string, unknown> => ({ [`${HUB}/a/1`]: assertion(), [`${HUB}/b/1`]: badgeClass, [`${HUB}/i`]: issuer, ...changes });

describe('Open Badges 2.0, hosted', () => {
  test('the assertion that its issuer publishes', async () => {
    const verdict = await judge(assertion(), world(), { recipient: ' Mediatheque@commune.example' });
    assert.equal(verdict.state, 'verified', codes(verdict).join());
    assert.equal(verdict.kind, 'Assertion 2.0');
    assert.deepEqual(verdict.checks, { structure: 'ok', integrity: 'ok', issuer: 'ok', dates: 'ok', status: 'ok', recipient: 'ok' });
    assert.equal((verdict.document?.['badge'] as JsonObject)['name'], 'Bibliothèque');
    const spelled = assertion({ badge: { ...badgeClass, issuer } });
    assert.equal(await stateOf(spelled, world()), 'verified');
    assert.equal(await stateOf(assertion({ '@context': [OB2], type: ['Assertion'] }), world()), 'verified');
  });

  test('without the documents nothing is known', async () => {
    assert.equal(await stateOf(assertion()), 'issuer not proven');
    assert.equal(await stateOf(assertion(), world({ [`${HUB}/i`]: undefined })), 'issuer not proven');
    assert.equal(await stateOf(assertion(), world({ [`${HUB}/a/1`]: { hello: 'world' } })), 'issuer not proven');
    assert.equal(await stateOf(assertion(), world({ [`${HUB}/a/1`]: '<html>' })), 'issuer not proven');
  });

  test('copies that say something else', async () => {
    const forgeries: readonly JsonObject[] = [
      { recipient: { type: 'email', hashed: false, identity: 'autre@commune.example' } }, { badge: 'https://evil.example/b' }, { issuedOn: '2020-01-01T00:00:00Z' }, { expires: '2099-01-01T00:00:00Z' },
      { evidence: 'https://evil.example' }, { narrative: 'Très bien' }, { 'extensions:note': '20/20' },
      { badge: { ...badgeClass, name: 'Directeur' } }, { badge: { ...badgeClass, issuer: { ...issuer, name: 'Ministère' } } }, { badge: { ...badgeClass, issuer: 'https://evil.example/i' } },
    ];
    for (const forgery of forgeries) {
      const verdict = await judge(assertion(forgery), world());
      assert.equal(verdict.state, 'altered', JSON.stringify(forgery));
      assert.notEqual((verdict.document?.['badge'] as JsonObject | undefined)?.['name'], 'Directeur');
    }
  });

  test('an end that the copy leaves out still counts', async () => {
    assert.equal(await stateOf(assertion(), world({ [`${HUB}/a/1`]: assertion({ expires: '2026-06-01T00:00:00Z' }) })), 'expired');
  });

  test('revoked: all of the document, or what is left of it', async () => {
    assert.equal(await stateOf(assertion(), world({ [`${HUB}/a/1`]: assertion({ revoked: true, revocationReason: 'Erreur' }) })), 'revoked');
    assert.equal(await stateOf(assertion(), world({ [`${HUB}/a/1`]: { id: `${HUB}/a/1`, revoked: true } })), 'revoked');
  });

  test('an address that is not the issuer’s', async () => {
    const elsewhere = 'https://evil.example/a/1';
    const forged = assertion({ id: elsewhere });
    assert.equal(await stateOf(forged, world({ [elsewhere]: forged })), 'issuer not proven');
    const rules = (verification: JsonObject): Record<string, unknown> => world({ [elsewhere]: forged, [`${HUB}/i`]: { ...issuer, verification } });
    assert.equal(await stateOf(forged, rules({ allowedOrigins: ['evil.example'] })), 'verified');
    assert.equal(await stateOf(forged, rules({ startsWith: 'https://evil.example/a/' })), 'verified');
    assert.equal(await stateOf(forged, rules({ startsWith: ['https://hub.example/', 'https://evil.example/b/'] })), 'issuer not proven');
    assert.equal(await stateOf(forged, rules({ startsWith: 'https://evil.example/a/', allowedOrigins: ['hub.example'] })), 'issuer not proven');
    assert.equal(await stateOf(forged, rules({ startsWith: 'https://evil.exam' })), 'issuer not proven');
    assert.equal(await stateOf(assertion(), rules({ allowedOrigins: ['other.example'] })), 'issuer not proven');
    // The profile at the issuer's address is somebody else's.
    assert.equal(await stateOf(assertion(), world({ [`${HUB}/i`]: { ...issuer, id: 'https://evil.example/i' } })), 'issuer not proven');
  });

  test('what is missing or misshapen', async () => {
    for (const name of ['issuedOn', 'verification', 'type']) {
      const rest = without(assertion(), name);
      assert.equal(await stateOf(rest, world({ [`${HUB}/a/1`]: rest })), 'unreadable', name);
    }
    assert.equal(await stateOf(assertion({ issuedOn: '2026-01-01' }), world({ [`${HUB}/a/1`]: assertion({ issuedOn: '2026-01-01' }) })), 'unreadable');
    assert.deepEqual(codes(await judge(badgeClass)), ['badge.class']);
  });

  test('recipients: upper-case hash, MD5, plain, none of them', async () => {
    const recipient = async (identity: JsonObject, email = 'mediatheque@commune.example'): Promise<string> => {
      const one = assertion({ recipient: { type: 'email', ...identity } });
      return (await judge(one, world({ [`${HUB}/a/1`]: one }), { recipient: email })).checks.recipient;
    };
    assert.equal(await recipient({ hashed: true, salt, identity: `sha256$${hash.toUpperCase()}` }), 'ok');
    assert.equal(await recipient({ hashed: true, salt: 'autre', identity: `sha256$${hash}` }), 'failed');
    assert.equal(await recipient({ hashed: true, identity: 'md5$0123456789abcdef0123456789abcdef' }), 'unknown');
    assert.equal(await recipient({ hashed: false, identity: 'Mediatheque@Commune.example' }), 'ok');
    assert.equal(await recipient({ hashed: true, identity: 'mediatheque@commune.example' }), 'unknown');
  });
});

describe('Open Badges 2.0, signed', async () => {
  const key = await tokenSigner('RS256');
  const creator = `${HUB}/keys/1`;
  const signed = assertion({ id: 'urn:uuid:00000000-0000-4000-8000-000000000001', uid: 'u1', verification: { type: 'SignedBadge', creator } });
  const cryptographicKey = { '@context': OB2, id: creator, type: 'CryptographicKey', owner: `${HUB}/i`, publicKeyPem: key.pem };
  const documents = (profile: JsonObject = {}, changes: Record<string, unknown> = {}): Record<string, unknown> => world({ [creator]: cryptographicKey, [`${HUB}/i`]: { ...issuer, publicKey: creator, ...profile }, ...changes });
  const token = await key.sign(signed);

  test('by a key that the issuer lists', async () => {
    const verdict = await judge(token, documents());
    assert.equal(verdict.state, 'verified', codes(verdict).join());
    assert.equal(await stateOf(token, documents({ publicKey: [{ id: creator }] })), 'verified');
    assert.equal(await stateOf(token, documents({ publicKey: [cryptographicKey] }, { [creator]: undefined })), 'verified');
    assert.equal(await stateOf(token), 'issuer not proven');
  });

  test('by a key that is not the issuer’s, or over other words', async () => {
    assert.equal(await stateOf(token, documents({ publicKey: `${HUB}/keys/2` })), 'issuer not proven');
    assert.equal(await stateOf(token, documents({}, { [creator]: { ...cryptographicKey, owner: 'https://evil.example/i' } })), 'issuer not proven');
    assert.equal(await stateOf(await (await tokenSigner('RS256')).sign(signed), documents()), 'altered');
    assert.equal(await stateOf(signed, documents()), 'issuer not proven');
    assert.equal(await stateOf(`eyJhbGciOiJub25lIn0.${token.split('.')[1] ?? ''}.`, documents()), 'issuer not proven');
  });

  test('its revocation list: by id, by object, by uid; unread is unknown', async () => {
    const url = `${HUB}/revoked`;
    const state = (revokedAssertions: unknown, more: object = {}): Promise<string> => stateOf(token, documents({ revocationList: url }, { [url]: { id: url, type: 'RevocationList', issuer: `${HUB}/i`, revokedAssertions, ...more } }));
    assert.equal(await state([]), 'verified');
    assert.equal(await state([signed['id']]), 'revoked');
    assert.equal(await state([{ id: signed['id'], revocationReason: 'Erreur' }]), 'revoked');
    assert.equal(await state([{ uid: 'u1' }]), 'revoked');
    assert.equal(await state([{ id: 'urn:uuid:other' }]), 'verified');
    assert.equal(await state(undefined), 'status unknown');
    assert.equal(await state([], { issuer: 'https://evil.example/i' }), 'status unknown');
    assert.equal(await stateOf(token, documents({ revocationList: url })), 'status unknown');
  });
});

describe('Open Badges 1', () => {
  const url = `${HUB}/old/1`;
  const old: JsonObject = { uid: '1', recipient: { type: 'email', hashed: true, salt, identity: `sha256$${hash}` }, badge: `${HUB}/b/1`, verify: { type: 'hosted', url }, issuedOn: 1767225600 };
  const documents = { [url]: old, [`${HUB}/b/1`]: { name: 'B', description: 'D', image: 'i', criteria: 'c', issuer: `${HUB}/i` }, [`${HUB}/i`]: { name: 'Hub', url: HUB } };

  test('1.0 hosted, with dates in seconds or days', async () => {
    assert.equal(await stateOf(old, documents), 'verified');
    assert.equal(await stateOf({ ...old, expires: '2026-02-01' }, { ...documents, [url]: { ...old, expires: '2026-02-01' } }), 'expired');
    assert.equal(await stateOf({ ...old, uid: '2' }, documents), 'altered');
    assert.equal(await stateOf(old), 'issuer not proven');
  });

  test('1.1 hosted', async () => {
    const newer = { '@context': 'https://w3id.org/openbadges/v1', type: 'Assertion', id: url, ...old, issuedOn: '2026-01-01T00:00:00Z' };
    assert.equal(await stateOf(newer, { ...documents, [url]: newer }), 'verified');
  });

  test('1.0 signed: the key stands at the issuer’s origin', async () => {
    const key = await tokenSigner('RS256');
    const signed = (at: string): Promise<string> => key.sign({ ...old, verify: { type: 'signed', url: at } });
    assert.equal(await stateOf(await signed(`${HUB}/key.pem`), { ...documents, [`${HUB}/key.pem`]: key.pem }), 'verified');
    assert.equal(await stateOf(await signed('https://evil.example/key.pem'), { ...documents, 'https://evil.example/key.pem': key.pem }), 'issuer not proven');
  });
});
