import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { ADMIN, definition, json, openTrial } from '../testing/collector.ts';
import type { ProblemBody, Trial } from '../testing/collector.ts';
import type { Acknowledgement } from '../answers/model.ts';

let trial: Trial;
before(async () => {
  trial = await openTrial();
});
after(() => trial.close());

interface Line {
  actor: string | null;
  act: string;
  survey: string | null;
  target: string | null;
  count: number | null;
}
const audit = async () => (await json<{ items: Line[] }>(trial.call('GET', '/admin/audit?limit=500', { token: ADMIN }))).items;
const make = async (role: string) =>
  json<{ id: string; token: string }>(trial.call('POST', '/admin/tokens', { token: ADMIN, body: { role, label: `un ${role}` } }));

/** Every route of the hub that a reader may call, then those for coordinators. */
const READING = (survey: string) => [
  ['GET', '/surveys'], ['GET', `/surveys/${survey}/answers`], ['GET', `/surveys/${survey}/answers.csv`],
  ['GET', `/surveys/${survey}/answers.xlsx`], ['GET', `/surveys/${survey}/answers.json`],
] as const;
const CHANGING = (survey: string) => [
  ['PUT', `/surveys/${survey}`], ['PATCH', `/surveys/${survey}`], ['DELETE', `/surveys/${survey}/answers/00000000-0000-4000-8000-000000000000`],
  ['GET', '/admin/tokens'], ['POST', '/admin/tokens'], ['DELETE', '/admin/tokens/00000000-0000-4000-8000-000000000000'], ['GET', '/admin/audit'],
] as const;

describe('who may', () => {
  test('without a valid token: nothing of the hub, and no way to tell what exists', async () => {
    const survey = await trial.survey();
    for (const [method, path] of [...READING(survey), ...CHANGING(survey), ['GET', '/surveys/inconnu/answers'] as const]) {
      for (const headers of [{}, { Authorization: 'Bearer wrong' }, { Authorization: `Basic ${ADMIN}` }, { Authorization: 'Bearer ' }]) {
        const response = await trial.call(method, path, { headers });
        assert.equal(response.status, 401, `${method} ${path}`);
        assert.equal(response.headers.get('www-authenticate'), 'Bearer');
      }
    }
  });

  test('a reader reads and changes nothing', async () => {
    const survey = await trial.survey();
    const { token } = await make('reader');
    for (const [method, path] of READING(survey)) assert.equal((await trial.call(method, path, { token })).status, 200, path);
    for (const [method, path] of CHANGING(survey)) assert.equal((await trial.call(method, path, { token })).status, 403, `${method} ${path}`);
  });

  test('a coordinator’s token works until it is withdrawn', async () => {
    const { id, token } = await make('coordinator');
    assert.equal((await trial.call('PUT', '/surveys/par-jeton', { token, body: definition })).status, 201);
    assert.equal((await trial.call('DELETE', `/admin/tokens/${id}`, { token })).status, 409);
    assert.equal((await trial.call('DELETE', `/admin/tokens/${id}`, { token: ADMIN })).status, 204);
    assert.equal((await trial.call('GET', '/surveys', { token })).status, 401);
    assert.equal((await trial.call('DELETE', `/admin/tokens/${id}`, { token: ADMIN })).status, 404);
    assert.deepEqual((await audit()).filter(({ target }) => target === id).map(({ act }) => act), ['token-withdraw', 'token-create']);
    assert.ok((await audit()).some(({ act, survey, actor, target }) => act === 'publish' && survey === 'par-jeton' && actor === id && target === '1'));
  });

  test('the list shows no token', async () => {
    const { token, id } = await make('reader');
    const list = await (await trial.call('GET', '/admin/tokens', { token: ADMIN })).text();
    assert.ok(list.includes(id) && !list.includes(token));
    assert.doesNotMatch(list, /[0-9a-f]{64}/);
  });

  test('a wrong role or an empty label is a 400', async () => {
    for (const body of [{ role: 'root', label: 'x' }, { role: 'reader', label: ' ' }, { role: 'reader' }]) {
      assert.equal((await trial.call('POST', '/admin/tokens', { token: ADMIN, body })).status, 400);
    }
  });
});

describe('erasing an answer', () => {
  test('it is gone from every way out; the audit log keeps the act and nothing of the content', async () => {
    const survey = await trial.survey();
    const { id } = await json<Acknowledgement>(trial.send(survey, { nom: 'secret-a-effacer' }));
    await trial.send(survey, { nom: 'autre' });
    assert.equal((await trial.call('DELETE', `/surveys/${survey}/answers/${id}`, { token: ADMIN })).status, 204);
    for (const path of ['answers', 'answers.csv', 'answers.json']) {
      const text = await (await trial.call('GET', `/surveys/${survey}/${path}`, { token: ADMIN })).text();
      assert.ok(text.includes('autre') && !text.includes('secret-a-effacer'), path);
    }
    const lines = await audit();
    assert.ok(lines.some(({ act, target, survey: of }) => act === 'erase' && of === survey && target === id.replace('urn:uuid:', '')));
    assert.ok(!JSON.stringify(lines).includes('secret'));
    const again = await trial.call('DELETE', `/surveys/${survey}/answers/${id}`, { token: ADMIN });
    assert.equal(again.status, 404);
    assert.equal((await json<ProblemBody>(again)).title, 'Réponse inconnue');
  });

  test('only within its survey, by its UUID with or without urn:uuid:', async () => {
    const [one, other] = [await trial.survey(), await trial.survey()];
    const { id } = await json<Acknowledgement>(trial.send(one, { nom: 'a' }));
    assert.equal((await trial.call('DELETE', `/surveys/${other}/answers/${id}`, { token: ADMIN })).status, 404);
    assert.equal((await trial.call('DELETE', `/surveys/${one}/answers/1%20or%201=1`, { token: ADMIN })).status, 400);
    assert.equal((await trial.call('DELETE', `/surveys/${one}/answers/${id.replace('urn:uuid:', '')}`, { token: ADMIN })).status, 204);
  });
});

describe('audit', () => {
  test('exports are noted with how many answers left, newest first, by pages', async () => {
    const survey = await trial.survey();
    await trial.send(survey, { nom: 'a' });
    await trial.call('GET', `/surveys/${survey}/answers.csv`, { token: ADMIN });
    await trial.call('GET', `/surveys/${survey}/answers.json`, { token: ADMIN });
    const page = await json<{ items: Line[]; next: number }>(trial.call('GET', '/admin/audit?limit=1', { token: ADMIN }));
    const second = await json<{ items: Line[] }>(trial.call('GET', `/admin/audit?limit=1&before=${String(page.next)}`, { token: ADMIN }));
    assert.deepEqual([...page.items, ...second.items].map(({ act, target, count }) => [act, target, count]), [['export', 'json', 1], ['export', 'csv', 1]]);
  });
});
