import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';

import { textOf, type JsonObject } from '../input/json.ts';
import { award, freshKey, oracleRevoked, oracleVerifies, random } from '../testing/awards.ts';
import { NOW } from '../testing/badges.ts';
import { codes, judge } from '../testing/judge.ts';
import { didKey } from './did.ts';
import { isoSeconds, issue } from './issue.ts';
import { IssueError } from './problems.ts';
import { encodeStatusList, freePlace, newStatusList, readStatusList, reinstate, revocationList, revoke, statusListCredential, type StatusList } from './status-list.ts';

const URL = 'https://commune.example/badges/status.json';
const key = await freshKey();
const issuer = didKey(key);
const publish = (list: StatusList): Promise<JsonObject> => statusListCredential({ list, url: URL, issuer, key, now: isoSeconds(NOW) });
const badgeAt = async (index: number): Promise<JsonObject> => (await issue(award(key, { status: { kind: 'bitstring', url: URL, index } }), { key, now: NOW })).credential;

describe('a list of bits', () => {
  test('a badge stands until its place is revoked, and again once that is undone', async () => {
    const badge = await badgeAt(131_071);
    const empty = newStatusList();
    const one = revoke(empty, 131_071, 5);
    assert.equal((await judge(badge)).state, 'status unknown');
    assert.equal((await judge(badge, { [URL]: await publish(empty) })).state, 'verified');
    assert.equal((await judge(badge, { [URL]: await publish(one) })).state, 'revoked');
    assert.equal((await judge(badge, { [URL]: await publish(reinstate(one, 131_071)) })).state, 'verified');
    assert.equal((await judge(await badgeAt(4), { [URL]: await publish(one) })).state, 'verified');
  });

  test('the reference library reads the same', async () => {
    const list = await publish(revoke(newStatusList(), 7));
    assert.equal(await oracleVerifies(list), true);
    for (const [index, revoked] of [[7, true], [8, false]] as const) assert.equal(await oracleRevoked(await badgeAt(index), URL, list), revoked);
  });

  test('it is 16 KiB of bits, and a few dozen bytes on a site', async () => {
    const encoded = await encodeStatusList(newStatusList());
    assert.equal(gunzipSync(Buffer.from(encoded.slice(1), 'base64url')).length, 16_384);
    assert.ok(encoded.length < 100);
  });

  test('what was published is read back, whatever is in it', async () => {
    await fc.assert(fc.asyncProperty(fc.uniqueArray(fc.nat(131_071), { maxLength: 60 }), async (places) => {
      const back = await readStatusList({ credentialSubject: { encodedList: await encodeStatusList(revoke(newStatusList(), ...places)) } });
      assert.deepEqual([back.length, [...back.revoked]], [131_072, places.toSorted((a, b) => a - b)]);
    }), { numRuns: 20 });
  });

  test('too small a list, a place beyond it, no list', async () => {
    assert.throws(() => newStatusList(1000), IssueError);
    assert.throws(() => revoke(newStatusList(), 131_072), IssueError);
    await assert.rejects(readStatusList({ credentialSubject: { encodedList: 'uAAAA' } }), IssueError);
  });

  test('places are drawn among the free ones', () => {
    const taken = new Set<number>();
    for (let n = 0; n < 500; n += 1) taken.add(freePlace(newStatusList(), taken, random) ?? -1);
    assert.equal(taken.size, 500);
    assert.ok(Math.max(...taken) > 60_000);
    const full = { length: 3, revoked: new Set<number>() };
    assert.equal(freePlace(full, new Set([0, 1]), random), 2);
    assert.equal(freePlace(full, new Set([0, 1, 2]), random), undefined);
  });
});

describe('a list of names, for older readers', () => {
  test('says which badges were taken back, and why', async () => {
    const { credential } = await issue(award(key, { status: { kind: 'list', url: URL } }), { key, now: NOW });
    assert.equal(await oracleVerifies(credential), true);
    assert.equal((await judge(credential, { [URL]: revocationList(URL, issuer, []) })).state, 'verified');
    const verdict = await judge(credential, { [URL]: revocationList(URL, issuer, [{ id: textOf(credential['id']), reason: 'Remis par erreur' }]) });
    assert.equal(verdict.state, 'revoked');
    assert.match(verdict.messages.find(({ code }) => code === 'status.set')?.text.fr ?? '', /Remis par erreur/);
    assert.ok(codes(verdict).includes('status.set'));
  });
});
