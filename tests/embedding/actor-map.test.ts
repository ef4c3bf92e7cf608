import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser, Frame, Page } from 'puppeteer-core';

import { demoActors } from '@assembleurs/commons/content/demo-actors';
import { mel } from '@assembleurs/commons/territory/mel';
import { buildEmbed } from '../../scripts/embed.ts';
import { launchBrowser } from '../browsers.mjs';
import { serve, visit } from './site.ts';
import type { Answer, Site } from './site.ts';

const MODULE = '<script type="module" src="/cdn/actor-map.js"></script>';
const CLASSIC = '<script defer src="/cdn/actor-map.iife.js"></script>';
const STRICT = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; require-trusted-types-for 'script'; trusted-types lit-html",
};
const ELEMENT = '<asb-actor-map src="/actors.json" editable><p>Écrivez-nous.</p></asb-actor-map>';
const html = (body: string): string => `<!doctype html><html lang="fr"><meta charset="utf-8"><link rel="icon" href="data:,"><title>Acteurs</title>${body}`;

let site: Site;
let browser: Browser;

before(async () => {
  const pages: Record<string, Answer> = {
    '/actors.json': { type: 'application/json', body: JSON.stringify(demoActors(7, mel())) },
    '/module': { headers: STRICT, body: html(MODULE + ELEMENT) },
    '/classic': { headers: STRICT, body: html(CLASSIC + ELEMENT) },
    '/lost': { headers: STRICT, body: html(`${MODULE}<asb-actor-map src="/absent.json"><p>Écrivez-nous.</p></asb-actor-map>`) },
    '/communes': { headers: STRICT, body: html(`${MODULE}<asb-actor-map src="/actors.json" territoire-type="communes" territoires="59350,59512"></asb-actor-map>`) },
    '/placeholder': { body: html(`<div class="asb-actor-map" data-src="/actors.json" data-view="matrix" data-onclick="alert(1)"></div>${CLASSIC}`) },
    '/loader': { headers: STRICT, body: html(`<script type="module" src="/cdn/asb.js"></script>${ELEMENT}`) },
    '/host': { body: html('<iframe sandbox="allow-scripts" src="/empty" width="700" height="600"></iframe>') },
    '/empty': { headers: STRICT, body: html(`${CLASSIC}<asb-actor-map editable></asb-actor-map>`) },
    '/form': { body: html(`${MODULE}<form><asb-actor-map name="acteurs" src="/actors.json"></asb-actor-map></form>`) },
  };
  site = await serve(await buildEmbed(), pages);
  browser = await launchBrowser();
});
after(async () => {
  await browser.close();
  await site.close();
});

const open = (address: string) => visit(browser, site.origin + address);
/** Asked at each frame: a selector with `>>>` does not see a shadow root that comes after it was asked. */
const shows = (page: Page | Frame, selector: string) => page.waitForFunction((inner) => Boolean(document.querySelector('asb-actor-map')?.shadowRoot?.querySelector(inner)), { timeout: 20_000 }, selector);
const ready = (page: Page) => shows(page, '[part=count]');
const press = (page: Page, label: string) => page.evaluate((words) => {
  const root = document.querySelector('asb-actor-map')!.shadowRoot!;
  [...root.querySelectorAll<HTMLElement>('button')].find((each) => each.innerText.includes(words))!.click();
}, label);

describe('on a page with a strict Content-Security-Policy and Trusted Types', () => {
  for (const address of ['/module', '/classic']) {
    test(`${address}: every view draws, an actor is added, nothing is blocked, nobody else is asked`, async () => {
      const { page, complaints, requests, violations } = await open(address);
      await ready(page);
      for (const [label, selector] of [['Carte', '.mark'], ['Matrice', '[part=matrix]'], ['Réseau', '[part=network]'], ['Maillage', '[part=indicator]']] as const) {
        await press(page, label);
        await shows(page, selector);
      }
      await press(page, 'Ajouter un acteur');
      await page.locator('asb-actor-map >>> #f-name').fill('Acteur ajouté');
      await press(page, 'Enregistrer');
      await shows(page, '[part=actor]');
      assert.deepEqual(await violations(), []);
      assert.deepEqual(complaints, []);
      assert.deepEqual([...new Set(requests.filter((request) => !/^(blob|data):/.test(request)).map((request) => new URL(request).origin))], [site.origin]);
    });
  }
});

test('a file that does not come is told, and the page’s own words stay', async () => {
  const { page } = await open('/lost');
  await shows(page, '[part=error]');
  assert.match(await page.evaluate(() => document.querySelector('asb-actor-map')!.shadowRoot!.textContent), /404/);
  assert.equal(await page.evaluate(() => document.querySelector('asb-actor-map p')!.checkVisibility()), true);
});

test('the national map’s attributes narrow the territory', async () => {
  const { page } = await open('/communes');
  await ready(page);
  const there = await page.evaluate(() => document.querySelector('asb-actor-map')!.value!.actors.length);
  assert.ok(there > 0 && there < 100, String(there));
});

test('a placeholder becomes the element, with the attributes that it may set', async () => {
  const { page } = await open('/placeholder');
  await shows(page, '[part=matrix]');
  assert.deepEqual(await page.evaluate(() => document.querySelector('asb-actor-map')!.getAttributeNames().sort()), ['src', 'view']);
});

test('one script for all elements brings it', async () => {
  const { page, violations } = await open('/loader');
  await ready(page);
  assert.deepEqual(await violations(), []);
});

test('in a sandboxed frame, without an origin, it works and says that it keeps nothing', async () => {
  const { page } = await open('/host');
  const frame = (await (await page.waitForSelector('iframe'))!.contentFrame());
  await shows(frame, '[part=status]');
  assert.match(await frame.evaluate(() => document.querySelector('asb-actor-map')!.shadowRoot!.querySelector('[part=status]')!.textContent), /ne peut rien garder/);
});

test('stands in a form for the records', async () => {
  const { page } = await open('/form');
  await ready(page);
  const sent = await page.evaluate(() => new FormData(document.querySelector('form')!).get('acteurs') as string);
  assert.equal((JSON.parse(sent) as { type: string }).type, 'actor-map');
});
