import assert from 'node:assert/strict';
import { createHash, generateKeyPairSync } from 'node:crypto';
import { describe, test } from 'node:test';

import { keyFromJwk, keyFromMultibase } from './keys.ts';
import { decodeBase58, decodeBase64Url, decodeMultibase, encodeBase58, encodeBase64Url } from './multibase.ts';
import { keyFromPem } from './published-keys.ts';
import { sha256 } from './sha256.ts';

describe('multibase', () => {
  test('base58btc as in its draft specification', () => {
    for (const [text, encoded] of [['Hello World!', '2NEpo7TZRRrLZSi2U'], ['The quick brown fox jumps over the lazy dog.', 'USm3fpXnKG5EUBx2ndxBDMPVciP5hGey2Jh4NDv6gmeo1LkMeiKrLJUUBk6Z']] as const) {
      assert.equal(encodeBase58(new TextEncoder().encode(text)), encoded);
      assert.equal(Buffer.from(decodeBase58(encoded) ?? []).toString(), text);
    }
    assert.deepEqual([...(decodeBase58('11233QC4') ?? [])], [0, 0, 0x28, 0x7f, 0xb4, 0xcd]);
  });
  test('what is in no base is refused', () => {
    for (const text of ['0', 'O', 'I', 'l', 'é', ' ', 'z'.repeat(2000)]) assert.equal(decodeBase58(text), undefined, text);
    for (const text of ['a', 'a=', 'a+', 'a/', 'é']) assert.equal(decodeBase64Url(text), undefined, text);
    for (const text of ['', 'm00', 'f00']) assert.equal(decodeMultibase(text), undefined);
    const bytes = Uint8Array.from({ length: 300 }, (_, index) => index);
    assert.deepEqual(decodeMultibase(`u${encodeBase64Url(bytes)}`), bytes);
  });
});

describe('public keys', () => {
  test('keys of other sorts, lengths and curves are refused', () => {
    const header = (...bytes: number[]): string => `z${encodeBase58(Uint8Array.from(bytes))}`;
    assert.equal(keyFromMultibase(header(0xed, 0x01, ...new Uint8Array(31))), undefined);
    assert.equal(keyFromMultibase(header(0xe7, 0x01, ...new Uint8Array(33))), undefined); // secp256k1
    assert.equal(keyFromMultibase(header(0x80, 0x24, 5, ...new Uint8Array(32))), undefined);
    assert.equal(keyFromMultibase(header(0x80, 0x24, 2, ...new Uint8Array(32).fill(0xff))), undefined);
    assert.equal(keyFromMultibase('6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2'), undefined);
  });
  test('a compressed point is the point that the platform exports', () => {
    for (const [namedCurve, header] of [['P-256', [0x80, 0x24]], ['P-384', [0x81, 0x24]]] as const) {
      for (let round = 0; round < 8; round += 1) {
        const jwk = generateKeyPairSync('ec', { namedCurve }).publicKey.export({ format: 'jwk' });
        const [x, y] = [Buffer.from(jwk.x ?? '', 'base64url'), Buffer.from(jwk.y ?? '', 'base64url')];
        const key = keyFromMultibase(`z${encodeBase58(Uint8Array.from([...header, 2 + ((y.at(-1) ?? 0) & 1), ...x]))}`);
        assert.deepEqual([key?.jwk.x, key?.jwk.y], [jwk.x, jwk.y]);
      }
    }
  });
  test('a private key, a short RSA key or an unknown curve is refused', async () => {
    const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    assert.ok(keyFromJwk(ec.publicKey.export({ format: 'jwk' })));
    assert.equal(keyFromJwk(ec.privateKey.export({ format: 'jwk' })), undefined);
    const short = generateKeyPairSync('rsa', { modulusLength: 1024 }).publicKey;
    assert.equal(keyFromJwk(short.export({ format: 'jwk' })), undefined);
    assert.equal(await keyFromPem(short.export({ format: 'pem', type: 'spki' }).toString()), undefined);
    assert.equal(keyFromJwk({ kty: 'EC', crv: 'secp256k1', x: 'AA', y: 'AA' }), undefined);
    assert.equal(keyFromJwk('key'), undefined);
    assert.equal(await keyFromPem('-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----'), undefined);
  });
});

test('SHA-256 of every length around a block, as the platform has it', () => {
  for (let length = 0; length < 200; length += 1) {
    const text = 'é€😀a'.repeat(50).slice(0, length).replace(/[\ud800-\udbff]$/, '');
    assert.equal(sha256(text), createHash('sha256').update(text).digest('hex'));
  }
});
