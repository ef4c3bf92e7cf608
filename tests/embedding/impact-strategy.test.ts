import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'puppeteer-core';
import { strategyTemplate } from '@assembleurs/commons/content/strategy';
import { recordId } from '@assembleurs/commons/record';
import { strategyToDeck } from '@assembleurs/commons/strategy/formats/deck';

import { buildEmbed } from '../../scripts/embed.ts';
import type { EmbedFile } from '../../scripts/embed.ts';
import { launchBrowser } from '../browsers.mjs';
import { serve, visit } from './site.ts';
import type { Answer, Site } from './site.ts';

const MODULE = '<script type="module" src="/cdn/impact-strategy.js"></script>';
const CLASSIC = '<script defer src="/cdn/impact-strategy.iife.js"></script>';
const STRICT = {
  'content-security-policy': "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; require-trusted-types-for 'script'; trusted-types lit-html",
};
const STRATEGY = '<asb-impact-strategy template="programme"><p>Demandez-la à l’accueil.</p></asb-impact-strategy>';
const html = (body: string): string => `<!doctype html><html lang="fr"><meta charset="utf-8"><link rel="icon" href="data:,"><title>Stratégie</title>${body}`;
const programme = strategyTemplate('programme', { newId: () => recordId(crypto.getRandomValues(new Uint8Array(16))) });

let site: Site;
let browser: Browser;
let embeds: EmbedFile[];

before(async () => {
  embeds = await buildEmbed();
  const pages: Record<string, Answer> = {
    '/strategy.json': { type: 'application/json', body: JSON.stringify(programme) },
    '/module': { headers: STRICT, body: html(MODULE + STRATEGY) },
    '/classic': { headers: STRICT, body: html(CLASSIC + STRATEGY) },
    '/placeholder': { body: html(`<div class="asb-impact-strategy" data-src="/strategy.json" data-view="theory" data-readonly="" data-onclick="alert(1)"></div>${CLASSIC}`) },
    '/both': { body: html(`<script defer src="/cdn/asb.iife.js"></script>${MODULE}${CLASSIC}${STRATEGY}<asb-badge-viewer></asb-badge-viewer>`) },
    '/host': { body: html('<iframe sandbox="allow-scripts" src="/module" width="900" height="700"></iframe>') },
    '/no-script': { body: html(`<script type="module" src="/cdn/absent.js"></script>${STRATEGY}`) },
  };
  site = await serve(embeds, pages);
  browser = await launchBrowser();
});
after(async () => {
  await browser.close();
  await site.close();
});

const open = (address: string) => visit(browser, site.origin + address);
const ready = (page: Page) => page.waitForSelector('asb-impact-strategy >>> [role=treeitem]', { timeout: 20_000 });
const click = (page: Page, label: string) => page.evaluate((words) => {
  const root = document.querySelector('asb-impact-strategy')!.shadowRoot!;
  [...root.querySelectorAll<HTMLElement>('button')].find((each) => `${each.innerText} ${each.ariaLabel ?? ''}`.includes(words))!.click();
}, label);

describe('on a page with a strict Content-Security-Policy and Trusted Types', () => {
  for (const address of ['/module', '/classic']) {
    test(`${address}: every reading shows, nothing is blocked, nobody else is asked`, async () => {
      const { page, complaints, requests, violations } = await open(address);
      await ready(page);
      for (const [label, selector] of [['Théorie du changement', '.theory'], ['Mise en œuvre', '.logic'], ['Parties prenantes', '.people'], ['Questions', '.guide'], ['Diapositives', '.deck'], ['Carte d’impact', '.map'], ['Détails', '.sheet']] as const) {
        await click(page, label);
        await page.waitForSelector(`asb-impact-strategy >>> ${selector}`, { timeout: 20_000 });
      }
      assert.deepEqual(await violations(), []);
      assert.deepEqual(complaints, []);
      assert.deepEqual([...new Set(requests.filter((request) => !/^(blob|data):/.test(request)).map((request) => new URL(request).origin))], [site.origin]);
    });
  }

  test('what was typed is still there when the page comes back', async () => {
    const { page } = await open('/module');
    await ready(page);
    await page.focus('asb-impact-strategy >>> [role=treeitem]');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await page.waitForSelector('asb-impact-strategy >>> [data-editor]');
    await page.keyboard.type('Un second objectif');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.querySelector('asb-impact-strategy')!.shadowRoot!.querySelector('.head')?.textContent.includes('Enregistré sur cet appareil'));
    await page.reload();
    await ready(page);
    assert.equal(await page.evaluate(() => document.querySelector('asb-impact-strategy')!.value.nodes.some(({ text }) => text === 'Un second objectif')), true);
  });
});

test('the map goes on paper whole, in its columns, without its buttons', async () => {
  const { page } = await open('/module');
  await ready(page);
  await page.emulateMediaType('print');
  await page.setViewport({ width: 1050, height: 740 });
  const { items, right, sheet, tools } = await page.evaluate(() => {
    const root = document.querySelector('asb-impact-strategy')!.shadowRoot!;
    const boxes = [...root.querySelectorAll('[role=treeitem]')].map((item) => item.getBoundingClientRect());
    return { items: boxes.length, right: Math.max(...boxes.map((box) => box.right)), sheet: innerWidth, tools: [...root.querySelectorAll('.toolbar, .map-tools')].filter((each) => each.checkVisibility()).length };
  });
  assert.equal(items, 16);
  assert.ok(right <= sheet, `${String(right)} is within ${String(sheet)}`);
  assert.equal(tools, 0);
});

test('the deck is a file that opens by itself: keys go through it, every slide fits, and it prints one a page', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'deck-'));
  try {
    const file = path.join(folder, 'strategie.html');
    await writeFile(file, strategyToDeck(programme));
    const page = await browser.newPage();
    const wrong: string[] = [];
    page.on('pageerror', (error) => wrong.push(String(error)));
    page.on('console', (message) => { if (message.type() === 'error') wrong.push(message.text()); });
    await page.setViewport({ width: 1280, height: 720 });
    await page.goto(pathToFileURL(file).href);
    const shown = () => page.evaluate(() => [...document.querySelectorAll('section')].filter((each) => each.checkVisibility()).map((each) => each.innerText).join('\n'));
    assert.match(await shown(), /Coordinations locales d’inclusion numérique/);
    const count = await page.evaluate(() => document.querySelectorAll('section').length);
    for (let at = 1; at < count; at += 1) {
      await page.keyboard.press('ArrowRight');
      assert.ok(await page.evaluate(() => document.documentElement.scrollHeight <= innerHeight + 1), `slide ${String(at + 1)} fits the screen`);
    }
    assert.match(await shown(), /Partager ce qu’on apprend/);
    await page.keyboard.press('Home');
    assert.match(await shown(), /Coordinations locales/);
    const pdf = new TextDecoder('latin1').decode(await page.pdf({ preferCSSPageSize: true }));
    assert.equal(pdf.match(/\/Type\s*\/Page\b/g)?.length, count);
    assert.deepEqual(wrong, []);
    await page.close();
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

test('a placeholder becomes the element, with the attributes that it may set', async () => {
  const { page } = await open('/placeholder');
  await page.waitForSelector('asb-impact-strategy >>> .theory', { timeout: 20_000 });
  assert.deepEqual(await page.evaluate(() => document.querySelector('asb-impact-strategy')!.getAttributeNames().sort()), ['readonly', 'src', 'view']);
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
  await frame.waitForSelector('asb-impact-strategy >>> [role=treeitem]', { timeout: 20_000 });
  assert.match(await frame.evaluate(() => document.querySelector('asb-impact-strategy')!.shadowRoot!.querySelector<HTMLElement>('.head')!.innerText), /ne garde rien ici/);
});

test('what stands in the element stays when the script does not come', async () => {
  const { page } = await open('/no-script');
  assert.equal(await page.evaluate(() => document.querySelector('asb-impact-strategy p')!.checkVisibility()), true);
});
