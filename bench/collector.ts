/**
 * The collector under load: answers a second and the 99th percentile of their time, on PGlite and on PostgreSQL.
 *
 * The whole way is measured: HTTP, checks of a real answer to the commune questionnaire, commit with fsync,
 * acknowledgement. Each request has its own key. The collector runs in a process of its own; loopback only.
 */
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { communeSurvey } from '@assembleurs/commons/content/commune-survey';
import { demoAnswers } from '@assembleurs/commons/content/demo-answers';
import { mel } from '@assembleurs/commons/territory/mel';
import { startCollector } from '../packages/collector/src/testing/process.ts';
import { NoPostgres, withPostgres } from '../scripts/postgres.ts';
import { median } from './measure.ts';
import type { BenchOptions, Row } from './measure.ts';

interface LoadResult {
  readonly requests: { readonly average: number };
  readonly latency: { readonly p99: number };
  readonly errors: number;
  readonly non2xx: number;
}
interface LoadRequest {
  readonly headers: Readonly<Record<string, string>>;
}
interface LoadOptions {
  readonly url: string;
  readonly connections: number;
  readonly duration: number;
  readonly requests: readonly {
    readonly method: 'POST';
    readonly path: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly setupRequest: (request: LoadRequest) => LoadRequest & { readonly body: string };
  }[];
}
// autocannon has no types of its own.
const autocannon = createRequire(import.meta.url)('autocannon') as (options: LoadOptions) => Promise<LoadResult>;

/** As many people sending at the same moment. */
const CONNECTIONS = 50;
const SECONDS = 4;

const territory = mel();
const bodies = demoAnswers(1, 500, territory).map(({ commune, answers }) =>
  JSON.stringify({ survey: 'communes', definitionVersion: null, locale: 'fr', commune, answers }));

async function load(url: string): Promise<LoadResult> {
  let turn = 0;
  const result = await autocannon({
    url,
    connections: CONNECTIONS,
    duration: SECONDS,
    requests: [{
      method: 'POST',
      path: '/surveys/communes/answers',
      headers: { 'content-type': 'application/json' },
      setupRequest: (request) => ({
        ...request,
        headers: { ...request.headers, 'idempotency-key': randomUUID() },
        body: bodies[turn++ % bodies.length] ?? '',
      }),
    }],
  });
  if (result.errors > 0 || result.non2xx > 0) {
    throw new Error(`${String(result.non2xx)} answers were refused, ${String(result.errors)} sendings failed`);
  }
  return result;
}

async function measure(database: string, env: Readonly<Record<string, string>>, folder: string, { runs, say }: BenchOptions): Promise<Row[]> {
  const file = join(folder, 'survey.json');
  await writeFile(file, JSON.stringify(communeSurvey));
  const collector = await startCollector(['--data', join(folder, 'data'), '--survey', `communes=${file}`], { ASB_LOG_LEVEL: 'warn', ...env });
  try {
    const results: LoadResult[] = [];
    await load(collector.url); // warm-up
    for (let run = 1; run <= runs; run++) {
      results.push(await load(collector.url));
      say(`${database}, run ${String(run)} of ${String(runs)}`);
    }
    const note = `${String(CONNECTIONS)} connections, client on the same machine`;
    return [
      { metric: `${database}: answers acknowledged`, unit: '/s', ours: median(results.map(({ requests }) => requests.average)), runs, higherIsBetter: true, note },
      { metric: `${database}: 99th percentile`, unit: 'ms', ours: median(results.map(({ latency }) => latency.p99)), runs, note },
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
