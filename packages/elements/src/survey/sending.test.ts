import assert from 'node:assert/strict';
import { test } from 'node:test';
import { backoff } from './delivery.ts';
import { cell } from './downloads.ts';
import { gristRow, isGrist, isReceived } from './grist.ts';
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

test('a Grist document is known by its address, and given one row a sending', () => {
  assert.ok(isGrist('https://grist.hub.example/api/docs/a1B2-c3/tables/Reponses/records'));
  assert.ok(isGrist('https://grist.hub.example/o/hub/api/docs/a1B2/tables/Reponses/records/'));
  for (const other of ['https://collecte.hub.example/surveys/x/answers', 'https://grist.hub.example/api/docs/a/tables/b/columns', '/relative']) assert.ok(!isGrist(other), other);
  const body = JSON.stringify({ survey: 's', definitionVersion: null, locale: 'fr', commune: '59350', answers: { a: [1] }, startedAt: '2026-01-01T00:00:00Z', completedAt: null });
  assert.deepEqual(JSON.parse(gristRow('cle-1', body)), {
    records: [{ fields: { cle: 'cle-1', enquete: 's', version: '', langue: 'fr', commune: '59350', commence_a: '2026-01-01T00:00:00Z', termine_a: '', reponses: '{"a":[1]}' } }],
  });
});

test('a row that Grist refuses because it is there is received; any other refusal is one', () => {
  assert.ok(isReceived(403, { error: 'Blocked by row create access rules', details: { memos: ['deja-recu'] } }));
  for (const [status, body] of [[403, { error: 'Blocked by table create access rules' }], [403, { details: { memos: ['Fermé'] } }], [400, { details: { memos: ['deja-recu'] } }], [403, undefined], [403, null]] as const) {
    assert.ok(!isReceived(status, body));
  }
});
