import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { fromSchemaLieuxDeMediationNumerique, toSchemaLieuxDeMediationNumerique } from '@gouvfr-anct/lieux-de-mediation-numerique';
import fc from 'fast-check';
import Papa from 'papaparse';
import type { Actor, Place } from '../model.ts';
import { readPlace } from '../read.ts';
import { STANDARD_COLUMNS, STANDARD_LISTS, STANDARD_VALUES } from '../standard-values.ts';
import { fold } from './standard-cell.ts';
import { readStandardCsv, readStandardJson, standardFileName, writeStandardCsv, writeStandardJson } from './standard-v1.ts';
import type { PlacesResult } from './standard-v1.ts';
import { aPlace, counter, places, uuid } from './test-places.ts';

const read = (result: PlacesResult): { places: readonly Place[]; problems: readonly { path: string; line?: number; text: string }[] } => {
  assert.ok('places' in result, JSON.stringify(result));
  return result;
};
const csv = (text: string): ReturnType<typeof read> => read(readStandardCsv(text, { newId: counter() }));
const one = (cells: Record<string, string>): Place & { problems: readonly string[] } => {
  const { places: found, problems } = csv(Papa.unparse([{ id: 'a', nom: 'Lieu', ...cells }]));
  return { ...found[0]!, problems: problems.map(({ line, path }) => `${String(line)} ${path}`) };
};

describe('the national standard 1.0.2 is read with tolerance', () => {
  test('an empty cell says nothing, however it is written', () => {
    const { services, frais_a_charge, latitude, site_web, pivot, telephone, problems } = one({ services: '', frais_a_charge: "''", latitude: '', site_web: ' ', pivot: '', telephone: '' });
    assert.deepEqual([services, frais_a_charge, latitude, site_web, pivot, telephone, problems], [undefined, undefined, undefined, undefined, undefined, undefined, []]);
  });

  test('(0, 0) is no place on earth', () => {
    assert.equal(one({ latitude: '0', longitude: '0' }).latitude, undefined);
    assert.equal(one({ latitude: '0.0', longitude: '0' }).longitude, undefined);
    assert.equal(one({ latitude: '0', longitude: '3.05' }).latitude, 0);
    assert.equal(read(readStandardJson([{ nom: 'x', latitude: 0, longitude: 0 }], { newId: counter() })).places[0]?.latitude, undefined);
  });

  test('pivot 00000000000000 is no key, and is written where there is none', () => {
    assert.equal(one({ pivot: '00000000000000' }).pivot, undefined);
    assert.equal(one({ pivot: '434 933 123 00029' }).pivot, '43493312300029');
    assert.equal(writeStandardJson([aPlace()]).lieux[0]?.['pivot'], '00000000000000');
  });

  test('values are separated by | or ;, and repeated ones count once', () => {
    const { services, typologie, courriels } = one({
      services: 'Compréhension du monde numérique;Accès internet et matériel informatique | Compréhension du monde numérique', typologie: 'BIB;ASSO', courriels: 'a@a.example|b@b.example',
    });
    assert.deepEqual(services, ['Compréhension du monde numérique', 'Accès internet et matériel informatique']);
    assert.deepEqual([typologie, courriels], [['BIB', 'ASSO'], ['a@a.example', 'b@b.example']]);
  });

  test('addresses on the web keep their own ; and ,', () => {
    assert.deepEqual(one({ site_web: 'https://a.example/?x=1;2,3;https://b.example,http://c.example|d.example' }).site_web, ['https://a.example/?x=1;2,3', 'https://b.example', 'http://c.example', 'd.example']);
  });

  test("' and ’, capitals, accents, spaces: the standard's own spelling comes out", () => {
    assert.deepEqual(one({ modalites_acces: 'Ce lieu n’accueille pas de public|téléphoner' }).modalites_acces, ["Ce lieu n'accueille pas de public", 'Téléphoner']);
    assert.deepEqual(one({ dispositif_programmes_nationaux: 'Point d’accès numérique CAF|Conseiller numérique' }).dispositif_programmes_nationaux, ["Point d'accès numérique CAF", 'Conseillers numériques']);
    assert.deepEqual(one({ formations_labels: 'Étapes numériques (La Poste)' }).formations_labels, ['Étapes numériques(La Poste)']);
    assert.deepEqual(one({ frais_a_charge: 'GRATUIT' }).frais_a_charge, ['Gratuit']);
  });

  test('no two values of a list differ by what reading ignores', () => {
    for (const list of STANDARD_LISTS) assert.equal(new Set(STANDARD_VALUES[list].map(fold)).size, STANDARD_VALUES[list].length);
  });

  test('columns that we do not know are kept, and come out after the 32', () => {
    const place = one({ 'Nombre de postes': '12', cle_ban: '59328_x' });
    assert.deepEqual(place.extra, { 'Nombre de postes': '12', cle_ban: '59328_x' });
    const header = writeStandardCsv([place]).text.split('\r\n')[0];
    assert.equal(header, [...STANDARD_COLUMNS, 'Nombre de postes', 'cle_ban'].map((name) => `"${name}"`).join(','));
  });

  test('a value that the standard refuses is said, with its line and column, and kept beside', () => {
    const { services, extra, problems } = one({ services: 'Réparer|Compréhension du monde numérique', code_postal: 'F-59', date_maj: '31/06/2024' });
    assert.deepEqual(services, ['Compréhension du monde numérique']);
    assert.deepEqual(extra, { services_hors_standard: 'Réparer', code_postal_hors_standard: 'F-59', date_maj_hors_standard: '31/06/2024' });
    assert.deepEqual(problems, ['2 services', '2 code_postal', '2 date_maj']);
  });

  test('telephones come to their international form; a second one stands beside', () => {
    assert.equal(one({ telephone: '03 20 00 00 00' }).telephone, '+33320000000');
    assert.equal(one({ telephone: '+33 (0)3.20.00.00.00' }).telephone, '+33320000000');
    const two = one({ telephone: '0320000000 / 03 20 00 00 01' });
    assert.deepEqual([two.telephone, two.extra], ['+33320000000', { telephone_hors_standard: '03 20 00 00 01' }]);
  });

  test('dates, coordinates and codes as spreadsheets leave them', () => {
    const { date_maj, latitude, longitude, code_postal } = one({ date_maj: '2/4/2024', latitude: '50,65', longitude: '-1.2', code_postal: '1000' });
    assert.deepEqual([date_maj, latitude, longitude, code_postal], ['2024-04-02', 50.65, -1.2, '01000']);
    assert.equal(one({ date_maj: '2024-04-02T10:00:00.000Z' }).date_maj, '2024-04-02');
    assert.deepEqual(one({ latitude: '5065' }).extra, { latitude_hors_standard: '5065' });
  });

  test('a summary of more than 280 characters is cut for the standard and whole beside', () => {
    const long = 'mot '.repeat(100).trim();
    const { presentation_resume, extra } = one({ presentation_resume: long });
    assert.ok(presentation_resume!.length <= 280 && presentation_resume!.endsWith('…'));
    assert.equal(extra?.['presentation_resume_hors_standard'], long);
  });

  test('separators, byte order mark, names of columns and lines inside cells', () => {
    const { places: found, problems } = csv('\ufeffID;Nom;Code postal;Services\r\n1;"Deux\r\nlignes";59000;\r\n\r\n2;B;5;Gratuit\r\n3;;59000;');
    assert.deepEqual(found.map(({ localId, nom, code_postal }) => [localId, nom, code_postal]), [['1', 'Deux\r\nlignes', '59000'], ['2', 'B', undefined]]);
    assert.deepEqual(problems.map(({ line, path }) => [line, path]), [[5, 'code_postal'], [5, 'services'], [6, 'nom']]);
  });

  test('an identifier that is a UUID names the record; one that comes twice is said and both places stay', () => {
    const own = '0b1f3e9a-5c1d-4d1e-9a51-7f4f1f2a3b4c';
    const { places: found, problems } = csv(`id,nom\n${own},A\n${own},B\nx,C\n`);
    assert.deepEqual(found.map(({ id, localId }) => [id, localId]), [[`urn:uuid:${own}`, undefined], [uuid(1), own], [uuid(2), 'x']]);
    assert.deepEqual(problems.map(({ line, path }) => [line, path]), [[3, 'id']]);
  });

  test('a SIRET that cannot be right is told, and stays', () => {
    const wrong = one({ pivot: '43493312300028' });
    assert.deepEqual([wrong.pivot, wrong.problems], ['43493312300028', ['2 pivot']]);
    for (const pivot of ['43493312300029', '35600000000010', 'W591234567', '00000000000000']) assert.deepEqual(one({ pivot }).problems, [], pivot);
  });

  test('the nested shape of the national library is read as its columns', () => {
    const flat = aPlace({ code_insee: '59328', latitude: 50.65, longitude: 3.02, typologie: ['BIB'], telephone: '+33320000000', courriels: ['a@a.example'], site_web: ['https://a.example/'], presentation_resume: 'Un lieu.', modalites_acces: ["Ce lieu n'accueille pas de public"] });
    const theirs: unknown = JSON.parse(JSON.stringify(fromSchemaLieuxDeMediationNumerique(writeStandardJson([{ ...flat, pivot: '43493312300029' }]).lieux as unknown as Parameters<typeof fromSchemaLieuxDeMediationNumerique>[0])));
    const { places: [found], problems } = read(readStandardJson(theirs, { newId: () => flat.id }));
    assert.deepEqual([found, problems], [{ ...flat, pivot: '43493312300029' }, []]);
    const odd = read(readStandardJson([{ nom: 'A', commune: 'Lille', adresse: { commune: 'Lomme', code_postal: 'F-59', cle_ban: 'x' } }], { newId: counter() }));
    assert.deepEqual([odd.places[0]?.commune, odd.places[0]?.adresse, odd.places[0]?.extra], ['Lille', undefined, { 'adresse.cle_ban': 'x', code_postal_hors_standard: 'F-59' }]);
    assert.deepEqual(odd.problems.map(({ path }) => path), ['[0].adresse.code_postal']);
  });

  test('what cannot be read is refused with what to do', () => {
    const error = (text: string): string => { const result = readStandardCsv(text, { newId: counter(), locale: 'en' }); assert.ok('error' in result); return result.error[0]!.text; };
    assert.match(error(''), /empty/);
    assert.match(error('a,b\n1,2'), /“nom” is missing/);
    assert.match(error('id,nom,publics_accueillis,labels_nationaux\n1,A,,'), /version 0.1/);
    assert.ok('error' in readStandardJson({ a: 1 }, { newId: counter() }));
    assert.deepEqual(read(readStandardJson([7, null], { newId: counter() })).places, []);
  });
});

describe('the national standard 1.0.2 is written to the letter', () => {
  test('a formula is never left to a spreadsheet, and numbers and telephones stay what they are', () => {
    const place = aPlace({ nom: '=1+1', adresse: "'@x", latitude: -1.5, longitude: 2, telephone: '+33320000000' });
    const { text } = writeStandardCsv([place]);
    assert.ok(text.includes(`"'=1+1"`) && text.includes(`"''@x"`) && text.includes('"-1.5"') && text.includes('"+33320000000"'));
    assert.deepEqual({ ...csv(text).places[0], id: place.id }, place);
  });

  test('what the standard demands and a place lacks is named; the date may come from the caller', () => {
    const { problems } = writeStandardCsv([aPlace(), aPlace({ adresse: undefined, date_maj: undefined })]);
    assert.deepEqual(problems.map(({ line, path }) => [line, path]), [[3, 'adresse'], [3, 'date_maj']]);
    assert.deepEqual(writeStandardCsv([aPlace({ date_maj: undefined })], { today: '2026-11-23' }).problems, []);
  });

  test('a column of somebody else never takes the place of one of the standard', () => {
    const [lieu = {}] = writeStandardJson([aPlace({ extra: { nom: 'Autre' } })]).lieux;
    assert.deepEqual([lieu['nom'], lieu['nom_hors_standard']], ['Médiathèque fictive', 'Autre']);
  });

  test('under the file name that the standard’s guide asks', () => {
    assert.equal(standardFileName({ day: '2026-11-23', producer: 'Hub fictif', territory: 'Métropole de l’Étang' }), '2026-11-23_hub-fictif_lieux-de-mediation-numerique_metropole-de-l-etang.csv');
  });

  test('on demand, records and who holds them are found again', () => {
    const place = aPlace({ holder: uuid(7) });
    assert.deepEqual(csv(writeStandardCsv([place], { withRecords: true }).text).places, [place]);
  });

  test('with the actors, who holds what comes back: one actor of three places, of the kind that a person said', () => {
    const holder: Actor = { id: uuid(7), type: 'actor', version: 1, derivedFrom: [], name: 'Ville fictive', kind: 'commune', commune: '59328' };
    const three = [1, 2, 3].map((n) => aPlace({ id: uuid(n), localId: 'même', holder: holder.id, derivedFrom: [uuid(70)], futur: { a: 1 } }));
    const result = readStandardCsv(writeStandardCsv(three, { withRecords: true, actors: [holder] }).text, { newId: counter(500) });
    assert.ok('places' in result);
    assert.deepEqual([result.actors, result.places], [[holder], three]);
    const json = readStandardJson(JSON.parse(JSON.stringify(writeStandardJson(three, { withRecords: true, actors: [holder] }).lieux)), { newId: counter(500) });
    assert.ok('places' in json);
    assert.deepEqual([json.actors, json.places], [[holder], three]);
  });

  test('our columns stand after the 32, and the national library reads the file all the same', () => {
    const place = aPlace({ pivot: '43493312300029', holder: uuid(7), derivedFrom: [uuid(70)], date_maj: undefined });
    const { text, problems } = writeStandardCsv([place], { withRecords: true, today: '2026-11-27', actors: [] });
    assert.deepEqual(problems, []);
    const { data, meta } = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true });
    assert.deepEqual(meta.fields?.slice(STANDARD_COLUMNS.length), ['asb_id', 'asb_holder', 'asb_more']);
    const [theirs] = fromSchemaLieuxDeMediationNumerique(data.map((row) => Object.fromEntries(Object.entries(row).filter(([, cell]) => cell !== ''))) as unknown as Parameters<typeof fromSchemaLieuxDeMediationNumerique>[0]);
    assert.deepEqual([theirs?.nom, theirs?.date_maj], ['Médiathèque fictive', new Date('2026-11-27')]);
  });

  test('reading what was written gives it back, CSV and JSON, and every place is valid', () => {
    fc.assert(fc.property(places, (drawn) => {
      const same = (result: PlacesResult): void => {
        const { places: found, problems } = read(result);
        assert.deepEqual(found.map((place) => ({ ...place, id: uuid(0) })), drawn);
        assert.deepEqual(problems, []);
        for (const place of found) assert.ok('record' in readPlace(place));
      };
      same(readStandardCsv(writeStandardCsv(drawn).text, { newId: counter() }));
      same(readStandardJson(JSON.parse(JSON.stringify(writeStandardJson(drawn).lieux)), { newId: counter() }));
    }), { numRuns: 200 });
  });

  test('is what the national library reads and writes back', () => {
    const strict = aPlace({
      pivot: '43493312300029', code_insee: '59328', complement_adresse: 'Étage', latitude: 50.65, longitude: 3.02, typologie: ['BIB', 'ASSO'], telephone: '+33320000000',
      courriels: ['contact@mediatheque.example', 'accueil@mediatheque.example'], site_web: ['https://mediatheque.example/'], horaires: 'Mo-Fr 09:00-12:00', presentation_resume: 'Un lieu.',
      presentation_detail: 'Un lieu fictif.', source: 'Démonstration', structure_parente: 'Ville fictive', fiche_acces_libre: 'https://acceslibre.example/1', prise_rdv: 'https://rdv.example/1',
      autres_formations_labels: ['Label local'], ...STANDARD_VALUES,
      // Its own list writes « Étapes numériques (La Poste) », which the standard's pattern refuses; it drops « n'accueille pas de public » beside another way in.
      formations_labels: STANDARD_VALUES.formations_labels.filter((label) => !label.startsWith('Étapes')),
      modalites_acces: STANDARD_VALUES.modalites_acces.filter((way) => !way.startsWith('Ce lieu')),
    } as unknown as Partial<Place>);
    const { lieux } = writeStandardJson([strict]);
    const theirs = fromSchemaLieuxDeMediationNumerique(lieux as unknown as Parameters<typeof fromSchemaLieuxDeMediationNumerique>[0]);
    assert.deepEqual(toSchemaLieuxDeMediationNumerique(theirs), lieux);
  });

  test('reads what the national library refuses', () => {
    const cells = { id: '1', nom: 'A', pivot: '00000000000000', commune: 'Lille', code_postal: '59000', adresse: '1 rue', date_maj: '2024-01-01', services: '', telephone: '' };
    assert.throws(() => fromSchemaLieuxDeMediationNumerique([cells]));
    assert.equal(read(readStandardJson([cells], { newId: counter() })).places.length, 1);
  });
});
