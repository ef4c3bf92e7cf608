import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { aPlace, uuid } from './formats/test-places.ts';
import { applyHolders, mergeHolders, withHolders } from './holding.ts';
import { applyMerge, mergeActors } from './merge.ts';
import type { Decisions, Merged } from './merge.ts';
import type { Actor, ActorData, Place } from './model.ts';

const actor = (n: number, fields: Partial<Actor> = {}): Actor => ({ id: uuid(n), type: 'actor', version: 1, derivedFrom: [], name: 'Médiathèque de Lambersart', kind: 'bibliotheque', commune: '59328', ...fields });
const place = (n: number, fields: Partial<Place> = {}): Place => aPlace({ id: uuid(n), localId: undefined, pivot: undefined, holder: undefined, code_insee: '59328', nom: 'Médiathèque de Lambersart', adresse: '1 rue Fictive', latitude: 50.65, longitude: 3.02, ...fields });
const data = (some: Partial<ActorData>): ActorData => ({ actors: [], places: [], links: [], ...some });

const merged = (mine: ActorData, incoming: ActorData, decisions: Decisions = {}): Merged & { readonly asked: readonly string[] } => {
  const merge = mergeActors(mine, incoming);
  const holders = mergeHolders(mine, merge);
  return { ...applyHolders(applyMerge(mine, merge, decisions), mine, merge, holders, decisions), asked: holders.doubtful.map(({ incoming: { id } }) => id) };
};
let made = 100;
const newId = (): string => uuid(made += 1);
const held = ({ data: { places } }: Merged): (readonly [string, string | undefined])[] => places.map(({ id, holder }) => [id, holder]);

describe('the actor of an imported place', () => {
  test('is the one of that name and commune that stands here already, and its links stay', () => {
    const mine = data({ actors: [actor(1), actor(2, { name: 'Opérateur' })] });
    const after = merged(mine, data({ places: [place(11), place(12, { nom: 'Cyber centre' })] }));
    assert.deepEqual(after.asked, []);
    assert.deepEqual(held(after), [[uuid(11), uuid(1)], [uuid(12), undefined]]);
    const { actors, places } = withHolders(after.data, newId);
    assert.deepEqual(actors.map(({ name }) => name), ['Médiathèque de Lambersart', 'Opérateur', 'Cyber centre']);
    assert.deepEqual(actors[0], mine.actors[0], 'nothing of it is changed');
    assert.equal(places[1]?.holder, actors[2]?.id);
  });

  test('a doubtful one is for a person to say; undecided, the place waits', () => {
    const mine = data({ actors: [actor(1, { name: 'Bibliothèque municipale Lambersart' })] });
    const incoming = data({ places: [place(11)] });
    const { asked: [name = ''], ...undecided } = merged(mine, incoming);
    assert.deepEqual([undecided.data, undecided.waiting.places.map(({ id }) => id)], [mine, [uuid(11)]]);
    assert.deepEqual(held(merged(mine, incoming, { doubts: { [name]: uuid(1) } })), [[uuid(11), uuid(1)]]);
    const another = merged(mine, incoming, { doubts: { [name]: null } });
    assert.deepEqual([held(another), another.waiting.places], [[[uuid(11), undefined]], []]);
  });

  test('one that receives people elsewhere in the commune is not taken for it unasked', () => {
    const mine = data({ actors: [actor(1)], places: [place(2, { holder: uuid(1), latitude: 50.66 })] });
    // About 800 m: the places themselves are doubtful too.
    const incoming = data({ places: [place(11, { latitude: 50.6528, adresse: '9 rue Lointaine' })] });
    const { asked, waiting } = merged(mine, incoming);
    assert.deepEqual([asked.length, waiting.places.length], [1, 1]);
    const twice = merged(mine, incoming, { doubts: { [uuid(11)]: null, [asked[0] ?? '']: uuid(1) } });
    assert.deepEqual(held(twice), [[uuid(2), uuid(1)], [uuid(11), uuid(1)]]);
  });

  test('a place whose own actor is doubtful waits with it, and keeps it', () => {
    const mine = data({ actors: [actor(1, { name: 'Bibliothèque municipale Lambersart' })] });
    const incoming = data({ actors: [actor(21)], places: [place(11, { holder: uuid(21) })] });
    const { data: after, waiting } = merged(mine, incoming);
    assert.deepEqual([after, waiting.actors.map(({ id }) => id), waiting.places.map(({ holder }) => holder)], [mine, [uuid(21)], [uuid(21)]]);
    assert.deepEqual(held(merged(mine, incoming, { doubts: { [uuid(21)]: uuid(1) } })), [[uuid(11), uuid(1)]]);
  });

  test('in one file, a place that nobody holds goes to the actor that is surely its own', () => {
    const { actors, places } = withHolders(data({ actors: [actor(1)], places: [place(11), place(12, { nom: 'Cyber centre' })] }), newId);
    assert.equal(actors.length, 2);
    assert.deepEqual(places.map(({ holder }) => holder), [uuid(1), actors[1]?.id]);
  });
});
