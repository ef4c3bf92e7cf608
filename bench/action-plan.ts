/**
 * A plan of 500 actions with 2,000 steps, all of them shown: what an edit costs (script, style and layout), whether scrolling keeps its
 * frames, alone and in a workspace that people share. No peer does the same; the goal is a frame of 16 ms.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { build } from 'esbuild';

import { launchBrowser } from '../tests/browsers.mjs';
import { median } from './measure.ts';
import type { BenchOptions, Row } from './measure.ts';

const COUNT = 500;
const STEPS = 4;

const MEASURES = [
  { key: 'met', name: '100 of 500 rows shown, edit a cell, the slowest of 6', note: 'goal 16' },
  { key: 'metScroll', name: '100 of 500 rows shown, scroll, 95th percentile of frames', note: '16.7 is every frame of 60' },
  { key: 'metTimeline', name: '100 of 500 rows shown, scroll the timeline, 95th percentile of frames', note: '16.7 is every frame of 60' },
  { key: 'scrolled', name: 'scroll the table, 95th percentile of frames', note: '16.7 is every frame of 60' },
  { key: 'timeline', name: 'scroll the timeline, 95th percentile of frames', note: '16.7 is every frame of 60' },
  { key: 'edited', name: 'edit a cell, the slowest of 9', note: 'goal 16' },
  { key: 'typed', name: 'edit a step in the sheet', note: 'goal 16' },
  { key: 'received', name: 'show a colleague’s edit', note: 'goal 16' },
  { key: 'filtered', name: 'filter by a word', note: undefined },
  { key: 'opened', name: 'from the plan to its table', note: undefined },
] as const;
type Sample = Readonly<Record<(typeof MEASURES)[number]['key'], number>>;

export async function* run({ runs, say }: BenchOptions): AsyncIterable<Row> {
  say('building the page');
  const { outputFiles } = await build({
    entryPoints: { page: path.join(import.meta.dirname, 'action-plan', 'page.js') },
    bundle: true, minify: true, splitting: true, write: false, format: 'esm', target: 'es2022', platform: 'browser', outdir: '/', entryNames: '[name]', logLevel: 'error',
    conditions: ['source', 'production'], define: { 'process.env.NODE_ENV': '"production"' },
  });
  const files = new Map(outputFiles.map((file) => [`/${path.basename(file.path)}`, file.text]));
  files.set('/', '<!doctype html><html lang="fr"><meta charset="utf-8"><title>Plan</title><link rel="icon" href="data:,"><div id="root"></div><script type="module" src="/page.js"></script>');
  const server = createServer(({ url = '' }, response) => {
    const body = files.get(url);
    response.writeHead(body === undefined ? 404 : 200, { 'content-type': `${url === '/' ? 'text/html' : 'text/javascript'}; charset=utf-8` }).end(body);
  });
  await new Promise<void>((done) => { server.listen(0, '127.0.0.1', done); });
  const browser = await launchBrowser();
  const sample = async (shared: boolean): Promise<Sample> => {
    const context = await browser.createBrowserContext();
    try {
      const page = await context.newPage();
      await page.setViewport({ width: 1280, height: 900 });
      await page.goto(`http://127.0.0.1:${String((server.address() as AddressInfo).port)}/`, { waitUntil: 'load' });
      return await page.evaluate((options) => (globalThis as typeof globalThis & { bench: (options: object) => Promise<Sample> }).bench(options), { count: COUNT, steps: STEPS, shared });
    } finally {
      await context.close();
    }
  };
  try {
    for (const shared of [false, true]) {
      const samples: Sample[] = [];
      for (let turn = 0; turn <= runs; turn += 1) {
        const result = await sample(shared);
        if (turn > 0) samples.push(result); // the first one warms up
        say(`${shared ? 'workspace' : 'alone'}, ${turn === 0 ? 'warm-up' : `run ${String(turn)} of ${String(runs)}`}`);
      }
      for (const { key, name, note } of MEASURES) {
        if (key === 'received' && !shared) continue;
        if (key === 'opened' && shared) continue;
        yield { metric: `${shared ? 'workspace' : 'alone'}: ${name}`, unit: 'ms', ours: median(samples.map((one) => one[key])), runs, ...(note !== undefined && { note }) };
      }
    }
  } finally {
    await browser.close();
    server.close();
    server.closeAllConnections();
  }
}
