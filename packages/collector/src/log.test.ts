import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { ADMIN, json, openTrial } from './testing/collector.ts';
import type { Trial } from './testing/collector.ts';
import { createLog } from './log.ts';

let trial: Trial;
before(async () => {
  trial = await openTrial();
});
after(() => trial.close());

test('a line a request: what and how long, and nothing of whom', async () => {
  const survey = await trial.survey();
  const key = randomUUID();
  const headers = { 'X-Forwarded-For': '192.0.2.77', 'User-Agent': 'agent-secret', 'Referer': 'https://page-secrete.example/' };
  await trial.send(survey, { nom: 'nom-secret', libre: 'courriel@secret.example' }, { key, headers });
  await trial.send(survey, { lieu: 'reponse-fausse-secrete' }, { headers });
  await trial.call('POST', `/surveys/${survey}/answers`, { raw: '{"secret-illisible', headers: { 'Idempotency-Key': key, ...headers } });
  const { token } = await json<{ token: string }>(trial.call('POST', `/surveys/${survey}/drafts`, { body: { answers: { nom: 'brouillon-secret' } }, headers }));
  await trial.call('GET', `/surveys/${survey}/drafts/current?token=question-secrete`, { token, headers });
  await trial.call('GET', '/adresse-secrete?q=question-secrete', { headers });
  await trial.call('GET', `/surveys/${survey}/answers.csv`, { token: ADMIN, headers });

  const lines = trial.log.map((line) => JSON.parse(line) as Record<string, unknown>);
  const seen = lines.filter(({ msg }) => msg === 'request').map(({ method, route, status }) => `${String(method)} ${String(route)} ${String(status)}`);
  assert.deepEqual(seen.slice(-7), [
    'POST /surveys/{survey}/answers 201', 'POST /surveys/{survey}/answers 422', 'POST /surveys/{survey}/answers 400',
    'POST /surveys/{survey}/drafts 201', 'GET /surveys/{survey}/drafts/current 200', 'GET none 404', 'GET /surveys/{survey}/answers.csv 200',
  ]);
  assert.ok(lines.every(({ time, level }) => typeof time === 'number' && typeof level === 'number'));
  const all = trial.log.join('');
  for (const secret of ['secret', 'secrete', '192.0.2.77', key, token, ADMIN, survey]) assert.ok(!all.includes(secret), secret);
});

test('an error is told by its kind and place, never by its words', () => {
  const lines: string[] = [];
  const log = createLog('info', { write: (line) => void lines.push(line) });
  const cause = Object.assign(new Error('Key (nom)=(nom-secret) already exists'), { code: '23505', constraint: 'answers_idempotency', detail: 'nom-secret' });
  log.error({ err: new Error('Failed query: insert … params: nom-secret', { cause }) }, 'failure');
  const line = lines.join('');
  assert.ok(!line.includes('nom-secret'));
  assert.match(line, /23505.*answers_idempotency/);
  assert.match(line, /log\.test\.ts/);
});
