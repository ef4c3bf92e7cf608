import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { mel } from '../../territory/mel.ts';
import { ACTOR_KINDS } from '../kinds.ts';
import type { Actor } from '../model.ts';
import { isActorsTable, readActorsCsv, writeActorsCsv } from './actors-csv.ts';
import type { ActorsResult } from './actors-csv.ts';
import { counter, uuid } from './test-places.ts';

const read = (text: string): { actors: readonly Actor[]; problems: readonly (string | number | undefined)[][] } => {
  const result: ActorsResult = readActorsCsv(text, { newId: counter(500), locale: 'en' });
  assert.ok('data' in result, JSON.stringify(result));
  return { actors: result.data.actors, problems: result.problems.map(({ line, path }) => [line, path]) };
};
const actor: Actor = { id: uuid(1), type: 'actor', version: 1, derivedFrom: [], name: 'Opérateur fictif', kind: 'operateur_mediation', commune: '59350' };

describe('actors as CSV', () => {
  test('reading what was written gives it back, whatever the actors hold', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'É', "'", '’', '"', ';', '=', '+', '\n', ' ', '1'), minLength: 1, maxLength: 8 }).map((drawn) => drawn.trim()).filter((drawn) => drawn !== '' && drawn !== "''");
    const json = fc.jsonValue().map((value): unknown => JSON.parse(JSON.stringify(value)));
    const actors = fc.uniqueArray(fc.record({
      id: fc.integer({ min: 1, max: 99 }).map(uuid), type: fc.constant('actor' as const), version: fc.constant(1), derivedFrom: fc.constantFrom<string[]>([], [uuid(200), uuid(201)]), name: text, kind: fc.constantFrom(...ACTOR_KINDS),
      commune: fc.constantFrom('59350', '2A004', '01001'), siret: fc.constant('43493312300029'), email: text, phone: fc.constantFrom('+33320000000', '0320000000'), url: text, note: text,
      publics: fc.uniqueArray(fc.constantFrom('Jeunes', 'Seniors'), { minLength: 1 }), latitude: fc.double({ min: -90, max: 90, noNaN: true }).filter((value) => !Object.is(value, -0)), longitude: fc.constantFrom(-1.5, 3.02), futur: json,
      history: fc.constant<NonNullable<Actor['history']>>([{ day: '2026-11-27', by: 'hub', what: 'actor', did: 'changed', name: '', fields: ['phone'] }]),
      extra: fc.dictionary(fc.constantFrom('Agents', 'type', 'Note', ' x', 'kind', 'constructor'), fc.oneof(text, json), { minKeys: 1, noNullPrototype: true }),
    }, { requiredKeys: ['id', 'type', 'version', 'derivedFrom', 'name', 'kind'], noNullPrototype: true }), { selector: ({ id }) => id, maxLength: 5 });
    fc.assert(fc.property(actors, (drawn) => {
      assert.deepEqual(read(writeActorsCsv(drawn, mel())), { actors: drawn, problems: [] });
    }), { numRuns: 300 });
  });

  test('people read the name of the commune, and no cell is left for a spreadsheet to run', () => {
    const text = writeActorsCsv([{ ...actor, note: '=1+1', extra: { Agents: '@4' } }], mel());
    assert.ok(text.includes(`Opérateur fictif;operateur_mediation;Lille;59350;;;;;;;;'=1+1;;'@4`), text);
  });

  test('what a person changed or added in a spreadsheet is read with tolerance, and what is not understood is told', () => {
    const { actors, problems } = read(`asb_actor;nom;type;commune;code_insee;siret;latitude;Agents\n${uuid(1)};Opérateur fictif;Bibliothèque;Lille;59350;43493312300028;;4\n;Nouveau;licorne;Roubaix;;;nord;\n;;ccas;;;;;\n`);
    assert.deepEqual(actors.map(({ id, name, kind, commune, extra }) => [id, name, kind, commune, extra]), [
      [uuid(1), 'Opérateur fictif', 'bibliotheque', '59350', { Agents: '4' }],
      [uuid(500), 'Nouveau', 'autre', undefined, { kind: 'licorne', commune: 'Roubaix', latitude: 'nord' }],
    ]);
    assert.deepEqual(problems, [[2, 'siret'], [3, 'type'], [3, 'latitude'], [4, 'nom']]);
  });

  test('is known by its column of records; without it, it is anybody’s table', () => {
    assert.ok(isActorsTable(['asb_actor', 'nom']));
    assert.ok(!isActorsTable(['nom', 'type']));
    const bad = readActorsCsv('nom\nA', { newId: counter() });
    assert.ok('error' in bad);
    assert.equal(bad.error[0]?.path, 'asb_actor');
  });
});
