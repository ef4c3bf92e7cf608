import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { ACTOR_KINDS, STANDARD_VALUES, actorKindLabel, distanceKm, isSiret, readActor, readLink, readPlace, remarksOn, siretDigits } from './index.ts';

const id = (n: number): string => `urn:uuid:00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const actor = { id: id(1), type: 'actor', version: 1, derivedFrom: [], name: 'Médiathèque', kind: 'bibliotheque' } as const;
const link = { id: id(2), type: 'link', version: 1, derivedFrom: [], source: id(1), target: id(3), kind: 'partenariat', status: 'existant' } as const;

describe('actors, places and links', () => {
  test('are read as they are, fields of others included', () => {
    const whole = { ...actor, commune: '59328', futur: { a: 1 }, siret: 'à venir' };
    const read = readActor(whole);
    assert.ok('record' in read);
    assert.deepEqual(read.record, whole);
    assert.ok('record' in readPlace({ ...actor, type: 'place', nom: 'Médiathèque', services: ['Compréhension du monde numérique'], extra: { note: 1 } }));
    assert.ok('record' in readLink({ ...link, since: '2026-11', frequency: 'mensuel' }));
  });

  test('are refused with where and why, in French or English', () => {
    const read = readActor({ ...actor, id: 'x', kind: 'club', commune: '593', name: '' });
    assert.ok('error' in read);
    assert.deepEqual(read.error.map(({ path }) => path), ['id', 'name', 'kind', 'commune']);
    assert.match(read.error[2]?.text ?? '', /pas dans la liste/);
    const english = readPlace(7, { locale: 'en' });
    assert.ok('error' in english);
    assert.deepEqual(english.error, [{ path: '', text: 'an object is expected here.' }]);
    assert.ok('error' in readPlace({ ...actor, type: 'place', nom: 'X', services: ['Réparer'] }));
  });

  test('that say no version and no source are of version 1, from nothing', () => {
    for (const [read, whole] of [[readActor, actor], [readLink, link]] as const) {
      const { version, derivedFrom, ...bare } = whole;
      const again = read(bare);
      assert.ok('record' in again);
      assert.deepEqual(again.record, { ...bare, version, derivedFrom });
    }
    assert.ok('error' in readActor({ ...actor, version: 0 }));
  });

  test('a link goes from one actor to another, since a date that may be a year', () => {
    const self = readLink({ ...link, target: link.source });
    assert.ok('error' in self);
    assert.deepEqual(self.error.map(({ path }) => path), ['target']);
    assert.ok('record' in readLink({ ...link, since: '2024' }));
    for (const since of ['2024-13', '2026-02-31', '2026-2', '26']) assert.ok('error' in readLink({ ...link, since }), since);
  });

  test('every kind has its words in both languages', () => {
    for (const kind of ACTOR_KINDS) {
      assert.ok(actorKindLabel(kind).length > 1);
      assert.ok(actorKindLabel(kind, 'en-GB').length > 1);
    }
  });
});

describe('SIRET', () => {
  test('has 14 digits and a check digit; zeros are nobody', () => {
    assert.ok(isSiret('43493312300029'));
    assert.ok(!isSiret('43493312300028'));
    assert.ok(!isSiret('00000000000000'));
    assert.ok(!isSiret('434933123'));
    assert.equal(siretDigits('434 933 123\u00a000029'), '43493312300029');
  });

  test('of La Poste: digits that sum to a multiple of 5, or the common rule for its head office', () => {
    assert.ok(isSiret('35600000000048'));
    assert.ok(isSiret('35600000000010')); // 3 + 5 + 6 + 1 = 15
    assert.ok(!isSiret('35600000000013'));
  });

  test('that cannot be right is said, not refused', () => {
    const read = readActor({ ...actor, siret: '43493312300028' });
    assert.ok('record' in read);
    assert.match(remarksOn(read.record)[0]?.text ?? '', /43493312300028.*ne peut pas être juste/);
    assert.match(remarksOn(read.record, { locale: 'en' })[0]?.text ?? '', /cannot be right/);
    assert.deepEqual(remarksOn({ ...read.record, siret: '434 933 123 00029' }), []);
    assert.deepEqual(remarksOn({ ...read.record, siret: undefined }), []);
  });
});

test('values of the standard are those of the data that we ship', () => {
  const file = new URL('../../data/standard-mediation-num.enums.json', import.meta.url);
  assert.deepEqual(STANDARD_VALUES, (JSON.parse(readFileSync(file, 'utf8')) as { enums: unknown }).enums);
});

test('distances follow the great circle', () => {
  const lille = { latitude: 50.6292, longitude: 3.0573 };
  const paris = { latitude: 48.8566, longitude: 2.3522 };
  assert.ok(Math.abs(distanceKm(lille, paris) - 203.5) < 1.5);
  assert.equal(distanceKm(lille, lille), 0);
  const halfWay = distanceKm({ latitude: 0, longitude: 0 }, { latitude: 0, longitude: 180 });
  assert.ok(Math.abs(halfWay - Math.PI * 6371.0088) < 1e-6);
});
