import assert from 'node:assert/strict';
import { test } from 'node:test';
import { backoff } from './delivery.ts';
import { cell } from './downloads.ts';
import { retryAfter } from './sending.ts';

test('Retry-After is seconds or a date; anything else is nothing', () => {
  const now = Date.parse('2026-11-23T12:00:00Z');
  assert.equal(retryAfter('120', now), 120_000);
  assert.equal(retryAfter('Mon, 23 Nov 2026 12:01:00 GMT', now), 60_000);
  assert.equal(retryAfter('Mon, 23 Nov 2026 11:00:00 GMT', now), 0);
  assert.equal(retryAfter('soon', now), undefined);
  assert.equal(retryAfter(null, now), undefined);
});

test('pauses between tries grow, spread, and stop growing', () => {
  assert.equal(backoff(1, 0.5), 2000);
  assert.equal(backoff(3, 0.5), 8000);
  assert.equal(backoff(1, 0), 1500);
  assert.equal(backoff(100, 0.5), 300_000);
});

test('no cell is a formula', () => {
  for (const text of ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1']) assert.equal(cell(text), `"'${text}"`);
  assert.equal(cell('dit "oui"'), '"dit ""oui"""');
});
