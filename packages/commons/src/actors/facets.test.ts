import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { demoActors } from '../content/demo-actors/index.ts';
import { mel } from '../territory/mel.ts';
import { ActorIndex, FACETS, LINKINGS } from './facets.ts';
import type { ActorFilters } from './facets.ts';
import type { Actor, Link } from './model.ts';

const data = demoActors(7, mel());
const index = new ActorIndex(data, mel());

describe('looking for actors', () => {
  test('words are found in names, addresses and communes, with or without accents, in any order', () => {
    const lambersart: Actor = { ...data.actors[0]!, name: 'Médiathèque de l’Été', commune: '59328' };
    const small = new ActorIndex({ actors: [lambersart], places: [], links: [] }, mel());
    for (const text of ['MEDIATHEQUE lambersart', 'lambers ete', 'l’été']) assert.equal(small.find({ text }).entries.length, 1, text);
    assert.equal(small.find({ text: 'médiathèque roubaix' }).entries.length, 0);
    assert.deepEqual(index.find({ text: 'xyzzy' }).entries, []);
  });

  test('who is linked and who is not share out all actors; a wish is no link', () => {
    const { counts } = index.find({});
    assert.equal((counts.linking.get('linked') ?? 0) + (counts.linking.get('unlinked') ?? 0), data.actors.length);
    const [a, b] = data.actors;
    const wish: Link = { id: 'urn:uuid:00000000-0000-4000-8000-000000000001', type: 'link', version: 1, derivedFrom: [], source: a!.id, target: b!.id, kind: 'partenariat', status: 'souhaite' };
    assert.deepEqual(new ActorIndex({ actors: [a!, b!], places: [], links: [wish] }, mel()).entries.map(({ values }) => values.linking), [['unlinked', 'souhaite'], ['unlinked', 'souhaite']]);
  });

  test('a link to somebody who is not there binds nobody', () => {
    const [link] = data.links;
    const alone = new ActorIndex({ actors: data.actors.filter(({ id }) => id === link!.source), places: [], links: [link!] }, mel());
    assert.deepEqual(alone.entries[0]?.values.linking, ['unlinked']);
  });

  test('each count is what one gets by choosing that value', () => {
    const some = { kind: ['bibliotheque', 'ccas'], linking: [...LINKINGS], commune: ['59350', '59599', '59512'] } as const;
    const filters: fc.Arbitrary<ActorFilters> = fc.record({ kind: fc.subarray([...some.kind]), linking: fc.subarray([...some.linking]), commune: fc.subarray([...some.commune]) });
    fc.assert(fc.property(filters, (asked) => {
      const { counts, entries } = index.find(asked);
      for (const facet of FACETS) {
        for (const [value, count] of counts[facet]) assert.equal(index.find({ ...asked, [facet]: [value] }).entries.length, count, `${facet} ${value}`);
      }
      assert.ok(entries.every(({ values }) => !asked.kind?.length || asked.kind.includes(values.kind[0] ?? '')));
    }), { numRuns: 20 });
  });
});
