/** The command as a technician runs it: real processes, real signals. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { definition, emptyDatabase, serverUrl } from './testing/collector.ts';
import { endOf, startCollector } from './testing/process.ts';

let folder: string;
let survey: string;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'asb-collector-'));
  survey = join(folder, 'survey.json');
  await writeFile(survey, JSON.stringify(definition));
});
after(() => rm(folder, { recursive: true, force: true }));

/** One folder for all: making a store is what takes long. Each test stops what it started. */
const args = () => ['--data', join(folder, 'data'), '--survey', `essai=${survey}`];

describe('the command', () => {
  test('makes a coordinator’s token at the first start and shows it once; publishes; keeps all over a restart', async () => {
    const first = await startCollector(args());
    const [token] = /^ {2}([\w-]{43})$/m.exec(first.said()) ?? [];
    assert.ok(token);
    const answered = await fetch(`${first.url}/surveys/essai/answers`, {
      method: 'POST', headers: { 'Content-Type': 'application/json', 'Idempotency-Key': randomUUID() }, body: '{"answers":{"nom":"a"}}',
    });
    assert.equal(answered.status, 201);
    assert.equal(await first.stop('SIGTERM'), 0);
    assert.ok(!first.logged().includes(token.trim()));

    const second = await startCollector(args());
    assert.doesNotMatch(second.said(), /[\w-]{43}/);
    const listed = await fetch(`${second.url}/surveys/essai/answers`, { headers: { Authorization: `Bearer ${token.trim()}` } });
    assert.equal((await listed.json() as { items: unknown[] }).items.length, 1);
    assert.equal(await second.stop('SIGINT'), 0);
  });

  test('a second collector on the same folder says so and leaves the first alone', async () => {
    const first = await startCollector(args());
    const { code, said } = await endOf(args());
    assert.equal(code, 1);
    assert.match(said, /déjà utilisé par un autre collecteur/);
    assert.equal((await fetch(`${first.url}/health`)).status, 200);
    await first.stop('SIGTERM');
  });

  test('helps in the person’s language, and says in a sentence what cannot be used', async () => {
    assert.match((await endOf(['--help'], { LANG: 'en_GB.UTF-8' })).logged, /Environment variables/);
    for (const [args, env, words] of [
      [[], { DATABASE_URL: 'postgres://127.0.0.1:1/none' }, /ne démarre pas/],
      [['--data', join(folder, 'data'), '--survey', `x=${folder}/none.json`], {}, /n’est pas un questionnaire lisible/],
    ] as const) {
      const { code, said } = await endOf([...args], env);
      assert.equal(code, 1, said);
      assert.match(said, words);
      assert.doesNotMatch(said, /\n\s+at /);
    }
  });
});

test('stopping: what was begun is finished, what comes after is not accepted', async () => {
  const collector = await startCollector(args());
  const body = '{"answers":{"nom":"en cours"}}';
  let stopped: Promise<number | null> | undefined;
  const status = await new Promise<number>((done, fail) => {
    const sending = request(`${collector.url}/surveys/essai/answers`, {
      method: 'POST', headers: { 'Content-Type': 'application/json', 'Idempotency-Key': randomUUID(), 'Content-Length': body.length, 'Expect': '100-continue' },
    }, (response) => {
      response.resume();
      done(response.statusCode ?? 0);
    });
    sending.on('error', fail);
    // The server has the request's head: it is begun. Then the signal, then the body.
    sending.on('continue', () => {
      stopped = collector.stop('SIGTERM');
      collector.saying(/Arrêt/).then(() => sending.end(body), fail);
    });
    sending.flushHeaders();
  });
  assert.equal(status, 201);
  assert.equal(await stopped, 0);
  await assert.rejects(fetch(`${collector.url}/health`));
});

test('two processes that start together on one empty PostgreSQL both serve', { skip: serverUrl === undefined && 'no DATABASE_URL' }, async () => {
  const database = await emptyDatabase(serverUrl ?? '');
  const collectors = await Promise.all([1, 2, 3].map(() => startCollector(['--survey', `essai=${survey}`], { DATABASE_URL: database.url })));
  assert.equal(collectors.filter((one) => /^ {2}[\w-]{43}$/m.test(one.said())).length, 1, 'one token');
  for (const { url } of collectors) assert.equal((await fetch(`${url}/surveys/essai`)).status, 200);
  for (const one of collectors) assert.equal(await one.stop('SIGTERM'), 0);
  await database.drop();
});
