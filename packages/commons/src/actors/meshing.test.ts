import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { mel } from '../territory/mel.ts';
import { aPlace, counter, uuid } from './formats/test-places.ts';
import { actorOfPlace, holdPlaces, kindOfPlace } from './holders.ts';
import { communesWithoutOffer, isolatedActors, libraryCoverage, linksSince } from './meshing.ts';
import type { Actor, ActorData, Link } from './model.ts';
import { linksToPropose } from './proposals.ts';
import { readActor } from './read.ts';

const actor = (n: number, kind: Actor['kind'], fields: Partial<Actor> = {}): Actor => ({ id: uuid(n), type: 'actor', version: 1, derivedFrom: [], name: `${kind} ${String(n)}`, kind, ...fields });
const link = (n: number, source: number, target: number, fields: Partial<Link> = {}): Link => ({
  id: uuid(n), type: 'link', version: 1, derivedFrom: [], source: uuid(source), target: uuid(target), kind: 'partenariat', status: 'existant', ...fields,
});
const data: ActorData = {
  actors: [
    actor(1, 'bibliotheque', { commune: '59328' }), actor(2, 'bibliotheque', { commune: '59350' }), actor(3, 'bibliotheque', { commune: '59599' }),
    actor(4, 'operateur_mediation', { commune: '59350' }), actor(5, 'operateur_mediation', { commune: '59512' }), actor(6, 'ccas'),
  ],
  places: [
    aPlace({ id: uuid(20), holder: uuid(1), code_insee: '59328', latitude: 50.65, longitude: 3.03 }),
    aPlace({ id: uuid(21), holder: uuid(4), code_insee: '59328', latitude: 50.66, longitude: 3.03 }),
    aPlace({ id: uuid(22), code_insee: '59009', modalites_acces: ["Ce lieu n'accueille pas de public"] }),
  ],
  links: [
    link(30, 4, 2, { since: '2026-04' }), link(31, 4, 3, { status: 'souhaite', since: '2026-05-02' }), link(32, 6, 1, { since: '2025' }), link(33, 6, 2), link(34, 5, 99),
  ],
};
const ids = (records: readonly { id: string }[]): number[] => records.map(({ id }) => Number(id.slice(-4)));

describe('the meshing of actors', () => {
  test('share of libraries linked to an operator, whichever way the link goes, with both lists', () => {
    const { total, share, linked, unlinked } = libraryCoverage(data);
    assert.deepEqual([total, share, ids(linked), ids(unlinked)], [3, 1 / 3, [2], [1, 3]]);
    assert.equal(libraryCoverage({ ...data, links: [...data.links, link(35, 1, 5)] }).share, 2 / 3);
    assert.equal(libraryCoverage({ actors: [], places: [], links: [] }).share, undefined);
  });

  test('isolated actors: a wish, a broken link or a link to nobody binds nobody', () => {
    assert.deepEqual(ids(isolatedActors(data)), [3, 5]);
  });

  test('communes without offer: a place that receives nobody is no offer, an operator’s seat is one', () => {
    const codes = communesWithoutOffer(data, mel()).map(({ code }) => code);
    assert.equal(codes.length, 92);
    for (const served of ['59328', '59350', '59512']) assert.ok(!codes.includes(served));
    assert.ok(codes.includes('59009'));
  });

  test('links created since a day: undated ones are told apart, a year counts when all of it does', () => {
    const found = linksSince(data, '2026-03-01');
    assert.deepEqual([ids(found.links), ids(found.undated)], [[30], [33, 34]]);
    assert.deepEqual(ids(linksSince(data, '2025-01-01').links), [30, 32]);
    assert.deepEqual(ids(linksSince(data, '2025-06-01').links), [30]);
  });

  test('links to propose: nearest operators first, and why', () => {
    const proposals = linksToPropose(data, mel());
    assert.deepEqual(proposals.map(({ library, operator }) => [ids([library])[0], ids([operator])[0]]), [[1, 4], [3, 5]]);
    const [near, roughly] = proposals;
    assert.match(near!.reason, /^bibliotheque 1 n’est liée à aucun opérateur de médiation\. operateur_mediation 4 est dans la même commune, à 1,1\skm\. Cet opérateur travaille déjà avec une bibliothèque\.$/);
    assert.ok(Math.abs(near!.distance - 1.112) < 0.01 && !near!.rough && roughly!.rough);
    assert.match(linksToPropose(data, mel(), { locale: 'en' })[1]!.reason, /is linked to no mediation operator\. .* is about [\d.]+\skm away, from one/);
  });

  test('links to propose: no farther and no more than asked, never a pair that is already talked about', () => {
    assert.equal(linksToPropose(data, mel(), { within: 2 }).length, 1);
    assert.equal(linksToPropose(data, mel(), { within: 30 }).length, 3);
    assert.deepEqual(linksToPropose(data, mel(), { most: 1, within: 30 }).map(({ library }) => ids([library])[0]), [1, 3]);
    assert.ok(linksToPropose(data, mel()).every(({ library, operator }) => !(library.id === uuid(3) && operator.id === uuid(4))));
  });
});

describe('who holds a place', () => {
  test('is guessed from its typology, then from its name', () => {
    assert.equal(kindOfPlace({ nom: 'Lieu', typologie: ['ASSO', 'BIB'] }), 'bibliotheque');
    const names = { 'Médiathèque fictive': 'bibliotheque', 'CCAS fictif': 'ccas', 'France Services fictif': 'france_services', 'Cyber-centre': 'operateur_mediation', 'Mairie annexe': 'commune', 'Chez nous': 'autre' };
    for (const [nom, kind] of Object.entries(names)) assert.equal(kindOfPlace({ nom }), kind);
  });

  test('is a valid actor that says where it comes from; places already held stay so', () => {
    const place = aPlace({ code_insee: '59328', courriels: ['a@a.example'], pivot: '43493312300029' });
    const made = actorOfPlace(place, uuid(1));
    assert.ok('record' in readActor(made));
    assert.deepEqual([made.name, made.email, made.commune, made.siret, made.derivedFrom], ['Médiathèque fictive', 'a@a.example', '59328', '43493312300029', [place.id]]);
    const { actors, places } = holdPlaces([place, aPlace({ holder: uuid(9) })], counter());
    assert.deepEqual([ids(actors), places.map(({ holder }) => holder)], [[1], [uuid(1), uuid(9)]]);
  });
});
