import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { STRATA, readTerritory, stratumLabel, stratumOf, territoryFromGeoApi, territoryFromJson, type Territory } from './index.ts';
import { mel } from './mel.ts';

const file: unknown = JSON.parse(readFileSync(new URL('../../data/mel-communes.json', import.meta.url), 'utf8'));
const names = (communes: readonly { name: string }[]): string[] => communes.map(({ name }) => name);

function read(json: unknown, options?: Parameters<typeof territoryFromJson>[1]): Territory {
  const result = readTerritory(json, options);
  if ('error' in result) assert.fail(JSON.stringify(result.error));
  return result.territory;
}

function problems(json: unknown, locale = 'fr'): { path: string; text: string }[] {
  const result = readTerritory(json, { locale });
  if (!('error' in result)) assert.fail('should have been refused');
  return [...result.error];
}

describe('the communes of the MEL', () => {
  test('the shipped module holds what the official file holds', () => {
    const official = read(file);
    const round = (degrees = 0): number => Math.round(degrees * 10_000) / 10_000;
    assert.equal(mel().name, official.name);
    assert.equal(mel().code, '200093201');
    assert.deepEqual(
      mel().communes,
      official.communes.map((commune) => ({ ...commune, centre: [round(commune.centre?.[0]), round(commune.centre?.[1])] })),
    );
  });

  test('95 communes, each once, all with the facts that the survey shows', () => {
    const { communes } = mel();
    assert.equal(communes.length, 95);
    assert.equal(new Set(communes.map(({ code }) => code)).size, 95);
    assert.equal(new Set(communes.map(({ siren }) => siren)).size, 95);
    for (const { name, siren, population = 0, postcodes, centre } of communes) {
      assert.match(siren ?? '', /^21590\d{4}$/, name);
      assert.ok(population > 0 && postcodes.length > 0, name);
      assert.ok(centre && centre[0] > 2.7 && centre[0] < 3.4 && centre[1] > 50.4 && centre[1] < 50.9, name);
    }
  });

  test('neighbours are mutual, in the territory, never oneself', () => {
    for (const { code, neighbours } of mel().communes) {
      assert.ok(neighbours.length > 0);
      for (const other of mel().neighboursOf(code)) assert.ok(other.code !== code && other.neighbours.includes(code));
      assert.equal(mel().neighboursOf(code).length, neighbours.length);
    }
  });

  test('43 communes under 3,500 inhabitants, 4 over 50,000, and every stratum has its label', () => {
    const counts = STRATA.map(({ id }) => mel().communes.filter(({ code }) => mel().stratumOf(code) === id).length);
    assert.deepEqual(counts, [43, 23, 15, 10, 4]);
    for (const { id } of STRATA) assert.notEqual(stratumLabel(id, 'fr'), stratumLabel(id, 'en'));
  });

  test('adds less than 6 kB (gzip) to a survey, look-ups and readers included', async () => {
    const entry = new URL('./mel.ts', import.meta.url).pathname;
    const { outputFiles } = await build({ entryPoints: [entry], bundle: true, minify: true, format: 'esm', external: ['zod/mini'], write: false });
    const size = gzipSync(outputFiles[0]?.contents ?? '', { level: 9 }).length;
    assert.ok(size > 1_000 && size < 6_000, `${String(size)} bytes`);
  });
});

test('strata: a commune of exactly 3,500 or 50,000 inhabitants', () => {
  assert.deepEqual([3_499, 3_500, 9_999, 10_000, 50_000, 50_001].map(stratumOf), [
    'lt3500', '3500-10000', '3500-10000', '10000-20000', '20000-50000', 'gt50000',
  ]);
  assert.equal(stratumOf(undefined), undefined);
});

describe('search', () => {
  const firsts: Record<string, string> = {
    'lille': 'Lille',
    'LAMBERSART': 'Lambersart',
    'st andre': 'Saint-André-lez-Lille',
    'Saint André lès Lille': 'Saint-André-lez-Lille',
    'annoeullin': 'Annœullin',
    'mons en baroeul': 'Mons-en-Barœul',
    'MONS-EN-BARŒUL': 'Mons-en-Barœul',
    'villeneuve d’ascq': "Villeneuve-d'Ascq",
    'villeneuve dascq': "Villeneuve-d'Ascq",
    'ascq': "Villeneuve-d'Ascq",
    'madeleine': 'La Madeleine',
    'la m': 'La Madeleine',
    'bassee': 'La Bassée',
    'l': 'Lille',
    'chapelle armentieres': "La Chapelle-d'Armentières",
    'noyelles lez seclin': 'Noyelles-lès-Seclin',
    'tourcoin': 'Tourcoing',
    'roubaux': 'Roubaix',
    'wattrelso': 'Wattrelos',
    '59777': 'Lille',
    '59000 Lille': 'Lille',
    'Lille 59000': 'Lille',
    'lille 59 000': 'Lille',
    '59350 Saint-André': 'Saint-André-lez-Lille',
    'Lille 59999': 'Lille',
    'Hellemmes': 'Lille',
    'lomme': 'Lille',
    '59160 Lomme': 'Lille',
    'lom': 'Lompret',
    'Marcq en bareuil': 'Marcq-en-Barœul',
    'mons en bareul': 'Mons-en-Barœul',
    'quesnoi sur duele': 'Quesnoy-sur-Deûle',
  };
  for (const [typed, name] of Object.entries(firsts)) {
    test(`“${typed}” finds ${name} first`, () => {
      assert.equal(mel().search(typed)[0]?.name, name);
    });
  }

  test('every commune is the first answer to its own name, without its accents and hyphens too', () => {
    for (const { name } of mel().communes) {
      const typed = name.normalize('NFD').replace(/[^\p{L} ]/gu, ' ').toUpperCase();
      assert.equal(mel().search(name)[0]?.name, name);
      assert.equal(mel().search(typed)[0]?.name, name);
    }
  });

  test('a name with a postcode is found by both, then by the name, then by the postcode', () => {
    assert.deepEqual(names(mel().search('59152 Tressin')), ['Tressin', 'Chéreng', 'Anstaing', 'Gruson']);
  });

  test('the most populous comes first among equals, and the list stops where asked', () => {
    assert.deepEqual(names(mel().search('sainghin')), ['Sainghin-en-Weppes', 'Sainghin-en-Mélantois']);
    assert.equal(mel().search('l', 3).length, 3);
  });

  test('nothing typed, or nothing alike, finds nothing', () => {
    for (const typed of ['', '  ', '-', 'zzzz', '.*', '75001', '75001 Paris', 'liste', 'marcq sur mer']) assert.deepEqual(mel().search(typed), []);
  });

  test('a postcode proposes every commune that has it, and an INSEE code alike comes after', () => {
    assert.equal(mel().byPostcode('59320').length, 9);
    assert.equal(mel().byPostcode('59 320').length, 9);
    assert.deepEqual(names(mel().byPostcode('59152')), ['Anstaing', 'Chéreng', 'Gruson', 'Tressin']);
    assert.deepEqual(mel().byPostcode('75001'), []);
    assert.equal(mel().search('59320').length, 10);
    // 59350: Lille's INSEE code, and Saint-André's postcode.
    assert.deepEqual(names(mel().search('59350')), ['Saint-André-lez-Lille', 'Lille']);
  });
});

describe('a code', () => {
  test('that is known gives its commune, however typed', () => {
    assert.equal(mel().byCode(' 59350 ')?.name, 'Lille');
    const corsican = read({ epci: { siren: '242010056', nom: 'Ajaccio' }, communes: [{ code: '2A004', nom: 'Ajaccio' }] });
    assert.equal(corsican.byCode('2a004')?.name, 'Ajaccio');
  });

  test('that is unknown gives a sentence with the code, the territory and near communes', () => {
    const fr = mel().lookUp('59351');
    assert.ok('error' in fr);
    assert.match(fr.error, /« 59351 » n’est pas celui d’une commune de ce territoire \(Métropole Européenne de Lille, 95 communes\)/);
    assert.match(fr.error, /Lille \(59350\)/);
    const en = mel().lookUp('Lile', 'en');
    assert.ok('error' in en);
    assert.match(en.error, /“Lile” is not the INSEE code of a commune.*Close to it: Lille \(59350\)/);
    assert.deepEqual(names(en.near).includes('Lille'), true);
    const far = mel().lookUp('75056');
    assert.ok('error' in far && far.near.length === 0);
  });

  test('that is a name of JavaScript is no commune', () => {
    for (const code of ['__proto__', 'constructor', '']) assert.ok('error' in mel().lookUp(code));
  });
});

describe('a territory from a file', () => {
  test('goes out and comes back equal', () => {
    assert.deepEqual(read(JSON.parse(JSON.stringify(mel()))).communes, mel().communes);
  });

  test('needs only codes and names', () => {
    const two = read({ epci: { siren: '', nom: 'Deux' }, communes: [{ code: '01001', nom: 'A' }, { code: '01002', nom: 'B', voisines: ['01001'] }] });
    assert.deepEqual(two.communes[0], {
      code: '01001', name: 'A', siren: undefined, population: undefined, postcodes: [], centre: undefined, neighbours: ['01002'],
    });
    assert.equal(two.stratumOf('01001'), undefined);
  });

  test('says what is wrong, where, in the language asked', () => {
    const wrong = {
      epci: { siren: '200093201', nom: 'MEL' },
      communes: [{ code: 'Lille', nom: 'Lille' }, { code: '59009', nom: '', population: -1, codesPostaux: ['590'], centre: [500, 50] }],
    };
    assert.deepEqual(problems(wrong).map(({ path }) => path), [
      'communes[0].code', 'communes[1].nom', 'communes[1].population', 'communes[1].codesPostaux[0]', 'communes[1].centre[0]',
    ]);
    assert.match(problems(wrong)[0]?.text ?? '', /code INSEE/);
    assert.match(problems(wrong, 'en')[0]?.text ?? '', /INSEE code of a commune is expected/);
  });

  test('refuses a commune twice, an unknown neighbour, no commune at all', () => {
    const one = { code: '59009', nom: 'A' };
    const epci = { siren: '200093201', nom: 'MEL' };
    assert.deepEqual(problems({ epci, communes: [one, one] })[0]?.path, 'communes[1].code');
    assert.deepEqual(problems({ epci, communes: [{ ...one, voisines: ['59350'] }] })[0]?.path, 'communes[0].voisines[0]');
    assert.match(problems({ epci, communes: [] })[0]?.text ?? '', /aucune commune/);
    for (const json of [null, 3, 'x', true]) assert.equal(problems(json).length, 1);
  });
});

describe('a territory from geo.api.gouv.fr', () => {
  const communes = [
    { nom: 'Lille', code: '59350', siren: '215903501', codeEpci: '200093201', codesPostaux: ['59000', '59800'], population: 238695, codeDepartement: '59',
      centre: { type: 'Point', coordinates: [3.0468, 50.6311] } },
    { nom: 'Don', code: '59670' },
  ];

  test('as a list of communes, whatever fields are there', () => {
    const territory = read(communes, { name: 'Métropole' } as Parameters<typeof territoryFromGeoApi>[1]);
    assert.equal(territory.code, '200093201');
    assert.equal(territory.name, 'Métropole');
    assert.deepEqual(territory.byCode('59350')?.centre, [3.0468, 50.6311]);
    assert.equal(territory.byCode('59670')?.population, undefined);
    assert.equal(territory.search('59800')[0]?.name, 'Lille');
  });

  test('as GeoJSON', () => {
    const features = communes.map(({ centre, ...properties }) => ({ type: 'Feature', properties, geometry: centre ?? null }));
    assert.deepEqual(read({ type: 'FeatureCollection', features }).communes, read(communes).communes);
  });

  test('as one EPCI with its communes, or one commune', () => {
    const epci = read({ code: '200093201', nom: 'Métropole Européenne de Lille', membres: communes });
    assert.equal(epci.name, 'Métropole Européenne de Lille');
    assert.equal(read(communes[0]).communes.length, 1);
    assert.equal(read(communes[0]).name, 'Lille');
  });

  test('as one EPCI without communes, it says which address to give', () => {
    const wrong = problems({ code: '200093201', nom: 'MEL', population: 1194040 });
    assert.match(wrong[0]?.text ?? '', /« \/communes »/);
  });

  test('a wrong item is named by its place', () => {
    assert.equal(problems([...communes, { nom: 'X', code: 75056 }])[0]?.path, 'communes[2].code');
    assert.equal(problems([null])[0]?.path, 'communes[0]');
  });
});
