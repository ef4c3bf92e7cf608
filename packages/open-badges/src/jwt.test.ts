import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { CREDENTIALS_V1 } from './contexts/names.ts';
import type { JsonObject } from './input/json.ts';
import { badge, badgeV1 } from './testing/badges.ts';
import { codes, judge, stateOf } from './testing/judge.ts';
import { claims, rawToken, tokenSigner, type TokenSigner } from './testing/tokens.ts';

const ISSUER = 'https://hub.example/profile';
const KEY = `${ISSUER}#key-1`;

function profile({ publicJwk }: TokenSigner, changes: object = {}): JsonObject {
  return { [ISSUER]: { id: ISSUER, type: 'Profile', name: 'Hub', verificationMethod: [{ id: KEY, type: 'JsonWebKey', controller: ISSUER, publicKeyJwk: publicJwk }], assertionMethod: [KEY], ...changes } };
}

describe('a badge in a token', () => {
  for (const alg of ['RS256', 'ES256', 'EdDSA'] as const) {
    test(`${alg}, its key named by kid, or carried along and found again with the issuer`, async () => {
      const key = await tokenSigner(alg);
      const payload = claims(badge(ISSUER), ISSUER);
      for (const header of [{ kid: KEY }, { kid: 'key-1' }, { jwk: key.publicJwk }, { kid: KEY, typ: 'vc+jwt' }]) {
        const verdict = await judge(await key.sign(payload, header), profile(key));
        assert.equal(verdict.state, 'verified', `${JSON.stringify(header)} ${codes(verdict).join()}`);
      }
      const token = await key.sign(payload, { kid: KEY });
      assert.equal(await stateOf(token), 'issuer not proven');
      const [head = '', , signature = ''] = token.split('.');
      const forged = Buffer.from(JSON.stringify({ ...payload, name: 'Autre' })).toString('base64url');
      assert.equal(await stateOf(`${head}.${forged}.${signature}`, profile(key)), 'altered');
    });
  }

  test('a key at its own address, as JWK or as a set, that the profile declares', async () => {
    const key = await tokenSigner('ES256');
    const url = 'https://hub.example/keys/1';
    const declared = { [ISSUER]: { id: ISSUER, assertionMethod: [url] } };
    const token = await key.sign(claims(badge(ISSUER), ISSUER), { kid: url });
    assert.equal(await stateOf(token, { ...declared, [url]: key.publicJwk }), 'verified');
    assert.equal(await stateOf(token, { ...declared, [url]: { keys: [{ ...key.publicJwk, kid: url }] } }), 'verified');
    assert.equal(await stateOf(token, { [url]: key.publicJwk }), 'issuer not proven');
    assert.equal(await stateOf(token, { [url]: key.publicJwk, [ISSUER]: { id: ISSUER, assertionMethod: [] } }), 'issuer not proven');
    assert.equal(await stateOf(token, { ...declared, [url]: key.privateJwk }), 'issuer not proven');
  });

  test('a did:key is its own key, with or without kid', async () => {
    const key = await tokenSigner('EdDSA');
    const payload = claims(badge(key.did), key.did);
    for (const header of [{}, { kid: key.did }, { kid: `${key.did}#${key.did.slice(8)}` }, { jwk: key.publicJwk }]) assert.equal(await stateOf(await key.sign(payload, header)), 'verified');
    const stranger = await tokenSigner('EdDSA');
    for (const header of [{ kid: stranger.did }, { jwk: stranger.publicJwk }]) assert.equal(await stateOf(await stranger.sign(payload, header)), 'issuer not proven');
    assert.equal(await stateOf(await stranger.sign(payload)), 'altered');
  });

  test('under the vc claim, with what the other claims stand for', async () => {
    const key = await tokenSigner('EdDSA');
    const { id, issuer, issuanceDate, ...vc } = badgeV1(key.did);
    assert.ok(id !== undefined && issuer !== undefined && issuanceDate !== undefined);
    const payload = { vc: { ...vc, '@context': [CREDENTIALS_V1, 'https://purl.imsglobal.org/spec/ob/v3p0/context.json'] }, iss: key.did, jti: id, sub: 'mailto:mediatheque@commune.example', nbf: 1767225600 };
    assert.equal(await stateOf(await key.sign(payload)), 'verified');
    assert.equal(await stateOf(await key.sign({ ...payload, exp: 1767312000 })), 'expired');
    assert.equal((await judge(await key.sign(payload), {}, { recipient: 'mediatheque@commune.example' })).checks.recipient, 'ok');
  });
});

describe('tokens made to deceive', () => {
  test('no signature, a shared secret, an unknown algorithm', async () => {
    const key = await tokenSigner('EdDSA');
    const payload = claims(badge(key.did), key.did);
    for (const alg of ['none', 'None', 'NONE']) assert.equal(await stateOf(rawToken({ alg, kid: key.did }, payload)), 'issuer not proven');
    for (const alg of ['HS256', 'RS1', 'ES256K', 'toString', '']) assert.equal(await stateOf(rawToken({ alg, kid: key.did }, payload, 'AAAA')), 'unsupported');
  });

  test('the key’s kind decides the algorithm', async () => {
    const [rsa, ec] = [await tokenSigner('RS256'), await tokenSigner('ES256')];
    assert.deepEqual(codes(await judge(await ec.sign(claims(badge(ISSUER), ISSUER), { kid: KEY }), profile(rsa))).slice(0, 1), ['jwt.key']);
  });

  test('a header that asks for what it should not', async () => {
    const key = await tokenSigner('EdDSA');
    const payload = claims(badge(key.did), key.did);
    const header = { alg: 'EdDSA', kid: key.did };
    const cases: readonly (readonly [object, string])[] = [
      [{ crit: ['exp'] }, 'jwt.critical'], [{ b64: false }, 'jwt.critical'], [{ jku: 'https://evil.example/jwks' }, 'jwt.remoteKey'], [{ x5u: 'https://evil.example/x5u' }, 'jwt.remoteKey'], [{ jwk: key.privateJwk }, 'jwt.privateKey'],
    ];
    for (const [extra, code] of cases) {
      const verdict = await judge(rawToken({ ...header, ...extra }, payload, 'AAAA'));
      assert.equal(verdict.state, 'altered');
      assert.ok(codes(verdict).includes(code), code);
    }
  });

  test('claims that contradict the badge', async () => {
    const key = await tokenSigner('EdDSA');
    const payload = claims(badge(key.did), key.did);
    for (const wrong of [{ iss: 'did:key:zOther' }, { jti: 'urn:uuid:other' }, { nbf: 1 }, { nbf: '1767225600' }, { exp: '1' }, { exp: 1, validUntil: '2030-01-01T00:00:00Z' }]) {
      const verdict = await judge(await key.sign({ ...payload, ...wrong }));
      assert.equal(verdict.state, 'altered', JSON.stringify(wrong));
      assert.ok(codes(verdict).includes('jwt.claims'));
    }
    assert.equal(await stateOf(await key.sign({ ...payload, exp: 1767312000 })), 'expired');
    assert.equal(await stateOf(await key.sign({ ...payload, sub: 'did:example:a', credentialSubject: { ...(badge('x')['credentialSubject'] as JsonObject), id: 'did:example:b' } })), 'altered');
  });

  test('malformed tokens', async () => {
    for (const text of ['eyJ.e30.', 'eyJhbGciOiJFZERTQSJ9.W10.AA', 'eyJhbGciOiJFZERTQSJ9.e30', 'eyJhbGciOiJFZERTQSJ9.e30.AA.AA', 'eyJhIjoxLCJhIjoyfQ.e30.AA']) assert.equal(await stateOf(text), 'unreadable', text);
  });
});
