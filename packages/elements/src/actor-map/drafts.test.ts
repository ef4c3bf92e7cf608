import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Place } from '@assembleurs/commons/actors';
import { readStandardCsv, writeStandardCsv, writeStandardJson } from '@assembleurs/commons/actors/formats/standard-v1';
import { mel } from '@assembleurs/commons/territory/mel';
import { fromSchemaLieuxDeMediationNumerique } from '@gouvfr-anct/lieux-de-mediation-numerique';
import { placeFrom } from './drafts.ts';

const HOLDER = 'urn:uuid:00000000-0000-4000-8000-000000000001';
const today = new Date().toLocaleDateString('sv');

function placed(fields: Readonly<Record<string, string>>, before?: Place): Place {
  const given = new FormData();
  for (const [name, value] of Object.entries(fields)) given.set(name, value);
  const draft = placeFrom(given, before, HOLDER, mel(), 'fr');
  assert.ok('record' in draft && draft.record.type === 'place', JSON.stringify(draft));
  return draft.record;
}

test('a place made by hand is of today, and its file is one that the national library reads', () => {
  const place = placed({ nom: 'Atelier fictif', adresse: '1 rue Fictive', commune: 'Lille', code_postal: '59000', telephone: '03 20 00 00 00', courriels: 'contact@atelier.example', site_web: 'www.atelier.example ; https://b.example', services: 'Utilisation sécurisée du numérique' });
  assert.deepEqual([place.date_maj, place.code_insee, place.site_web], [today, '59350', ['https://www.atelier.example', 'https://b.example']]);
  const { lieux, problems } = writeStandardJson([place], { today, withRecords: true });
  assert.deepEqual(problems, []);
  const [theirs] = fromSchemaLieuxDeMediationNumerique(lieux as unknown as Parameters<typeof fromSchemaLieuxDeMediationNumerique>[0]);
  assert.equal(theirs?.nom, 'Atelier fictif');
});

test('one that is edited is of today again; what the standard still asks for is told', () => {
  const before: Place = { ...placed({ nom: 'Atelier fictif' }), date_maj: '2020-01-01' };
  const place = placed({ nom: 'Atelier fictif', horaires: 'Mo 09:00-12:00' }, before);
  assert.deepEqual([place.id, place.date_maj], [before.id, today]);
  const { text, problems } = writeStandardCsv([place], { today, withRecords: true });
  assert.deepEqual(problems.map(({ path }) => path), ['commune', 'code_postal', 'adresse']);
  const again = readStandardCsv(text, { newId: () => HOLDER });
  assert.ok('places' in again);
  assert.deepEqual(again.places, [place]);
});

test('ways in and national programmes are set by hand, and taken away', () => {
  const given = new FormData();
  given.set('nom', 'Atelier fictif');
  for (const value of ['Se présenter', 'Téléphoner']) given.append('modalites_acces', value);
  given.append('dispositif_programmes_nationaux', 'Aidants Connect');
  const draft = placeFrom(given, undefined, HOLDER, mel(), 'fr');
  assert.ok('record' in draft && draft.record.type === 'place');
  assert.deepEqual([draft.record.modalites_acces, draft.record.dispositif_programmes_nationaux], [['Se présenter', 'Téléphoner'], ['Aidants Connect']]);
  const after = placed({ nom: 'Atelier fictif' }, draft.record);
  assert.deepEqual([after.modalites_acces, after.dispositif_programmes_nationaux], [undefined, undefined]);
});
