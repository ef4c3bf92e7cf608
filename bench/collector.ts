/**
 * The collector under load: answers a second and the 99th percentile of their time, on PGlite and on PostgreSQL.
 *
 * The whole way is measured: HTTP, checks of a real answer to the commune questionnaire, commit with fsync,
 * acknowledgement. Each request has its own key and its own connection. The collector runs in a process of its own; loopback only.
 */
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { communeSurvey } from '@assembleurs/commons/content/commune-survey';
import { demoAnswers } from '@assembleurs/commons/content/demo-answers';
import { mel } from '@assembleurs/commons/territory/mel';
import { startCollector } from '../packages/collector/src/testing/process.ts';
import { NoPostgres, withPostgres } from '../scripts/postgres.ts';
import { median } from './measure.ts';
import type { BenchOptions, Row } from './measure.ts';

/** As many people sending at the same moment. */
const PEOPLE = 50;
const SECONDS = 4;

const territory = mel();
const bodies = demoAnswers(1, 500, territory).map(({ commune, answers }) =>
  JSON.stringify({ survey: 'communes', definitionVersion: null, locale: 'fr', commune, answers }));

interface Load {
  readonly perSecond: number;
  /** Milliseconds. */
  readonly p99: number;
}

/** One answer by a connection of its own, as each person has: its time in milliseconds. Kept connections would starve those that Node has not accepted yet, one a turn. */
function send(url: string, body: string): Promise<number> {
  return new Promise((settle, fail) => {
    const start = performance.now();
    const sending = request(`${url}/surveys/communes/answers`, { method: 'POST', agent: false, headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID() } }, (response) => {
      response.resume().on('end', () => {
        if (response.statusCode === 201) settle(performance.now() - start);
        else fail(new Error(`An answer was refused: ${String(response.statusCode)}`));
      }).on('error', fail);
    });
    sending.on('error', fail).end(body);
  });
}

async function load(url: string): Promise<Load> {
  const times: number[] = [];
  const start = performance.now();
  await Promise.all(Array.from({ length: PEOPLE }, async (_, person) => {
    for (let turn = person; performance.now() - start < SECONDS * 1_000; turn += PEOPLE) times.push(await send(url, bodies[turn % bodies.length] ?? ''));
  }));
  times.sort((a, b) => a - b);
  return { perSecond: (times.length * 1_000) / (performance.now() - start), p99: times[Math.floor(times.length * 0.99)] ?? NaN };
}

async function measure(database: string, env: Readonly<Record<string, string>>, folder: string, { runs, say }: BenchOptions): Promise<Row[]> {
  const file = join(folder, 'survey.json');
  await writeFile(file, JSON.stringify(communeSurvey));
  const collector = await startCollector(['--data', join(folder, 'data'), '--survey', `communes=${file}`], { ASB_LOG_LEVEL: 'warn', ...env });
  try {
    const results: Load[] = [];
    await load(collector.url); // warm-up
    for (let run = 1; run <= runs; run++) {
      results.push(await load(collector.url));
      say(`${database}, run ${String(run)} of ${String(runs)}`);
    }
    const note = `${String(PEOPLE)} people at once, each on a connection of their own, client on the same machine`;
    return [
      { metric: `${database}: answers acknowledged`, unit: '/s', ours: median(results.map(({ perSecond }) => perSecond)), runs, higherIsBetter: true, note },
      { metric: `${database}: 99th percentile`, unit: 'ms', ours: median(results.map(({ p99 }) => p99)), runs, note },
    ];
  } finally {
    await collector.stop('SIGTERM');
  }
}

export async function* run(options: BenchOptions): AsyncGenerator<Row> {
  const folder = await mkdtemp(join(tmpdir(), 'asb-bench-'));
  try {
    yield* await measure('PGlite', {}, folder, options);
    yield* await withPostgres((url) => measure('PostgreSQL', { DATABASE_URL: url }, folder, options));
  } catch (error) {
    if (!(error instanceof NoPostgres)) throw error;
    options.say(`PostgreSQL skipped: ${error.message}`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
