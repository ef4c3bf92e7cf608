import assert from 'node:assert/strict';
import { test } from 'node:test';
import { departmentsOf } from './regions.ts';

test('regions have the 101 départements, each once', () => {
  assert.deepEqual(departmentsOf('32'), ['02', '59', '60', '62', '80']);
  assert.deepEqual(departmentsOf('4'), ['974']);
  assert.deepEqual([departmentsOf('99'), departmentsOf('constructor'), departmentsOf('')], [undefined, undefined, undefined]);
  const all = Array.from({ length: 99 }, (_, code) => departmentsOf(String(code)) ?? []).flat();
  assert.equal(all.length, 101);
  assert.equal(new Set(all).size, 101);
});
