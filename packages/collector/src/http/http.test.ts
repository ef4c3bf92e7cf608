import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { ADMIN, json, openTrial } from '../testing/collector.ts';
import type { ProblemBody, Trial } from '../testing/collector.ts';

let trial: Trial;
before(async () => {
  trial = await openTrial({ origins: ['https://hub.example'] });
});
after(() => trial.close());

const post = (survey: string, raw: BodyInit, headers: Record<string, string> = {}) =>
  trial.call('POST', `/surveys/${survey}/answers`, { raw, headers: { 'Idempotency-Key': randomUUID(), ...headers } });

/** `{"answers":{"nom":"a","x":…}}` around raw JSON. */
const around = (value: string) => `{"answers":{"nom":"a","x":${value}}}`;

describe('hostile bodies are a clear 4xx, or kept as they are', () => {
  const cases: Record<string, [BodyInit, number]> = {
    'empty': ['', 400],
    'not JSON': ['{"answers":', 400],
    'a page': ['<!doctype html>', 400],
    'invalid UTF-8': [new Uint8Array([...Buffer.from('{"answers":{"nom":"'), 0xc3, 0x28, ...Buffer.from('"}}')]), 400],
    'UTF-16': [Buffer.from(around('1'), 'utf16le'), 400],
    '__proto__ at the root': ['{"__proto__":{"answers":{}},"answers":{"nom":"a"}}', 400],
    '__proto__ inside': [around('{"__proto__":{"isAdmin":true}}'), 400],
    'constructor.prototype': [around('{"constructor":{"prototype":{"polluted":true}}}'), 201],
    'deep arrays': [around('['.repeat(10_000) + ']'.repeat(10_000)), 400],
    'deep objects': [around('{"a":'.repeat(5_000) + '1' + '}'.repeat(5_000)), 400],
    'many small values': [around(`[${'0,'.repeat(110_000)}0]`), 400],
    'a number beyond a double': [around('1e999'), 400],
    'a NUL character': [around('"a\\u0000b"'), 422],
    'a NUL in a name': ['{"answers":{"nom":"a","x\\u0000":1}}', 422],
    'half an emoji': [around('"\\ud83d"'), 201],
    'half an emoji in a name': ['{"answers":{"nom":"a","\\udc00":1}}', 201],
    'answers as a text': ['{"answers":"nom"}', 400],
    'answers as an array': ['{"answers":[1]}', 400],
    'a NUL in the locale': ['{"answers":{"nom":"a"},"locale":"f\\u0000r"}', 422],
    'SQL in a text': [around('"\'); drop table answers; --"'), 201],
  };
  for (const [name, [body, status]] of Object.entries(cases)) {
    test(name, async () => {
      const survey = await trial.survey();
      const response = await post(survey, body);
      assert.equal(response.status, status);
      if (status >= 400) assert.equal((await json<ProblemBody>(response)).status, status);
      assert.equal(({} as Record<string, unknown>)['polluted'], undefined);
      const { items } = await json<{ items: unknown[] }>(trial.call('GET', `/surveys/${survey}/answers`, { token: ADMIN }));
      assert.equal(items.length, status === 201 ? 1 : 0);
    });
  }

  test('a NUL is refused at its place, in words', async () => {
    const { errors } = await json<ProblemBody>(post(await trial.survey(), '{"answers":{"nom":"a\\u0000"}}'));
    assert.deepEqual(errors?.map(({ pointer, path }) => [pointer, path]), [['/answers/nom', 'nom']]);
    assert.match(errors[0]?.detail ?? '', /caractère nul/);
  });

  test('drafts are held to the same', async () => {
    const survey = await trial.survey();
    for (const [raw, status] of [['{', 400], [around('"\\u0000"'), 422], [around('{"__proto__":1}'), 400], [around('"\\ud83d"'), 201]] as const) {
      assert.equal((await trial.call('POST', `/surveys/${survey}/drafts`, { raw })).status, status);
    }
  });
});

describe('size', () => {
  const long = (bytes: number) => JSON.stringify({ answers: { nom: 'a', libre: 'x'.repeat(bytes) } });

  test('256 kB of answers, said in the caller’s language', async () => {
    const survey = await trial.survey();
    assert.equal((await post(survey, long(250_000))).status, 201);
    const response = await post(survey, long(256_000));
    assert.equal(response.status, 413);
    assert.equal((await json<ProblemBody>(response)).detail, 'L’envoi dépasse la limite de 256 ko.');
  });

  test('5 MB where the survey asks for files', async () => {
    const survey = await trial.survey({}, { pages: [{ name: 'p', elements: [{ type: 'panel', name: 'x', elements: [{ type: 'file', name: 'f' }] }, { type: 'comment', name: 'libre' }] }] });
    assert.equal((await post(survey, long(4_900_000))).status, 201);
    assert.equal((await post(survey, long(5_000_000))).status, 413);
  });

  test('a body without a length is read no further than the limit', async () => {
    let pulled = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        pulled += 1;
        controller.enqueue(new Uint8Array(64_000).fill(32));
      },
    });
    const response = await post(await trial.survey(), endless);
    assert.equal(response.status, 413);
    assert.ok(pulled < 20, `${String(pulled)} chunks were read`);
  });

  test('other content types and compressed bodies are a 415', async () => {
    const survey = await trial.survey();
    assert.equal((await post(survey, 'nom=a', { 'Content-Type': 'application/x-www-form-urlencoded' })).status, 415);
    assert.equal((await post(survey, around('1'), { 'Content-Type': 'text/plain' })).status, 415);
    assert.equal((await post(survey, around('1'), { 'Content-Encoding': 'gzip' })).status, 415);
    assert.equal((await post(survey, around('1'), { 'Content-Type': 'Application/JSON; charset=utf-8' })).status, 201);
  });
});

describe('pages of other origins', () => {
  const preflight = (path: string, origin: string, method: string) => trial.call('OPTIONS', path, {
    headers: { 'Origin': origin, 'Access-Control-Request-Method': method, 'Access-Control-Request-Headers': 'content-type,idempotency-key' },
  });
  const allowed = (response: Response) => response.headers.get('access-control-allow-origin');

  test('any page may read a definition, send answers, keep a draft: a sandboxed frame too (origin “null”)', async () => {
    const survey = await trial.survey();
    for (const origin of ['https://mairie.example', 'null']) {
      assert.equal(allowed(await trial.call('GET', `/surveys/${survey}`, { headers: { Origin: origin } })), '*');
      for (const [room, method] of [['answers', 'POST'], ['drafts', 'POST'], ['drafts/current', 'PUT'], ['drafts/current', 'DELETE']] as const) {
        const response = await preflight(`/surveys/${survey}/${room}`, origin, method);
        assert.equal(response.status, 204);
        assert.equal(allowed(response), '*');
        assert.match(response.headers.get('access-control-allow-methods') ?? '', new RegExp(method));
        for (const header of ['Idempotency-Key', 'Authorization', 'Content-Type']) {
          assert.ok((response.headers.get('access-control-allow-headers') ?? '').includes(header), header);
        }
      }
      const sent = await trial.send(survey, { nom: 'a' }, { headers: { Origin: origin } });
      assert.deepEqual([sent.status, allowed(sent)], [201, '*']);
    }
  });

  test('the page can read why it was refused', async () => {
    const survey = await trial.survey();
    for (const response of [
      await trial.send(survey, {}, { headers: { Origin: 'https://mairie.example' } }),
      await trial.send('inconnu', {}, { headers: { Origin: 'https://mairie.example' } }),
    ]) {
      assert.ok(response.status >= 400);
      assert.equal(allowed(response), '*');
    }
    assert.match((await trial.call('GET', `/surveys/${survey}`, { headers: { Origin: 'null' } })).headers.get('access-control-expose-headers') ?? '', /ETag.*Retry-After/);
  });

  test('a survey with a list is open to its pages only', async () => {
    const survey = await trial.survey({ origins: ['https://mairie.example'] });
    const path = `/surveys/${survey}/answers`;
    assert.equal(allowed(await preflight(path, 'https://mairie.example', 'POST')), 'https://mairie.example');
    for (const origin of ['https://autre.example', 'null', 'https://mairie.example.evil.example', 'http://mairie.example']) {
      assert.equal(allowed(await preflight(path, origin, 'POST')), null, origin);
      assert.equal((await trial.send(survey, { nom: 'a' }, { headers: { Origin: origin } })).status, 403, origin);
    }
    // Not from a page at all: the list says nothing of it.
    assert.equal((await trial.send(survey, { nom: 'a' })).status, 201);
  });

  test('an id written in another way does not open the list', async () => {
    const survey = await trial.survey({ origins: ['https://page.example'] });
    const response = await trial.call('GET', `/surveys/%73${survey.slice(1)}`, { headers: { Origin: 'https://other.example' } });
    assert.equal(response.status, 200);
    assert.equal(response.headers.get('access-control-allow-origin'), null);
  });

  test('the hub’s routes are for the hub’s pages only', async () => {
    const survey = await trial.survey();
    for (const [path, method] of [[`/surveys/${survey}/answers`, 'GET'], [`/surveys/${survey}/answers.csv`, 'GET'], [`/surveys/${survey}`, 'PUT'], ['/surveys', 'GET'], ['/admin/tokens', 'POST']] as const) {
      assert.equal(allowed(await preflight(path, 'https://mairie.example', method)), null, `${method} ${path}`);
      assert.equal(allowed(await preflight(path, 'https://hub.example', method)), 'https://hub.example', `${method} ${path}`);
    }
    const read = await trial.call('GET', `/surveys/${survey}/answers`, { token: ADMIN, headers: { Origin: 'https://mairie.example' } });
    assert.equal(allowed(read), null);
  });
});

describe('languages', () => {
  test('French unless English is preferred', async () => {
    for (const [header, title] of [
      [undefined, 'Questionnaire inconnu'], ['', 'Questionnaire inconnu'], ['de', 'Questionnaire inconnu'], ['*', 'Questionnaire inconnu'],
      ['en', 'Unknown survey'], ['en-US,en;q=0.9', 'Unknown survey'], ['fr-FR,en;q=0.9', 'Questionnaire inconnu'], ['fr;q=0.2, en;q=0.4', 'Unknown survey'],
      ['en;q=x', 'Questionnaire inconnu'], [`${'a,'.repeat(5_000)}en`, 'Questionnaire inconnu'],
    ] as const) {
      const problem = await json<ProblemBody>(trial.call('GET', '/surveys/inconnu', header === undefined ? {} : { language: header }));
      assert.equal(problem.title, title, header?.slice(0, 20));
    }
  });
});

describe('what any reply says', () => {
  test('nothing of it is run, framed or sniffed, whatever the route', async () => {
    for (const path of ['/', '/health', '/openapi.json', '/surveys/inconnu', '/rien']) {
      const { headers } = await trial.call('GET', path);
      assert.match(headers.get('content-security-policy') ?? '', /default-src 'none'/);
      assert.equal(headers.get('x-content-type-options'), 'nosniff');
      assert.equal(headers.get('referrer-policy'), 'no-referrer');
    }
  });

  test('an unknown address is a problem too', async () => {
    for (const [method, path] of [['GET', '/rien'], ['POST', '/health'], ['DELETE', '/surveys/x'], ['GET', '/surveys/x/drafts']] as const) {
      const response = await trial.call(method, path);
      assert.equal(response.status, 404);
      assert.equal((await json<ProblemBody>(response)).type, 'urn:assembleurs:problem:not-found');
    }
  });

  test('health says which database answers', async () => {
    const { status, database } = await json<{ status: string; database: string }>(trial.call('GET', '/health'));
    assert.deepEqual([status, database], ['ok', trial.collector.database]);
  });
});
