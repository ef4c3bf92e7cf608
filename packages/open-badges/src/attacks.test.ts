/** Every known way to make a forged badge look good: signed by the reference libraries, then attacked. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { cryptosuite as eddsaRdfc } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import * as vc from '@digitalbazaar/vc';

import { CREDENTIALS_V1, CREDENTIALS_V2 } from './contexts/names.ts';
import { isObject, textOf, without, type JsonObject } from './input/json.ts';
import { badge, badgeV1, documentLoader, NOW, OB_CONTEXT, signer, SUITES } from './testing/badges.ts';
import { codes, judge, stateOf } from './testing/judge.ts';
import { claims, rawToken, tokenSigner } from './testing/tokens.ts';

const key = await signer();
const signed = await key.sign(badge(key.did, { validUntil: '2027-01-01T00:00:00Z' }));
const proof = signed['proof'] as JsonObject;
const LATE = new Date('2028-01-01T00:00:00Z');

/** What the reference library says, with the key that the proof names. */
async function reference(credential: JsonObject, now: Date): Promise<boolean> {
  const loader = (url: string): Promise<object> => {
    if (!url.startsWith('did:key:')) return documentLoader(url);
    const id = `${key.did}#${key.publicKeyMultibase}`;
    const method = { '@context': 'https://w3id.org/security/multikey/v1', id, type: 'Multikey', controller: key.did, publicKeyMultibase: key.publicKeyMultibase };
    const document = url.includes('#') ? method : { '@context': ['https://www.w3.org/ns/did/v1'], id: key.did, assertionMethod: [method] };
    return Promise.resolve({ contextUrl: null, documentUrl: url, document });
  };
  const { verified } = await vc.verifyCredential({ credential: structuredClone(credential), suite: new DataIntegrityProof({ cryptosuite: eddsaRdfc }), documentLoader: loader, now });
  return verified;
}

describe('beside @digitalbazaar/vc', () => {
  test('both accept a good badge, both refuse an altered one', async () => {
    assert.equal(await reference(signed, NOW), true);
    assert.equal(await stateOf(signed), 'verified');
    const altered = { ...signed, name: 'Autre' };
    assert.equal(await reference(altered, NOW), false);
    assert.equal(await stateOf(altered), 'altered');
    assert.equal(await reference(signed, LATE), false);
    assert.equal(await stateOf(signed, {}, { now: LATE }), 'expired');
  });

  const { validUntil, name, ...rest } = signed;
  const lenient: Readonly<Record<string, { readonly forged: JsonObject; readonly now: Date; readonly why: string }>> = {
    'the end of validity under its full address': {
      forged: { ...rest, name: name ?? null, 'https://www.w3.org/2018/credentials#validUntil': { '@type': 'http://www.w3.org/2001/XMLSchema#dateTime', '@value': validUntil ?? null } },
      now: LATE, why: 'same canonical form, so the signature holds, and no program finds `validUntil` any more',
    },
    'a signed name renamed by an inline context': {
      forged: { ...rest, validUntil: validUntil ?? null, '@context': [CREDENTIALS_V2, OB_CONTEXT, { fauxNom: 'https://schema.org/name' }], fauxNom: name ?? null },
      now: NOW, why: 'the vocabulary is the attacker’s',
    },
    'a badge without what makes it a badge': {
      forged: badge(key.did, { credentialSubject: { type: ['AchievementSubject'], id: 'urn:x' } }), now: NOW, why: 'the library knows credentials, not badges',
    },
  };
  for (const [title, { forged, now, why }] of Object.entries(lenient)) {
    test(`more lenient: ${title} (${why})`, async () => {
      const document = 'proof' in forged ? forged : await key.sign(forged);
      assert.equal(await reference(document, now), true);
      const verdict = await judge(document, {}, { now });
      assert.notEqual(verdict.state, 'verified', codes(verdict).join());
    });
  }
});

describe('words that hide', () => {
  const hidden: Readonly<Record<string, (document: JsonObject) => JsonObject>> = {
    '@id for id': ({ id, ...rest }) => ({ ...rest, '@id': id ?? null }),
    '@type for type, inside': (document) => ({ ...document, issuer: { '@type': ['Profile'], id: key.did, name: 'Hub de démonstration' } }),
    '@graph': (document) => ({ '@context': document['@context'] ?? null, type: document['type'] ?? null, '@graph': [document] }),
    '@included': (document) => ({ ...document, '@included': [{ id: 'urn:x', name: 'x' }] }),
    '@reverse': (document) => ({ ...document, '@reverse': {} }),
    'a context further down': (document) => ({ ...document, issuer: { ...(document['issuer'] as JsonObject), '@context': { name: 'https://schema.org/alternateName' } } }),
    'a context on a thing that calls itself a credential': (document) => ({ ...document, issuer: { ...(document['issuer'] as JsonObject), type: ['Profile', 'VerifiableCredential'], '@context': { x: 'https://schema.org/name' } } }),
    'a context in the proof': (document) => ({ ...document, proof: { ...proof, verificationMethod: { id: proof['verificationMethod'] ?? null, '@context': { x: 'https://schema.org/name' } } } }),
  };
  for (const [name, hide] of Object.entries(hidden)) {
    test(name, async () => {
      assert.notEqual(await stateOf(hide(signed)), 'verified');
    });
  }
});

describe('contexts', () => {
  const withContexts = (contexts: unknown): JsonObject => ({ ...badge('urn:x'), '@context': contexts as JsonObject[] });
  const cases: readonly (readonly [unknown, string, string])[] = [
    [[CREDENTIALS_V2, OB_CONTEXT, 'https://evil.example/ctx'], 'context.unknown', 'unsupported'],
    [[CREDENTIALS_V2, `${OB_CONTEXT}?`], 'context.unknown', 'unsupported'],
    [[CREDENTIALS_V2, 'https://purl.imsglobal.org.evil.example/spec/ob/v3p0/context-3.0.3.json'], 'context.unknown', 'unsupported'],
    [[`${CREDENTIALS_V2}/`, OB_CONTEXT], 'context.unknown', 'unsupported'],
    [[OB_CONTEXT, CREDENTIALS_V2], 'context.order', 'unreadable'], [[CREDENTIALS_V2], 'context.order', 'unreadable'], [[], 'context.order', 'unreadable'],
    [[CREDENTIALS_V2, OB_CONTEXT, {}], 'context.inline', 'unreadable'], [[CREDENTIALS_V2, OB_CONTEXT, null], 'context.inline', 'unreadable'], [{}, 'context.inline', 'unreadable'],
  ];
  for (const [contexts, code, state] of cases) {
    test(`${code}: ${JSON.stringify(contexts).slice(-60)}`, async () => {
      // By a token, whose signature does not depend on contexts.
      const issuer = await tokenSigner('EdDSA');
      const verdict = await judge(await issuer.sign({ ...withContexts(contexts), issuer: issuer.did }));
      assert.ok(codes(verdict).includes(code), codes(verdict).join());
      assert.equal(verdict.state, state);
    });
  }
  for (const version of ['context.json', 'context-3.0.0.json', 'context-3.0.1.json', 'context-3.0.2.json', 'context-3.0.3.json']) {
    test(`every version of Open Badges 3.0 in both data models: ${version}`, async () => {
      const url = `https://purl.imsglobal.org/spec/ob/v3p0/${version}`;
      const v1 = without(badgeV1(key.did), '@context');
      const v2 = { ...badge(key.did), '@context': [CREDENTIALS_V2, url] };
      // Up to 3.0.1 the words of Open Badges clash with those of the newer data model.
      const fits = /3\.0\.[23]/.test(version);
      for (const document of [...(fits ? [v2] : []), { ...v1, '@context': [CREDENTIALS_V1, url, 'https://w3id.org/security/data-integrity/v2'] }]) {
        const one = await key.sign(document);
        const verdict = await judge(one);
        assert.equal(verdict.state, 'verified', codes(verdict).join());
        assert.equal(await stateOf({ ...one, proof: [one['proof'] ?? null] }), 'verified');
      }
    });
  }
});

describe('proofs', () => {
  const withProof = (changes: JsonObject): JsonObject => ({ ...signed, proof: { ...proof, ...changes } });
  const cases: Readonly<Record<string, readonly [JsonObject, string]>> = {
    'an unknown suite': [{ cryptosuite: 'bbs-2023' }, 'unsupported'], 'an unknown type': [{ type: 'FutureProof' }, 'unsupported'],
    'another known suite': [{ cryptosuite: 'eddsa-jcs-2022' }, 'altered'], 'a suite of another key': [{ cryptosuite: 'ecdsa-rdfc-2019' }, 'altered'],
    'the wrong base': [{ proofValue: `u${'A'.repeat(86)}` }, 'altered'], 'a cut value': [{ proofValue: textOf(proof['proofValue']).slice(0, -3) }, 'altered'], 'no value': [{ proofValue: null }, 'altered'],
    'another purpose': [{ proofPurpose: 'authentication' }, 'altered'], 'another date': [{ created: '2026-01-03T00:00:00Z' }, 'altered'], 'a day that is none': [{ created: '2026-02-30T00:00:00Z' }, 'altered'],
    'a chain of proofs': [{ previousProof: 'urn:uuid:p' }, 'unsupported'],
    'no method': [{ verificationMethod: null }, 'altered'], 'a method that cannot be had': [{ verificationMethod: 'https://hub.example/key' }, 'issuer not proven'],
    'a kind of DID that is not known': [{ verificationMethod: 'did:ion:abc#key' }, 'issuer not proven'], 'an unknown word': [{ mention: 'x' }, 'altered'],
  };
  for (const [name, [changes, state]] of Object.entries(cases)) {
    test(`${name}: ${state}`, async () => {
      assert.equal(await stateOf(withProof(changes)), state);
    });
  }

  test('a proof that ended is no longer good, and a badge with another one still is', async () => {
    const suite = new DataIntegrityProof({ signer: key.signer, cryptosuite: eddsaRdfc, date: '2026-01-02T00:00:00Z' }) as { proof?: object };
    suite.proof = { '@context': CREDENTIALS_V2, type: 'DataIntegrityProof', created: '2026-01-02T00:00:00Z', expires: '2026-02-01T00:00:00Z', verificationMethod: key.method, cryptosuite: 'eddsa-rdfc-2022' };
    const ended = (await vc.issue({ credential: badge(key.did), suite, documentLoader })) as JsonObject;
    assert.equal((ended['proof'] as JsonObject)['expires'], '2026-02-01T00:00:00Z');
    assert.equal(await stateOf(ended), 'expired');
    assert.equal(await stateOf(ended, {}, { now: new Date('2026-01-15T00:00:00Z') }), 'verified');
    const fresh = await key.sign(badge(key.did));
    assert.equal(await stateOf({ ...ended, proof: [ended['proof'] ?? null, fresh['proof'] ?? null] }), 'verified');
  });

  test('a stranger’s good proof beside the issuer’s broken one, and beside a good one', async () => {
    const stranger = await signer();
    const foreign = (await stranger.sign(without(signed, 'proof')))['proof'] ?? null;
    assert.equal(await stateOf({ ...signed, proof: [foreign, { ...proof, created: '2026-01-03T00:00:00Z' }] }), 'issuer not proven');
    assert.equal(await stateOf({ ...signed, proof: [foreign, proof] }), 'verified');
    assert.equal(await stateOf({ ...signed, name: 'Autre', proof: [foreign, proof] }), 'altered');
    assert.equal(await stateOf({ ...signed, proof: [] }), 'issuer not proven');
    assert.equal(await stateOf({ ...signed, proof: 'signed' }), 'altered');
  });
});

describe('who the issuer is', async () => {
  const HUB = 'https://hub.example/profile';
  const METHOD = `${HUB}#key-1`;
  const profile = (changes: object = {}, method: object = {}): JsonObject => (({ [HUB]: { id: HUB, type: 'Profile', verificationMethod: [{ id: METHOD, type: 'Multikey', controller: HUB, publicKeyMultibase: hub.publicKeyMultibase, ...method }], ...changes } }));
  const hub = await signer('eddsa-rdfc-2022', METHOD);
  const byHub = await hub.sign(badge(HUB));

  test('an https profile that holds the key', async () => {
    assert.equal(await stateOf(byHub), 'issuer not proven');
    assert.equal(await stateOf(byHub, profile()), 'verified');
    assert.equal(await stateOf(byHub, profile({ assertionMethod: ['#key-1'] }, { id: '#key-1' })), 'verified');
    assert.equal(await stateOf(byHub, profile({ assertionMethod: ['#key-2'], authentication: ['#key-1'] })), 'issuer not proven');
    assert.equal(await stateOf(byHub, profile({}, { controller: 'https://evil.example' })), 'issuer not proven');
    assert.equal(await stateOf(byHub, profile({}, { expires: '2026-02-01T00:00:00Z' })), 'issuer not proven');
    assert.equal(await stateOf(byHub, profile({}, { revoked: 'soon' })), 'issuer not proven');
    assert.equal(await stateOf(byHub, profile({ id: 'https://evil.example' })), 'issuer not proven');
  });

  test('the issuer as text, or as an object', async () => {
    const plain = await hub.sign({ ...badge(HUB), issuer: HUB });
    assert.equal(await stateOf(plain, profile()), 'verified');
    for (const issuer of [null, 7, '', 'hub', {}, { name: 'Hub' }, [HUB]]) assert.notEqual(await stateOf({ ...byHub, issuer }, profile()), 'verified', JSON.stringify(issuer));
  });

  test('a did:web by its name or by its address', async () => {
    const did = 'did:web:hub.example:badges';
    const web = await signer('ecdsa-rdfc-2019 P-256', `${did}#k`);
    const one = await web.sign(badge(did));
    const document = { id: did, verificationMethod: [{ id: '#k', type: 'Multikey', controller: did, publicKeyMultibase: web.publicKeyMultibase }], assertionMethod: [`${did}#k`] };
    assert.equal(await stateOf(one, { [did]: document }), 'verified');
    assert.equal(await stateOf(one, { 'https://hub.example/badges/did.json': JSON.stringify(document) }), 'verified');
    assert.equal(await stateOf(one, { 'https://hub.example/.well-known/did.json': document }), 'issuer not proven');
    assert.equal(await stateOf(one, { [did]: { ...document, verificationMethod: [{ ...document.verificationMethod[0], publicKeyMultibase: key.publicKeyMultibase }] } }), 'altered');
  });

  test('a known issuer is said to be known', async () => {
    const verdict = await judge(signed, {}, { knownIssuers: [{ id: key.did, name: 'Hub des Hauts' }] });
    assert.ok(verdict.messages.some(({ code, text }) => code === 'issuer.known' && text.fr.includes('Hub des Hauts')));
    const stranger = await signer();
    assert.equal(await stateOf(await stranger.sign(badge(key.did)), {}, { knownIssuers: [{ id: key.did, name: 'Hub' }] }), 'issuer not proven');
  });
});

describe('dates', () => {
  const state = async (changes: JsonObject): Promise<string> => {
    const issuer = await tokenSigner('EdDSA');
    return stateOf(await issuer.sign({ ...badge(issuer.did), ...changes }));
  };
  test('days that do not exist, times without a zone, an end before the start', async () => {
    for (const changes of [{ validFrom: '2026-02-30T00:00:00Z' }, { validFrom: '2026-01-01T00:00:00' }, { validUntil: '2026-13-01T00:00:00Z' }, { validUntil: null }, { validUntil: '2025-01-01T00:00:00Z' }]) assert.equal(await state(changes), 'unreadable', JSON.stringify(changes));
    assert.equal(await state({ validUntil: '2099-01-01T00:00:00Z', expirationDate: '2026-02-01T00:00:00Z' }), 'expired');
    assert.equal(await stateOf(await key.sign(without(badge(key.did), 'validFrom'))), 'unreadable');
  });
  test('a moment to judge at that is no date is the caller’s mistake', async () => {
    await assert.rejects(judge(signed, {}, { now: new Date('never') }), RangeError);
  });
});

describe('badges in badges', () => {
  const endorsement = (about: string, by: string): JsonObject => ({ '@context': [CREDENTIALS_V2, OB_CONTEXT], id: 'urn:uuid:e', type: ['VerifiableCredential', 'EndorsementCredential'], name: 'Soutien', issuer: { id: by, type: ['Profile'] }, validFrom: '2026-01-01T00:00:00Z', credentialSubject: { id: about, type: ['EndorsementSubject'], endorsementComment: 'Bien' } });
  const about = textOf(signed['id']);

  test('a presentation is worth its worst badge, and says which', async () => {
    const present = (...held: unknown[]): unknown => ({ '@context': [CREDENTIALS_V2], type: ['VerifiablePresentation'], verifiableCredential: held });
    const good = await judge(present(signed, signed));
    assert.equal(good.state, 'verified');
    assert.equal(good.checks.integrity, 'ok');
    const bad = await judge(present(signed, { ...signed, name: 'Autre' }));
    assert.equal(bad.state, 'altered');
    assert.ok(bad.messages.some(({ code, path }) => code === 'proof.signature' && path === '$.verifiableCredential[1].proof'));
    assert.deepEqual(bad.parts.map((part) => part.state), ['verified', 'altered']);
    for (const odd of [7, null, 'token', {}, []]) assert.notEqual(await stateOf(present(signed, odd)), odd === null ? 'x' : 'verified', JSON.stringify(odd));
    assert.equal(await stateOf(present()), 'unreadable');
    assert.notEqual(await stateOf(present(...Array.from({ length: 150 }, () => rawToken({ alg: 'none' }, {})))), 'verified');
    const token = await tokenSigner('EdDSA');
    const jwt = await token.sign(claims(badge(token.did), token.did));
    assert.equal(await stateOf(present(jwt, { '@context': CREDENTIALS_V2, id: `data:application/vc+jwt,${jwt}`, type: 'EnvelopedVerifiableCredential' })), 'verified');
  });

  test('a learner record is worth its worst badge too', async () => {
    const clr = async (held: JsonObject): Promise<string> => stateOf(await key.sign({
      '@context': [CREDENTIALS_V2, 'https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json', OB_CONTEXT], id: 'urn:uuid:c', type: ['VerifiableCredential', 'ClrCredential'], name: 'Relevé', issuer: { id: key.did, type: ['Profile'] },
      validFrom: '2026-01-01T00:00:00Z', credentialSubject: { type: ['ClrSubject'], verifiableCredential: [held] },
    }));
    assert.equal(await clr(signed), 'verified');
    assert.equal(await clr({ ...signed, name: 'Autre' }), 'altered');
  });

  test('an endorsement: good, forged, about something else', async () => {
    const other = await signer();
    const endorsed = (...held: JsonObject[]): Promise<JsonObject> => key.sign(badge(key.did, { endorsement: held }));
    const good = await other.sign(endorsement(about, other.did));
    const verdict = await judge(await endorsed(good));
    assert.equal(verdict.state, 'verified', codes(verdict).join());
    assert.equal(verdict.endorsements[0]?.state, 'verified');
    assert.ok(!codes(verdict).some((code) => code.startsWith('endorsement.')));
    for (const [held, code] of [[{ ...good, name: 'Chaudement' }, 'endorsement.bad'], [await key.sign(endorsement(about, other.did)), 'endorsement.bad'], [await other.sign(endorsement('urn:uuid:other', other.did)), 'endorsement.other']] as const) {
      const forged = await judge(await endorsed(held));
      assert.equal(forged.state, 'verified');
      assert.ok(forged.messages.some((message) => message.code === code && message.path === '$.endorsement[0]'), codes(forged).join());
    }
  });
});

describe('shape', () => {
  test('required fields, each left out by the issuer itself', async () => {
    const issuer = await tokenSigner('EdDSA');
    const whole = badge(issuer.did);
    const lacking = (path: readonly string[], document: JsonObject): JsonObject => {
      const [name = '', ...rest] = path;
      const value = document[name];
      return Object.fromEntries(Object.entries(document).flatMap(([key_, item]) => (key_ !== name ? [[key_, item]] : rest.length > 0 && isObject(value) ? [[key_, lacking(rest, value)]] : [])));
    };
    for (const path of ['id', 'type', 'issuer', 'credentialSubject', 'validFrom', 'credentialSubject.type', 'credentialSubject.achievement', 'credentialSubject.achievement.id', 'credentialSubject.achievement.type', 'credentialSubject.achievement.name', 'credentialSubject.achievement.description', 'credentialSubject.achievement.criteria']) {
      assert.notEqual(await stateOf(await issuer.sign(lacking(path.split('.'), whole))), 'verified', path);
    }
    const subject = whole['credentialSubject'] ?? null;
    assert.equal(await stateOf(await issuer.sign({ ...whole, credentialSubject: [subject, subject] })), 'unreadable');
  });

  test('signs that turn the text around are told, and stripped from messages', async () => {
    const verdict = await judge(await key.sign(badge(key.did, { name: 'gro\u202eelpmaxe' })));
    assert.ok(codes(verdict).includes('badge.bidi'));
    const hostile = await judge({ ...signed, '@context': [CREDENTIALS_V2, OB_CONTEXT, 'https://evil.example/\u202e\u001b[2J'] });
    assert.ok(hostile.messages.every(({ text }) => !/[\p{Cc}\u202e]/u.test(text.fr + text.en)));
  });
});

describe('time and memory', () => {
  test('blank nodes made to look alike', async () => {
    // A clique of nodes without names: each can only be told apart by trying every order.
    const evidence = Array.from({ length: 40 }, (_, index) => ({ id: `_:e${String(index)}`, type: ['Evidence'] }));
    const clique = { ...signed, evidence: evidence.map((one) => ({ ...one, endorsement: evidence.map(({ id }) => ({ id })) })) };
    assert.notEqual(await stateOf(clique), 'verified');
    const poison = await judge({ '@context': [CREDENTIALS_V2], type: 'VerifiablePresentation', verifiableCredential: Array.from({ length: 60 }, () => clique) });
    assert.equal(poison.state, 'unsupported');
    const many = { ...signed, evidence: Array.from({ length: 1500 }, () => ({ type: ['Evidence'] })) };
    assert.notEqual(await stateOf(many), 'verified');
    const large = { ...signed, evidence: Array.from({ length: 30_000 }, () => ({ type: ['Evidence'], name: 'x' })) };
    assert.equal(await stateOf(large), 'unsupported');
  });

  test('many proofs, many endorsements, endorsements of endorsements', async () => {
    assert.equal(await stateOf({ ...signed, proof: Array.from({ length: 5000 }, () => ({ ...proof, created: '2026-01-03T00:00:00Z' })) }), 'altered');
    assert.equal(await stateOf({ ...signed, endorsement: Array.from({ length: 2000 }, () => ({ ...signed })) }), 'unsupported');
    let nested: JsonObject = signed;
    for (let depth = 0; depth < 20; depth += 1) nested = { ...signed, endorsement: [nested, nested].slice(0, depth % 2 === 0 ? 1 : 2) };
    assert.notEqual(await stateOf(nested), 'verified');
  });

  test('huge inputs', async () => {
    assert.equal(await stateOf('{"a":"' + 'x'.repeat(21_000_000) + '"}'), 'unreadable');
    assert.equal(await stateOf(new Uint8Array(100_000_000)), 'unreadable');
    assert.equal(await stateOf('['.repeat(1_000_000)), 'unreadable');
    assert.equal(await stateOf(`{"type":"OpenBadgeCredential",${Array.from({ length: 100_000 }, (_, index) => `"k${String(index)}":1`).join()}}`), 'unreadable');
  });
});

for (const suite of SUITES) {
  test(`${suite}: no byte of the proof value can change`, async () => {
    const one = await signer(suite);
    const document = await one.sign(suite === 'Ed25519Signature2020' ? badgeV1(one.did) : badge(one.did));
    const own = document['proof'] as JsonObject;
    const value = textOf(own['proofValue']);
    for (let at = 1; at < value.length; at += 11) {
      const changed = value.slice(0, at) + (value[at] === '2' ? '3' : '2') + value.slice(at + 1);
      assert.equal(await stateOf({ ...document, proof: { ...own, proofValue: changed } }), 'altered');
    }
  });
}
