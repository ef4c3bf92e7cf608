/**
 * `npm test`: every suite, one after the other, and one last line for all: `N passed, N failed`.
 *
 * Exit code 1 when a test failed, a runner crashed, or a runner found no test at all.
 * Words narrow the run to the files whose path holds one of them: `npm test -- survey/session`.
 * `--engines` runs the browser tests alone, in every engine that is installed.
 */
import { globSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { relative, resolve } from 'node:path';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { defaultReporter, startTestRunner } from '@web/test-runner';
import type { TestSuiteResult } from '@web/test-runner-core';

interface Tally {
  passed: number;
  failed: number;
  skipped: number;
}

function add(sum: Tally, { passed, failed, skipped }: Tally) {
  sum.passed += passed;
  sum.failed += failed;
  sum.skipped += skipped;
}

const engines = process.argv.includes('--engines');
const words = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const wanted = (path: string) => words.length === 0 || words.some((word) => path.includes(word));
const find = (patterns: string[], except: string[] = []) =>
  globSync(patterns, { exclude: ['**/node_modules/**', ...except] })
    .filter(wanted)
    .sort();

/** One file a process; with `--conditions=source` packages are read as TypeScript. */
async function nodeTests(files: string[], concurrency: number): Promise<Tally> {
  const tally: Tally = { passed: 0, failed: 0, skipped: 0 };
  const stream = run({ files, concurrency, timeout: 300_000, execArgv: ['--conditions=source'] });
  const seen = { summary: false };
  const empty: string[] = [];
  stream.on('test:pass', ({ name, nesting, file }) => {
    // A file without a test is reported as one test, named after the file, that passed.
    if (nesting === 0 && file !== undefined && resolve(name) === file) empty.push(name);
  });
  stream.on('test:summary', ({ file, counts }) => {
    if (file !== undefined) return; // one file's; the last one counts all
    seen.summary = true;
    tally.passed = counts.passed;
    tally.failed = counts.tests - counts.passed - counts.skipped - counts.todo;
    tally.skipped = counts.skipped + counts.todo;
  });
  for await (const text of stream.compose(spec)) process.stdout.write(String(text));
  if (!seen.summary) throw new Error('node:test ended without a summary');
  for (const file of empty) {
    console.error(`${file} holds no test.`);
    tally.passed -= 1;
    tally.failed += 1;
  }
  return tally;
}

function count(suite: TestSuiteResult, tally: Tally) {
  for (const test of suite.tests) tally[test.skipped ? 'skipped' : test.passed ? 'passed' : 'failed'] += 1;
  for (const inner of suite.suites) count(inner, tally);
}

async function browserTests(files: string[]): Promise<Tally> {
  const runner = await startTestRunner({
    // Not by `config`: what the file says would win.
    argv: [...(engines ? ['--config', 'web-test-runner.engines.config.mjs'] : []), '--files', ...files],
    autoExitProcess: false,
    config: {
      reporters: [defaultReporter({ reportTestProgress: process.stdout.isTTY })],
      staticLogging: !process.stdout.isTTY,
    },
  });
  if (!runner) throw new Error('Web Test Runner did not start');
  const ran = await new Promise<boolean>((done) => {
    runner.on('stopped', done);
  });
  const tally: Tally = { passed: 0, failed: 0, skipped: 0 };
  for (const session of runner.sessions.all()) {
    const here: Tally = { passed: 0, failed: 0, skipped: 0 };
    if (session.testResults) count(session.testResults, here);
    const empty = here.passed + here.failed + here.skipped === 0;
    if (empty) console.error(`${relative('.', session.testFile)} holds no test, or could not be loaded.`);
    // A file that could not be loaded, or a hook that threw, has no failed test of its own.
    if ((!session.passed || empty) && here.failed === 0) here.failed += 1;
    add(tally, here);
  }
  if (!ran && tally.failed === 0) throw new Error('Web Test Runner failed');
  return tally;
}

const SUITES = [
  {
    title: 'Node',
    files: find(['packages/**/*.test.ts', 'tests/{conformance,house}/**/*.test.ts'], ['**/*.browser.test.ts']),
    run: (files: string[]) => nodeTests(files, availableParallelism()),
  },
  {
    title: 'Browser',
    files: find(['packages/**/*.browser.test.ts', 'tests/browser/**/*.test.ts']),
    run: browserTests,
  },
  {
    // Each starts servers and a browser: one at a time, so that a small machine keeps up.
    title: 'End to end',
    files: find(['tests/{e2e,embedding,fault}/**/*.test.ts']),
    run: (files: string[]) => nodeTests(files, 1),
  },
];

const total: Tally = { passed: 0, failed: 0, skipped: 0 };
let broken = false;
for (const suite of SUITES) {
  if (suite.files.length === 0 || (engines && suite.run !== browserTests)) continue;
  console.log(`\n── ${suite.title}: ${String(suite.files.length)} files\n`);
  try {
    const tally = await suite.run(suite.files);
    add(total, tally);
    if (tally.passed + tally.failed === 0) throw new Error(`no test ran in ${suite.files.join(', ')}`);
  } catch (error) {
    console.error(error);
    broken = true;
    total.failed += 1;
  }
}
if (total.passed + total.failed === 0) {
  console.error(`No test found${words.length > 0 ? ` for ${words.join(' ')}` : ''}.`);
  broken = true;
}
const skipped = total.skipped > 0 ? `, ${String(total.skipped)} skipped` : '';
console.log(`\n${String(total.passed)} passed, ${String(total.failed)} failed${skipped}`);
// A test may have left a server or a browser behind: the verdict does not wait for it.
process.exit(broken || total.failed > 0 ? 1 : 0);
