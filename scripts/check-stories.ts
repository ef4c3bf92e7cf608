/**
 * `npm run check:stories` (after `npm run build-storybook`): opens each built story as a visitor would, and fails one that
 * throws, asks anything of another site, or has an axe violation.
 */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { AxeResults } from 'axe-core';
import type { Browser } from 'puppeteer-core';

import { launchBrowser } from '../tests/browsers.mjs';

const ROOT = path.resolve(import.meta.dirname, '..');
const BUILT = path.join(ROOT, 'storybook-static');
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};

interface Entry {
  readonly id: string;
  readonly type: 'story' | 'docs';
}

const server = createServer((request, response) => {
  const { pathname } = new URL(request.url ?? '/', 'http://localhost');
  const file = path.join(BUILT, path.normalize(decodeURIComponent(pathname)));
  readFile(file).then(
    // Readable from any origin: one story shows the survey in a sandboxed frame, whose origin is none.
    (body) => response.writeHead(200, { 'content-type': TYPES[path.extname(file)] ?? 'application/octet-stream', 'access-control-allow-origin': '*' }).end(body),
    () => response.writeHead(404).end(),
  );
});

/** What is wrong with a story; nothing when all is well. */
async function faults(browser: Browser, origin: string, { id, type }: Entry, axe: string): Promise<string[]> {
  const page = await browser.newPage();
  const found: string[] = [];
  page.on('pageerror', (error) => found.push(String(error)));
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(origin) && !/^(data|blob):/.test(url)) found.push(`asked ${url}`);
  });
  try {
    await page.goto(`${origin}/iframe.html?id=${encodeURIComponent(id)}&viewMode=${type}`, { waitUntil: 'networkidle0', timeout: 60_000 });
    if (await page.evaluate(() => document.body.classList.contains('sb-show-errordisplay'))) found.push('Storybook shows an error');
    if (type === 'story') {
      await page.evaluate(axe);
      const { violations } = await page.evaluate(() =>
        (globalThis as unknown as { axe: { run(where: string): Promise<AxeResults> } }).axe.run('#storybook-root'),
      );
      found.push(...violations.map(({ id: rule, nodes }) => `axe ${rule}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' | ')}`));
    }
  } finally {
    await page.close();
  }
  return found;
}

const { entries } = JSON.parse(await readFile(path.join(BUILT, 'index.json'), 'utf8')) as { entries: Record<string, Entry> };
const axe = await readFile(path.join(ROOT, 'node_modules/axe-core/axe.min.js'), 'utf8');
await new Promise<void>((done) => {
  server.listen(0, '127.0.0.1', done);
});
const origin = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
const browser = await launchBrowser();
let passed = 0;
let failed = 0;
try {
  for (const entry of Object.values(entries)) {
    const found = await faults(browser, origin, entry, axe).catch((error: unknown) => [String(error)]);
    if (found.length === 0) passed += 1;
    else failed += 1;
    if (found.length > 0) console.error(`${entry.id}\n  ${found.join('\n  ')}`);
  }
} finally {
  await browser.close();
  server.close();
  server.closeAllConnections();
}
console.log(`\n${String(passed)} passed, ${String(failed)} failed`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
