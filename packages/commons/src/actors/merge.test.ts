import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { aPlace, uuid } from './formats/test-places.ts';
import { applyMerge, mergeActors } from './merge.ts';
import type { Decisions, Merged } from './merge.ts';
import { distanceText, matchText } from './merge-text.ts';
import type { Actor, ActorData, Link, Place } from './model.ts';

const NONE: ActorData = { actors: [], places: [], links: [] };
const actor = (n: number, fields: Partial<Actor> = {}): Actor => ({ id: uuid(n), type: 'actor', version: 1, derivedFrom: [], name: `Acteur ${String(n)}`, kind: 'association', commune: '59328', ...fields });
const link = (n: number, source: number, target: number, fields: Partial<Link> = {}): Link => ({
  id: uuid(n), type: 'link', version: 1, derivedFrom: [], source: uuid(source), target: uuid(target), kind: 'partenariat', status: 'existant', ...fields,
});
const place = (n: number, fields: Partial<Place> = {}): Place => aPlace({ id: uuid(n), localId: undefined, code_insee: '59328', nom: `Lieu ${String(n)}`, ...fields });
const data = (some: Partial<ActorData>): ActorData => ({ ...NONE, ...some });
const apply = (mine: ActorData, incoming: ActorData, decisions?: Decisions): Merged => applyMerge(mine, mergeActors(mine, incoming), decisions);

describe('an import is a merge', () => {
  test('by identifier, then by name, commune and distance', () => {
    const mine = data({ places: [place(1, { nom: 'Salle', localId: 'x-1', source: 'Hub' }), place(2, { nom: 'Médiathèque Fictive', latitude: 50.65, longitude: 3.02 }), place(3, { nom: 'Cyber C' })] });
    const incoming = data({
      places: [
        place(11, { nom: 'Salle bis', localId: 'x-1', source: 'Hub' }), place(12, { nom: 'médiathèque  fictive', latitude: 50.651, longitude: 3.02, horaires: 'Mo 09:00-12:00' }),
        place(3, { nom: 'Cyber C' }), place(14, { nom: 'Cyber C', code_insee: '59350' }),
      ],
    });
    const { places } = mergeActors(mine, incoming);
    assert.deepEqual(places.added.map(({ id }) => id), [uuid(14)]);
    assert.deepEqual(places.same.map(({ mine: { id } }) => id), [uuid(3)]);
    assert.deepEqual(places.changed.map(({ mine: { id }, fields }) => [id, fields.map(({ field, kind }) => `${field} ${kind}`)]), [
      [uuid(1), ['nom replaced']],
      [uuid(2), ['nom replaced', 'latitude replaced', 'horaires filled']],
    ]);
  });

  test('what may be the same is shown with a score and a reason, and nothing is done about it', () => {
    const mine = data({ places: [place(1, { nom: 'Médiathèque Fictive du Centre', latitude: 50.65, longitude: 3.02 }), place(2, { nom: 'Autre', adresse: '5 rue Vide' })] });
    const incoming = data({
      places: [
        place(11, { nom: 'Bibliothèque fictive du centre', latitude: 50.653, longitude: 3.02, adresse: '2 rue Vide' }),
        place(12, { nom: 'Médiathèque Fictive du Centre', latitude: 50.66, longitude: 3.02, adresse: '2 rue Vide' }),
        place(13, { nom: 'Autre lieu', adresse: '5, rue vide' }),
      ],
    });
    const { places } = mergeActors(mine, incoming);
    assert.deepEqual(places.doubtful.map(({ candidates: [{ mine: { id }, reason, score }] }) => [id, reason, score > 0.5 && score < 1]), [
      [uuid(1), 'likeName', true], [uuid(1), 'farName', true], [uuid(2), 'address', true],
    ]);
    const { data: after, waiting } = apply(mine, incoming);
    assert.deepEqual([after.places, waiting.places.length], [mine.places, 3]);
    const decided = apply(mine, incoming, { doubts: { [uuid(11)]: uuid(1), [uuid(12)]: null }, fields: { [uuid(1)]: ['nom'] } });
    assert.deepEqual(decided.data.places.map(({ id, nom }) => [id, nom]), [[uuid(1), 'Bibliothèque fictive du centre'], [uuid(2), 'Autre'], [uuid(12), 'Médiathèque Fictive du Centre']]);
    assert.deepEqual(decided.waiting.places.map(({ id }) => id), [uuid(13)]);
  });

  test('reasons are said in words, with the distance', () => {
    assert.match(matchText({ reason: 'farName', distance: 0.352 }), /pas au même endroit, à 350\sm$/);
    assert.match(matchText({ reason: 'likeName', distance: 1.26 }, 'en'), /same municipality, 1\.3\skm away$/);
    assert.equal(matchText({ reason: 'key', distance: undefined }, 'en'), 'same number in the register (SIRET, RNA), another name or municipality');
    assert.match(distanceText(12.4), /^12\skm$/);
    assert.match(distanceText(0.999), /^1\skm$/);
  });

  test('two that could be exchanged are left to a person', () => {
    const { actors } = mergeActors(data({ actors: [actor(1, { name: 'Annexe' }), actor(2, { name: 'Annexe' })] }), data({ actors: [actor(11, { name: 'Annexe' })] }));
    assert.deepEqual(actors.doubtful[0]?.candidates.map(({ mine: { id }, reason }) => [id, reason]), [[uuid(1), 'several'], [uuid(2), 'several']]);
  });

  test('a same number of a register under another name is a doubt; 00000000000000 says nothing', () => {
    const siret = '43493312300029';
    const { actors } = mergeActors(data({ actors: [actor(1, { name: 'Atelier du Nord', siret })] }), data({ actors: [actor(11, { name: 'Atelier Nord Solidaire', siret: '434 933 123 00029', commune: '59350' })] }));
    assert.equal(actors.doubtful[0]?.candidates[0].reason, 'key');
    const zeros = { pivot: '00000000000000' };
    assert.equal(mergeActors(data({ places: [place(1, { nom: 'Un', ...zeros })] }), data({ places: [place(2, { nom: 'Deux', ...zeros })] })).places.added.length, 1);
  });

  test('communes are compared by code, else by name; where one is not said, a person says', () => {
    const mine = data({ places: [place(1, { nom: 'Cyber', commune: 'Lambersart' }), place(2, { nom: 'Bus', code_insee: undefined, commune: undefined })] });
    const named = (n: number, nom: string, commune?: string): Place => place(n, { nom, code_insee: undefined, commune });
    const { places } = mergeActors(mine, data({ places: [named(11, 'Cyber', 'LAMBERSART'), named(12, 'Bus')] }));
    assert.deepEqual([places.added, places.doubtful, places.changed.length, places.same.length], [[], [], 1, 1]);
    assert.equal(mergeActors(mine, data({ places: [named(13, 'Bus', 'Lille')] })).places.doubtful[0]?.candidates[0].reason, 'nameOnly');
    assert.equal(mergeActors(mine, data({ places: [named(14, 'Cyber', 'Lille')] })).places.added.length, 1);
  });

  test('identifiers like « 1 » mean nothing from one producer to another', () => {
    const mine = data({ places: [place(1, { nom: 'Un', localId: '1', source: 'Hub', code_insee: '59328' })] });
    assert.equal(mergeActors(mine, data({ places: [place(2, { nom: 'Deux', localId: '1', source: 'Ville', code_insee: '59350' })] })).places.added.length, 1);
    assert.equal(mergeActors(mine, data({ places: [place(2, { nom: 'Deux', localId: '1', source: 'Hub', code_insee: '59350' })] })).places.doubtful[0]?.candidates[0].reason, 'localId');
  });

  test('nor when two producers both have a « 12 », or one gives it to two places that are far apart: a person says', () => {
    const jean = place(1, { nom: 'Médiathèque Jean Lévy', localId: '12', source: 'Ville', latitude: 50.631, longitude: 3.064 });
    const fives = place(2, { nom: 'Médiathèque de Fives', localId: '12', source: 'Hub', latitude: 50.585, longitude: 3.105 });
    const reasonOf = (mine: Place, incoming: Place): string | undefined => {
      const { doubtful, changed, same } = mergeActors(data({ places: [mine] }), data({ places: [incoming] })).places;
      return changed.length + same.length > 0 ? 'sure' : doubtful[0]?.candidates[0].reason;
    };
    assert.equal(reasonOf(jean, fives), 'localId');
    assert.equal(reasonOf(jean, { ...fives, source: 'Ville' }), 'localId');
    assert.equal(reasonOf({ ...jean, source: undefined }, { ...fives, source: undefined, latitude: 50.632, longitude: 3.064 }), 'sure');
    // What its name, its commune and the map say holds, whoever publishes it.
    assert.equal(reasonOf(jean, { ...jean, id: uuid(2), source: 'Hub' }), 'sure');
    assert.equal(reasonOf(jean, place(2, { nom: 'Piscine', localId: '12', source: 'Hub' })), undefined);
  });

  test('a same name at two addresses of one commune is a doubt, unless the map brings them together', () => {
    const at = (n: number, adresse: string | undefined, fields: Partial<Place> = {}): Place => place(n, { nom: 'France services', adresse, ...fields });
    const merged = (mine: Place, incoming: Place) => mergeActors(data({ places: [mine] }), data({ places: [incoming] })).places;
    assert.equal(merged(at(1, '1 rue A'), at(2, '99 bd B')).doubtful[0]?.candidates[0].reason, 'farName');
    assert.equal(merged(at(1, '1 rue A'), at(2, '1, RUE A')).doubtful.length, 0);
    assert.equal(merged(at(1, '1 rue A'), at(2, undefined)).same.length, 1);
    const spot = { latitude: 50.65, longitude: 3.02 };
    assert.equal(merged(at(1, '1 rue A', spot), at(2, '1 r. A', spot)).changed.length, 1);
  });

  test('nothing is overwritten without a decision; what was empty is filled; silence erases nothing', () => {
    const mine = data({ actors: [actor(1, { phone: '+33320000000', note: 'à nous' })] });
    const incoming = data({ actors: [actor(1, { phone: '+33320000001', url: 'https://a.example', note: '', derivedFrom: [uuid(50)] })] });
    const [after] = apply(mine, incoming).data.actors;
    assert.deepEqual([after?.phone, after?.url, after?.note, after?.derivedFrom], ['+33320000000', 'https://a.example', 'à nous', [uuid(50)]]);
    const [chosen] = apply(mine, incoming, { fields: { [uuid(1)]: ['phone'] } }).data.actors;
    assert.deepEqual([chosen?.phone, chosen?.url], ['+33320000001', undefined]);
  });

  test('columns that the standard does not have are compared one by one', () => {
    const mine = data({ places: [place(1, { extra: { postes: '3', wifi: 'oui' } })] });
    const incoming = data({ places: [place(1, { extra: { postes: '5', salle: 'B' } })] });
    assert.deepEqual(mergeActors(mine, incoming).places.changed[0]?.fields.map(({ field, kind }) => [field, kind]), [['extra.postes', 'replaced'], ['extra.salle', 'filled']]);
    assert.deepEqual(apply(mine, incoming).data.places[0]?.extra, { postes: '3', wifi: 'oui', salle: 'B' });
  });

  test('columns and words may be called as what every object has', () => {
    const strange = Object.fromEntries([['constructor', 'c'], ['valueOf', 'v']]);
    const mine = data({ places: [place(1, { nom: 'constructor' })] });
    const { places } = mergeActors(mine, data({ places: [place(2, { nom: 'Constructor', extra: strange })] }));
    assert.deepEqual(places.changed[0]?.fields.map(({ field, kind }) => [field, kind]), [['nom', 'replaced'], ['extra.constructor', 'filled'], ['extra.valueOf', 'filled']]);
  });

  test('links and holders follow actors to the record that we know', () => {
    const mine = data({ actors: [actor(1, { name: 'Médiathèque' }), actor(2, { name: 'Opérateur' })], links: [link(20, 1, 2, { since: '2024' })] });
    const incoming = data({
      actors: [actor(11, { name: 'MÉDIATHÈQUE' }), actor(12, { name: 'Opérateur' }), actor(13, { name: 'Nouveau' })],
      places: [place(30, { holder: uuid(11) })],
      links: [link(21, 12, 11, { frequency: 'mensuel', since: '2024' }), link(22, 11, 13), link(23, 11, 99)],
    });
    const { data: after, waiting } = apply(mine, incoming);
    assert.deepEqual(after.links.map(({ id, source, target, frequency }) => [id, source, target, frequency]), [[uuid(20), uuid(1), uuid(2), 'mensuel'], [uuid(22), uuid(1), uuid(13), undefined]]);
    assert.equal(after.places[0]?.holder, uuid(1));
    assert.deepEqual(waiting.links.map(({ id }) => id), [uuid(23)]);
  });

  test('a link whose end is in doubt waits, and comes with the decision', () => {
    const mine = data({ actors: [actor(1, { name: 'Atelier du Nord Fictif' }), actor(2)] });
    const incoming = data({ actors: [actor(11, { name: 'Atelier Nord Fictif Lille' }), actor(2)], links: [link(20, 11, 2)], places: [place(30, { holder: uuid(11) })] });
    const first = apply(mine, incoming);
    assert.deepEqual([first.data.links, first.waiting.links.length, first.data.places[0]?.holder], [[], 1, undefined]);
    const decided = apply(mine, incoming, { doubts: { [uuid(11)]: uuid(1) } });
    assert.deepEqual([decided.data.links[0]?.source, decided.waiting.links, decided.data.places[0]?.holder], [uuid(1), [], uuid(1)]);
  });
});

describe('whatever comes in', () => {
  const name = fc.constantFrom('Médiathèque fictive', 'Bibliothèque fictive', 'Atelier du Nord', 'Atelier Nord', 'CCAS', 'Annexe');
  const some = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(value, { nil: undefined });
  const actors = fc.uniqueArray(fc.record({ n: fc.integer({ min: 1, max: 12 }), name, phone: some(fc.constantFrom('1', '2')), commune: some(fc.constantFrom('59328', '59350')) }), { selector: ({ n }) => n, maxLength: 6 })
    .map((drawn) => drawn.map(({ n, ...fields }) => actor(n, fields)));
  const places = fc.uniqueArray(fc.record({ n: fc.integer({ min: 21, max: 32 }), nom: name, holder: some(fc.integer({ min: 1, max: 12 }).map(uuid)), latitude: some(fc.constantFrom(50.65, 50.651, 50.66)) }), { selector: ({ n }) => n, maxLength: 6 })
    .map((drawn) => drawn.map(({ n, latitude, ...fields }) => place(n, { ...fields, latitude, longitude: latitude && 3 })));
  const links = fc.uniqueArray(fc.tuple(fc.integer({ min: 41, max: 50 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 12 }), fc.constantFrom<Link['kind']>('partenariat', 'financement')), { selector: ([n]) => n, maxLength: 6 })
    .map((drawn) => drawn.filter(([, source, target]) => source !== target).map(([n, source, target, kind]) => link(n, source, target, { kind })));
  const anything: fc.Arbitrary<ActorData> = fc.record({ actors, places, links });
  const said = (one: ActorData): unknown => JSON.parse(JSON.stringify([one.actors, one.places, one.links].map((list) => [...list].map((record) => JSON.stringify(Object.entries(record).sort())).sort())));

  test('merging the same thing again changes nothing more', () => {
    fc.assert(fc.property(anything, anything, (mine, incoming) => {
      const first = apply(mine, incoming);
      const again = apply(first.data, incoming);
      assert.deepEqual(said(again.data), said(first.data));
      const { actors: people } = mergeActors(first.data, first.data);
      assert.deepEqual([people.added, people.changed, people.doubtful], [[], [], []]);
    }), { numRuns: 500 });
  });

  test('its order does not matter', () => {
    fc.assert(fc.property(anything, anything, (mine, incoming) => {
      const turned = (one: ActorData): ActorData => ({ actors: one.actors.toReversed(), places: one.places.toReversed(), links: one.links.toReversed() });
      assert.deepEqual(said(apply(turned(mine), turned(incoming)).data), said(apply(mine, incoming).data));
      assert.deepEqual(said(apply(turned(mine), turned(incoming)).waiting), said(apply(mine, incoming).waiting));
    }), { numRuns: 500 });
  });

  test('every record of ours is still there, and says what it said', () => {
    fc.assert(fc.property(anything, anything, (mine, incoming) => {
      const { data: after } = apply(mine, incoming);
      for (const list of ['actors', 'places', 'links'] as const) {
        for (const record of mine[list]) {
          const kept: Readonly<Record<string, unknown>> = after[list].find(({ id }) => id === record.id)!;
          for (const [field, value] of Object.entries(record)) if (value !== undefined && field !== 'derivedFrom') assert.deepEqual(kept[field], value);
        }
      }
    }), { numRuns: 300 });
  });
});
