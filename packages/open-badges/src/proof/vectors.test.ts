/** Test vectors of the specifications themselves: vc-di-eddsa §B, vc-di-ecdsa §A, RFC 8032 §7.1, RFC 8785 §3.2. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import rdfCanonize from 'rdf-canonize';
import jsonld from 'jsonld';

import { CONTEXTS } from '../contexts/index.ts';
import { textOf, type JsonObject } from '../input/json.ts';
import { checkProof, readProof, type Hash } from './data-integrity.ts';
import { canonicalizeJson } from './jcs.ts';
import { keyFromMultibase, verifySignature } from './keys.ts';

const EXAMPLES = 'https://www.w3.org/ns/credentials/examples/v2';
/** The examples' context is not pinned: it gives a meaning to every word. Only these tests know it. */
const documentLoader = (url: string): Promise<{ contextUrl: null; documentUrl: string; document: object }> => {
  const document = url === EXAMPLES ? { '@context': { '@vocab': 'https://www.w3.org/ns/credentials/examples#' } } : CONTEXTS.get(url);
  return document ? Promise.resolve({ contextUrl: null, documentUrl: url, document }) : Promise.reject(new Error(url));
};

async function canonize(document: JsonObject, hash: Hash): Promise<string> {
  const quads = await jsonld.toRDF(document, { documentLoader, safe: true, produceGeneralizedRdf: false });
  return rdfCanonize.canonize(quads, { algorithm: 'RDFC-1.0', format: 'application/n-quads', messageDigestAlgorithm: hash });
}

const ALUMNI: JsonObject = {
  '@context': ['https://www.w3.org/ns/credentials/v2', EXAMPLES],
  id: 'urn:uuid:58172aac-d8ba-11ed-83dd-0b3aef56cc33',
  type: ['VerifiableCredential', 'AlumniCredential'],
  name: 'Alumni Credential',
  description: 'A minimum viable example of an Alumni Credential.',
  issuer: 'https://vc.example/issuers/5678',
  validFrom: '2023-01-01T00:00:00Z',
  credentialSubject: { id: 'did:example:abcdefgh', alumniOf: 'The School of Examples' },
};
const COMMON = { type: 'DataIntegrityProof', created: '2023-02-24T23:36:38Z', proofPurpose: 'assertionMethod' };
const ED25519 = 'z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2';
const P256 = 'zDnaepBuvsQ8cpsWrVKw8fbpGpvPeNSjVPTWoq6cRqaYzBKVP';
const P384 = 'z82LkuBieyGShVBhvtE2zoiD6Kma4tJGFtkAhxR5pfkp5QPw4LutoYWhvQCnGjdVn14kujQ';

const VECTORS: readonly (readonly [key: string, proof: JsonObject])[] = [
  [ED25519, { ...COMMON, cryptosuite: 'eddsa-rdfc-2022', verificationMethod: `https://vc.example/issuers/5678#${ED25519}`, proofValue: 'z21EVs3eXERqTn4acNHT9viboqgzUaQ3kTmhPT3eA8qrVPE7CrQq78WkzctnMX5W4CrzcKnHw8V6dvy5pgWYCU5e9' }],
  [ED25519, { ...COMMON, cryptosuite: 'eddsa-jcs-2022', verificationMethod: `https://vc.example/issuers/5678#${ED25519}`, '@context': ALUMNI['@context'] ?? null, proofValue: 'z63t83Y53KfzJ5ZosfKTnqfMcKB2dmTrfjSaQjeNNjAD5srBowQfmWqeRb8rRjmeEuCBEsddF9LsVogtuTsijJKh4' }],
  [P256, { ...COMMON, cryptosuite: 'ecdsa-rdfc-2019', verificationMethod: `did:key:${P256}#${P256}`, proofValue: 'zaHXrr7AQdydBk3ahpCDpWbxfLokDqmCToYm2dyWvpcFVyWooC2he63w1f7UNQoAMKdhaRtcnaE2KTo5o5vTCcfw' }],
  [P384, { ...COMMON, cryptosuite: 'ecdsa-rdfc-2019', verificationMethod: `did:key:${P384}#${P384}`, proofValue: 'z967Mvv5bxtmLNqTzPZ8KmJjFmFXaAKeQNzq7GWnQkMcLtaGSSmuozE5WtJ8PipMe178B1tE28K1vsJur9bGVJhz6jgSJsRHFSQeqgH8hhjcg8gZDFJC1b9FsR5ggNmDBqHv' }],
  [P256, { ...COMMON, cryptosuite: 'ecdsa-jcs-2019', verificationMethod: `did:key:${P256}#${P256}`, proofValue: 'zq6PrUMCtqY5obCSsrQxuFJdGffCDxvFuopdZiBPUBRTFEs1VVsBZi8YiEwVWgHYrXxoV93gBHqGDBtQLPFxpZxz' }],
  [P384, { ...COMMON, cryptosuite: 'ecdsa-jcs-2019', verificationMethod: `did:key:${P384}#${P384}`, proofValue: 'zR3krc7pt9Dpn1PY2u8HWPePggtzAG2SuH2ZGNrzw8Ku3QrFLWgDTjS5mCWy65ShixJEtpMwfviAFfh5xTgd5FGN1sSbpPJ5djqSZQLqQkY8KLBPNswuqKtq3bS8f9vEHm8w' }],
];

describe('the alumni credential of the W3C specifications', () => {
  for (const [multibase, proof] of VECTORS) {
    test(`${textOf(proof['cryptosuite'])}, ${multibase.slice(0, 4)}…`, async () => {
      const check = async (document: JsonObject): Promise<string> => {
        const read = readProof(proof, Date.parse('2026-01-01T00:00:00Z'));
        const key = keyFromMultibase(multibase);
        assert.ok(!('code' in read) && key);
        return checkProof({ ...document, proof }, proof, read, key, canonize);
      };
      assert.equal(await check(ALUMNI), 'proof.ok');
      assert.equal(await check({ ...ALUMNI, name: 'Alumni  Credential' }), 'proof.signature');
    });
  }
});

describe('RFC 8032 §7.1', () => {
  const bytes = (hex: string): Uint8Array<ArrayBuffer> => Uint8Array.from(Buffer.from(hex, 'hex'));
  const vectors = [
    ['d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a', '', 'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b'],
    ['3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c', '72', '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00'],
    ['fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025', 'af82', '6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a'],
  ] as const;
  for (const [key, message, signature] of vectors) {
    test(`message ${message || 'empty'}`, async () => {
      const publicKey = { type: 'Ed25519', raw: bytes(key), jwk: {} } as const;
      assert.equal(await verifySignature(publicKey, bytes(signature), bytes(message)), true);
      assert.equal(await verifySignature(publicKey, bytes(signature), bytes(`${message}00`)), false);
      assert.equal(await verifySignature(publicKey, bytes(signature.slice(2)), bytes(message)), false);
    });
  }
});

describe('RFC 8785', () => {
  test('§3.2.2, the sample', () => {
    const input = JSON.parse('{"numbers":[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001],"string":"\\u20ac$\\u000F\\u000aA\'\\u0042\\u0022\\u005c\\\\\\"\\/","literals":[null,true,false]}') as JsonObject;
    assert.equal(canonicalizeJson(input), '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}');
  });
  test('§3.2.3, keys by UTF-16 units', () => {
    const input = JSON.parse('{"\\u20ac":"Euro Sign","\\r":"Carriage Return","\\ufb33":"Hebrew Letter Dalet With Dagesh","1":"One","\\ud83d\\ude00":"Emoji: Grinning Face","\\u0080":"Control","\\u00f6":"Latin Small Letter O With Diaeresis"}') as JsonObject;
    assert.deepEqual(Object.values(JSON.parse(canonicalizeJson(input)) as object), ['One', 'Carriage Return', 'Control', 'Latin Small Letter O With Diaeresis', 'Euro Sign', 'Emoji: Grinning Face', 'Hebrew Letter Dalet With Dagesh']);
  });
  test('appendix B, numbers', () => {
    for (const [number, text] of [[-0, '0'], [5e-324, '5e-324'], [1.7976931348623157e308, '1.7976931348623157e+308'], [9007199254740992, '9007199254740992'], [295147905179352830000, '295147905179352830000'], [1e23, '1e+23'], [0.000001, '0.000001'], [333333333.33333325, '333333333.33333325']] as const) {
      assert.equal(canonicalizeJson(number), text);
    }
  });
});
