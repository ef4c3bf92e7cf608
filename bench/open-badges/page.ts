/** Bundles a page that verifies, weighs what it loads, and opens it in Chromium. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

import { launchBrowser } from '../../tests/browsers.mjs';

type Check = (text: string, now: Date) => Promise<boolean>;

export interface Built {
  readonly files: ReadonlyMap<string, string>;
  /** Bytes after gzip of every file that a page loads to verify one badge: static imports, and the parts whose entry is `when`. */
  readonly bytes: number;
}

/** `when` names the modules that are loaded by import() when such a badge comes. */
export async function bundle(id: string, when: readonly string[]): Promise<Built> {
  const { outputFiles, metafile } = await build({
    entryPoints: { [id]: path.join(import.meta.dirname, `${id}.ts`) },
    bundle: true, minify: true, splitting: true, metafile: true, write: false,
    format: 'esm', target: 'es2022', platform: 'browser', outdir: '/', entryNames: '[name]', conditions: ['source'], legalComments: 'none', logLevel: 'error',
  });
  const files = new Map(outputFiles.map((file) => [path.basename(file.path), file.text]));
  const outputs = Object.entries(metafile.outputs);
  const seen = new Set<string>();
  const visit = (name: string): void => {
    if (seen.has(name)) return;
    seen.add(name);
    for (const { path: imported, kind } of outputs.find(([key]) => path.basename(key) === name)?.[1].imports ?? []) if (kind === 'import-statement') visit(path.basename(imported));
  };
  visit(`${id}.js`);
  for (const [key, { entryPoint }] of outputs) if (entryPoint && when.some((end) => entryPoint.endsWith(end))) visit(path.basename(key));
  return { files, bytes: [...seen].reduce((sum, name) => sum + gzipSync(files.get(name) ?? '', { level: 9 }).length, 0) };
}

export interface Pages {
  /** Verifications a second, of one round of `count`, in a page that is warm. */
  rate(id: string, text: string, now: Date, count: number): Promise<number>;
  close(): Promise<void>;
}

export async function openPages(built: ReadonlyMap<string, Built>): Promise<Pages> {
  const server = createServer((request, response) => {
    const [, id = '', name = ''] = (request.url ?? '').split('/');
    const file = built.get(id)?.files.get(name);
    if (file !== undefined) response.writeHead(200, { 'content-type': 'text/javascript; charset=utf-8' }).end(file);
    else if (name === '') response.writeHead(200, { 'content-type': 'text/html' }).end(`<!doctype html><title>${id}</title><script type="module" src="${id}.js"></script>`);
    else response.writeHead(404).end();
  });
  await new Promise<void>((done) => {
    server.listen(0, '127.0.0.1', done);
  });
  // WebCrypto needs a secure context: 127.0.0.1 is one.
  const browser = await launchBrowser({ args: ['--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'] });
  const pages = new Map(await Promise.all([...built.keys()].map(async (id) => {
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${String((server.address() as AddressInfo).port)}/${id}/`);
    await page.waitForFunction('globalThis.check !== undefined');
    return [id, page] as const;
  })));
  return {
    async rate(id, text, now, count) {
      const page = pages.get(id);
      if (!page) throw new Error(`no page ${id}`);
      return page.evaluate(async (badge, time, rounds) => {
        const { check } = globalThis as unknown as { check: Check };
        const date = new Date(time);
        const start = performance.now();
        for (let round = 0; round < rounds; round += 1) if (!(await check(badge, date))) throw new Error('not verified');
        return (rounds * 1000) / (performance.now() - start);
      }, text, now.getTime(), count);
    },
    async close() {
      await browser.close();
      server.close();
    },
  };
}
