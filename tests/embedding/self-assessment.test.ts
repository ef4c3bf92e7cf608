import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser, Frame, Page } from 'puppeteer-core';

import { exampleGrid } from '@assembleurs/commons/content/example-grid';
import { buildEmbed } from '../../scripts/embed.ts';
import { launchBrowser } from '../browsers.mjs';
import { serve, visit } from './site.ts';
import type { Answer, Site } from './site.ts';

const MODULE = '<script type="module" src="/cdn/self-assessment.js"></script>';
const CLASSIC = '<script defer src="/cdn/self-assessment.iife.js"></script>';
const STRICT = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; require-trusted-types-for 'script'; trusted-types lit-html",
};
const ELEMENT = '<asb-self-assessment commune="59350"><p>Écrivez-nous.</p></asb-self-assessment>';
const html = (body: string): string => `<!doctype html><html lang="fr"><meta charset="utf-8"><link rel="icon" href="data:,"><title>Diagnostic</title>${body}`;

let site: Site;
let browser: Browser;

before(async () => {
  const pages: Record<string, Answer> = {
    '/grid.json': { type: 'application/json', body: JSON.stringify(exampleGrid) },
    '/module': { headers: STRICT, body: html(MODULE + ELEMENT) },
    '/classic': { headers: STRICT, body: html(CLASSIC + ELEMENT) },
    '/own-grid': { headers: STRICT, body: html(`${MODULE}<asb-self-assessment src="/grid.json"></asb-self-assessment>`) },
    '/lost-grid': { headers: STRICT, body: html(`${MODULE}<asb-self-assessment src="/absent.json"><p>Écrivez-nous.</p></asb-self-assessment>`) },
    '/placeholder': { body: html(`<div class="asb-self-assessment" data-src="/grid.json" data-storage-key="a" data-onclick="alert(1)"></div>${CLASSIC}`) },
    '/loader': { headers: STRICT, body: html(`<script type="module" src="/cdn/asb.js"></script><main></main>`) },
    '/classic-loader': { headers: STRICT, body: html(`<script defer src="/cdn/asb.iife.js?ver=6.4"></script><div class="asb-self-assessment" data-src="/grid.json"></div>${ELEMENT}`) },
    '/host': { body: html('<iframe sandbox="allow-scripts" src="/classic" width="700" height="600"></iframe>') },
    '/form': { body: html(`${MODULE}<form><asb-self-assessment name="diagnostic" src="/grid.json"></asb-self-assessment></form>`) },
    '/no-script': { body: html(`<script type="module" src="/cdn/absent.js"></script>${ELEMENT}`) },
  };
  site = await serve(await buildEmbed(), pages);
  browser = await launchBrowser();
});
after(async () => {
  await browser.close();
  await site.close();
});

const open = (address: string) => visit(browser, site.origin + address);
/** Looked for at each frame: `waitForSelector` only looks again when something outside the shadow root moves. */
const shown = (page: Page | Frame, selector: string) =>
  page.waitForFunction((inside) => document.querySelector('asb-self-assessment')?.shadowRoot?.querySelector(inside) != null, { timeout: 20_000 }, selector);
const ready = (page: Page) => shown(page, '#territory');
const press = (page: Page, label: string) => page.evaluate((words) => {
  const root = document.querySelector('asb-self-assessment')!.shadowRoot!;
  [...root.querySelectorAll<HTMLElement>('button')].find((each) => each.innerText.includes(words))!.click();
}, label);

describe('on a page with a strict Content-Security-Policy and Trusted Types', () => {
  for (const address of ['/module', '/classic']) {
    test(`${address}: people answer, see results and take the Word report, nothing is blocked, nobody else is asked`, async () => {
      const { page, complaints, requests, violations } = await open(address);
      await ready(page);
      await press(page, 'Commencer à répondre');
      await page.locator('asb-self-assessment >>> input[name=c-elected_delegate]').click();
      await press(page, 'Résultats');
      await shown(page, '[part=numbers]');
      await press(page, 'Rapport et fichier');
      await shown(page, '#report-title');
      const type = page.evaluate(() => new Promise<string>((done) => {
        const make = URL.createObjectURL.bind(URL);
        URL.createObjectURL = (blob: Blob) => {
          done(blob.type);
          return make(blob);
        };
      }));
      await press(page, 'Word');
      assert.match(await type, /wordprocessingml/);
      assert.deepEqual(await violations(), []);
      assert.deepEqual(complaints, []);
      assert.deepEqual([...new Set(requests.filter((request) => !/^(blob|data):/.test(request)).map((request) => new URL(request).origin))], [site.origin]);
    });
  }
});

test('a grid of another hub is asked of the page’s own choice', async () => {
  const { page } = await open('/own-grid');
  await ready(page);
  assert.match(await page.evaluate(() => document.querySelector('asb-self-assessment')!.shadowRoot!.querySelector('h2')!.innerText), /Essai/);
});

test('a grid that does not come is told, and the page’s own words stay', async () => {
  const { page } = await open('/lost-grid');
  await shown(page, '[part=error]');
  assert.match(await page.evaluate(() => document.querySelector('asb-self-assessment')!.shadowRoot!.textContent), /404/);
  assert.equal(await page.evaluate(() => document.querySelector('asb-self-assessment p')!.checkVisibility()), true);
});

test('a placeholder becomes the element, with the attributes that it may set', async () => {
  const { page } = await open('/placeholder');
  await ready(page);
  assert.deepEqual(await page.evaluate(() => document.querySelector('asb-self-assessment')!.getAttributeNames().sort()), ['src', 'storage-key']);
});

describe('one script for all elements', () => {
  test('loads nothing for a page without any, and an element when it is added', async () => {
    const { page, requests, violations } = await open('/loader');
    assert.deepEqual(requests.map((request) => new URL(request).pathname).filter((each) => each.startsWith('/cdn/')), ['/cdn/asb.js']);
    await page.evaluate(() => { document.querySelector('main')!.append(document.createElement('asb-self-assessment')); });
    await ready(page);
    assert.equal(await page.evaluate(() => customElements.get('asb-survey')), undefined);
    assert.deepEqual(await violations(), []);
  });
  test('as a classic script too, with placeholders', async () => {
    const { page, complaints, violations } = await open('/classic-loader');
    await ready(page);
    await page.waitForFunction(() => document.querySelectorAll('asb-self-assessment').length === 2);
    assert.deepEqual([await violations(), complaints], [[], []]);
  });
});

test('in a sandboxed frame, without an origin, it works and says that it keeps nothing', async () => {
  const { page } = await open('/host');
  const frame = (await (await page.waitForSelector('iframe'))!.contentFrame());
  await shown(frame, '#territory');
  assert.match(await frame.evaluate(() => document.querySelector('asb-self-assessment')!.shadowRoot!.querySelector('[part=status]')!.textContent), /ne peut rien garder/);
});

test('stands in a form for the assessment', async () => {
  const { page } = await open('/form');
  await ready(page);
  const sent = await page.evaluate(() => new FormData(document.querySelector('form')!).get('diagnostic') as string);
  assert.equal((JSON.parse(sent) as { type: string }).type, 'assessment');
});

test('what stands in the element stays when the script does not come', async () => {
  const { page } = await open('/no-script');
  assert.equal(await page.evaluate(() => document.querySelector('asb-self-assessment p')!.checkVisibility()), true);
});
