import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { isRecordId, recordId } from './id.ts';
import { migrate } from './migrate.ts';
import { AnyRecord } from './model.ts';
import { type Traceable, missingOrigins, originsOf, sequelsOf } from './provenance.ts';

const id = (n: number) => recordId(new Uint8Array(16).fill(n));
const record = (n: number, ...from: number[]): Traceable => ({ id: id(n), derivedFrom: from.map(id) });

describe('identifiers', () => {
  test('are UUIDs of version 4 in a URN', () => {
    assert.equal(recordId(new Uint8Array(16).fill(255)), 'urn:uuid:ffffffff-ffff-4fff-bfff-ffffffffffff');
    assert.ok(isRecordId(id(0)));
    for (const wrong of ['urn:uuid:1', 'ffffffff-ffff-4fff-bfff-ffffffffffff', 3, null]) assert.equal(isRecordId(wrong), false);
    assert.throws(() => recordId(new Uint8Array(4)), RangeError);
  });
});

describe('the thread', () => {
  // 1 answer → 2 diagnosis → 3, 4 actions; 5 badge from 3.
  const all = [record(5, 3), record(2, 1), record(3, 2), record(4, 2), record(1)];
  test('leads from a badge back to the answer, the nearest first', () => {
    assert.deepEqual(originsOf(id(5), all).map(({ record: { id: each }, distance }) => [each, distance]), [[id(3), 1], [id(2), 2], [id(1), 3]]);
  });
  test('leads from an answer to all that came of it, and says what had no sequel', () => {
    assert.deepEqual(sequelsOf(id(1), all).map(({ distance }) => distance), [1, 2, 2, 3]);
    assert.deepEqual(sequelsOf(id(4), all), []);
  });
  test('a loop ends, a missing origin is named', () => {
    const loop = [record(1, 2), record(2, 1), record(3, 9)];
    assert.deepEqual(originsOf(id(1), loop).length, 1);
    assert.deepEqual(missingOrigins(loop[2] ?? record(0), loop), [id(9)]);
  });
});

describe('versions', () => {
  const steps = [(old: Readonly<Record<string, unknown>>) => ({ ...old, title: old['name'] }), (old: Readonly<Record<string, unknown>>) => ({ ...old, done: false })];
  test('a record of any older version is brought to this one, with what it does not know', () => {
    assert.deepEqual(migrate({ id: id(1), name: 'A', odd: 1 }, steps), { record: { id: id(1), name: 'A', odd: 1, title: 'A', done: false, version: 3 } });
    assert.deepEqual(migrate({ version: 3 }, steps), { record: { version: 3 } });
  });
  test('a record of the future is told as such, never read', () => {
    assert.deepEqual(migrate({ version: 4 }, steps), { future: 4 });
  });
  test('unknown properties survive the schema', () => {
    assert.deepEqual(AnyRecord.parse({ id: id(1), type: 'x', later: [1] }), { id: id(1), type: 'x', version: 1, derivedFrom: [], later: [1] });
  });
});
