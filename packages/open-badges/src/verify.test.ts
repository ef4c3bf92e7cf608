import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { CREDENTIALS_V2 } from './contexts/names.ts';
import type { JsonObject } from './input/json.ts';
import { badge, badgeV1, NOW, OB_CONTEXT, resources, signer, SUITES } from './testing/badges.ts';
import { verify, type VerifyOptions } from './verify.ts';
import type { Verdict } from './verdict.ts';

const judge = (document: unknown, options: Partial<VerifyOptions> = {}): Promise<Verdict> => verify(typeof document === 'string' ? document : JSON.stringify(document), { now: NOW, ...options });
const codes = ({ messages }: Verdict): string[] => messages.map(({ code }) => code);

describe('a badge that its issuer signed', () => {
  for (const name of SUITES) {
    test(`${name}: verified, and altered once a word changes`, async () => {
      const key = await signer(name);
      const signed = await key.sign(name === 'Ed25519Signature2020' ? badgeV1(key.did) : badge(key.did));
      const verdict = await judge(signed);
      assert.equal(verdict.state, 'verified', codes(verdict).join());
      assert.deepEqual(verdict.checks, { structure: 'ok', integrity: 'ok', issuer: 'ok', dates: 'ok', status: 'not checked', recipient: 'not checked' });
      assert.equal((await judge({ ...signed, name: 'Autre nom' })).state, 'altered');
    });
  }

  test('each message is said in both languages, with its place', async () => {
    const key = await signer();
    const verdict = await judge(await key.sign(badge(key.did)));
    for (const message of verdict.messages) {
      assert.match(message.path, /^\$/);
      assert.ok(message.text.fr.length > 10 && message.text.en.length > 10);
      assert.ok(!/[{}]/.test(message.text.fr + message.text.en));
    }
  });
});

describe('forgeries never look good', () => {
  test('a key under the https address of a commune is not the commune', async () => {
    const forger = await signer();
    const method = `https://mairie.example/#${forger.publicKeyMultibase}`;
    const attacker = await signer('eddsa-rdfc-2022', method);
    const verdict = await judge(await attacker.sign(badge('https://mairie.example/')));
    assert.equal(verdict.state, 'issuer not proven');
    assert.equal(verdict.checks.integrity, 'unknown');
  });

  test('a did:key signing in the name of an https issuer: not proven, until the issuer’s profile declares it', async () => {
    const key = await signer();
    const issuer = 'https://hub.example/profile';
    const signed = await key.sign(badge(issuer));
    const without = await judge(signed);
    assert.equal(without.state, 'issuer not proven');
    assert.equal(without.checks.issuer, 'unknown');
    const other = await judge(signed, { resolve: resources({ [issuer]: { id: issuer, type: 'Profile', assertionMethod: ['did:key:zOther'] } }) });
    assert.equal(other.checks.issuer, 'failed');
    const declared = await judge(signed, { resolve: resources({ [issuer]: { id: issuer, type: 'Profile', assertionMethod: [key.method] } }) });
    assert.equal(declared.state, 'verified', codes(declared).join());
  });

  test('a host may vouch for a key, for a time', async () => {
    const key = await signer();
    const signed = await key.sign(badge('https://hub.example/profile'));
    const known = { id: 'https://hub.example/profile', name: 'Hub', keys: [key.did] };
    assert.equal((await judge(signed, { knownIssuers: [known] })).state, 'verified');
    assert.equal((await judge(signed, { knownIssuers: [{ ...known, validUntil: '2026-06-01T00:00:00Z' }] })).state, 'issuer not proven');
  });

  test('a vocabulary written in the badge that renames a signed property', async () => {
    const key = await signer();
    const signed = await key.sign(badge(key.did));
    const { name, ...rest } = signed;
    const forged = { ...rest, '@context': [CREDENTIALS_V2, OB_CONTEXT, { fauxNom: 'https://schema.org/name' }], fauxNom: name, name: 'Directeur' };
    const verdict = await judge(forged);
    assert.notEqual(verdict.state, 'verified');
    assert.ok(codes(verdict).includes('context.inline'));
  });

  test('a vocabulary that nobody pinned', async () => {
    const key = await signer('eddsa-jcs-2022');
    const signed = await key.sign(badge(key.did));
    const verdict = await judge({ ...signed, '@context': [CREDENTIALS_V2, OB_CONTEXT, 'https://evil.example/ctx'] });
    assert.notEqual(verdict.state, 'verified');
    assert.ok(codes(verdict).includes('context.unknown'));
  });

  test('a word that no vocabulary defines is not covered by the signature', async () => {
    const key = await signer();
    const signed = await key.sign(badge(key.did));
    assert.equal((await judge({ ...signed, mention: 'Très bien' })).state, 'altered');
  });

  test('a good proof by a stranger beside none by the issuer', async () => {
    const [issuer, stranger] = [await signer(), await signer()];
    const signed = await stranger.sign(badge(issuer.did));
    const verdict = await judge(signed);
    assert.equal(verdict.state, 'issuer not proven');
    assert.ok(codes(verdict).includes('issuer.mismatch'));
  });

  test('one good proof by the issuer is enough beside an unknown one', async () => {
    const key = await signer();
    const signed = await key.sign(badge(key.did));
    const verdict = await judge({ ...signed, proof: [{ type: 'FutureProof2031' }, signed['proof'] ?? null] });
    assert.equal(verdict.state, 'verified');
  });

  test('a proof made to log in does not assert', async () => {
    const key = await signer();
    const signed = await key.sign(badge(key.did));
    const verdict = await judge({ ...signed, proof: { ...(signed['proof'] as JsonObject), proofPurpose: 'authentication' } });
    assert.equal(verdict.state, 'altered');
  });

  test('no proof at all', async () => {
    const verdict = await judge(badge('did:key:z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK'));
    assert.equal(verdict.state, 'issuer not proven');
    assert.ok(codes(verdict).includes('proof.missing'));
  });

  test('a key that the did:web document does not allow to assert, or has withdrawn', async () => {
    const did = 'did:web:hub.example';
    const key = await signer('eddsa-rdfc-2022', `${did}#key-1`);
    const signed = await key.sign(badge(did));
    const method = { id: `${did}#key-1`, type: 'Multikey', controller: did, publicKeyMultibase: key.publicKeyMultibase };
    const good = { id: did, verificationMethod: [method], assertionMethod: ['#key-1'] };
    const state = async (document: object): Promise<string> => (await judge(signed, { resolve: resources({ 'https://hub.example/.well-known/did.json': document }) })).state;
    assert.equal(await state(good), 'verified');
    assert.equal(await state({ ...good, assertionMethod: [] }), 'issuer not proven');
    assert.equal(await state({ ...good, verificationMethod: [{ ...method, revoked: '2026-02-01T00:00:00Z' }] }), 'issuer not proven');
    assert.equal(await state({ ...good, id: 'did:web:other.example' }), 'issuer not proven');
    assert.equal((await judge(signed)).state, 'issuer not proven');
  });
});

describe('dates', () => {
  const state = async (changes: JsonObject): Promise<string> => {
    const key = await signer('eddsa-jcs-2022');
    return (await judge(await key.sign(badge(key.did, changes)))).state;
  };
  test('expired, not yet valid, and a day that does not exist', async () => {
    const key = await signer();
    const expired = await key.sign(badge(key.did, { validUntil: '2027-01-01T00:00:00Z' }));
    assert.equal((await judge(expired, { now: new Date('2026-12-31T23:59:59Z') })).state, 'verified');
    assert.equal((await judge(expired, { now: new Date('2027-01-01T00:00:00Z') })).state, 'expired');
    assert.equal((await judge(expired, { now: new Date('2025-01-01T00:00:00Z') })).state, 'not yet valid');
    assert.equal(await state({ validUntil: '2030-01-01T00:00:00+02:00' }), 'verified');
  });
});

describe('recipient', () => {
  test('compares an address, in clear or hashed, whatever its case', async () => {
    const key = await signer();
    const signed = await key.sign(badge(key.did));
    assert.equal((await judge(signed, { recipient: 'Mediatheque@Commune.example' })).checks.recipient, 'ok');
    assert.equal((await judge(signed, { recipient: 'autre@commune.example' })).checks.recipient, 'failed');
  });
});

describe('hostile input gets a verdict', () => {
  const cases: Readonly<Record<string, string>> = {
    empty: '', words: 'bonjour', twice: '{"id":1,"id":2}', proto: '{"__proto__":{"type":"VerifiableCredential"}}',
    deep: '['.repeat(20_000) + ']'.repeat(20_000), half: '{"a":', surrogate: '{"a":"\\ud800"}', number: '{"a":01}', none: 'eyJhbGciOiJub25lIn0.e30.',
  };
  for (const [name, text] of Object.entries(cases)) {
    test(name, async () => {
      const verdict = await judge(text);
      assert.notEqual(verdict.state, 'verified');
      assert.ok(verdict.messages.length > 0);
    });
  }
});
