import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { demoActors } from '../../content/demo-actors/index.ts';
import { mel } from '../../territory/mel.ts';
import { decodeText, readActorFile } from './any.ts';
import type { FileRead } from './any.ts';
import { writeActorsCsv } from './actors-csv.ts';
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
    assert.equal(formatOf(writeActorsCsv(demoActors(1, mel()).actors)), 'actors');
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

  test('of a workspace gives its actors, places and links, and says that it holds more', () => {
    const demo = demoActors(5, mel());
    const [actor] = demo.actors;
    const records = [...demo.links, { id: actor!.id, type: 'plan' }, ...demo.actors, ...demo.places, { ...actor, kind: 'club' }];
    const whole = read(JSON.stringify({ $schema: 'urn:assembleurs:workspace:1', records, aside: [] }));
    assert.ok('data' in whole);
    assert.deepEqual([whole.format, whole.data], ['records', demo]);
    assert.deepEqual(whole.problems.map(({ path }) => path), [`records[${String(records.length - 1)}].kind`, 'records']);
    assert.match(formatOf('{"records":[{"fields":{"nom":"A"}}]}'), /liste de lieux/);
  });

  test('of the national standard is known to be old by any of its rows', () => {
    const [tablets, first] = ['Prendre en main un smartphone ou une tablette', { nom: 'A', services: 'Accès internet et matériel informatique' }];
    for (const text of [
      JSON.stringify([first, { nom: 'B', conditions_acces: 'Payant : l’accès est payant' }]),
      JSON.stringify([first, { nom: 'B', services: [tablets, 'Créer avec le numérique'] }]),
      `id,nom,courriel,services\n1,A,,${first.services}\n2,B,b@b.example,${tablets};Créer avec le numérique\n`,
    ]) {
      const result = read(text);
      assert.ok('data' in result, text);
      assert.equal(result.format, 'standard-0.1');
      assert.deepEqual([result.data.places.length, result.data.places[0]?.services, result.problems], [2, [first.services], []]);
      assert.equal(result.losses.length, 1 - Number(text.includes('conditions_acces')));
    }
    const arrays = read(JSON.stringify([{ nom: 'A', publics_accueillis: ['Adultes', 'Surdité'], labels_autres: ['Un', 'Deux'], courriel: ['a@a.example', 'b@b.example'], postes: [1, 2] }]));
    assert.ok('data' in arrays);
    const [place] = arrays.data.places;
    assert.deepEqual([place?.prise_en_charge_specifique, place?.autres_formations_labels, place?.courriels, place?.extra], [
      ['Surdité'], ['Un', 'Deux'], ['a@a.example', 'b@b.example'], { postes: [1, 2], publics_accueillis_v0: 'Adultes|Surdité' },
    ]);
    assert.deepEqual(arrays.losses.map(({ value }) => value), ['Adultes']);
  });

  test('with a line before its headers, as spreadsheets write it, is read all the same', () => {
    for (const before of ['sep=;\r\n', '"sep=;"\n', 'Lieux du territoire\n', 'Lieux du territoire;;\n\n', '\ufeffsep=;\n']) {
      const result = read(`${before}nom;ville;tel\nA, B et C;Lille;\n`);
      assert.ok('format' in result && result.format === 'free', before);
      assert.deepEqual([result.table.headers, result.table.rows[0]?.cells, result.table.problems], [['nom', 'ville', 'tel'], ['A, B et C', 'Lille', ''], []]);
      assert.equal(result.table.rows[0]?.line, before.split('\n').length + 1);
    }
    const one = read('nom\nA\nB\n');
    assert.ok('format' in one && one.format === 'free');
    assert.deepEqual([one.table.headers, one.table.rows.map(({ cells }) => cells)], [['nom'], [['A'], ['B']]]);
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
