import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { demoActors } from '../../content/demo-actors/index.ts';
import { mel } from '../../territory/mel.ts';
import { decodeText, readActorFile } from './any.ts';
import type { FileRead } from './any.ts';
import { writeGeojson } from './geojson.ts';
import { writeStandardCsv, writeStandardJson } from './standard-v1.ts';
import { aPlace, counter } from './test-places.ts';

const read = (text: string): FileRead => readActorFile(text, { newId: counter() });
const formatOf = (text: string): string => { const result = read(text); return 'error' in result ? result.error[0]!.text : result.format; };

describe('a file that somebody drops', () => {
  test('is known by what it holds', () => {
    const places = [aPlace()];
    assert.equal(formatOf(writeStandardCsv(places).text), 'standard-1.0.2');
    assert.equal(formatOf(JSON.stringify(writeStandardJson(places).lieux)), 'standard-1.0.2');
    assert.equal(formatOf(JSON.stringify(writeGeojson({ actors: [], places }))), 'geojson');
    assert.equal(formatOf('id,nom,services,conditions_acces\n1,A,Créer avec le numérique,'), 'standard-0.1');
    assert.equal(formatOf('[{"nom":"A","labels_nationaux":"APTIC"}]'), 'standard-0.1');
    assert.equal(formatOf('nom;ville\nA;Lille'), 'free');
    assert.equal(formatOf('Structure,CP\nA,59000'), 'free');
    assert.match(formatOf('{"a":\n1,}'), /pas du JSON lisible/);
    assert.match(formatOf(''), /vide/);
    assert.match(formatOf('{"a":1}'), /liste de lieux/);
  });

  test('of our own records comes back whole, and one bad record does not spoil the others', () => {
    const demo = demoActors(5, mel());
    const whole = read(JSON.stringify(demo));
    assert.ok('data' in whole);
    assert.deepEqual([whole.data, whole.problems], [demo, []]);
    const spoilt = read(JSON.stringify({ actors: [{ ...demo.actors[0], kind: 'club' }, demo.actors[1]], links: [4] }));
    assert.ok('data' in spoilt);
    assert.deepEqual([spoilt.data.actors.length, spoilt.problems.map(({ path }) => path)], [1, ['actors[0].kind', 'links[0]']]);
  });

  test('says where JSON breaks', () => {
    const result = read('{\n"a": 1,\n}');
    assert.ok('error' in result);
    assert.equal(result.error[0]?.line, 3);
  });

  test('is decoded as spreadsheets save it', () => {
    assert.equal(decodeText(new TextEncoder().encode('Médiathèque')), 'Médiathèque');
    assert.equal(decodeText(Uint8Array.of(0x4d, 0xe9, 0x92)), 'Mé’');
    assert.equal(decodeText(Uint8Array.of(0xff, 0xfe, 0xe9, 0x00)), 'é');
  });
});
