/** Builds one page an engine, serves them to one Chromium, and measures what a person waits for. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import type { Browser, Page } from 'puppeteer-core';

import { buildEmbed } from '../../scripts/embed.ts';
import { launchBrowser } from '../../tests/browsers.mjs';
import { fewestControls, toJsonForms, toSurveyJson } from './forms.ts';
import type { Form } from './forms.ts';

export interface Engine {
  /** The page's script: `<id>.js` beside this file. */
  readonly id: string;
  readonly name: string;
  /** Kinds of question that the engine cannot draw. */
  readonly without: readonly string[];
  /** Loads this file of those to publish, as a page pastes it; without one, what the script imports is bundled with it. */
  readonly published?: string | undefined;
}

export interface Case {
  readonly name: string;
  readonly form: Form;
  readonly single: boolean;
}

/** Milliseconds and megabytes of one run. */
export interface Sample {
  readonly ready: number;
  readonly painted: number;
  readonly reaction: number;
  readonly heap: number;
}

/** What a warmed-up page holds before and after the switch: the state that each run waits for. */
interface Expected {
  readonly before: number;
  readonly after: number;
}

interface PageApi {
  count(): number;
  flat(): boolean;
  option(): Element;
  mount(form: object, expected?: number): Promise<{ ready: number; painted: number }>;
  reaction(expected: number): Promise<number>;
}
type BenchWindow = typeof globalThis & { bench: PageApi; form: object; mounted: ReturnType<PageApi['mount']> };

interface Built {
  readonly html: string;
  readonly files: ReadonlyMap<string, string>;
  /** Files that pages have asked for, whether at once or when used. */
  readonly asked: Set<string>;
}

async function bundle({ id, published }: Engine): Promise<Built> {
  const { outputFiles } = await build({
    entryPoints: { [id]: path.join(import.meta.dirname, `${id}.js`) },
    bundle: true,
    minify: true,
    splitting: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    platform: 'browser',
    outdir: '/',
    entryNames: '[name]',
    conditions: ['source', 'production'],
    define: { 'process.env.NODE_ENV': '"production"' },
    external: ['https://*'],
    loader: { '.woff2': 'empty' },
    logLevel: 'error',
  });
  const files = new Map(outputFiles.map((file) => [path.basename(file.path), file.text]));
  if (published !== undefined) for (const { name, code } of await buildEmbed()) files.set(name, code);
  return { html: html({ id, published }, files.has(`${id}.css`)), files, asked: new Set() };
}

/** One address for each engine and case, plus `?hold` which loads the scripts and mounts nothing. */
function html({ id, published }: Pick<Engine, 'id' | 'published'>, css: boolean): string {
  const scripts = [...(published === undefined ? [] : [published]), `${id}.js`].map((name) => `<script type="module" src="/${id}/${name}"></script>`).join('');
  return `<!doctype html><html lang="fr"><meta charset="utf-8"><title>${id}</title><meta name="viewport" content="width=device-width">
${css ? `<link rel="stylesheet" href="/${id}/${id}.css">` : ''}<div id="root"></div>
<script src="form.js"></script>${scripts}<script type="module" src="start.js"></script>`;
}

export class Harness {
  readonly #server;
  readonly #browser: Browser;
  readonly #built: ReadonlyMap<string, Built>;
  readonly #expected = new Map<string, Expected>();
  readonly #origin: string;

  private constructor(built: ReadonlyMap<string, Built>, server: ReturnType<typeof createServer>, browser: Browser) {
    this.#built = built;
    this.#server = server;
    this.#browser = browser;
    this.#origin = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  }

  static async open(engines: readonly Engine[], cases: readonly Case[]): Promise<Harness> {
    const builds = new Map<string, Built>();
    for (const engine of engines) builds.set(engine.id, await bundle(engine));
    const forms = cases.map(({ form, single }) => JSON.stringify({ survey: toSurveyJson(form), jsonForms: toJsonForms(form), single }));
    const server = createServer((request, response) => {
      // /<engine>/<file>  or  /<engine>/<case>/<settled controls>/{,form.js,start.js}
      const { pathname } = new URL(request.url ?? '/', 'http://localhost');
      const [, id = '', second = '', count = '', file] = pathname.split('/');
      const built = builds.get(id);
      const asked = pathname.slice(id.length + 2);
      const send = (type: string, body: string) => {
        response.writeHead(200, { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-store' }).end(body);
      };
      if (file === '') send('text/html', built?.html ?? '');
      else if (file === 'form.js') send('text/javascript', `window.form=${forms[Number(second)] ?? 'null'};`);
      else if (file === 'start.js') {
        const hold = new URL(request.headers.referer ?? 'http://localhost').searchParams.has('hold');
        send('text/javascript', hold ? '' : `window.mounted=bench.mount(form,${count === '0' ? 'undefined' : count});`);
      } else if (built?.files.has(asked)) {
        built.asked.add(asked);
        send(asked.endsWith('.css') ? 'text/css' : 'text/javascript', built.files.get(asked) ?? '');
      }
      else response.writeHead(404).end();
    });
    await new Promise<void>((done) => {
      server.listen(0, '127.0.0.1', done);
    });
    // Nothing outside answers: an engine that wants a font of somewhere else does without.
    const browser = await launchBrowser({ args: ['--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'] });
    return new Harness(builds, server, browser);
  }

  /** All JavaScript and CSS that a page of 30 questions asks for until it is at rest, an answer given: bytes, minified, gzip. */
  async weight(engine: Engine, index: number, current: Case): Promise<number> {
    const built = this.#built.get(engine.id);
    await this.#settle(engine, index, current);
    return [...(built?.asked ?? [])].reduce((sum, name) => sum + gzipSync(built?.files.get(name) ?? '', { level: 9 }).length, 0);
  }

  async #fresh<T>(url: string, use: (page: Page) => Promise<T>): Promise<T> {
    const context = await this.#browser.createBrowserContext();
    try {
      const page = await context.newPage();
      await page.setViewport({ width: 1280, height: 900 });
      const failures: string[] = [];
      page.on('pageerror', (error) => failures.push(String(error)));
      await page.goto(this.#origin + url, { waitUntil: 'load' });
      const result = await use(page);
      if (failures.length > 0) throw new Error(`${url}: ${failures.join('; ')}`);
      return result;
    } finally {
      await context.close();
    }
  }

  /** Lets the page come to rest, checks that it shows what the form asks for, and notes how many controls that makes. */
  async #settle(engine: Engine, index: number, { form }: Case): Promise<Expected> {
    const key = `${engine.id}/${String(index)}`;
    const known = this.#expected.get(key);
    if (known) return known;
    const expected = await this.#fresh(`/${engine.id}/${String(index)}/0/`, async (page) => {
      const atRest = async (least: number): Promise<number> => {
        let last = -1;
        for (let same = 0; same < 5; ) {
          await new Promise((done) => setTimeout(done, 300));
          const count = await page.evaluate(() => (globalThis as BenchWindow).bench.count());
          same = count === last ? same + 1 : 0;
          last = count;
        }
        if (last < least) throw new Error(`${engine.name} shows ${String(last)} controls where the form needs ${String(least)}`);
        return last;
      };
      const fewest = fewestControls(form, engine.without);
      const before = await atRest(fewest.before);
      if (!(await page.evaluate(() => (globalThis as BenchWindow).bench.flat()))) throw new Error(`${engine.name} nests its controls`);
      await this.#click(page);
      const after = await atRest(fewest.after);
      if (after <= before) throw new Error(`${engine.name}: the answer showed nothing more`);
      return { before, after };
    });
    this.#expected.set(key, expected);
    return expected;
  }

  /** A real click, where a person would. */
  async #click(page: Page): Promise<void> {
    const option = await page.evaluateHandle(() => (globalThis as BenchWindow).bench.option());
    await option.click();
  }

  async run(engine: Engine, index: number, current: Case): Promise<Sample> {
    const { before, after } = await this.#settle(engine, index, current);
    const url = `/${engine.id}/${String(index)}/${String(before)}/`;
    const library = await this.#fresh(`${url}?hold`, heap);
    return this.#fresh(url, async (page) => {
      const { ready, painted } = await page.evaluate(() => (globalThis as BenchWindow).mounted);
      const used = await heap(page);
      const reaction = page.evaluate((count) => (globalThis as BenchWindow).bench.reaction(count), after);
      await this.#click(page);
      return { ready, painted, reaction: await reaction, heap: used - library };
    });
  }

  async close(): Promise<void> {
    await this.#browser.close();
    this.#server.close();
    this.#server.closeAllConnections();
  }
}

/** Megabytes in use after a forced collection. */
async function heap(page: Page): Promise<number> {
  const session = await page.createCDPSession();
  await session.send('HeapProfiler.enable');
  for (let i = 0; i < 3; i += 1) await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return usedSize / 1e6;
}
