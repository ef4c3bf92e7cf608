import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Browser, Page } from 'puppeteer-core';

import { buildEmbed } from '../../scripts/embed.ts';
import type { EmbedFile } from '../../scripts/embed.ts';
import { launchBrowser } from '../browsers.mjs';
import { serve, visit } from './site.ts';
import type { Answer, Site } from './site.ts';

const SAMPLES = path.resolve(import.meta.dirname, '../../packages/site/pages/badges/exemples');
const MODULE = '<script type="module" src="/cdn/badge-viewer.js"></script>';
const CLASSIC = '<script defer src="/cdn/badge-viewer.iife.js"></script>';
const STRICT = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' blob: data:; require-trusted-types-for 'script'; trusted-types lit-html",
};
const VIEWER = '<asb-badge-viewer src="/badge.svg" known-issuers="/known.json"><p>Demandez-le à l’accueil.</p></asb-badge-viewer>';
const html = (body: string): string => `<!doctype html><html lang="fr"><meta charset="utf-8"><link rel="icon" href="data:,"><title>Badge</title>${body}`;

let site: Site;
let browser: Browser;
let embeds: EmbedFile[];

before(async () => {
  embeds = await buildEmbed();
  const text = (name: string): Promise<string> => readFile(path.join(SAMPLES, name), 'utf8');
  const pages: Record<string, Answer> = {
    '/badge.svg': { type: 'image/svg+xml', body: await text('bibliotheque-partenaire.svg') },
    '/known.json': { type: 'application/json', body: await text('emetteurs-connus.json') },
    '/module': { headers: STRICT, body: html(MODULE + VIEWER) },
    '/classic': { headers: STRICT, body: html(CLASSIC + VIEWER) },
    '/no-pictures': { headers: { 'content-security-policy': STRICT['content-security-policy'].replace(" img-src 'self' blob: data:;", '') }, body: html(MODULE + VIEWER) },
    '/placeholder': { body: html(`<div class="asb-badge-viewer" data-src="/badge.svg" data-known-issuers="/known.json" data-display="compact" data-onclick="alert(1)"></div>${CLASSIC}`) },
    '/both': { body: html(`<script defer src="/cdn/asb.iife.js"></script>${MODULE}${CLASSIC}${VIEWER}<asb-survey></asb-survey>`) },
    '/host': { body: html('<iframe sandbox="allow-scripts" src="/module" width="700" height="600"></iframe>') },
    '/paper': { headers: STRICT, body: html(`<header><h1>Ma commune</h1></header><main><p id="beside">Autre texte</p>${MODULE}${VIEWER}</main>`) },
    '/no-script': { body: html(`<script type="module" src="/cdn/absent.js"></script>${VIEWER}`) },
  };
  site = await serve(embeds, pages);
  browser = await launchBrowser();
});
after(async () => {
  await browser.close();
  await site.close();
});

const open = (address: string) => visit(browser, site.origin + address);
const verified = (page: Page) => page.waitForSelector('asb-badge-viewer >>> [part~=verdict].ok', { timeout: 20_000 });

describe('on a page with a strict Content-Security-Policy and Trusted Types', () => {
  for (const address of ['/module', '/classic']) {
    test(`${address}: the badge is read and its picture shows, nothing is blocked, nobody else is asked`, async () => {
      const { page, complaints, requests, violations } = await open(address);
      await verified(page);
      await page.waitForFunction(() => (document.querySelector('asb-badge-viewer')!.shadowRoot!.querySelector('img')?.naturalWidth ?? 0) > 0);
      assert.deepEqual(await violations(), []);
      assert.deepEqual(complaints, []);
      assert.deepEqual([...new Set(requests.filter((request) => !/^(blob|data):/.test(request)).map((request) => new URL(request).origin))], [site.origin]);
    });
  }

  test('where no picture is allowed, the verdict stands without it', async () => {
    const { page } = await open('/no-pictures');
    await verified(page);
    await page.waitForSelector('asb-badge-viewer >>> svg.picture');
  });
});

test('only the badge goes on paper, and the page is as it was afterwards', async () => {
  const { page, violations } = await open('/paper');
  await verified(page);
  await page.evaluate(() => { globalThis.print = () => undefined; }); // the dialog waits for a person
  const shows = () => page.evaluate(() => ['h1', '#beside', 'asb-badge-viewer'].map((each) => document.querySelector(each)!.checkVisibility()));
  await page.waitForSelector('asb-badge-viewer >>> .actions button');
  await page.evaluate(() => { document.querySelector('asb-badge-viewer')!.shadowRoot!.querySelector<HTMLElement>('.actions button')!.click(); });
  await page.emulateMediaType('print');
  assert.deepEqual(await shows(), [false, false, true]);
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  assert.deepEqual(await shows(), [true, true, true]);
  assert.deepEqual(await page.evaluate(() => [document.adoptedStyleSheets.length, document.querySelectorAll('[data-asb-print]').length]), [0, 0]);
  assert.deepEqual(await violations(), []);
});

test('a placeholder becomes the element, with the attributes that it may set', async () => {
  const { page } = await open('/placeholder');
  await page.waitForSelector('asb-badge-viewer >>> .compact .tag.ok');
  assert.deepEqual(await page.evaluate(() => document.querySelector('asb-badge-viewer')!.getAttributeNames().sort()), ['display', 'known-issuers', 'src']);
});

test('several scripts do their work once, and elements stand side by side', async () => {
  const { page, complaints } = await open('/both');
  await verified(page);
  await page.waitForSelector('asb-survey >>> [part~=page]');
  assert.deepEqual(complaints.filter((text) => !/information notice/.test(text)), []);
});

test('in a sandboxed frame, without an origin, it still reads a badge', async () => {
  const { page } = await open('/host');
  const frame = await (await page.waitForSelector('iframe'))!.contentFrame();
  await frame.waitForSelector('asb-badge-viewer >>> [part~=drop]', { timeout: 20_000 });
});

test('what stands in the element stays when the script does not come', async () => {
  const { page } = await open('/no-script');
  assert.equal(await page.evaluate(() => document.querySelector('asb-badge-viewer p')!.checkVisibility()), true);
});

test('the classic script is plain ASCII', () => {
  assert.doesNotMatch(embeds.find(({ name }) => name === 'badge-viewer.iife.js')!.code, /[^\0-\x7f]/);
});
