import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { fromSchemaLieuxDeMediationNumerique } from '@gouvfr-anct/lieux-de-mediation-numerique';
import { readStandardCsv, writeStandardCsv, writeStandardJson } from '../../actors/formats/standard-v1.ts';
import { communesWithoutOffer, isolatedActors, libraryCoverage, linksToPropose, readActor, readLink, readPlace } from '../../actors/index.ts';
import { territoryFromJson } from '../../territory/index.ts';
import { mel } from '../../territory/mel.ts';
import { Territory } from '../../territory/territory.ts';
import { demoActors, isFictitious } from './index.ts';
import { ofCommune } from './names.ts';

const demo = demoActors(2026, mel());
const texts = (value: unknown): string[] =>
  typeof value === 'string' ? [value] : typeof value === 'object' && value !== null ? Object.values(value).flatMap(texts) : [];

describe('fictitious actors', () => {
  test('are valid records, each under an identifier of its own', () => {
    for (const actor of demo.actors) assert.ok('record' in readActor(actor), actor.name);
    for (const place of demo.places) assert.ok('record' in readPlace(place), place.nom);
    for (const link of demo.links) assert.ok('record' in readLink(link), link.id);
    const all = [...demo.actors, ...demo.places, ...demo.links].map(({ id }) => id);
    assert.equal(new Set(all).size, all.length);
  });

  test('say that they are fictitious, by name too; every address ends in .example, and no telephone is given', () => {
    for (const record of [...demo.actors, ...demo.places, ...demo.links]) assert.ok(isFictitious(record));
    for (const { name } of demo.actors) assert.match(name, /fictif|fictive/);
    for (const { nom, telephone } of demo.places) assert.ok(/fictif|fictive/.test(nom) && telephone === undefined);
    for (const text of texts(demo).filter((each) => /@|https?:/.test(each))) assert.match(text, /\.example$/);
    assert.ok(!isFictitious({ ...demo.actors[0]!, note: 'Un vrai' }));
  });

  test('are the same for the same seed, others for another', () => {
    assert.deepEqual(demoActors(2026, mel()), demo);
    assert.notDeepEqual(demoActors(2027, mel()), demo);
  });

  test('stand in the communes of the territory, close to their centres', () => {
    for (const { commune } of demo.actors) assert.ok(mel().byCode(commune ?? ''));
    for (const { code_insee = '', latitude = 0, longitude = 0 } of demo.places) {
      const [x, y] = mel().byCode(code_insee)?.centre ?? [0, 0];
      assert.ok(Math.abs(latitude - y) < 0.01 && Math.abs(longitude - x) < 0.01);
    }
    assert.equal(new Set(demo.actors.map(({ commune }) => commune)).size, 95);
  });

  test('leave something to do: libraries without operator, isolated actors, communes without offer', () => {
    const { share = 0, total } = libraryCoverage(demo);
    assert.ok(total > 60 && share > 0.25 && share < 0.75);
    assert.ok(isolatedActors(demo).length > 10);
    assert.ok(communesWithoutOffer(demo, mel()).length > 5);
    assert.ok(linksToPropose(demo, mel()).length > 20);
  });

  test('make a file of the national standard with nothing missing', () => {
    const { text, problems } = writeStandardCsv(demo.places, { withRecords: true });
    assert.deepEqual(problems, []);
    const again = readStandardCsv(text, { newId: () => '' });
    assert.ok('places' in again);
    assert.deepEqual(again.places, demo.places);
    const { lieux } = writeStandardJson(demo.places);
    assert.equal(fromSchemaLieuxDeMediationNumerique(lieux as unknown as Parameters<typeof fromSchemaLieuxDeMediationNumerique>[0]).length, demo.places.length);
  });

  test('of a small territory, and of an empty one', () => {
    const read = territoryFromJson({ epci: { siren: '', nom: 'Deux' }, communes: [{ code: '01001', nom: 'A' }, { code: '01002', nom: 'B' }] });
    assert.ok('territory' in read);
    assert.ok(demoActors(1, read.territory).actors.length > 10);
    assert.deepEqual(demoActors(1, new Territory({ code: '', name: '', communes: [] })), { actors: [], places: [], links: [] });
  });

  test('names of communes are declined', () => {
    assert.deepEqual(['Armentières', 'Le Maisnil', 'La Bassée', 'Hem', 'Haubourdin', 'Englos'].map(ofCommune), ['d’Armentières', 'du Maisnil', 'de La Bassée', 'de Hem', 'd’Haubourdin', 'd’Englos']);
  });
});
