/**
 * `npm run bench -- NAME… [--runs N] [--json]`: ours beside the peers, in one run on one machine.
 *
 * Each other module of this folder that exports `run` (see `measure.ts`) is a benchmark, named after its file; without
 * a name all of them run. Standard output holds the results alone: a table, or with `--json` one object a line:
 * `{ bench, metric, unit, ours, peer, peerName, ratio, runs }`, where a ratio above 1 means that ours is better.
 * Progress goes to standard error.
 */
import { readdirSync } from 'node:fs';
import { parseArgs } from 'node:util';

import { ratio } from './measure.ts';
import type { Bench, Row } from './measure.ts';

const FRAME = ['run.ts', 'measure.ts'];
const available = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && !FRAME.includes(file))
  .map((file) => file.slice(0, -'.ts'.length));

const say = (text: string) => process.stderr.write(`${text}\n`);
// A library that logs must not land among the results.
console.log = console.info = console.debug = (...values: unknown[]) => say(values.join(' '));
const print = (text: string) => process.stdout.write(`${text}\n`);

function readOptions() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { runs: { type: 'string', default: '7' }, json: { type: 'boolean', default: false } },
  });
  const runs = Number(values.runs);
  if (!Number.isInteger(runs) || runs < 1) throw new Error(`--runs takes a whole number from 1, not ${values.runs}`);
  const unknown = positionals.filter((name) => !available.includes(name));
  if (unknown.length > 0) throw new Error(`No benchmark ${unknown.join(', ')}. There is: ${available.join(', ')}`);
  return { runs, json: values.json, names: positionals.length > 0 ? positionals : available };
}

const number = (value: number | undefined) =>
  value === undefined ? '–' : value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toPrecision(2);

function line(row: Row): string {
  const times = ratio(row);
  const goal = row.goal === undefined ? '' : `goal ×${number(row.goal)}${times !== undefined && times < row.goal ? ' NOT MET' : ''}`;
  return [
    row.metric.padEnd(52),
    `${number(row.ours)} ${row.unit}`.padStart(12),
    `${number(row.peer)}${row.peer === undefined ? '' : ` ${row.unit}`}`.padStart(12),
    (times === undefined ? '' : `×${number(times)}`).padStart(7),
    ` ${[row.peerName, goal, row.note].filter(Boolean).join('; ')}`,
  ].join(' ');
}

function object(bench: string, row: Row): string {
  const { metric, unit, ours, peer = null, peerName = null, runs, note } = row;
  return JSON.stringify({ bench, metric, unit, ours, peer, peerName, ratio: ratio(row) ?? null, runs, ...(note && { note }) });
}

try {
  const { runs, json, names } = readOptions();
  for (const name of names) {
    const { run } = (await import(`./${name}.ts`)) as { run?: Bench };
    if (!run) throw new Error(`bench/${name}.ts exports no run`);
    if (!json) print(`\n${name}, ${String(runs)} runs\n${'metric'.padEnd(52)} ${'ours'.padStart(12)} ${'peer'.padStart(12)}   ratio`);
    const rows = run({ runs, say: (text) => say(`${name}: ${text}`) });
    for await (const row of Symbol.asyncIterator in rows ? rows : await rows) print(json ? object(name, row) : line(row));
  }
} catch (error) {
  say(error instanceof Error ? (error.stack ?? error.message) : String(error));
  process.exitCode = 1;
}
