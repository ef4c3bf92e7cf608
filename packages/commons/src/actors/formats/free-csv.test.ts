import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { mel } from '../../territory/mel.ts';
import { readActor, readPlace } from '../read.ts';
import { firstRows, guessActorColumns, guessPlaceColumns, readActorTable, readCsv, readPlaceTable } from './free-csv.ts';
import type { CsvTable } from './free-csv.ts';
import { counter, uuid } from './test-places.ts';

const table = (text: string): CsvTable => {
  const result = readCsv(text);
  assert.ok('table' in result);
  return result.table;
};
const options = { territory: mel(), newId: counter() };
const uses = (guesses: readonly { use: string }[]): string[] => guesses.map(({ use }) => use);

const ACTORS = `Structure;Catégorie;Ville;CP;Tél.;Adresse mail;Site internet;SIRET;Remarques;Agents
Médiathèque fictive;Bibliothèque;lambersart;59130;03 20 00 00 00;contact@mediatheque.example;www.mediatheque.example;434 933 123 00029;ouverte;4
Atelier fictif;Opérateur de médiation;LILLE CEDEX;59000;;;https://atelier.example;43493312300028;;
`;

describe('a free table of actors', () => {
  test('columns are guessed from their headers', () => {
    const guesses = guessActorColumns(table(ACTORS), mel());
    assert.deepEqual(uses(guesses), ['name', 'kind', 'commune', 'code_postal', 'phone', 'email', 'url', 'siret', 'note', 'keep']);
    assert.deepEqual(guesses[9], { header: 'Agents', use: 'keep', score: 0, examples: ['4'] });
  });

  test('or from their values, when headers say nothing', () => {
    const bare = table(ACTORS.replace(/^.*\n/, 'A;B;C;D;E;F;G;H;I;J\n'));
    assert.deepEqual(uses(guessActorColumns(bare, mel())), ['keep', 'kind', 'commune', 'code_postal', 'phone', 'email', 'url', 'keep', 'keep', 'keep']);
  });

  test('a header that its values deny loses to a column whose values agree', () => {
    const guesses = guessActorColumns(table('Nom;Mail;Contact mail\nA;oui;a@a.example\nB;non;b@b.example\n'), mel());
    assert.deepEqual(uses(guesses), ['name', 'keep', 'email']);
  });

  test('is read under a mapping: valid actors, communes by code, what is not ours kept', () => {
    const source = table(ACTORS);
    const { actors, problems } = readActorTable(source, guessActorColumns(source, mel()).map(({ use }) => use), options);
    for (const actor of actors) assert.ok('record' in readActor(actor));
    assert.deepEqual(actors.map(({ name, kind, commune }) => [name, kind, commune]), [['Médiathèque fictive', 'bibliotheque', '59328'], ['Atelier fictif', 'operateur_mediation', '59350']]);
    assert.deepEqual(actors[0]?.extra, { Agents: '4', code_postal: '59130' });
    assert.deepEqual(problems.map(({ line, path }) => [line, path]), [[3, 'SIRET']]);
  });

  test('errors name the line, the column as the person wrote it, and what to do', () => {
    const source = table('Qui;Quoi;Où;Lat;Lon\n;association;Lille;;\nClub fictif;licorne;Atlantide;nord;3\n');
    const { actors, problems } = readActorTable(source, ['name', 'kind', 'commune', 'latitude', 'longitude'], { ...options, locale: 'en' });
    assert.deepEqual(problems.map(({ line, path }) => [line, path]), [[2, 'Qui'], [3, 'Quoi'], [3, 'Où'], [3, 'Lat']]);
    assert.match(problems[0]?.text ?? '', /Fill in “Qui”/);
    assert.match(problems[2]?.text ?? '', /“Atlantide” is not a municipality of this territory \(Métropole Européenne de Lille\)/);
    assert.deepEqual([actors[0]?.kind, actors[0]?.extra], ['autre', { kind: 'licorne', commune: 'Atlantide', latitude: 'nord' }]);
  });

  test('a preview reads the first lines; an ignored column leaves nothing', () => {
    const { actors } = readActorTable(firstRows(table(ACTORS), 1), ['name', ...Array<'ignore'>(9).fill('ignore')], options);
    assert.deepEqual(actors.map(({ name, extra }) => [name, extra]), [['Médiathèque fictive', undefined]]);
  });
});

describe('a free table of places', () => {
  const PLACES = 'Identifiant,Nom du lieu,Rue,Commune,Latitude,Longitude,Prestations,Type,Date de mise à jour,nom\nx1,Cyber fictif,12 rue de la Démonstration,Lambersart,"50,65","3,02",Aide aux démarches administratives;Compréhension du monde numérique,BIB,02/04/2024,bis\nx2,,,,,,,,,\nx3,Lieu,,Tourcoing,0,0,Magie,,,\n';

  test('columns are guessed, closed lists by their values', () => {
    assert.deepEqual(uses(guessPlaceColumns(table(PLACES), mel())), ['id', 'keep', 'adresse', 'commune', 'latitude', 'longitude', 'keep', 'typologie', 'date_maj', 'nom']);
    assert.equal(guessPlaceColumns(table(PLACES.replace(',Magie,', ',,')), mel())[6]?.use, 'services');
  });

  test('is read as places of the standard, with what it refuses said and kept', () => {
    const { places, problems } = readPlaceTable(table(PLACES), ['id', 'nom', 'adresse', 'commune', 'latitude', 'longitude', 'services', 'typologie', 'date_maj', 'keep'], options);
    for (const place of places) assert.ok('record' in readPlace(place));
    const [first, second] = places;
    assert.deepEqual([first?.localId, first?.nom, first?.code_insee, first?.latitude, first?.services?.length, first?.date_maj, first?.extra], ['x1', 'Cyber fictif', '59328', 50.65, 2, '2024-04-02', { 'nom (bis)': 'bis' }]);
    assert.deepEqual([second?.code_insee, second?.latitude, second?.extra], ['59599', undefined, { services_hors_standard: 'Magie' }]);
    assert.deepEqual(problems.map(({ line, path }) => [line, path]), [[3, 'Nom du lieu'], [4, 'Prestations']]);
    assert.ok(first?.id !== uuid(0));
  });
});
