/** How platforms write Open Badges 3.0: each of these is one badge, signed by its issuer, and must be read as such. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { CREDENTIALS_V1, CREDENTIALS_V2 } from '../contexts/names.ts';
import { asArray, isObject, without, type JsonObject, type JsonValue } from '../input/json.ts';
import { badge, badgeV1, OB_CONTEXT, signer } from '../testing/badges.ts';
import { codes, judge, stateOf } from '../testing/judge.ts';
import { claims, tokenSigner } from '../testing/tokens.ts';

const key = await signer();
const holder = await tokenSigner();
const plain = badge(key.did)['credentialSubject'] as JsonObject;
const achievement = plain['achievement'] as JsonObject;
const subject = (changes: JsonObject): JsonObject => ({ credentialSubject: { ...plain, ...changes } });
const achieved = (changes: JsonObject): JsonObject => subject({ achievement: { ...achievement, ...changes } });

const CRITERIA = 'https://hub.example/criteres';
const PICTURE = 'https://hub.example/badge.png';
const both: Readonly<Record<string, JsonObject>> = {
  'credentialSubject in a list of one': { credentialSubject: [plain] },
  'achievement in a list of one': subject({ achievement: [achievement] }),
  'types as texts': { ...subject({ type: 'AchievementSubject', achievement: { ...achievement, type: 'Achievement' } }) },
  'the other name of the type': { type: ['VerifiableCredential', 'AchievementCredential'] },
  'types in another order': { type: ['OpenBadgeCredential', 'VerifiableCredential'] },
  'picture as text': achieved({ image: PICTURE }), 'picture as an object': achieved({ image: { id: PICTURE, type: 'Image', caption: 'Un livre' } }),
  'criteria with an address alone': achieved({ criteria: { id: CRITERIA } }), 'criteria as a text': achieved({ criteria: CRITERIA }), 'criteria in a list of one': achieved({ criteria: [{ narrative: 'C' }] }),
  'criteria with nothing in them': achieved({ criteria: {} }),
  'one identifier, not in a list': subject({ identifier: { type: 'IdentityObject', hashed: false, identityHash: 'mediatheque@commune.example', identityType: 'emailAddress' } }),
  'a recipient by its id': subject({ id: 'mailto:mediatheque@commune.example', identifier: [] }),
  'evidence, one or several': { evidence: { id: 'https://hub.example/preuve', type: ['Evidence'], narrative: 'Photos' } },
  'an offset and six decimals': { validFrom: '2026-01-01T02:00:00.123456+02:00', validUntil: '2030-01-01T00:00:00.5-03:00' },
  'an award date, a result, alignments': { awardedDate: '2026-01-01T00:00:00Z', ...subject({ result: [{ type: ['Result'], value: '3' }], achievement: { ...achievement, achievementType: 'Badge', tag: ['lecture'], alignment: { type: ['Alignment'], targetName: 'DigComp 2.1', targetUrl: 'https://hub.example/digcomp' } } }) },
  'a name in one language': { name: { '@value': 'Bibliothèque', '@language': 'fr' } },
};

describe('one badge, written in many ways', () => {
  for (const [name, changes] of Object.entries(both)) {
    test(name, async () => {
      const signed = await key.sign(badge(key.did, changes));
      const verdict = await judge(signed, {}, { recipient: 'Mediatheque@commune.example' });
      assert.equal(verdict.state, 'verified', codes(verdict).join());
      assert.equal(verdict.checks.recipient, 'ok');
      assert.deepEqual(verdict.document, signed);
      assert.equal(await stateOf({ ...signed, proof: [signed['proof'] ?? null] }), 'verified');
      assert.equal(await stateOf([signed]), 'verified');
      const token = await holder.sign(claims(badge(holder.did, changes), holder.did));
      assert.equal(await stateOf(token), 'verified');
      assert.equal(await stateOf(JSON.stringify(token)), 'verified');
    });
  }

  test('the issuer as an id', async () => {
    assert.equal(await stateOf(await key.sign(badge(key.did, { issuer: key.did }))), 'verified');
    assert.equal(await stateOf(await holder.sign(claims(badge(holder.did, { issuer: holder.did }), holder.did))), 'verified');
  });

  test('in tokens alone: evidence as addresses, criteria in a sentence, endorsements in tokens', async () => {
    const endorser = await tokenSigner();
    const endorsement = await endorser.sign({ '@context': [CREDENTIALS_V2, OB_CONTEXT], id: 'urn:uuid:e', type: ['VerifiableCredential', 'EndorsementCredential'], name: 'Soutien', issuer: { id: endorser.did, type: ['Profile'] }, validFrom: '2026-01-01T00:00:00Z', credentialSubject: [{ id: achievement['id'] ?? null, type: ['EndorsementSubject'] }] });
    const verdict = await judge(await holder.sign(claims(badge(holder.did, { evidence: ['https://hub.example/1', 'https://hub.example/2'], endorsementJwt: [endorsement], ...achieved({ criteria: 'Une convention est signée.' }) }), holder.did)));
    assert.equal(verdict.state, 'verified', codes(verdict).join());
    assert.deepEqual(verdict.endorsements.map(({ state }) => state), ['verified']);
    assert.ok(!codes(verdict).some((code) => code.startsWith('endorsement.')));
  });

  test('two subjects, two achievements or blank criteria are not one badge', async () => {
    for (const changes of [{ credentialSubject: [plain, plain] }, subject({ achievement: [achievement, achievement] }), achieved({ criteria: ' ' }), achieved({ criteria: [] }), { credentialSubject: [] }, { credentialSubject: [[plain]] }]) {
      assert.equal(await stateOf(await holder.sign(claims(badge(holder.did, changes), holder.did))), 'unreadable', JSON.stringify(changes));
    }
  });
});

describe('data model 1.1', () => {
  const older: JsonObject = { ...badgeV1(holder.did), '@context': [CREDENTIALS_V1, 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.1.json'] };

  test('expirationDate, with Ed25519Signature2020 or in a token', async () => {
    const signing = await signer('Ed25519Signature2020');
    const signed = await signing.sign({ ...badgeV1(signing.did), expirationDate: '2026-06-01T00:00:00+02:00' });
    assert.equal(await stateOf(signed), 'expired');
    assert.equal(await stateOf(signed, {}, { now: new Date('2026-05-01T00:00:00Z') }), 'verified');
    assert.equal(await stateOf(await holder.sign({ vc: { ...older, expirationDate: '2026-06-01T00:00:00Z' }, iss: holder.did, nbf: 1767225600 })), 'expired');
  });

  test('under the vc claim: subject in a list, and what other claims fill in', async () => {
    const vc = { ...older, credentialSubject: [older['credentialSubject'] ?? null] };
    const verdict = await judge(await holder.sign({ vc, iss: holder.did, jti: older['id'], sub: 'mailto:a@commune.example', nbf: 1767225600, iat: 1767225600 }), {}, { recipient: 'a@commune.example' });
    assert.equal(verdict.state, 'verified', codes(verdict).join());
    assert.equal(verdict.checks.recipient, 'ok');
    // The subject's id is compared with the claim inside a list too.
    const named = { ...older, credentialSubject: asArray(vc.credentialSubject).map((one) => (isObject(one) ? { ...one, id: 'did:example:b' } : one)) };
    assert.equal(await stateOf(await holder.sign({ vc: named, iss: holder.did, sub: 'did:example:a', nbf: 1767225600 })), 'altered');
    assert.equal(await stateOf(await holder.sign({ vc: without(older, 'issuanceDate'), iss: holder.did, iat: 1767225600 })), 'unreadable');
  });
});

test('presentations and envelopes, one badge or a list', async () => {
  const signed = await key.sign(badge(key.did));
  const token = await holder.sign(claims(badge(holder.did), holder.did));
  const enveloped = (media: string): JsonObject => ({ '@context': CREDENTIALS_V2, type: 'EnvelopedVerifiableCredential', id: `data:application/${media},${token}` });
  const presentation = (held: JsonValue, type: JsonValue = 'VerifiablePresentation'): JsonObject => ({ '@context': CREDENTIALS_V2, type, verifiableCredential: held });
  for (const held of [signed, [signed], token, [token], [signed, token], enveloped('vc+jwt'), [enveloped('vc-ld+jwt'), enveloped('vc+ld+jwt')]]) {
    assert.equal(await stateOf(presentation(held)), 'verified', JSON.stringify(held));
    assert.equal(await stateOf(presentation(held, ['VerifiablePresentation', 'x'])), 'verified');
    assert.equal(await stateOf(await holder.sign({ vp: presentation(held), iss: holder.did })), 'verified');
  }
  assert.equal(await stateOf(presentation([signed, { ...signed, name: 'Autre' }])), 'altered');
  assert.notEqual(await stateOf(presentation([])), 'verified');
});
