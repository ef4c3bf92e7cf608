/**
 * 1,000 badges as a person makes them: `<asb-badge-issuer>` signs, verifies, bakes two pictures and zips, while the page answers; beside
 * @digitalbazaar/vc, which signs the same badges and does nothing else. One Chromium, in turn. Tasks over 50 ms are counted while ours works.
 */
import path from 'node:path';
import type { Browser } from 'puppeteer-core';
import { buildEmbed } from '../scripts/embed.ts';
import { launchBrowser } from '../tests/browsers.mjs';
import { Person } from '../tests/e2e/person.ts';
import { serve } from '../tests/embedding/site.ts';
import { bundleFile } from './badge-issuer/bundle.ts';
import { median } from './measure.ts';
import type { BenchOptions, Row } from './measure.ts';

const COUNT = 1_000;
const PEER = '@digitalbazaar/vc, signing alone';
const CDN = path.resolve(import.meta.dirname, '../packages/elements/src/cdn/badge-issuer.ts');

interface Sample {
  /** Signed and verified; then baked and zipped. */
  readonly signed: number;
  readonly all: number;
  readonly long: number;
  readonly badge: string;
}

async function issueAll(browser: Browser, address: string): Promise<Sample> {
  const context = await browser.createBrowserContext();
  try {
    const page = await context.newPage();
    await (await page.createCDPSession()).send('Browser.setDownloadBehavior', { behavior: 'deny', ...(context.id !== undefined && { browserContextId: context.id }) });
    await page.goto(address);
    const person = new Person(page, 'asb-badge-issuer');
    await person.press('Créer un émetteur');
    await person.type('asb-name', 'Hub de démonstration');
    for (const name of ['passphrase', 'again']) await person.type(`asb-${name}`, 'quatre mots sans rapport');
    await person.press('Créer la clé');
    await person.press('C’est rangé');
    await person.press('À qui');
    await person.type('asb-people', Array.from({ length: COUNT }, (_, at) => `participant${String(at + 1)}@commune.example`).join('\n'));
    await person.press('Relire et signer');
    await page.waitForFunction(() => [...document.querySelector('asb-badge-issuer')?.shadowRoot?.querySelectorAll('button') ?? []].some(({ innerText }) => innerText.includes('Signer 1')), { timeout: 60_000 });
    return await page.evaluate(async (count) => {
      const element = document.querySelector('asb-badge-issuer');
      const root = element?.shadowRoot;
      if (!root) throw new Error('no desk');
      let long = 0;
      new PerformanceObserver((list) => { long += list.getEntries().length; }).observe({ type: 'longtask' });
      const click = (label: string): void => { [...root.querySelectorAll<HTMLButtonElement>('button')].find(({ innerText }) => innerText.includes(label))?.click(); };
      const until = (done: () => boolean): Promise<void> => new Promise((resolve) => {
        const look = (): void => {
          if (done()) resolve();
          else requestAnimationFrame(look);
        };
        look();
      });
      const start = performance.now();
      click('Signer 1');
      await until(() => element.awards.length === count && [...root.querySelectorAll('button')].some(({ innerText }) => innerText.includes('ZIP')));
      const signed = performance.now() - start;
      const again = performance.now();
      const zipped = new Promise<void>((resolve) => {
        const make = URL.createObjectURL.bind(URL);
        URL.createObjectURL = (blob: Blob) => {
          resolve();
          return make(blob);
        };
      });
      click('ZIP');
      await zipped;
      return { signed, all: signed + performance.now() - again, long, badge: element.awards[0]?.text ?? '' };
    }, COUNT);
  } finally {
    await context.close();
  }
}

export async function* run({ runs, say }: BenchOptions): AsyncIterable<Row> {
  const html = (attributes: string): { body: string } => ({ body: `<!doctype html><html lang="fr"><meta charset="utf-8"><title>x</title><script type="module" src="/cdn/badge-issuer.js"></script><asb-badge-issuer template="retex-workshop" ${attributes}></asb-badge-issuer>` });
  const site = await serve(await buildEmbed(new Map([['badge-issuer', CDN]])), {
    '/steps': html(''), '/worker': html('worker'),
    '/peer': { body: '<!doctype html><title>x</title><script type="module" src="/peer.js"></script>' },
    '/peer.js': { type: 'text/javascript', body: await bundleFile('digitalbazaar') },
  });
  const browser = await launchBrowser();
  const samples: { steps: Sample[]; worker: Sample[]; peer: number[] } = { steps: [], worker: [], peer: [] };
  try {
    const peer = await browser.newPage();
    await peer.goto(`${site.origin}/peer`);
    await peer.waitForFunction('globalThis.sign !== undefined');
    for (let turn = 0; turn < runs; turn += 1) {
      say(`run ${String(turn + 1)} of ${String(runs)}`);
      for (const way of ['steps', 'worker'] as const) samples[way].push(await issueAll(browser, `${site.origin}/${way}`));
      samples.peer.push(await peer.evaluate((text, count) => (globalThis as unknown as { sign: (badge: string, times: number) => Promise<number> }).sign(text, count), samples.steps[0]?.badge ?? '', COUNT));
    }
    const rate = (times: readonly number[]): number => (COUNT * 1_000) / median(times);
    const common = { unit: '/s', runs, higherIsBetter: true, peer: rate(samples.peer), peerName: PEER } as const;
    for (const [way, name] of [['steps', 'on the page'], ['worker', 'in a worker']] as const) {
      yield { ...common, metric: `1,000 badges, ${name}: signed and verified`, ours: rate(samples[way].map(({ signed }) => signed)) };
      yield { ...common, metric: `1,000 badges, ${name}: signed, verified, baked, zipped`, ours: rate(samples[way].map(({ all }) => all)) };
      yield { metric: `1,000 badges, ${name}: tasks over 50 ms`, unit: '', ours: Math.max(...samples[way].map(({ long }) => long)), runs, note: 'goal 0' };
    }
  } finally {
    await browser.close();
    await site.close();
  }
}
