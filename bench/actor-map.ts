/**
 * A map of 30,000 places: `<asb-actor-map>` beside Leaflet with leaflet.markercluster, and beside MapLibre (versions of package.json). Same
 * places, same Chromium, a fresh context a run, engines in turn. Ours opens whole (records checked, facets counted); theirs is a map alone.
 * And a network of 500 actors and 1,500 links, which none of them draws: the goal is a second.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { build } from 'esbuild';
import type { Page } from 'puppeteer-core';

import { launchBrowser } from '../tests/browsers.mjs';
import { median } from './measure.ts';
import type { BenchOptions, Row } from './measure.ts';

const COUNT = 30_000;
const NETWORK = { actors: 500, links: 1500 } as const;
const PEERS = { leaflet: 'leaflet.markercluster', maplibre: 'maplibre-gl, software WebGL' } as const;
const ENGINES = ['ours', 'leaflet', 'maplibre'] as const;
type Engine = (typeof ENGINES)[number];

const MEASURES = [
  { key: 'opened', name: 'open, from records to frame', goal: 5, note: 'ours checks each record and counts facets' },
  { key: 'drawn', name: 'draw the map', goal: 5, note: 'ours for the first time, from the list to the map' },
  { key: 'filtered', name: 'filter to one kind in six', goal: undefined, note: undefined },
  { key: 'reset', name: 'show all again', goal: undefined, note: undefined },
  { key: 'zoomed', name: 'zoom in', goal: undefined, note: undefined },
] as const;
type Sample = Readonly<Record<(typeof MEASURES)[number]['key'], number>>;

async function bundle(engine: Engine): Promise<ReadonlyMap<string, string>> {
  const { outputFiles } = await build({
    entryPoints: { [engine]: path.join(import.meta.dirname, 'actor-map', `${engine}.js`) },
    bundle: true, minify: true, splitting: true, write: false, format: 'esm', target: 'es2022', platform: 'browser', outdir: '/', entryNames: '[name]', logLevel: 'error',
    conditions: ['source', 'production'], define: { 'process.env.NODE_ENV': '"production"' }, loader: { '.png': 'empty' },
  });
  return new Map(outputFiles.map((file) => [`/${path.basename(file.path)}`, file.text]));
}

export async function* run({ runs, say }: BenchOptions): AsyncIterable<Row> {
  say('building the pages');
  const files = new Map((await Promise.all(ENGINES.map(bundle))).flatMap((built) => [...built]));
  for (const engine of ENGINES) {
    files.set(`/${engine}.html`, `<!doctype html><html lang="fr"><meta charset="utf-8"><title>${engine}</title><link rel="icon" href="data:,">${files.has(`/${engine}.css`) ? `<link rel="stylesheet" href="/${engine}.css">` : ''}<div id="root"></div><script type="module" src="/${engine}.js"></script>`);
  }
  const server = createServer(({ url = '' }, response) => {
    const body = files.get(url);
    const type = url.endsWith('.html') ? 'text/html' : url.endsWith('.css') ? 'text/css' : 'text/javascript';
    response.writeHead(body === undefined ? 404 : 200, { 'content-type': `${type}; charset=utf-8` }).end(body);
  });
  await new Promise<void>((done) => { server.listen(0, '127.0.0.1', done); });
  const browser = await launchBrowser();
  const inPage = async <Result>(engine: Engine, act: (page: Page) => Promise<Result>): Promise<Result> => {
    const context = await browser.createBrowserContext();
    try {
      const page = await context.newPage();
      await page.setViewport({ width: 1280, height: 900 });
      await page.goto(`http://127.0.0.1:${String((server.address() as AddressInfo).port)}/${engine}.html`, { waitUntil: 'load' });
      return await act(page);
    } finally {
      await context.close();
    }
  };
  type Bench = typeof globalThis & { bench: (count: number) => Promise<Sample>; draw: (count: number) => Promise<number>; network: (size: typeof NETWORK) => Promise<number> };
  const sample = async (engine: Engine): Promise<Sample> => {
    const all = await inPage(engine, (page) => page.evaluate((count) => (globalThis as Bench).bench(count), COUNT));
    // Theirs draw when they open; ours in a page where the map was never shown.
    return engine === 'ours' ? { ...all, drawn: await inPage(engine, (page) => page.evaluate((count) => (globalThis as Bench).draw(count), COUNT)) } : all;
  };
  const samples: Record<Engine, Sample[]> = { ours: [], leaflet: [], maplibre: [] };
  const networks: number[] = [];
  try {
    for (let turn = 0; turn <= runs; turn += 1) {
      for (const engine of turn % 2 === 0 ? ENGINES : ENGINES.toReversed()) {
        const result = await sample(engine);
        if (turn > 0) samples[engine].push(result); // the first one warms up
      }
      const network = await inPage('ours', (page) => page.evaluate((size) => (globalThis as Bench).network(size), NETWORK));
      if (turn > 0) networks.push(network);
      say(turn === 0 ? 'warm-up' : `run ${String(turn)} of ${String(runs)}`);
    }
    for (const { key, name, goal, note } of MEASURES) {
      const middle = (engine: Engine): number => median(samples[engine].map((one) => one[key]));
      yield { metric: `30,000 places: ${name}`, unit: 'ms', ours: middle('ours'), peer: middle('leaflet'), peerName: PEERS.leaflet, runs, ...(goal !== undefined && { goal }), ...(note !== undefined && { note }) };
      yield { metric: `30,000 places: ${name}`, unit: 'ms', ours: middle('ours'), peer: middle('maplibre'), peerName: PEERS.maplibre, runs };
    }
    yield { metric: 'network of 500 actors and 1,500 links: open the view', unit: 'ms', ours: median(networks), runs, note: 'from the click to the frame, libraries included; goal 1,000' };
  } finally {
    await browser.close();
    server.close();
    server.closeAllConnections();
  }
}
