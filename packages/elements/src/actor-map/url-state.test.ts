import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { FACETS } from '@assembleurs/commons/actors/facets';
import { readAddress, writeAddress } from './url-state.ts';
import { VIEWS } from './work.ts';

const words = fc.string({ minLength: 1, maxLength: 30 });

describe('the address', () => {
  test('says where a person stands, and is read back', () => {
    const state = { view: 'map' as const, selected: 'urn:uuid:1', filters: { text: 'médiathèque', kind: ['bibliotheque', 'ccas'], commune: ['59350'] } };
    const search = writeAddress('?page=3&autre.view=list', 'acteurs', state, 'list');
    assert.deepEqual(readAddress(search, 'acteurs'), state);
    assert.equal(new URLSearchParams(search).get('page'), '3', 'the page keeps its own');
    assert.deepEqual(readAddress(search, 'autre'), { view: 'list', filters: {} }, 'and another map its own');
  });

  test('says nothing of what is as it was at first', () => {
    assert.equal(writeAddress('?a.view=map&a.q=x', 'a', { view: 'list', filters: {} }, 'list'), '');
  });

  test('what it does not know is passed over', () => {
    assert.deepEqual(readAddress('?a.view=cube&a.kind=&a.colour=red', 'a'), { filters: {} });
    assert.ok((readAddress(`?${'a.kind=x&'.repeat(500)}`, 'a').filters.kind ?? []).length <= 100);
  });

  test('whatever a person looks for comes back', () => {
    fc.assert(fc.property(fc.constantFrom(...VIEWS), words, fc.dictionary(fc.constantFrom(...FACETS), fc.array(words, { minLength: 1, maxLength: 3 })), (view, text, facets) => {
      const state = { view, filters: { ...facets, text } };
      assert.deepEqual(readAddress(writeAddress('?x=1', 'p', state, 'meshing'), 'p'), view === 'meshing' ? { filters: state.filters } : state);
    }));
  });
});
