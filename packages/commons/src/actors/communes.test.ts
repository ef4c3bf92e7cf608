import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { mel } from '../territory/mel.ts';
import { findCommune, withCommunes } from './communes.ts';
import { readActorFile } from './formats/any.ts';
import { aPlace, counter, uuid } from './formats/test-places.ts';
import { communesWithoutOffer, holdPlaces } from './index.ts';
import type { ActorData } from './index.ts';

const territory = mel();

describe('the commune that people wrote', () => {
  for (const [name, postcode, code] of [
    ['Lille', '59000', '59350'], ['LILLE CEDEX', '59033', '59350'], ['Lille', undefined, '59350'], ['Lile', '59000', '59350'], ['Lille-Sud', '59000', '59350'],
    ['', '59130', '59328'], ['villeneuve d’ascq', '59 650', '59009'], ['Bassée', '59480', '59051'], ['59350', '', '59350'],
    // Another département's; two communes of one postcode; nothing that is known.
    ['Lille', '75001', undefined], ['', '59160', undefined], ['Atlantide', '59000', undefined], ['Lile', '', undefined], ['', '', undefined],
  ] as const) test(`${name} ${postcode ?? ''} → ${String(code)}`, () => { assert.equal(findCommune({ name, postcode }, territory), code); });
});

describe('data without INSEE codes', () => {
  test('of the national standard finds its communes: the place, the actor made from it, and the offer of the commune', () => {
    const newId = counter();
    const file = readActorFile('id,nom,commune,code_postal,adresse,date_maj\n1,Cyber fictif,Lille,59000,1 rue Fictive,2026-01-01\n2,Ailleurs,Atlantide,99000,,2026-01-01\n3,Ailleurs aussi,Atlantide,99000,,2026-01-01\n', { newId });
    assert.ok('data' in file);
    const before: ActorData = { ...holdPlaces(file.data.places, newId), links: [] };
    assert.ok(communesWithoutOffer(before, territory).some(({ name }) => name === 'Lille'));
    const { data, problems } = withCommunes(before, territory);
    assert.deepEqual(data.places.map(({ code_insee }) => code_insee), ['59350', undefined, undefined]);
    assert.deepEqual(data.actors.map(({ commune }) => commune), ['59350', undefined, undefined]);
    assert.ok(!communesWithoutOffer(data, territory).some(({ name }) => name === 'Lille'));
    assert.deepEqual(problems.map(({ path }) => path), ['commune']);
    assert.match(problems[0]?.text ?? '', /« Atlantide, 99000 » n’est pas une commune de ce territoire.*: 2\./);
  });

  test('is the same again when nothing is missing; a place says nothing of an actor that was not made from it', () => {
    const holder = { id: uuid(1), type: 'actor', version: 1, derivedFrom: [], name: 'Région', kind: 'autre' } as const;
    const known: ActorData = { actors: [{ ...holder, derivedFrom: [] }], places: [aPlace({ code_insee: '59328' })], links: [] };
    assert.equal(withCommunes(known, territory).data, known);
    const { data } = withCommunes({ ...known, places: [aPlace({ holder: holder.id })] }, territory);
    assert.deepEqual([data.places[0]?.code_insee, data.actors[0]?.commune], ['59328', undefined]);
  });

  test('an actor whose table named its commune has it, and the name goes', () => {
    const actor = { id: uuid(1), type: 'actor', version: 1, derivedFrom: [], name: 'A', kind: 'autre', extra: { commune: 'roubaix', Agents: '4' } } as const;
    const { data, problems } = withCommunes({ actors: [{ ...actor, derivedFrom: [] }], places: [], links: [] }, territory);
    assert.deepEqual([data.actors[0]?.commune, data.actors[0]?.extra, problems], ['59512', { Agents: '4' }, []]);
  });
});
