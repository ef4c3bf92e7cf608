import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { communeSurvey } from '@assembleurs/commons/content/commune-survey';
import { demoAnswers } from '@assembleurs/commons/content/demo-answers';
import { mel } from '@assembleurs/commons/territory/mel';
import pg from 'pg';
import { ADMIN, json, openTrial, serverUrl } from '../testing/collector.ts';
import type { ProblemBody, Trial } from '../testing/collector.ts';
import type { Acknowledgement, AnswerRecord } from './model.ts';

let trial: Trial;
let clock: Date | undefined;
before(async () => {
  trial = await openTrial({ now: () => clock ?? new Date() });
});
after(() => trial.close());

const list = async (survey: string, query = '') =>
  json<{ items: AnswerRecord[]; next: string | null; last: string }>(trial.call('GET', `/surveys/${survey}/answers${query}`, { token: ADMIN }));

describe('sending answers', () => {
  test('kept as sent, with the version, the commune and the times', async () => {
    const survey = await trial.survey();
    const answers = { nom: 'Médiathèque « L’Odyssée » 👩‍💻', lieu: 'oui', combien: 12, publics: ['jeunes', 'seniors'] };
    const response = await trial.send(survey, answers, {
      body: { definitionVersion: '1', locale: 'en', startedAt: '2026-03-01T09:00:00+01:00', completedAt: '2026-03-01T08:12:30.500Z' },
    });
    assert.equal(response.status, 201);
    const sent = await json<Acknowledgement>(response);
    assert.match(sent.id, /^urn:uuid:[0-9a-f-]{36}$/);
    assert.match(sent.receipt, /^[A-HJ-NP-Z2-9]{4}-[A-HJ-NP-Z2-9]{4}$/);
    assert.deepEqual((await list(survey)).items, [{
      ...sent, answers, commune: '59350', definitionVersion: '1', locale: 'en',
      startedAt: '2026-03-01T08:00:00.000Z', completedAt: '2026-03-01T08:12:30.500Z',
    }]);
  });

  test('the same key and content again gives the same acknowledgement; another content is refused', async () => {
    const survey = await trial.survey();
    const key = randomUUID();
    const first = await trial.send(survey, { nom: 'a', lieu: 'non' }, { key });
    // The same content, its keys in another order, its key in upper case.
    const again = await trial.send(survey, { lieu: 'non', nom: 'a' }, { key: key.toUpperCase() });
    assert.equal(again.status, 200);
    assert.deepEqual(await again.json(), await first.json());
    const other = await trial.send(survey, { nom: 'b' }, { key });
    assert.equal(other.status, 422);
    assert.equal((await json<ProblemBody>(other)).type, 'urn:assembleurs:problem:key-reused');
    assert.equal((await list(survey)).items.length, 1);
  });

  test('a key is of one survey', async () => {
    const key = randomUUID();
    for (const survey of [await trial.survey(), await trial.survey()]) {
      assert.equal((await trial.send(survey, { nom: 'a' }, { key })).status, 201);
    }
  });

  test('forty at once: ten keys four times each make ten rows, and every key one acknowledgement', async () => {
    const survey = await trial.survey();
    const keys = Array.from({ length: 10 }, () => randomUUID());
    const responses = await Promise.all([...keys, ...keys, ...keys, ...keys].map(async (key) => {
      const response = await trial.send(survey, { nom: key }, { key });
      return { key, status: response.status, body: await response.text() };
    }));
    assert.equal(responses.filter(({ status }) => status === 201).length, 10);
    assert.equal(responses.filter(({ status }) => status === 200).length, 30);
    for (const key of keys) assert.equal(new Set(responses.filter((one) => one.key === key).map(({ body }) => body)).size, 1);
    assert.deepEqual((await list(survey)).items.map(({ answers }) => answers['nom']).sort(), [...keys].sort());
  });

  test('one key at once with different contents: one is kept, the others are told', async () => {
    const survey = await trial.survey();
    const key = randomUUID();
    const statuses = await Promise.all(['a', 'b', 'c'].map(async (nom) => (await trial.send(survey, { nom }, { key })).status));
    assert.deepEqual(statuses.sort(), [201, 422, 422]);
    assert.equal((await list(survey)).items.length, 1);
  });

  test('a missing or odd key is a clear 400, and keeps nothing', async () => {
    const survey = await trial.survey();
    const body = { answers: { nom: 'a' } };
    for (const headers of [{}, { 'Idempotency-Key': '' }, { 'Idempotency-Key': 'one' }, { 'Idempotency-Key': `${randomUUID()}0` }]) {
      const response = await trial.call('POST', `/surveys/${survey}/answers`, { body, headers });
      assert.equal(response.status, 400);
      assert.match((await json<ProblemBody>(response)).detail, /Idempotency-Key/);
    }
    assert.equal((await list(survey)).items.length, 0);
  });

  test('a body without the required shape names what is wrong', async () => {
    const survey = await trial.survey();
    for (const [body, pointer] of [
      [{}, '/answers'], [{ answers: [] }, '/answers'], [{ answers: {}, commune: 59350 }, '/commune'],
      [{ answers: {}, startedAt: 'hier' }, '/startedAt'], [[], ''], [null, ''], ['x', ''],
    ] as const) {
      const response = await trial.call('POST', `/surveys/${survey}/answers`, { body, headers: { 'Idempotency-Key': randomUUID() } });
      assert.equal(response.status, 400);
      assert.deepEqual((await json<ProblemBody>(response)).errors?.map((error) => error.pointer), [pointer]);
    }
  });
});

describe('the server judges as the page does', () => {
  test('errors by field, in French by default', async () => {
    const survey = await trial.survey();
    const response = await trial.send(survey, { lieu: 'oui', combien: -1 });
    assert.equal(response.status, 422);
    assert.match(response.headers.get('content-type') ?? '', /^application\/problem\+json/);
    assert.equal(response.headers.get('content-language'), 'fr');
    const problem = await json<ProblemBody>(response);
    assert.equal(problem.title, 'Réponses à corriger');
    assert.deepEqual(problem.errors?.map(({ pointer, path, code }) => ({ pointer, path, code })), [
      { pointer: '/answers/nom', path: 'nom', code: 'required' },
      { pointer: '/answers/combien', path: 'combien', code: 'min' },
    ]);
    assert.equal((await list(survey)).items.length, 0);
  });

  test('and in English when the caller prefers it', async () => {
    const survey = await trial.survey();
    const french = await json<ProblemBody>(trial.send(survey, {}));
    const english = await json<ProblemBody>(trial.send(survey, {}, { language: 'de, en-GB;q=0.9, fr;q=0.5' }));
    assert.equal(english.title, 'Answers to correct');
    assert.equal(english.detail, '1 answer needs correcting. See the list of errors.');
    assert.notEqual(english.errors?.[0]?.detail, french.errors?.[0]?.detail);
  });

  test('a choice that is not offered is refused', async () => {
    const survey = await trial.survey();
    const problem = await json<ProblemBody>(trial.send(survey, { nom: 'a', lieu: 'peut-être' }));
    assert.deepEqual(problem.errors?.map(({ path, code }) => [path, code]), [['lieu', 'notAChoice']]);
  });

  test('answers of shapes that the fields never give are refused by field', async () => {
    const survey = await trial.survey();
    for (const [name, value, code] of [
      ['nom', { $ne: null }, 'external'], ['nom', ['a'], 'external'], ['lieu', ['oui'], 'notAChoice'], ['lieu', { a: 1 }, 'notAChoice'],
      ['publics', 'jeunes', 'external'], ['publics', ['jeunes', 'x'], 'notAChoice'], ['libre', [[]], 'external'],
    ] as const) {
      const response = await trial.send(survey, { nom: 'a', [name]: value });
      assert.equal(response.status, 422, `${name} ${JSON.stringify(value)}`);
      const { errors } = await json<ProblemBody>(response);
      assert.deepEqual(errors?.map((one) => [one.path, one.code]), [[name, code]]);
    }
  });

  test('words where a number or a day is asked are refused, and so are times that nobody lived', async () => {
    const survey = await trial.survey({}, {
      version: '2', elements: [{ type: 'text', name: 'jour', inputType: 'date' }, { type: 'text', name: 'nombre', inputType: 'number' }], pages: undefined,
    });
    for (const answers of [{ jour: 'demain' }, { jour: '2026-13-45' }, { nombre: 'beaucoup' }]) {
      const refused = await trial.send(survey, answers);
      assert.equal(refused.status, 422);
      assert.deepEqual((await json<ProblemBody>(refused)).errors?.map(({ path }) => path), Object.keys(answers));
    }
    assert.equal((await trial.send(survey, { jour: '2026-05-12', nombre: 12 })).status, 201);
    assert.equal((await trial.send(survey, { nombre: '3,5' })).status, 201);
    for (const startedAt of ['0000-01-01T00:00:00Z', '9999-12-31T23:59:59-23:59']) {
      assert.equal((await trial.send(survey, { nombre: 1 }, { body: { startedAt } })).status, 400);
    }
  });

  test('nested answers are judged too, and the valid ones pass', async () => {
    const survey = await trial.survey({}, {
      pages: [{ name: 'p', elements: [
        { type: 'matrix', name: 'm', columns: ['bien', 'mal'], rows: ['accueil', 'horaires'] },
        { type: 'matrixdynamic', name: 'd', columns: [{ name: 'qui', cellType: 'dropdown', choices: ['a', 'b'] }] },
        { type: 'paneldynamic', name: 'p1', templateElements: [{ type: 'checkbox', name: 'c', choices: [1, 2] }] },
        { type: 'multipletext', name: 't', items: [{ name: 'un' }, { name: 'deux' }] },
        { type: 'rating', name: 'note' }, { type: 'boolean', name: 'b' },
        { type: 'file', name: 'f', allowMultiple: true }, { type: 'slider', name: 's' },
      ] }],
    });
    const good = {
      m: { accueil: 'bien' }, d: [{ qui: 'a' }, {}], p1: [{ c: [1, 2] }], t: { un: 'x' }, note: 4, b: false,
      f: [{ name: 'a.txt', type: 'text/plain', content: 'data:text/plain;base64,YQ==' }], s: 50,
    };
    const accepted = await trial.send(survey, good);
    assert.equal(accepted.status, 201, await accepted.text());
    for (const [bad, path] of [
      [{ m: { accueil: 'x' } }, 'm.accueil'], [{ m: 'bien' }, 'm'], [{ d: {} }, 'd'], [{ d: [{ qui: 'z' }] }, 'd[0].qui'],
      [{ p1: [{ c: [3] }] }, 'p1[0].c'], [{ t: { un: {} } }, 't.un'], [{ note: 9 }, 'note'], [{ b: 'x' }, 'b'], [{ f: 'x' }, 'f'], [{ s: {} }, 's'],
    ] as const) {
      const response = await trial.send(survey, { ...good, ...bad });
      assert.equal(response.status, 422, JSON.stringify(bad));
      assert.deepEqual((await json<ProblemBody>(response)).errors?.map((error) => error.path), [path]);
    }
  });

  test('two hundred plausible answers to the commune questionnaire are accepted', async () => {
    const survey = await trial.survey({}, JSON.parse(JSON.stringify(communeSurvey)) as Record<string, unknown>);
    const refused: unknown[] = [];
    for (const { commune, answers } of demoAnswers(7, 200, mel())) {
      const response = await trial.send(survey, { ...answers }, { body: { commune } });
      if (response.status !== 201) refused.push((await json<ProblemBody>(response)).errors);
    }
    assert.deepEqual(refused, []);
  });

  test('what is hidden is not asked', async () => {
    const survey = await trial.survey({}, {
      pages: [{ name: 'p', elements: [
        { type: 'boolean', name: 'a' }, { type: 'text', name: 'b', isRequired: true, visibleIf: '{a} = true' },
      ] }],
    });
    assert.equal((await trial.send(survey, { a: false })).status, 201);
    assert.equal((await trial.send(survey, { a: true })).status, 422);
  });

  test('an unknown commune is named', async () => {
    const survey = await trial.survey();
    const response = await trial.send(survey, { nom: 'a' }, { body: { commune: '75056' } });
    assert.equal(response.status, 422);
    const [error] = (await json<ProblemBody>(response)).errors ?? [];
    assert.equal(error?.pointer, '/commune');
    assert.match(error.detail, /75056/);
    assert.equal((await trial.send(survey, { nom: 'a' }, { body: { commune: null } })).status, 201);
  });

  test('by the version that the client names: the older one stays accepted, an unknown one is not', async () => {
    const survey = await trial.survey();
    await trial.collector.publish(survey, { version: '2', pages: [{ name: 'p', elements: [{ type: 'text', name: 'neuf', isRequired: true }] }] });
    assert.equal((await trial.send(survey, { nom: 'a' })).status, 422);
    assert.equal((await trial.send(survey, { nom: 'a' }, { body: { definitionVersion: '1' } })).status, 201);
    assert.equal((await trial.send(survey, { neuf: 'a' }, { body: { definitionVersion: '2' } })).status, 201);
    const unknown = await trial.send(survey, { nom: 'a' }, { body: { definitionVersion: '0.9' } });
    assert.equal(unknown.status, 422);
    assert.match((await json<ProblemBody>(unknown)).detail, /«\s0\.9\s»/);
    assert.deepEqual((await list(survey)).items.map(({ definitionVersion }) => definitionVersion), ['1', '2']);
  });
});

describe('what is stored', () => {
  test('is what the server calculates, and nothing under names that no version asked', async () => {
    const survey = await trial.survey({}, {
      calculatedValues: [{ name: 'double', expression: '{n} * 2', includeIntoResult: true }],
      pages: [{ name: 'p', elements: [{ type: 'text', name: 'n', inputType: 'number' }, { type: 'text', name: 'old' }] }],
    });
    await trial.collector.publish(survey, {
      version: '2', calculatedValues: [{ name: 'double', expression: '{n} * 2', includeIntoResult: true }], pages: [{ name: 'p', elements: [{ type: 'text', name: 'n', inputType: 'number' }] }],
    });
    // A page that holds the older version without saying so keeps its answer; the forged name makes no column.
    const key = randomUUID();
    const sent = { n: 4, double: 1_000, old: 'kept', forged: 'x' };
    assert.equal((await trial.send(survey, sent, { key })).status, 201);
    assert.equal((await trial.send(survey, sent, { key })).status, 200);
    assert.deepEqual((await list(survey)).items.map(({ answers }) => answers), [{ n: 4, double: 8, old: 'kept' }]);
    const csv = await (await trial.call('GET', `/surveys/${survey}/answers.csv?values=codes`, { token: ADMIN })).text();
    assert.ok(csv.includes('double') && !csv.includes('forged'), csv);
  });
});

describe('dates', () => {
  test('closed: 410 with the date; but a retry of what was received is acknowledged', async () => {
    const survey = await trial.survey({ closesAt: '2031-01-01T00:00:00Z' });
    const key = randomUUID();
    clock = new Date('2030-12-31T23:59:59Z');
    assert.equal((await trial.send(survey, { nom: 'a' }, { key })).status, 201);
    clock = new Date('2031-01-01T00:00:00Z');
    const closed = await trial.send(survey, { nom: 'a' });
    const retry = await trial.send(survey, { nom: 'a' }, { key });
    clock = undefined;
    assert.equal(closed.status, 410);
    assert.equal((await json<ProblemBody>(closed)).detail, 'Ce questionnaire est clos depuis le 1 janvier 2031 à 01:00. Il n’accepte plus de réponses.');
    assert.equal(retry.status, 200);
  });

  test('not open yet: 403', async () => {
    const survey = await trial.survey({ opensAt: '2999-01-01T00:00:00Z' });
    assert.equal((await trial.send(survey, { nom: 'a' })).status, 403);
  });
});

describe('listing', () => {
  test('pages hold each answer once, while others arrive', async () => {
    const survey = await trial.survey();
    const sending = Array.from({ length: 30 }, (_, index) => trial.send(survey, { nom: String(index) }));
    const seen: string[] = [];
    let cursor = '0';
    const read = async () => {
      const page = await list(survey, `?after=${cursor}&limit=7`);
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.last;
      return page.next;
    };
    await read();
    await Promise.all(sending);
    while (await read() !== null);
    assert.equal(seen.length, 30);
    assert.equal(new Set(seen).size, 30);
    // Later, from where it ended: only what came since.
    await trial.send(survey, { nom: 'dernier' });
    assert.deepEqual((await list(survey, `?after=${cursor}`)).items.map(({ answers }) => answers['nom']), ['dernier']);
  });

  test('an answer whose commit is late is not jumped over', { skip: serverUrl === undefined && 'no DATABASE_URL' }, async () => {
    const survey = await trial.survey();
    await trial.send(survey, { nom: 'premier' });
    const late = new pg.Client({ connectionString: trial.databaseUrl });
    await late.connect();
    await late.query('begin');
    await late.query(`insert into answers (id, survey_id, version_id, idempotency_key, body_hash, receipt, locale, received_at, answers)
      select gen_random_uuid(), survey_id, version_id, 'late', '', 'LATE', 'fr', now(), '{"nom":"tardif"}' from answers where survey_id = $1`, [survey]);
    await trial.send(survey, { nom: 'suivant' }); // a later number, committed first
    const progress = { listed: false };
    const listing = list(survey).finally(() => {
      progress.listed = true;
    });
    const waits = async () => (await late.query<{ waits: boolean }>('select exists (select from pg_locks where not granted) as waits')).rows[0]?.waits;
    while (!progress.listed && !(await waits())); // the listing has begun: it waits for us, or jumped over us
    await late.query('commit');
    await late.end();
    assert.deepEqual((await listing).items.map(({ answers }) => answers['nom']), ['premier', 'tardif', 'suivant']);
  });

  test('a wrong cursor or limit is a 400', async () => {
    const survey = await trial.survey();
    for (const query of ['?limit=0', '?limit=501', '?after=x', '?after=-1']) {
      assert.equal((await trial.call('GET', `/surveys/${survey}/answers${query}`, { token: ADMIN })).status, 400, query);
    }
  });
});
