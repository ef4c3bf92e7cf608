import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { openTrial } from '../testing/collector.ts';
import type { Trial } from '../testing/collector.ts';

let trial: Trial;
let clock: Date | undefined;
before(async () => {
  trial = await openTrial({ now: () => clock ?? new Date() });
});
after(() => trial.close());

const draft = { answers: { nom: 'à moitié', lieu: 'oui' }, page: 'p1', locale: 'fr' };
const path = (survey: string) => `/surveys/${survey}/drafts`;

async function start(survey: string): Promise<{ token: string; updatedAt: string; expiresAt: string }> {
  const response = await trial.call('POST', path(survey), { body: draft });
  assert.equal(response.status, 201);
  return await response.json() as { token: string; updatedAt: string; expiresAt: string };
}

describe('a draft by resume link', () => {
  test('begun here, read there, saved, erased', async () => {
    const survey = await trial.survey();
    const { token } = await start(survey);
    assert.match(token, /^[\w-]{43}$/); // 256 bits
    const current = `${path(survey)}/current`;
    const read = async () => {
      const { answers, page, locale } = await (await trial.call('GET', current, { token })).json() as typeof draft;
      return { answers, page, locale };
    };
    assert.deepEqual(await read(), draft);
    assert.equal((await trial.call('PUT', current, { token, body: { ...draft, page: null, answers: {} } })).status, 200);
    assert.deepEqual(await read(), { answers: {}, page: null, locale: 'fr' });
    assert.equal((await trial.call('DELETE', current, { token })).status, 204);
    for (const method of ['GET', 'DELETE']) assert.equal((await trial.call(method, current, { token })).status, 404);
    assert.equal((await trial.call('PUT', current, { token, body: draft })).status, 404);
  });

  test('of two devices, the one that did not read the other’s answers overwrites nothing', async () => {
    const survey = await trial.survey();
    const current = `${path(survey)}/current`;
    const { token, updatedAt: first } = await start(survey);
    const save = (answers: object, since?: string) => trial.call('PUT', current, { token, body: { ...draft, answers, ...(since ? { since } : {}) } });
    clock = new Date(Date.now() + 1000);
    const { updatedAt: second } = await (await save({ nom: 'téléphone' }, first)).json() as { updatedAt: string };
    const late = await save({ nom: 'ordinateur' }, first);
    assert.equal(late.status, 409);
    assert.equal((await late.json() as { type: string }).type, 'urn:assembleurs:problem:draft-changed');
    const read = async () => (await (await trial.call('GET', current, { token })).json() as typeof draft).answers;
    assert.deepEqual(await read(), { nom: 'téléphone' });
    clock = new Date(Date.now() + 2000);
    assert.equal((await save({ nom: 'ordinateur' }, second)).status, 200, 'once it has read them, it may');
    assert.deepEqual(await read(), { nom: 'ordinateur' });
    assert.equal((await save({ nom: 'ancien client' })).status, 200);
    clock = undefined;
  });

  test('an incomplete or wrong answer is kept: it is a draft', async () => {
    const survey = await trial.survey();
    assert.equal((await trial.call('POST', path(survey), { body: { answers: { lieu: 'ailleurs' } } })).status, 201);
  });

  test('opens with its token only, on its survey only', async () => {
    const survey = await trial.survey();
    const { token } = await start(survey);
    const current = `${path(survey)}/current`;
    assert.equal((await trial.call('GET', current)).status, 401);
    assert.equal((await trial.call('GET', current, { token: `${token.slice(1)}A` })).status, 404);
    assert.equal((await trial.call('GET', `${path(await trial.survey())}/current`, { token })).status, 404);
  });

  test('lives 30 days from the last save', async () => {
    const survey = await trial.survey();
    clock = new Date('2030-01-01T00:00:00Z');
    const { token, expiresAt } = await start(survey);
    assert.equal(expiresAt, '2030-01-31T00:00:00.000Z');
    const current = `${path(survey)}/current`;
    clock = new Date('2030-01-30T00:00:00Z');
    await trial.call('PUT', current, { token, body: draft });
    clock = new Date('2030-02-28T23:59:59Z');
    const alive = await trial.call('GET', current, { token });
    clock = new Date('2030-03-01T00:00:00Z');
    const gone = await trial.call('GET', current, { token });
    clock = undefined;
    assert.deepEqual([alive.status, gone.status], [200, 404]);
  });

  test('not for a closed or unknown survey', async () => {
    const closed = await trial.survey({ closesAt: '2020-01-01T00:00:00Z' });
    assert.equal((await trial.call('POST', path(closed), { body: draft })).status, 410);
    assert.equal((await trial.call('POST', path('inconnu'), { body: draft })).status, 404);
  });
});
