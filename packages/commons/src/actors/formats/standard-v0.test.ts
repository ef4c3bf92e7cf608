import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import Papa from 'papaparse';
import { migrateStandardCsv, migrateStandardJson } from './standard-v0.ts';
import type { MigrationResult } from './standard-v0.ts';
import { readStandardCsv, writeStandardCsv } from './standard-v1.ts';
import { counter } from './test-places.ts';

const OLD = {
  id: 'lieu-1', pivot: '43493312300029', nom: 'Lieu fictif', commune: 'Lille', code_postal: '59000', adresse: '1 rue Fictive', cle_ban: '59350_1',
  courriel: 'contact@lieu.example', site_web: 'https://a.example/,https://b.example/', date_maj: '2022-06-02',
  services: 'Prendre en main un ordinateur;Utiliser le numérique au quotidien;Créer avec le numérique',
  publics_accueillis: "Familles/enfants;Adultes;Personnes en situation d’illettrisme;Déficience visuelle",
  conditions_acces: "Payant : L'accès au lieu et/ou à ses services est payant;Accepte le Pass numérique : Il est possible d'utiliser un Pass numérique",
  labels_nationaux: 'France Services;APTIC;CNFS;Fabriques de Territoire', labels_autres: 'Label du Nord;Label du Pas-de-Calais',
  modalites_accompagnement: "Seul : j'ai accès à du matériel et une connexion;A ma place : une personne habilitée fait les démarches à ma place",
  accessibilite: 'https://acceslibre.example/1',
};

const done = (result: MigrationResult): Extract<MigrationResult, { places: unknown }> => {
  assert.ok('places' in result, JSON.stringify(result));
  return result;
};
const migrated = (row: Record<string, string>): Extract<MigrationResult, { places: unknown }> => done(migrateStandardCsv(Papa.unparse([row]), { newId: counter() }));

describe('version 0.1 of the national standard becomes 1.0.2', () => {
  test('column by column, with nothing of the place left behind', () => {
    const [place] = migrated(OLD).places;
    assert.deepEqual(place?.courriels, ['contact@lieu.example']);
    assert.deepEqual(place.site_web, ['https://a.example/', 'https://b.example/']);
    assert.deepEqual(place.services, ['Maîtrise des outils numériques du quotidien', 'Loisirs et créations numériques']);
    assert.deepEqual(place.publics_specifiquement_adresses, ['Familles et/ou enfants']);
    assert.deepEqual(place.prise_en_charge_specifique, ['Illettrisme', 'Déficience visuelle']);
    assert.deepEqual(place.frais_a_charge, ['Payant', 'Gratuit sous condition']);
    assert.deepEqual(place.dispositif_programmes_nationaux, ['France Services', 'Conseillers numériques']);
    assert.deepEqual(place.formations_labels, ['Fabriques de Territoire']);
    assert.deepEqual(place.autres_formations_labels, ['APTIC', 'Label du Nord', 'Label du Pas-de-Calais']);
    assert.deepEqual(place.modalites_accompagnement, ['En autonomie']);
    assert.equal(place.fiche_acces_libre, 'https://acceslibre.example/1');
    assert.equal(place.extra?.['cle_ban'], '59350_1');
  });

  test('what is lost has a name, what stands instead, and its old text', () => {
    const { losses, places } = migrated(OLD);
    assert.deepEqual(losses.map(({ value, becomes }) => [value.split(' : ')[0], becomes]), [
      ['Prendre en main un ordinateur', 'Maîtrise des outils numériques du quotidien'],
      ['Utiliser le numérique au quotidien', 'Maîtrise des outils numériques du quotidien'],
      ['Adultes', undefined],
      ['Accepte le Pass numérique', 'Gratuit sous condition'],
      ['A ma place', undefined],
    ]);
    assert.match(losses[2]?.text ?? '', /« Adultes » .*pas d’équivalent/);
    assert.deepEqual(losses[0]?.at, { line: 2, path: 'services' });
    for (const column of ['services', 'publics_accueillis', 'conditions_acces', 'modalites_accompagnement'] as const) assert.equal(places[0]?.extra?.[`${column}_v0`], OLD[column]);
    assert.equal(places[0]?.extra?.['labels_nationaux_v0'], undefined);
  });

  test('a loss is told once for all the places that share it', () => {
    const { losses } = done(migrateStandardJson([OLD, OLD, { ...OLD, publics_accueillis: '' }], { newId: counter(), locale: 'en' }));
    assert.equal(losses.find(({ value }) => value === 'Adultes')?.count, 2);
    assert.match(losses.find(({ value }) => value === 'Adultes')?.text ?? '', /2 times.*no equivalent/);
  });

  test('each of the 15 services has a place among the 9', () => {
    const services = [
      'Devenir autonome dans les démarches administratives', 'Réaliser des démarches administratives avec un accompagnement', 'Prendre en main un smartphone ou une tablette',
      'Prendre en main un ordinateur', 'Utiliser le numérique au quotidien', 'Approfondir ma culture numérique', 'Favoriser mon insertion professionnelle',
      'Accéder à une connexion internet', 'Accéder à du matériel', 'S’équiper en matériel informatique', 'Créer et développer mon entreprise', 'Créer avec le numérique',
      'Accompagner les démarches de santé', 'Promouvoir la citoyenneté numérique', "Soutenir la parentalité et l'éducation avec le numérique",
    ];
    const { places, losses, problems } = migrated({ ...OLD, services: services.join(';') });
    assert.equal(places[0]?.services?.length, 8); // « Utilisation sécurisée du numérique » is new
    assert.ok(losses.filter(({ column }) => column === 'services').every(({ becomes }) => becomes !== undefined));
    assert.deepEqual(problems, []);
  });

  test('lists with commas, a misspelt column, values of version 1 and unknown ones', () => {
    const { places, losses } = migrated({ id: '1', nom: 'A', conditions_access: 'Payant, Gratuit sous condition', publics_accueillis: 'Étudiants;Lutins', labels_nationaux: '' });
    assert.deepEqual(places[0]?.frais_a_charge, ['Payant', 'Gratuit sous condition']);
    assert.deepEqual(places[0].publics_specifiquement_adresses, ['Étudiants']);
    assert.deepEqual(losses.map(({ value }) => value), ['Lutins']);
    assert.equal(places[0].extra?.['publics_accueillis_v0'], 'Étudiants;Lutins');
  });

  test('a column may bear any name, also one that every object has', () => {
    const { places } = migrated({ nom: 'A', labels_nationaux: 'APTIC', constructor: 'c', toString: 't' });
    assert.deepEqual(places[0]?.extra, Object.fromEntries([['constructor', 'c'], ['toString', 't']]));
  });

  test('once written, the file is of version 1 and reads as such', () => {
    const { places } = migrated(OLD);
    const again = readStandardCsv(writeStandardCsv(places).text, { newId: counter() });
    assert.ok('places' in again);
    assert.deepEqual(again.places, places);
  });
});
