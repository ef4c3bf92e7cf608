/** What goes with badges: the backup of the key, endorsements, copies for version 2. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import type { JsonObject } from '../input/json.ts';
import { award, freshKey, oracleVerifies, random } from '../testing/awards.ts';
import { NOW } from '../testing/badges.ts';
import { codes, judge } from '../testing/judge.ts';
import { decryptBackup, encryptBackup, readBackupLabel } from './backup.ts';
import { didKey } from './did.ts';
import { endorsable, endorse } from './endorsement.ts';
import { hostedBadge } from './hosted.ts';
import { issue } from './issue.ts';
import { keyFromSeed, newSeed } from './key.ts';
import { IssueError } from './problems.ts';

const code = (expected: string) => (error: unknown): boolean => error instanceof IssueError && error.problems[0]?.code === expected;

describe('the backup', () => {
  const seed = newSeed(random);
  const passphrase = 'quatre mots sans rapport é';
  const made = encryptBackup({ label: { id: 'did:key:z6Mk', name: 'Hub' }, seed, content: { profile: { name: 'Hub' } }, passphrase, random, now: '2026-11-23T12:00:00Z' });

  test('gives back the key and what was kept with it', async () => {
    const restored = await decryptBackup(await made, ` ${passphrase.normalize('NFD')}\n`);
    assert.deepEqual(restored, { seed, content: { profile: { name: 'Hub' } } });
    const key = await keyFromSeed(restored.seed, { random });
    assert.equal(key.publicKeyMultibase, (await keyFromSeed(seed, { random })).publicKeyMultibase);
  });

  test('says whose it is, and holds the key nowhere in clear', async () => {
    assert.deepEqual(readBackupLabel(await made), { id: 'did:key:z6Mk', name: 'Hub', made: '2026-11-23T12:00:00Z' });
    assert.ok(!(await made).includes(Buffer.from(seed).toString('base64url')));
    assert.match(await made, /"iterations": 600000/);
  });

  test('another passphrase, a damaged file and another file are three things', async () => {
    const text = await made;
    await assert.rejects(decryptBackup(text, 'quatre mots sans rapport e'), code('backup.passphrase'));
    await assert.rejects(decryptBackup(text.replace(/("data": ".{20})./, '$1-'), passphrase), code('backup.damaged'));
    await assert.rejects(decryptBackup(text.replace('"iterations": 600000', '"iterations": 99999999999'), passphrase), code('backup.damaged'));
    await assert.rejects(decryptBackup(text.replace('"version": 1', '"version": 2'), passphrase), code('backup.version'));
    for (const other of ['', '{', '[]', '{"type":"assessment"}']) await assert.rejects(decryptBackup(other, passphrase), code('backup.syntax'));
    assert.equal(readBackupLabel('{}'), undefined);
  });

  test('a passphrase that is too short is refused', async () => {
    await assert.rejects(encryptBackup({ label: { id: 'x', name: 'x' }, seed, content: {}, passphrase: 'court', random, now: '' }), code('backup.weak'));
  });
});

describe('an endorsement', () => {
  test('by another organisation shows in the badges that carry it', async () => {
    const [key, other] = [await freshKey(), await freshKey()];
    const first = award(key);
    const { credential } = await issue(first, { key, now: NOW });
    const about = endorsable(credential).find(({ kind }) => kind === 'achievement');
    assert.equal(about?.name, 'Bibliothèque partenaire');
    const issuer = { id: didKey(other), name: 'Métropole de démonstration' };
    const signed = await endorse({ id: 'urn:uuid:5b2c2b0e-7a51-4f0e-9f5a-000000000009', issuer, about: about.id, name: about.name, comment: 'Nous reconnaissons ce badge.', validFrom: '2026-11-02T00:00:00Z' }, other, '2026-11-02T00:00:00Z');
    assert.equal((await judge(signed)).state, 'verified');
    assert.equal(await oracleVerifies(signed), true);
    const endorsed = (await issue({ ...first, achievement: { ...first.achievement, endorsements: [signed] } }, { key, now: NOW })).credential;
    const verdict = await judge(endorsed);
    assert.deepEqual([verdict.state, verdict.endorsements.map(({ state }) => state)], ['verified', ['verified']]);
    assert.ok(!codes(verdict).some((each) => each.startsWith('endorsement.')));
    assert.equal(await oracleVerifies(endorsed), true);
  });

  test('about nothing, or saying nothing, is refused', async () => {
    const key = await freshKey();
    await assert.rejects(endorse({ id: 'urn:x:1', issuer: { id: didKey(key), name: 'Hub' }, about: 'urn:x:2', name: 'x', comment: ' ', validFrom: '2026-11-02T00:00:00Z' }, key, '2026-11-02T00:00:00Z'), code('text.missing'));
  });
});

describe('the copy for Open Badges 2.0', () => {
  test('verifies where it is hosted, and is revoked there', async () => {
    const key = await freshKey();
    const one = award(key);
    const { url, documents } = hostedBadge(one, { base: 'https://badges.hub.example/ob2/' });
    const map = Object.fromEntries(documents) as Record<string, JsonObject>;
    const given = map[url];
    const verdict = await judge(given, map, { recipient: 'mediatheque@commune.example' });
    assert.deepEqual([verdict.state, verdict.kind, verdict.checks.recipient], ['verified', 'Assertion 2.0', 'ok']);
    const gone = hostedBadge(one, { base: 'https://badges.hub.example/ob2/', revoked: { reason: 'Erreur' } });
    assert.equal((await judge(given, Object.fromEntries(gone.documents))).state, 'revoked');
  });

  test('asks for what version 2 asks for', async () => {
    const key = await freshKey();
    assert.throws(() => hostedBadge(award(key, { issuer: { id: didKey(key), name: 'Hub' } }), { base: 'http://x' }), (error) =>
      error instanceof IssueError && error.problems.map(({ path }) => path).join() === 'base,issuer.url,issuer.email');
  });
});
