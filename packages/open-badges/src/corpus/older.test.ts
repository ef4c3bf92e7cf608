/** How platforms wrote Open Badges 1 and 2: hosted and signed, in files and in pictures. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import type { JsonObject, JsonValue } from '../input/json.ts';
import { codes, judge, stateOf, type Map } from '../testing/judge.ts';
import { png } from '../testing/pictures.ts';
import { tokenSigner } from '../testing/tokens.ts';

const OB2 = 'https://w3id.org/openbadges/v2';
const HUB = 'https://hub.example';
const MAIL = 'mediatheque@commune.example';
const [ASSERTION, CLASS, ISSUER] = [`${HUB}/a/1`, `${HUB}/b/1`, `${HUB}/i`];
const recipient: JsonObject = { type: 'email', hashed: false, identity: MAIL };
const badgeClass: JsonObject = { '@context': OB2, id: CLASS, type: 'BadgeClass', name: 'Bibliothèque', description: 'D', image: `${HUB}/b/1.png`, criteria: `${HUB}/c`, issuer: ISSUER };
const issuer: JsonObject = { '@context': OB2, id: ISSUER, type: 'Issuer', name: 'Hub', url: HUB, email: 'hub@hub.example' };
const two = (changes: JsonObject = {}): JsonObject => ({ '@context': OB2, id: ASSERTION, type: 'Assertion', recipient, badge: CLASS, verification: { type: 'HostedBadge' }, issuedOn: '2026-01-01T00:00:00Z', ...changes });
const one = (changes: JsonObject = {}): JsonObject => ({ uid: '1', recipient, badge: CLASS, verify: { type: 'hosted', url: ASSERTION }, issuedOn: 1767225600, ...changes });
const published = (assertion: unknown, more: Map = {}): Map => ({ [ASSERTION]: assertion, [CLASS]: badgeClass, [ISSUER]: issuer, ...more });
/** As its issuer publishes it. */
const hosted = (assertion: JsonObject): Promise<string> => stateOf(assertion, published(assertion));

describe('version 2, hosted', () => {
  const good: Readonly<Record<string, JsonObject>> = {
    'HostedBadge': {}, 'hosted': { verification: { type: 'hosted' } }, 'types in lists': { type: ['Assertion'], verification: { type: ['HostedBadge'] } }, 'verification with its own address': { verification: { type: 'HostedBadge', url: ASSERTION } },
    'contexts in a list': { '@context': [OB2] }, 'an extension': { '@context': [OB2, 'https://hub.example/extension.json'], 'extensions:note': { type: ['Extension'], value: 'x' } },
    'class spelled out': { badge: { ...badgeClass, issuer } }, 'class, recipient and verification in lists of one': { badge: [CLASS], recipient: [recipient], verification: [{ type: 'HostedBadge' }] },
    'nulls for what is not said': { expires: null, evidence: null, narrative: null, revoked: null }, 'not revoked, in so many words': { revoked: false }, 'in quotes': { revoked: 'false' },
    'an offset without a colon': { issuedOn: '2026-01-01T02:00:00+0200' }, 'six decimals and an offset': { issuedOn: '2026-01-01T02:00:00.123456+02:00' },
    'evidence as addresses': { evidence: ['https://hub.example/1', 'https://hub.example/2'] }, 'evidence as objects': { evidence: [{ id: 'https://hub.example/1', narrative: 'N' }] },
    'picture as an address': { image: `${HUB}/a/1.png` }, 'picture as an object': { image: { id: `${HUB}/a/1.png`, type: 'Image' } },
  };
  for (const [name, changes] of Object.entries(good)) {
    test(name, async () => {
      const verdict = await judge(two(changes), published(two(changes)), { recipient: MAIL });
      assert.equal(verdict.state, 'verified', codes(verdict).join());
      assert.equal(verdict.checks.recipient, 'ok');
      assert.equal((verdict.document?.['badge'] as JsonObject)['name'], 'Bibliothèque');
      // A copy with other words is never taken for it, and what the issuer took back is never good.
      assert.equal(await stateOf(two({ ...changes, issuedOn: '2025-01-01T00:00:00Z' }), published(two(changes))), 'altered');
      assert.equal(await stateOf(two(changes), published(two({ ...changes, revoked: 'true' }))), 'revoked');
    });
  }

  test('dates that cannot be told', async () => {
    for (const changes of [{ issuedOn: '2026-01-01T00:00:00' }, { issuedOn: 1767225600 }, { issuedOn: '2026-02-30T00:00:00+0000' }, { issuedOn: '2026-01-01T00:00:00+2500' }, { expires: '' }, { expires: 0 }, { issuedOn: null }]) assert.equal(await hosted(two(changes)), 'unreadable', JSON.stringify(changes));
    assert.equal(await hosted(two({ expires: '2026-06-01T00:00:00+0200' })), 'expired');
  });

  test('a page without encryption proves nothing about an issuer who has it', async () => {
    const plain = 'http://hub.example/a/1';
    assert.equal(await stateOf(two({ id: plain }), published(two(), { [plain]: two({ id: plain }) })), 'issuer not proven');
    const older = JSON.parse(JSON.stringify(published(two())).replaceAll('https://hub', 'http://hub')) as Map;
    assert.equal(await stateOf(older[plain], older), 'verified');
  });
});

describe('version 2, as Badgr bakes it', () => {
  const spelled = two({ slug: 'xYz', badge: { ...badgeClass, slug: 'aBc', issuer }, issuedOn: '2026-01-01T09:00:00.123456+00:00', evidence: [] });
  const page = two({ slug: 'xYz', issuedOn: '2026-01-01T09:00:00.123456+00:00' });

  test('everything spelled out in the picture, addresses on its page', async () => {
    const picture = png([{ type: 'iTXt', keyword: 'openbadges', text: JSON.stringify(spelled, null, 2) }]);
    const verdict = await judge(picture, published(page));
    assert.equal(verdict.state, 'verified', codes(verdict).join());
    assert.equal(await stateOf({ ...spelled, badge: { ...badgeClass, slug: 'aBc', issuer, name: 'Directeur' } }, published(page)), 'altered');
  });

  test('revoked: its page says no more than that', async () => {
    assert.equal(await stateOf(spelled, published({ '@context': OB2, type: 'Assertion', id: ASSERTION, revoked: true, revocationReason: '' })), 'revoked');
  });
});

describe('version 2, as Moodle publishes it', () => {
  const AT = `${HUB}/badges/assertion.php?b=0f1e&obversion=2`;
  const PROFILE = `${HUB}/badges/badge_json.php?id=3&action=0&obversion=2`;
  const profile: JsonObject = { name: 'Hub', url: HUB, email: 'hub@hub.example', '@context': OB2, id: PROFILE, type: 'Issuer' };
  const held: JsonObject = {
    name: 'Bibliothèque', description: 'D', image: 'data:image/png;base64,', '@context': OB2, id: `${HUB}/badges/badge_json.php?id=3`, type: 'BadgeClass', version: '1', '@language': 'fr',
    criteria: { id: `${HUB}/badges/badge.php?hash=0f1e`, narrative: 'C' }, issuer: profile, alignments: [{ targetName: 'T', targetUrl: `${HUB}/t` }],
  };
  const moodle = (changes: JsonObject = {}): JsonObject => ({
    recipient: { identity: MAIL, type: 'email', hashed: false }, badge: held, verify: { type: 'hosted', url: AT }, issuedOn: '2026-01-01T09:00:00+00:00', evidence: `${HUB}/badges/badge.php?hash=0f1e`, '@context': OB2, type: 'Assertion', id: AT, ...changes,
  });
  const world = (assertion: JsonObject): Map => ({ [AT]: assertion, [PROFILE]: profile });

  test('`verify` for `verification`, everything spelled out', async () => {
    const verdict = await judge(moodle(), world(moodle()), { recipient: MAIL });
    assert.equal(verdict.state, 'verified', codes(verdict).join());
    assert.equal(verdict.checks.recipient, 'ok');
    assert.equal(verdict.kind, 'Assertion 2.0');
    assert.equal(await stateOf(moodle({ expires: '2026-02-01T09:00:00+01:00' }), world(moodle({ expires: '2026-02-01T09:00:00+01:00' }))), 'expired');
    assert.equal(await stateOf(png([{ type: 'tEXt', keyword: 'openbadges', text: AT }]), world(moodle())), 'verified');
  });

  test('nothing is easier to forge for that', async () => {
    assert.equal(await stateOf(moodle()), 'issuer not proven');
    assert.equal(await stateOf(moodle({ badge: { ...held, name: 'Directeur' } }), world(moodle())), 'altered');
    // Published by somebody else, in the hub's name.
    const elsewhere = 'https://evil.example/badges/assertion.php?b=0f1e';
    const forged = moodle({ id: elsewhere, verify: { type: 'hosted', url: elsewhere } });
    assert.equal(await stateOf(forged, { ...world(moodle()), [elsewhere]: forged }), 'issuer not proven');
    // Its own name, and another's page: they must be one.
    assert.equal(await stateOf(moodle({ id: elsewhere }), world(moodle())), 'altered');
    // Version 2 has lists of keys: a key file that anybody could upload at the hub's origin is not the hub's.
    const key = await tokenSigner('RS256');
    const KEY = `${HUB}/pluginfile.php/7/key.pem`;
    assert.equal(await stateOf(await key.sign(moodle({ verify: { type: 'signed', url: KEY } })), { ...world(moodle()), [KEY]: key.pem }), 'issuer not proven');
  });
});

describe('version 2, signed', async () => {
  const KEY = `${HUB}/keys/1`;
  for (const alg of ['RS256', 'ES256', 'EdDSA'] as const) {
    const key = await tokenSigner(alg);
    const cryptographicKey = { '@context': OB2, id: KEY, type: 'CryptographicKey', owner: ISSUER, publicKeyPem: key.pem };
    const sign = (verification: JsonValue): Promise<string> => key.sign(two({ id: 'urn:uuid:00000000-0000-4000-8000-000000000001', verification }));
    test(`${alg}: SignedBadge, signed, in lists, with or without the name of its key`, async () => {
      for (const verification of [{ type: 'SignedBadge', creator: KEY }, { type: 'signed', creator: KEY }, { type: ['SignedBadge'], creator: KEY }, [{ type: 'SignedBadge', creator: KEY }], { type: 'SignedBadge' }, { type: 'SignedBadge', creator: { id: KEY } }]) {
        const token = await sign(verification);
        for (const publicKey of [KEY, [KEY], cryptographicKey, [cryptographicKey]]) {
          assert.equal(await stateOf(token, published(undefined, { [ISSUER]: { ...issuer, publicKey }, [KEY]: cryptographicKey })), 'verified', JSON.stringify([verification, publicKey]));
        }
        assert.equal(await stateOf(token, published(undefined, { [ISSUER]: { ...issuer, publicKey: cryptographicKey } })), 'verified');
        assert.equal(await stateOf(token, published(undefined, { [KEY]: cryptographicKey })), 'issuer not proven');
      }
    });
  }
});

describe('whose it is', () => {
  const answer = async (identity: JsonObject, asked = MAIL): Promise<string> => {
    const assertion = two({ recipient: identity });
    return (await judge(assertion, published(assertion), { recipient: asked })).checks.recipient;
  };
  const SHA256 = 'sha256$74d02cbd4d0a3a1ae5ff1a9e4ac8d2e4ff44b6c5d6ba3ad2d3ab5fe9bca3cb6a';

  test('an e-mail, written in full', async () => {
    for (const identity of [MAIL, MAIL.toUpperCase(), ` ${MAIL} `, `mailto:${MAIL}`]) assert.equal(await answer({ type: 'email', hashed: false, identity }), 'ok', identity);
    assert.equal(await answer({ type: ['email'], hashed: false, identity: MAIL }), 'ok');
    assert.equal(await answer({ type: 'email', identity: 'autre@commune.example' }), 'failed');
    assert.equal(await answer({ type: 'email', hashed: true, identity: SHA256 }), 'failed');
  });

  test('other kinds of identity: an e-mail says nothing about them', async () => {
    for (const [type, identity, other] of [['url', 'https://moi.example/', 'https://toi.example'], ['telephone', '+33 6 00 00 00 00', '+33 6 11 11 11 11'], ['did', 'did:example:moi', 'did:example:toi'], ['id', 'did:example:moi', 'did:example:toi']] as const) {
      assert.equal(await answer({ type, hashed: false, identity }), 'unknown', type);
      assert.equal(await answer({ type, hashed: true, identity: SHA256 }), 'unknown', type);
      assert.equal(await answer({ type, hashed: false, identity }, identity), 'ok', type);
      assert.equal(await answer({ type, hashed: false, identity }, other), 'failed', type);
    }
    assert.equal(await answer({ type: 'telephone', hashed: false, identity: 'tel:+33600000000' }, '+33 6 00 00 00 00'), 'ok');
    assert.equal(await answer({ type: 'url', hashed: false, identity: 'https://moi.example/' }, 'https://moi.example'), 'ok');
  });
});

describe('version 1, hosted', () => {
  const good: Readonly<Record<string, JsonObject>> = {
    'seconds': {}, 'seconds in quotes': { issuedOn: '1767225600' }, 'a day': { issuedOn: '2026-01-01' }, 'a time without a zone': { issuedOn: '2026-01-01T10:00:00' }, 'an instant': { issuedOn: '2026-01-01T10:00:00Z' },
    'the first name of the date': { issuedOn: null, issued_on: '2026-01-01' }, 'no end': { expires: null }, 'an end in seconds': { expires: 1893456000 }, 'a number for its name': { uid: 1 },
    'a picture by its address, and evidence': { image: `${HUB}/a/1.png`, evidence: `${HUB}/e` }, 'recipient as text': { recipient: MAIL },
    '1.1': { '@context': 'https://w3id.org/openbadges/v1', type: 'Assertion', id: ASSERTION, issuedOn: '2026-01-01T00:00:00Z' }, '1.1 without the address said twice': { '@context': 'https://w3id.org/openbadges/v1', type: 'Assertion', id: ASSERTION, verify: { type: 'hosted' } },
  };
  for (const [name, changes] of Object.entries(good)) {
    test(name, async () => {
      const verdict = await judge(one(changes), published(one(changes)));
      assert.equal(verdict.state, 'verified', codes(verdict).join());
      assert.equal(verdict.kind, 'Assertion 1.x');
      assert.ok(verdict.document?.['issuedOn'] !== undefined);
      assert.equal(await stateOf(one({ ...changes, evidence: 'https://evil.example' }), published(one(changes))), 'altered');
    });
  }

  test('dates that would make it last for ever, or that cannot be told', async () => {
    for (const changes of [{ expires: 1577836800000 }, { issuedOn: '2026/01/01' }, { issuedOn: '01/02/2026' }, { expires: '2026-13-01' }, { expires: 'never' }]) assert.equal(await hosted(one(changes)), 'unreadable', JSON.stringify(changes));
    assert.equal(await hosted(one({ expires: '1769904000' })), 'expired');
    assert.equal(await hosted(one({ expires: '2026-02-01' })), 'expired');
  });

  test('in a picture: its address, its words, its token', async () => {
    const key = await tokenSigner('RS256');
    const token = await key.sign(one({ verify: { type: 'signed', url: `${HUB}/key.pem` } }));
    const documents = published(one(), { [`${HUB}/key.pem`]: key.pem, [ISSUER]: { name: 'Hub', url: HUB } });
    for (const type of ['tEXt', 'iTXt', 'zTXt'] as const) {
      for (const text of [ASSERTION, JSON.stringify(one()), token]) assert.equal(await stateOf(png([{ type, keyword: 'openbadges', text }]), documents), 'verified', `${type} ${text.slice(0, 20)}`);
      assert.equal(await stateOf(png([{ type, keyword: 'openbadges', text: ASSERTION }])), 'unreadable');
    }
  });
});

describe('version 1, signed', async () => {
  const key = await tokenSigner('RS256');
  const KEY = `${HUB}/key.pem`;
  const token = await key.sign(one({ verify: { type: 'signed', url: KEY } }));
  const profile = (changes: JsonObject, more: Map = {}): Map => published(undefined, { [KEY]: key.pem, [ISSUER]: { name: 'Hub', url: HUB, ...changes }, ...more });

  test('a key at the issuer’s origin does, until the issuer lists its keys', async () => {
    assert.equal(await stateOf(token, profile({})), 'verified');
    assert.equal(await stateOf(token, profile({ publicKey: `${HUB}/keys/1` })), 'issuer not proven');
  });

  test('its list of revoked names', async () => {
    const URL = `${HUB}/revoked.json`;
    const state = (list: unknown): Promise<string> => stateOf(token, profile({ revocationList: URL }, { [URL]: list }));
    assert.equal(await state({ 1: 'Erreur' }), 'revoked');
    assert.equal(await state({ 1: true, 2: 'Erreur' }), 'revoked');
    assert.equal(await state({ 2: 'Erreur' }), 'verified');
    assert.equal(await state({}), 'verified');
    for (const other of [undefined, '<html>', [], { error: 'not found' }, { message: 'moved' }, { '@context': OB2 }, { list: ['1'] }]) assert.equal(await state(other), 'status unknown', JSON.stringify(other));
  });
});
