import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { demoActors } from '../../content/demo-actors/index.ts';
import { mel } from '../../territory/mel.ts';
import { readGeojson, writeGeojson } from './geojson.ts';
import type { GeojsonResult } from './geojson.ts';
import { aPlace, counter, places, uuid } from './test-places.ts';

const read = (json: unknown): Extract<GeojsonResult, { places: unknown }> => {
  const result = readGeojson(json, { newId: counter() });
  assert.ok('places' in result, JSON.stringify(result));
  return result;
};
const point = (coordinates: unknown, properties: unknown, id?: unknown): unknown => ({ type: 'Feature', id, geometry: { type: 'Point', coordinates }, properties });
const collection = (...features: unknown[]): unknown => ({ type: 'FeatureCollection', features });

describe('GeoJSON', () => {
  test('ours comes back whole: places with their holders, actors with their fields', () => {
    const demo = demoActors(3, mel());
    const actors = [{ ...demo.actors[0]!, latitude: 50.6, longitude: 3.1, futur: 'x' }, demo.actors[1]!];
    const places = [{ ...demo.places[0]!, derivedFrom: [uuid(70)], futur: { a: [1] } }, ...demo.places.slice(1)];
    const again = read(JSON.parse(JSON.stringify(writeGeojson({ actors, places }))));
    assert.deepEqual(again, { actors, places, problems: [], losses: [] });
  });

  test('reading what was written gives it back, whatever the places hold', () => {
    fc.assert(fc.property(places, (drawn) => {
      const numbered = drawn.map((place, at) => ({ ...place, id: uuid(at + 1) }));
      // One coordinate alone is no point: only the standard's files can hold it.
      const whole = numbered.filter(({ latitude, longitude }) => (latitude === undefined) === (longitude === undefined));
      assert.deepEqual(read(JSON.parse(JSON.stringify(writeGeojson({ actors: [], places: whole })))).places, whole);
    }));
  });

  test('is written as the standard wants it: longitude first, null where nobody knows', () => {
    const { features } = writeGeojson({ actors: [], places: [aPlace({ latitude: 50.65, longitude: 3.02 }), aPlace()] });
    assert.deepEqual(features[0]?.geometry, { type: 'Point', coordinates: [3.02, 50.65] });
    assert.equal(features[1]?.geometry, null);
    assert.equal(features[0].properties['code_postal'], '59130');
    assert.ok(!('latitude' in features[0].properties));
  });

  test('of others is read as places: names, identifiers, shapes, (0, 0)', () => {
    const square = { type: 'Feature', geometry: { type: 'Polygon', coordinates: [[[3, 50], [3.2, 50], [3.2, 50.4], [3, 50]]] }, properties: { name: 'Carré', wifi: true } };
    const { places: found, problems } = read(collection(point([3.05, 50.63], { name: 'Lieu A', services: 'Compréhension du monde numérique' }, 12), square, point([0, 0], { nom: 'Nulle part' })));
    assert.deepEqual(problems, []);
    assert.deepEqual(found.map(({ nom, localId, longitude, latitude }) => [nom, localId, longitude, latitude]), [
      ['Lieu A', '12', 3.05, 50.63], ['Carré', undefined, 3.1, 50.2], ['Nulle part', undefined, undefined, undefined],
    ]);
    assert.deepEqual(found[1]?.extra, { wifi: true });
  });

  test('of version 0.1 of the standard is converted, with what is lost', () => {
    const { places: found, losses } = read(collection(point([3, 50], { nom: 'A' }), point([3, 50], { nom: 'B', conditions_acces: ['Gratuit', 'Adhésion'], services: 'Créer avec le numérique' })));
    assert.deepEqual([found[1]?.frais_a_charge, found[1]?.services], [['Gratuit', 'Payant'], ['Loisirs et créations numériques']]);
    assert.deepEqual(losses.map(({ value, at }) => [value, at.path]), [['Adhésion', 'features[1].properties.conditions_acces']]);
  });

  test('what cannot be read is told by its path; the rest is read', () => {
    const { places: found, actors, problems } = read(collection(point([700_000, 7_000_000], { nom: 'Lambert' }), 7, point([3, 50], {}), point([3, 50], { asb_type: 'actor', name: '' }, uuid(1))));
    assert.deepEqual([found.map(({ nom }) => nom), actors], [['Lambert'], []]);
    assert.deepEqual(problems.map(({ path }) => path).sort(), [
      'features[0].geometry', 'features[1]', 'features[2].properties.nom', ...['kind', 'name'].map((field) => `features[3].properties.${field}`),
    ]);
    for (const json of [null, [], { type: 'Topology' }, { type: 'FeatureCollection' }]) assert.ok('error' in readGeojson(json, { newId: counter(), locale: 'en' }));
  });
});
