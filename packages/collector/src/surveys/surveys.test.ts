import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { communeSurvey } from '@assembleurs/commons/content/commune-survey';
import { ADMIN, definition, json, openTrial } from '../testing/collector.ts';
import type { ProblemBody, Trial } from '../testing/collector.ts';
import type { Published } from './model.ts';

let trial: Trial;
before(async () => {
  trial = await openTrial();
});
after(() => trial.close());

const put = (id: string, body: unknown) => trial.call('PUT', `/surveys/${id}`, { body, token: ADMIN });

interface Summary {
  id: string;
  title: string;
  version: string;
  versions: { version: string; sha256: string }[];
  closesAt: string | null;
  origins: string[];
  retentionDays: number | null;
  answers: number;
}
const summary = async (id: string, language = 'fr') => {
  const { items } = await json<{ items: Summary[] }>(trial.call('GET', '/surveys', { token: ADMIN, language }));
  const found = items.find((item) => item.id === id);
  assert.ok(found, `${id} is listed`);
  return found;
};

describe('publishing', () => {
  test('what is served is what was published', async () => {
    assert.equal((await put('serve', definition)).status, 201);
    const response = await trial.call('GET', '/surveys/serve');
    assert.equal(response.status, 200);
    assert.match(response.headers.get('content-type') ?? '', /^application\/json/);
    assert.equal(await response.text(), JSON.stringify(definition));
  });

  test('a changed definition makes a version and keeps the former; the same one makes none', async () => {
    assert.equal((await put('versions', definition)).status, 201);
    assert.equal((await put('versions', definition)).status, 200);
    assert.equal((await put('versions', { ...definition, version: '2', description: 'x' })).status, 201);
    const { version, versions, title } = await summary('versions');
    assert.equal(version, '2');
    assert.deepEqual(versions.map((one) => one.version), ['1', '2']);
    assert.equal(title, 'Essai');
    assert.equal((await summary('versions', 'en')).title, 'Trial');
    // Back to the first: its version serves again, nothing new.
    assert.equal((await json<Published>(put('versions', definition))).version, '1');
    assert.equal((await summary('versions')).versions.length, 2);
  });

  test('a version’s name never stands for two texts', async () => {
    await put('taken', definition);
    const response = await put('taken', { ...definition, description: 'x' });
    assert.equal(response.status, 409);
    assert.match((await json<ProblemBody>(response)).detail, /«\s1\s»/);
  });

  test('a definition without a version is given one, so that answers can name it', async () => {
    const unnamed = { title: definition.title, pages: definition.pages };
    assert.equal((await json<Published>(put('unnamed', unnamed))).version, '1');
    assert.equal((await put('unnamed', unnamed)).status, 200);
    assert.equal((await json<Published>(put('unnamed', { ...unnamed, title: 'Autre' }))).version, '2');
    assert.equal((await json<{ version: string }>(trial.call('GET', '/surveys/unnamed'))).version, '2');
  });

  test('two at once make one version each, in some order', async () => {
    await put('race', definition);
    const statuses = await Promise.all(['a', 'b', 'c'].map(async (version) => (await put('race', { ...definition, version })).status));
    assert.deepEqual(statuses, [201, 201, 201]);
    assert.deepEqual((await summary('race')).versions.map(({ version }) => version).sort(), ['1', 'a', 'b', 'c']);
  });

  test('what cannot be read is refused with its places; what is not done is said', async () => {
    const broken = await put('broken', { pages: 'trois' });
    assert.equal(broken.status, 422);
    assert.ok(((await json<ProblemBody>(broken)).errors ?? []).length > 0);
    assert.equal((await trial.call('GET', '/surveys/broken')).status, 404);
    const partly = await json<Published>(put('partly', { pages: [{ name: 'p', elements: [{ type: 'signaturepad', name: 's' }, { type: 'text', name: 'q' }] }] }));
    assert.ok(partly.problems.some(({ path }) => path.includes('elements[0]')));
  });

  test('the commune questionnaire is published as it is', async () => {
    const published = await trial.collector.publish('communes', JSON.parse(JSON.stringify(communeSurvey)));
    assert.equal(published.created, true);
    assert.deepEqual(published.problems.filter(({ kind }) => kind !== 'unsupported'), []);
  });
});

describe('settings', () => {
  test('with the definition, then alone', async () => {
    assert.equal((await put('settings', { definition, closesAt: '2030-06-30T22:00:00Z', origins: ['https://mairie.example'], retentionDays: 365 })).status, 201);
    assert.deepEqual((({ closesAt, origins, retentionDays }) => ({ closesAt, origins, retentionDays }))(await summary('settings')), {
      closesAt: '2030-06-30T22:00:00.000Z', origins: ['https://mairie.example'], retentionDays: 365,
    });
    assert.equal((await trial.call('PATCH', '/surveys/settings', { token: ADMIN, body: { closesAt: null } })).status, 204);
    const { closesAt, retentionDays, versions } = await summary('settings');
    assert.deepEqual({ closesAt, retentionDays, versions: versions.length }, { closesAt: null, retentionDays: 365, versions: 1 });
  });

  test('wrong ones change nothing', async () => {
    assert.equal((await put('wrong', { definition, closesAt: 'demain' })).status, 400);
    assert.equal((await put('wrong', { definition, closeAt: '2030-01-01T00:00:00Z' })).status, 400);
    assert.equal((await trial.call('GET', '/surveys/wrong')).status, 404);
    const survey = await trial.survey();
    for (const body of [{ origins: [] }, { origins: ['mairie.example'] }, { origins: ['https://mairie.example/page'] }, { retentionDays: 0 }]) {
      assert.equal((await trial.call('PATCH', `/surveys/${survey}`, { token: ADMIN, body })).status, 400, JSON.stringify(body));
    }
  });
});

describe('reading the definition again', () => {
  test('304 while it is the same, 200 once it changed', async () => {
    const survey = await trial.survey();
    const etag = (await trial.call('GET', `/surveys/${survey}`)).headers.get('etag') ?? '';
    assert.match(etag, /^"[0-9a-f]{64}"$/);
    for (const known of [etag, `W/${etag}`, `"x", ${etag}`, '*']) {
      const response = await trial.call('GET', `/surveys/${survey}`, { headers: { 'If-None-Match': known } });
      assert.equal(response.status, 304, known);
      assert.equal(response.headers.get('etag'), etag);
      assert.equal(await response.text(), '');
    }
    await trial.collector.publish(survey, { ...definition, version: '2' });
    assert.equal((await trial.call('GET', `/surveys/${survey}`, { headers: { 'If-None-Match': etag } })).status, 200);
  });

  test('an address that is not well encoded, or that holds a NUL, is a 400', async () => {
    for (const id of ['%', '%E0%A4%A', 'a%00b', 's%']) {
      for (const headers of [{}, { Origin: 'https://page.example' }]) {
        assert.equal((await trial.call('GET', `/surveys/${id}`, { headers })).status, 400, id);
      }
      assert.equal((await trial.call('OPTIONS', `/surveys/${id}`, { headers: { 'Access-Control-Request-Method': 'GET' } })).status, 204, id);
    }
  });

  test('a name that a database cannot hold is refused or cleaned, not a failure', async () => {
    const id = await trial.survey();
    for (const settings of [{ origins: ['https://a\0b.example'] }, { closesAt: '0000-01-01T00:00:00Z' }, { closesAt: '9999-12-31T23:59:59-23:59' }]) {
      assert.equal((await trial.call('PATCH', `/surveys/${id}`, { token: ADMIN, body: settings })).status, 400);
    }
    const published = await trial.call('PUT', `/surveys/${id}`, { token: ADMIN, body: { version: '2\0b', elements: [{ type: 'text', name: 'a' }] } });
    assert.equal(published.status, 201);
    assert.equal((await json<{ version: string }>(trial.call('GET', `/surveys/${id}`))).version, '2b');
  });

  test('an unknown survey is a 404, a wrong id a 400', async () => {
    assert.equal((await trial.call('GET', '/surveys/inconnu')).status, 404);
    assert.equal((await trial.call('GET', '/surveys/%2e%2e%2fetc')).status, 400);
  });
});
