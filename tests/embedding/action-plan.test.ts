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

const EXAMPLE = path.resolve(import.meta.dirname, '../../packages/site/pages/plan-d-actions/exemple.json');
const MODULE = '<script type="module" src="/cdn/action-plan.js"></script>';
const CLASSIC = '<script defer src="/cdn/action-plan.iife.js"></script>';
const STRICT = {
  'content-security-policy': "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; require-trusted-types-for 'script'; trusted-types lit-html",
};
const PLAN = '<asb-action-plan src="/plan.json"><p>Demandez-le à l’accueil.</p></asb-action-plan>';
const html = (body: string): string => `<!doctype html><html lang="fr"><meta charset="utf-8"><link rel="icon" href="data:,"><title>Plan</title>${body}`;

let site: Site;
let browser: Browser;
let embeds: EmbedFile[];

before(async () => {
  embeds = await buildEmbed();
  const pages: Record<string, Answer> = {
    '/plan.json': { type: 'application/json', body: await readFile(EXAMPLE, 'utf8') },
    '/module': { headers: STRICT, body: html(MODULE + PLAN) },
    '/classic': { headers: STRICT, body: html(CLASSIC + PLAN) },
    '/placeholder': { body: html(`<div class="asb-action-plan" data-src="/plan.json" data-view="board" data-readonly="" data-onclick="alert(1)"></div>${CLASSIC}`) },
    '/both': { body: html(`<script defer src="/cdn/asb.iife.js"></script>${MODULE}${CLASSIC}${PLAN}<asb-badge-viewer></asb-badge-viewer>`) },
    '/host': { body: html('<iframe sandbox="allow-scripts" src="/module" width="900" height="700"></iframe>') },
    '/no-script': { body: html(`<script type="module" src="/cdn/absent.js"></script>${PLAN}`) },
  };
  site = await serve(embeds, pages);
  browser = await launchBrowser();
});
after(async () => {
  await browser.close();
  await site.close();
});

const open = (address: string) => visit(browser, site.origin + address);
const ready = (page: Page) => page.waitForSelector('asb-action-plan >>> .actions tbody', { timeout: 20_000 });
const click = (page: Page, label: string) => page.evaluate((words) => {
  const root = document.querySelector('asb-action-plan')!.shadowRoot!;
  [...root.querySelectorAll<HTMLElement>('button')].find((each) => `${each.innerText} ${each.ariaLabel ?? ''}`.includes(words))!.click();
}, label);

describe('on a page with a strict Content-Security-Policy and Trusted Types', () => {
  for (const address of ['/module', '/classic']) {
    test(`${address}: every view and panel shows, nothing is blocked, nobody else is asked`, async () => {
      const { page, complaints, requests, violations } = await open(address);
      await ready(page);
      for (const [label, selector] of [['Par statut', '.board'], ['Frise', '.timeline'], ['Calendrier', '.calendar'], ['Tableau de bord', '.dashboard'], ['Rétroplanning', '.panel'], ['Tableau', '.actions'], ['Ouvrir la fiche', '.sheet']] as const) {
        await click(page, label);
        await page.waitForSelector(`asb-action-plan >>> ${selector}`, { timeout: 20_000 });
      }
      assert.deepEqual(await violations(), []);
      assert.deepEqual(complaints, []);
      assert.deepEqual([...new Set(requests.filter((request) => !/^(blob|data):/.test(request)).map((request) => new URL(request).origin))], [site.origin]);
    });
  }

  test('an edit is still there when the page comes back', async () => {
    const { page } = await open('/module');
    await ready(page);
    await click(page, 'Ajouter une action');
    await page.waitForFunction(() => document.querySelector('asb-action-plan')!.shadowRoot!.querySelector('.head')?.textContent.includes('Enregistré sur cet appareil'));
    await page.reload();
    await ready(page);
    assert.equal(await page.evaluate(() => document.querySelector('asb-action-plan')!.value.actions.some(({ title }) => title === 'Nouvelle action')), true);
    await page.waitForSelector('asb-action-plan >>> .kept-note');
  });

  test('spreadsheets are written there, too', async () => {
    const { page, violations } = await open('/module');
    await ready(page);
    await page.evaluate(() => { void document.querySelector('asb-action-plan')!.download('xlsx'); });
    await page.waitForSelector('asb-action-plan >>> #arrival', { timeout: 20_000 });
    assert.deepEqual(await violations(), []);
  });
});

test('the timeline goes on paper with its bars, without its buttons', async () => {
  const { page } = await open('/module');
  await ready(page);
  await click(page, 'Frise');
  await page.waitForSelector('asb-action-plan >>> .timeline');
  const visible = (selector: string) => page.evaluate((each) => [...document.querySelector('asb-action-plan')!.shadowRoot!.querySelectorAll(each)].filter((found) => found.checkVisibility()).length, selector);
  const bars = await visible('.timeline tbody .bar');
  await page.emulateMediaType('print');
  assert.equal(await visible('.timeline tbody .bar'), bars);
  assert.equal(await visible('.toolbar, .filters'), 0);
  const { width, sheet } = await page.evaluate(() => ({ width: document.querySelector('asb-action-plan')!.shadowRoot!.querySelector('.timeline')!.getBoundingClientRect().width, sheet: innerWidth }));
  assert.ok(bars > 0 && width <= sheet, 'it fits the sheet');
});

test('a placeholder becomes the element, with the attributes that it may set', async () => {
  const { page } = await open('/placeholder');
  await page.waitForSelector('asb-action-plan >>> .board', { timeout: 20_000 });
  assert.deepEqual(await page.evaluate(() => document.querySelector('asb-action-plan')!.getAttributeNames().sort()), ['readonly', 'src', 'view']);
});

test('several scripts do their work once, and elements stand side by side', async () => {
  const { page, complaints } = await open('/both');
  await ready(page);
  await page.waitForSelector('asb-badge-viewer >>> [part~=drop]');
  assert.deepEqual(complaints, []);
});

test('in a sandboxed frame, without an origin, it works and says that it keeps nothing', async () => {
  const { page } = await open('/host');
  const frame = await (await page.waitForSelector('iframe'))!.contentFrame();
  await frame.waitForSelector('asb-action-plan >>> .actions tbody', { timeout: 20_000 });
  assert.match(await frame.evaluate(() => document.querySelector('asb-action-plan')!.shadowRoot!.querySelector<HTMLElement>('.head')!.innerText), /ne garde rien ici/);
});

test('what stands in the element stays when the script does not come', async () => {
  const { page } = await open('/no-script');
  assert.equal(await page.evaluate(() => document.querySelector('asb-action-plan p')!.checkVisibility()), true);
});
