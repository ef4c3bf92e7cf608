import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import type { JsonObject } from '../input/json.ts';
import { didWebUrl } from '../issuer/declared.ts';
import { award, freshKey, oracleVerifies } from '../testing/awards.ts';
import { NOW } from '../testing/badges.ts';
import { judge } from '../testing/judge.ts';
import { didDocument, didWeb } from './did.ts';
import { issue } from './issue.ts';
import { keyFromKept } from './key.ts';
import type { Award } from './model.ts';
import { IssueError } from './problems.ts';

const key = await freshKey();
const signed = (changes: Partial<Award> = {}, by = key): Promise<JsonObject> => issue(award(by, changes), { key: by, now: NOW }).then(({ credential }) => credential);

describe('issuing', () => {
  test('a badge with everything in it verifies here and with the reference library', async () => {
    const badge = await signed();
    const verdict = await judge(badge);
    assert.deepEqual([verdict.state, verdict.kind, verdict.messages.map(({ code }) => code).filter((code) => !code.endsWith('.ok') && !code.endsWith('.bound'))], ['verified', 'OpenBadgeCredential', []]);
    assert.equal(await oracleVerifies(badge), true);
    assert.equal(await oracleVerifies({ ...badge, name: 'Autre' }), false);
  });

  test('without WebCrypto’s Ed25519 the library signs as well, from a seed that stays sealed', async () => {
    const old = await freshKey(false);
    assert.equal(old.kept.kind, 'sealed');
    const badge = await signed({}, keyFromKept(old.kept));
    assert.equal((await judge(badge)).state, 'verified');
    assert.equal(await oracleVerifies(badge), true);
  });

  test('the key that is kept cannot be read', async () => {
    assert.ok(key.kept.kind === 'native');
    assert.equal(key.kept.key.extractable, false);
    await assert.rejects(crypto.subtle.exportKey('jwk', key.kept.key));
  });

  test('its recipient can tell that it is theirs; nobody reads the address in it', async () => {
    const badge = await signed();
    assert.equal((await judge(badge, {}, { recipient: ' Mediatheque@Commune.example' })).checks.recipient, 'ok');
    assert.equal((await judge(badge, {}, { recipient: 'accueil@commune.example' })).checks.recipient, 'failed');
    assert.ok(!JSON.stringify(badge).includes('mediatheque@'));
    const plain = await signed({ recipient: { kind: 'person', email: 'Mediatheque@commune.example' } });
    assert.ok(JSON.stringify(plain).includes('"mediatheque@commune.example"'));
    assert.equal((await judge(plain, {}, { recipient: 'mediatheque@commune.example' })).checks.recipient, 'ok');
  });

  test('an organisation receives one by its name and address', async () => {
    const badge = await signed({ recipient: { kind: 'organisation', name: 'Médiathèque de démonstration', url: 'https://mediatheque.example/', email: 'accueil@mediatheque.example' } });
    assert.equal((await judge(badge)).state, 'verified');
    assert.equal(await oracleVerifies(badge), true);
    const subject = badge['credentialSubject'] as JsonObject;
    assert.equal(subject['id'], 'https://mediatheque.example/');
  });

  test('a token says the same, and verifies', async () => {
    const { text } = await issue(award(key), { key, now: NOW, form: 'jwt' });
    assert.equal((await judge(text)).state, 'verified');
    const [head = '', body = '', tail = ''] = text.split('.');
    const payload = JSON.parse(Buffer.from(body, 'base64url').toString()) as JsonObject;
    assert.equal(payload['nbf'], Date.parse('2026-11-01T08:00:00Z') / 1000);
    const changed = Buffer.from(JSON.stringify({ ...payload, name: 'Autre' })).toString('base64url');
    assert.equal((await judge([head, changed, tail].join('.'))).state, 'altered');
  });

  test('a badge for later is handed over, and says so', async () => {
    assert.equal((await judge(await signed({ validFrom: '2027-01-01T00:00:00Z' }))).state, 'not yet valid');
  });
});

describe('an issuer with a site', () => {
  const { did, documentUrl } = didWeb('https://commune.example/badges/');
  test('its document stands where readers look, and its badges verify with it', async () => {
    assert.equal(did, 'did:web:commune.example:badges');
    assert.equal(documentUrl, 'https://commune.example/badges/did.json');
    for (const site of ['commune.example', 'commune.example:8443/a/b.c', 'https://commune.example/']) assert.equal(didWeb(site).documentUrl, didWebUrl(didWeb(site).did));
    assert.deepEqual(didWeb('commune.example'), { did: 'did:web:commune.example', documentUrl: 'https://commune.example/.well-known/did.json' });
    const { issuer } = award(key);
    const badge = await signed({ issuer: { ...issuer, id: did } });
    assert.equal((await judge(badge)).state, 'issuer not proven');
    assert.equal((await judge(badge, { [documentUrl]: didDocument(did, [key]) })).state, 'verified');
  });

  test('a key that was replaced still answers for its badges; a stolen one does not', async () => {
    const next = await freshKey();
    const badge = await signed({ issuer: { id: did, name: 'Commune' } });
    assert.equal((await judge(badge, { [documentUrl]: didDocument(did, [next, key]) })).state, 'verified');
    assert.notEqual((await judge(badge, { [documentUrl]: didDocument(did, [next, { ...key, revoked: '2026-11-20T00:00:00Z' }]) })).state, 'verified');
    assert.notEqual((await judge(badge, { [documentUrl]: didDocument(did, [next]) })).state, 'verified');
  });

  test('a name that is no site is refused with a sentence', () => {
    for (const site of ['', 'commune', 'http://x y', 'https://a:b@commune.example', 'https://commune.example/?a=1', 'commune.example/é']) {
      assert.throws(() => didWeb(site), (error) => error instanceof IssueError && error.problems[0]?.code === 'host.wrong', site);
    }
  });
});

describe('what cannot be signed', () => {
  const codes = async (changes: Partial<Award>): Promise<string[]> => {
    try {
      await signed(changes);
      return [];
    } catch (error) {
      assert.ok(error instanceof IssueError);
      return error.problems.map(({ code, path }) => `${path} ${code}`);
    }
  };
  const base = award(key);

  test('is told all at once, by place', async () => {
    assert.deepEqual(
      await codes({
        id: 'badge 1', validFrom: '2026-02-30', validUntil: 'demain', narrative: 'a\ud800', issuer: { id: 'https://hub.example/', name: ' ' },
        achievement: { ...base.achievement, id: '', name: 'gro\u202e.elpmaxe', image: 'javascript:alert(1)', alignments: [{ name: '', url: 'file:///x' }] },
        recipient: { kind: 'person', email: 'a@b', salt: 'abc' }, evidence: [{ url: 'javascript:alert(1)' }], status: { kind: 'bitstring', url: 'ftp://x', index: -1 },
      }),
      [
        'id uri.wrong', 'validFrom date.wrong', 'validUntil date.wrong', 'narrative text.broken', 'evidence[0].url url.wrong', 'issuer.id issuer.kind', 'issuer.name text.missing', 'achievement.id uri.wrong',
        'achievement.name text.bidi', 'achievement.image image.wrong', 'achievement.alignments[0].name text.missing', 'achievement.alignments[0].url url.wrong', 'recipient.email email.wrong', 'recipient.salt salt.short',
        'status.url url.wrong', 'status.index status.index',
      ],
    );
    assert.deepEqual(await codes({ validUntil: base.validFrom }), ['validUntil date.order']);
    assert.deepEqual(await codes({ achievement: { ...base.achievement, image: `data:image/png;base64,${'A'.repeat(400_000)}` } }), ['achievement.image image.large']);
  });

  test('another issuer’s name is refused', async () => {
    const other = await freshKey();
    assert.deepEqual(await codes({ issuer: { ...base.issuer, id: `did:key:${other.publicKeyMultibase}` } }), ['issuer.id issuer.key']);
  });

  test('every sentence is in both languages', async () => {
    const { TEXTS } = await import('./messages.ts');
    for (const [code, { fr, en }] of Object.entries(TEXTS)) {
      assert.ok(fr.length > 10 && en.length > 10, code);
      assert.doesNotMatch(fr, / [:;?!»]|« |'/, code);
    }
  });
});
