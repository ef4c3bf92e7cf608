import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ADMIN, json, openTrial } from '../testing/collector.ts';
import type { Trial } from '../testing/collector.ts';

let trial: Trial;
let clock = new Date('2030-01-01T00:00:00Z');
before(async () => {
  trial = await openTrial({ now: () => clock });
});
after(() => trial.close());

test('answers past their survey’s retention and expired drafts go; others stay', async () => {
  const kept = await trial.survey();
  const month = await trial.survey({ retentionDays: 30 });
  for (const survey of [kept, month]) await trial.send(survey, { nom: 'ancien' });
  await trial.call('POST', `/surveys/${month}/drafts`, { body: { answers: {} } });
  clock = new Date('2030-01-20T00:00:00Z');
  await trial.send(month, { nom: 'recent' });
  const { token } = await json<{ token: string }>(trial.call('POST', `/surveys/${month}/drafts`, { body: { answers: {} } }));

  clock = new Date('2030-01-31T00:00:00.001Z');
  assert.deepEqual(await trial.collector.purge(), { answers: 1, drafts: 1, claims: 0 });
  assert.deepEqual(await trial.collector.purge(), { answers: 0, drafts: 0, claims: 0 });
  const names = async (survey: string) =>
    (await json<{ items: { answers: { nom: string } }[] }>(trial.call('GET', `/surveys/${survey}/answers`, { token: ADMIN }))).items.map(({ answers }) => answers.nom);
  assert.deepEqual(await names(kept), ['ancien']);
  assert.deepEqual(await names(month), ['recent']);
  assert.equal((await trial.call('GET', `/surveys/${month}/drafts/current`, { token })).status, 200);
  const { items } = await json<{ items: { act: string; actor: null; survey: string; count: number }[] }>(trial.call('GET', '/admin/audit', { token: ADMIN }));
  assert.deepEqual(items.filter(({ act }) => act === 'retention').map(({ actor, survey, count }) => [actor, survey, count]), [[null, month, 1]]);
});
