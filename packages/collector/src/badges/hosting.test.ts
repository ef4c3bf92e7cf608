import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { verify } from '@assembleurs/open-badges';
import { hostedBadge, signCredential } from '@assembleurs/open-badges/issue';
import type { SigningKey } from '@assembleurs/open-badges/issue';
import { ADMIN, json, openTrial } from '../testing/collector.ts';
import type { ProblemBody, Trial } from '../testing/collector.ts';
import { awardBy, didDocument, didKey, newKey, PUBLIC, signed, statusList } from '../testing/badges.ts';

let trial: Trial;
let key: SigningKey;
let clock = new Date('2026-12-10T10:00:00Z');
const DID = 'did:web:collecteur.hub.example:issuers:mel';
const LIST = `${PUBLIC}/issuers/mel/status/1.json`;

const put = (path: string, body: unknown, language?: string) => trial.call('PUT', path, { token: ADMIN, body, ...(language !== undefined && { language }) });
/** What a reader of badges finds at an address of the collector. */
const resolve = async (url: string): Promise<unknown> => {
  const address = url === DID ? `${PUBLIC}/issuers/mel/did.json` : url;
  const response = await trial.call('GET', address.slice(PUBLIC.length));
  return response.ok ? await response.json() as unknown : undefined;
};

before(async () => {
  trial = await openTrial({ publicUrl: `${PUBLIC}/`, now: () => clock });
  key = await newKey();
  const made = await put('/issuers/mel', { id: DID, name: 'Hub numérique', url: 'https://hub.example/', email: 'badges@hub.example' });
  assert.equal(made.status, 201, await made.clone().text());
  assert.equal((await json<{ hostedDid: string }>(made)).hostedDid, DID);
  assert.equal((await put('/issuers/mel/did.json', didDocument(DID, [key]))).status, 201);
});
after(() => trial.close());

describe('an issuer whose documents are hosted', () => {
  test('a badge verifies with nothing but what is hosted; taken back, it shows as revoked to whoever asks', async () => {
    const text = await signed(awardBy(DID, { status: { kind: 'bitstring', url: LIST, index: 71 } }), key);
    assert.equal((await verify(text, { now: new Date(), resolve })).state, 'status unknown');
    assert.equal((await put('/issuers/mel/status/1.json', await statusList(DID, key, LIST, '2026-11-01T10:00:00Z'))).status, 201);
    assert.equal((await verify(text, { now: new Date(), resolve })).state, 'verified');
    const before = await trial.call('GET', '/issuers/mel/status/1.json');
    const etag = before.headers.get('etag') ?? '';
    assert.equal((await trial.call('GET', '/issuers/mel/status/1.json', { headers: { 'If-None-Match': etag } })).status, 304);
    assert.equal((await put('/issuers/mel/status/1.json', await statusList(DID, key, LIST, '2026-11-02T10:00:00Z', 71))).status, 200);
    assert.equal((await verify(text, { now: new Date(), resolve })).state, 'revoked');
    assert.equal((await trial.call('GET', '/issuers/mel/status/1.json', { headers: { 'If-None-Match': etag } })).status, 200);
  });

  test('any page may read what is hosted, and a cache may keep it; the hub’s lists are for the hub', async () => {
    const headers = { Origin: 'https://lecteur.example' };
    for (const path of ['did.json', 'profile.json', 'status/1.json']) {
      const response = await trial.call('GET', `/issuers/mel/${path}`, { headers });
      assert.equal(response.headers.get('access-control-allow-origin'), '*', path);
      assert.match(response.headers.get('cache-control') ?? '', /public, max-age=\d+/);
    }
    assert.equal((await trial.call('GET', '/issuers/mel/claims', { headers, token: ADMIN })).headers.get('access-control-allow-origin'), null);
    assert.equal((await trial.call('PUT', '/issuers/mel/did.json', { headers, token: ADMIN, body: {} })).headers.get('access-control-allow-origin'), null);
  });

  test('a list older than the one that is published is refused: it would bring revoked badges back', async () => {
    const url = `${PUBLIC}/issuers/mel/status/2.json`;
    await put('/issuers/mel/status/2.json', await statusList(DID, key, url, '2026-11-02T10:00:00Z', 4));
    const refused = await put('/issuers/mel/status/2.json', await statusList(DID, key, url, '2026-11-01T10:00:00Z'));
    assert.equal(refused.status, 409);
    assert.match((await json<ProblemBody>(refused)).detail, /plus récente/);
  });

  test('a list that forgets what another machine revoked is refused, however late it was signed; said on purpose, it stands', async () => {
    const path = '/issuers/mel/status/4.json';
    const list = (day: number, ...places: number[]) => statusList(DID, key, PUBLIC + path, `2026-11-0${String(day)}T10:00:00Z`, ...places);
    assert.equal((await put(path, await list(1, 7))).status, 201);
    const stale = await list(2, 9);
    for (const query of ['', '?reinstate=false']) {
      const refused = await put(path + query, stale);
      assert.equal(refused.status, 409);
      const { type, detail } = await json<ProblemBody>(refused);
      assert.equal(type, 'urn:assembleurs:problem:badge-document-reinstates');
      assert.match(detail, /révoque 1 badge que celle-ci ne révoque pas/);
    }
    assert.equal((await put(path, await list(3, 7, 9))).status, 200, 'the register that is up to date');
    assert.equal((await put(`${path}?reinstate=true`, await list(2))).status, 409, 'an older list stays older');
    assert.match((await json<ProblemBody>(put(path, await list(4), 'en'))).detail, /revokes 2 badges that this one does not/);
    assert.equal((await put(`${path}?reinstate=peut-être`, await list(4))).status, 400);
    assert.equal((await put(`${path}?reinstate=true`, await list(4))).status, 200);
    assert.equal((await put(path, await list(5, 9))).status, 200);
  });

  test('so it is with a list by name, in each spelling of the standard', async () => {
    const path = '/issuers/mel/revocations/1.json';
    const list = (revokedCredential: unknown[], more = {}) => ({ id: PUBLIC + path, issuer: DID, revokedCredential, ...more });
    const [one, two] = ['urn:uuid:1', 'urn:uuid:2'];
    assert.equal((await put(path, list([{ id: one, revoked: true, revocationReason: 'Erreur' }]))).status, 201);
    for (const forgetful of [list([]), list([two]), list([{ id: one, revoked: false }])]) assert.equal((await put(path, forgetful)).status, 409);
    assert.equal((await put(path, list([one], { revokedCredentials: [{ id: two }] }))).status, 200);
    assert.match((await json<ProblemBody>(put(path, list([])))).detail, /révoque 2 badges/);
    assert.equal((await put(`${path}?reinstate=true`, list([two]))).status, 200);
  });

  test('a list dated by a clock that is ahead is refused; one that was published before the clock was set right blocks nothing', async () => {
    const path = '/issuers/mel/status/5.json';
    const list = (now: string, ...places: number[]) => statusList(DID, key, PUBLIC + path, now, ...places);
    const refused = await put(path, await list('2026-12-10T10:06:00Z', 9));
    assert.equal(refused.status, 422);
    const { errors: [fault] = [] } = await json<ProblemBody>(refused);
    assert.deepEqual([fault?.pointer, fault?.code], ['/validFrom', 'badge-ahead']);
    assert.match(fault?.detail ?? '', /Mettez à l’heure l’horloge/);
    assert.equal((await put(path, await list('2026-12-10T10:04:00Z'))).status, 201, 'clocks differ a little');
    const right = clock;
    clock = new Date('2036-12-10T10:00:00Z');
    assert.equal((await put(path, await list('2036-12-10T10:00:00Z', 9))).status, 200);
    clock = right;
    assert.equal((await put(path, await list('2026-12-10T10:00:00Z'))).status, 409, 'what it revoked stays');
    assert.equal((await put(path, await list('2026-12-10T10:00:00Z', 9, 10))).status, 200);
  });

  test('a list whose bits cannot be read is refused', async () => {
    const path = '/issuers/mel/status/6.json';
    const { proof, ...list } = await statusList(DID, key, PUBLIC + path, '2026-11-01T10:00:00Z');
    assert.ok(proof);
    const unreadable = await signCredential({ ...list, credentialSubject: { id: `${PUBLIC}${path}#list`, type: 'BitstringStatusList', statusPurpose: 'revocation', encodedList: 'uAAAA' } }, key, '2026-11-01T10:00:00Z');
    const refused = await put(path, unreadable);
    assert.equal(refused.status, 422);
    assert.equal((await json<ProblemBody>(refused)).errors?.[0]?.pointer, '/credentialSubject/encodedList');
  });

  test('of two machines that publish at once, each without the other’s revocation, one is told', async () => {
    for (let round = 0; round < 10; round += 1) {
      const path = `/issuers/mel/status/at-once-${String(round)}.json`;
      const [first, ...others] = await Promise.all([[], [7], [9]].map((places) => statusList(DID, key, PUBLIC + path, '2026-11-01T10:00:00Z', ...places)));
      assert.equal((await put(path, first)).status, 201);
      const statuses = (await Promise.all(others.map((list) => put(path, list)))).map(({ status }) => status);
      assert.deepEqual(statuses.sort(), [200, 409], `round ${String(round)}`);
    }
  });

  test('another key’s list, an altered one, one for another address: each is refused and says why', async () => {
    const other = await newKey();
    const cases = [
      [await statusList(didKey(other), other, LIST, '2026-12-01T10:00:00Z'), /n’est pas de cet émetteur/],
      [await statusList(DID, other, LIST, '2026-12-01T10:00:00Z'), /ne se vérifie pas/],
      [{ ...await statusList(DID, key, LIST, '2026-12-01T10:00:00Z'), validFrom: '2026-12-02T10:00:00Z' }, /ne se vérifie pas/],
      [await statusList(DID, key, `${PUBLIC}/issuers/mel/status/3.json`, '2026-12-01T10:00:00Z'), /devrait porter l’adresse/],
      [{ hello: 1 }, /devrait porter l’adresse/],
    ] as const;
    for (const [document, said] of cases) {
      const response = await put('/issuers/mel/status/1.json', document);
      assert.equal(response.status, 422);
      assert.match((await json<ProblemBody>(response)).errors?.[0]?.detail ?? '', said);
    }
    assert.match((await json<ProblemBody>(put('/issuers/mel/status/1.json', {}, 'en'))).errors?.[0]?.detail ?? '', /should bear the address/);
  });

  test('another key: the old one stays in the document, or it is refused; badges of before stay good', async () => {
    const text = await signed(awardBy(DID), key);
    const next = await newKey();
    const alone = await put('/issuers/mel/did.json', didDocument(DID, [next]));
    assert.equal(alone.status, 422);
    assert.match((await json<ProblemBody>(alone)).errors?.[0]?.detail ?? '', /ne seraient plus valables/);
    assert.equal((await put('/issuers/mel/did.json', didDocument(DID, [next, key]))).status, 200);
    assert.equal((await verify(text, { now: new Date(), resolve })).state, 'verified');
    assert.equal((await verify(await signed(awardBy(DID), next), { now: new Date(), resolve })).state, 'verified');
  });

  test('a stolen key stays stolen, from the day that was published or before: a register that does not know of it is refused', async () => {
    const [now, stolen] = [await newKey(), await newKey()];
    const did = 'did:web:collecteur.hub.example:issuers:vol';
    const keys = (revoked?: string) => didDocument(did, [now, { publicKeyMultibase: stolen.publicKeyMultibase, revoked }]);
    assert.equal((await put('/issuers/vol', { id: did, name: 'Hub' })).status, 201);
    assert.equal((await put('/issuers/vol/did.json', keys())).status, 201);
    assert.equal((await put('/issuers/vol/did.json', keys('2026-11-02T10:00:00Z'))).status, 200);
    const declared = keys('2026-11-02T10:00:00Z');
    const twice = { ...declared, assertionMethod: keys()['verificationMethod'] };
    for (const document of [keys(), keys('2026-11-03T10:00:00Z'), twice]) {
      const refused = await put('/issuers/vol/did.json', document);
      assert.equal(refused.status, 422);
      const { errors: [fault] = [] } = await json<ProblemBody>(refused);
      assert.deepEqual([fault?.pointer, fault?.code], ['/verificationMethod', 'badge-key-restored']);
      assert.ok(fault?.detail.includes(stolen.publicKeyMultibase));
    }
    assert.equal((await put('/issuers/vol/did.json', declared)).status, 200);
    assert.equal((await put('/issuers/vol/did.json', keys('2026-11-01T10:00:00Z'))).status, 200, 'stolen earlier than was thought');
  });

  test('an issuer that began with a did:key goes on as a did:web: the lists of its first badges stay its own', async () => {
    const url = `${PUBLIC}/issuers/mel/status/first.json`;
    assert.equal((await put('/issuers/mel/status/first.json', await statusList(didKey(key), key, url, '2026-11-01T10:00:00Z', 3))).status, 201);
  });

  test('the copy for readers of version 2 verifies by where it stands; revoked, it says so', async () => {
    const award = awardBy(DID);
    const { url, documents } = hostedBadge(award, { base: `${PUBLIC}/issuers/mel/ob2/` });
    const early = await put(new URL(url).pathname, documents.get(url));
    assert.equal(early.status, 422, 'its class and its issuer are not there yet');
    for (const [address, document] of [...documents].reverse()) assert.equal((await put(new URL(address).pathname, document)).status, 201, address);
    assert.equal((await verify(url, { now: new Date(), resolve })).state, 'verified');
    const gone = hostedBadge(award, { base: `${PUBLIC}/issuers/mel/ob2/`, revoked: { reason: 'Erreur' } });
    assert.equal((await put(new URL(url).pathname, gone.documents.get(url))).status, 200);
    assert.equal((await verify(JSON.stringify(documents.get(url)), { now: new Date(), resolve })).state, 'revoked');
    // The register of another machine, that has missed it.
    assert.equal((await put(new URL(url).pathname, documents.get(url))).status, 409);
    assert.equal((await verify(JSON.stringify(documents.get(url)), { now: new Date(), resolve })).state, 'revoked');
    assert.equal((await put(`${new URL(url).pathname}?reinstate=true`, documents.get(url))).status, 200);
    assert.equal((await verify(url, { now: new Date(), resolve })).state, 'verified');
  });

  test('a profile with a wrong address or no name says which field', async () => {
    const response = await put('/issuers/autre', { id: didKey(key), name: 'x', url: 'pas une adresse' });
    assert.equal(response.status, 422);
    assert.deepEqual((await json<ProblemBody>(response)).errors?.map(({ path }) => path), ['url']);
    assert.equal((await trial.call('GET', '/issuers/autre/profile.json')).status, 404);
  });

  test('erased, nothing of it is served', async () => {
    await put('/issuers/bref', { id: didKey(key), name: 'Bref' });
    assert.equal((await trial.call('GET', '/issuers/bref/profile.json')).status, 200);
    assert.equal((await trial.call('DELETE', '/issuers/bref', { token: ADMIN })).status, 204);
    assert.equal((await trial.call('GET', '/issuers/bref/profile.json')).status, 404);
  });
});

test('without a public address nothing is hosted, and the problem says what to set', async () => {
  const bare = await openTrial();
  const response = await bare.call('PUT', '/issuers/mel', { token: ADMIN, body: { id: didKey(key), name: 'x' } });
  assert.equal(response.status, 503);
  assert.match((await json<ProblemBody>(response)).detail, /ASB_PUBLIC_URL/);
  await bare.close();
});
