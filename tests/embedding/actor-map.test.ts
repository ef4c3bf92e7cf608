import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, test } from 'node:test';
import type { Browser, Frame, Page } from 'puppeteer-core';

import { demoActors } from '@assembleurs/commons/content/demo-actors';
import { mel } from '@assembleurs/commons/territory/mel';
import { buildEmbed } from '../../scripts/embed.ts';
import type { EmbedFile } from '../../scripts/embed.ts';
import { launchBrowser } from '../browsers.mjs';
import { Person } from '../e2e/person.ts';
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
let embeds: EmbedFile[];
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
  embeds = await buildEmbed();
  site = await serve(embeds, pages);
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

test('a background of the page’s choice lies under the map, says whose it is, and is asked for nothing else', async () => {
  // A real server of pictures; one row of them is missing.
  const pixel = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
  const asked: string[] = [];
  let copied = false;
  const tiles = createServer((request, response) => {
    asked.push(request.url ?? '');
    if (/\/1[0-9]*[13579]\.png$/.test(request.url ?? '')) response.writeHead(404).end();
    else response.writeHead(200, { 'content-type': 'image/png', 'cache-control': 'no-store', ...(copied && { 'access-control-allow-origin': '*' }) }).end(pixel);
  });
  await new Promise<void>((done) => { tiles.listen(0, '127.0.0.1', done); });
  const origin = `http://127.0.0.1:${String((tiles.address() as AddressInfo).port)}`;
  const page = await serve(embeds, {
    '/actors.json': { type: 'application/json', body: JSON.stringify({ type: 'actor-map', version: 1, ...demoActors(7, mel()) }) },
    '/map': {
      headers: { 'content-security-policy': STRICT['content-security-policy'].replace("img-src 'self'", `img-src 'self' ${origin}`) },
      body: html(`${MODULE}<asb-actor-map src="/actors.json" view="map" tiles="${origin}/{z}/{x}/{y}.png" tiles-attribution="© Fond d’essai"></asb-actor-map>`),
    },
  });
  try {
    const { page: tab, violations, requests } = await visit(browser, `${page.origin}/map`);
    await tab.waitForFunction(() => [...document.querySelector('asb-actor-map')?.shadowRoot?.querySelectorAll<HTMLImageElement>('.tile') ?? []].filter(({ complete, naturalWidth }) => complete && naturalWidth > 0).length > 3, { timeout: 20_000 });
    assert.match(await tab.evaluate(() => document.querySelector('asb-actor-map')!.shadowRoot!.querySelector<HTMLElement>('.attribution')!.innerText), /Fond de carte\s: © Fond d’essai/);
    assert.ok(asked.every((url) => /^\/\d+\/\d+\/\d+\.png$/.test(url)), asked.join());
    // Lille lies under the picture where the world's own count of pictures puts it.
    const [, z = '', x = '', y = ''] = /^\/(\d+)\/(\d+)\/(\d+)/.exec(asked[0] ?? '') ?? [];
    const world = 2 ** Number(z);
    const lille = [((3.06 + 180) / 360) * world, ((1 - Math.log(Math.tan((50.63 * Math.PI) / 180) + 1 / Math.cos((50.63 * Math.PI) / 180)) / Math.PI) / 2) * world] as const;
    assert.ok(Math.abs(Number(x) - lille[0]) < 4 && Math.abs(Number(y) - lille[1]) < 4, `${asked[0] ?? ''} is near ${lille.join()}`);
    // A picture of the map has the background where its site lets it be copied, and says so where it does not.
    const map = new Person(tab, 'asb-actor-map');
    const without = (await map.takes('Image (SVG)')).toString();
    assert.match(without, /Sans le fond de carte\s: le site qui le donne \(© Fond d’essai\)/);
    assert.doesNotMatch(without, /<image/);
    copied = true;
    const whole = (await map.takes('Image (SVG)')).toString();
    assert.ok(whole.split('<image ').length > 4 && !/href="(?!data:image\/png)/.test(whole));
    assert.match(whole, /Fond de carte\s: © Fond d’essai/);
    assert.deepEqual([...(await map.takes('Image (PNG)')).subarray(1, 4)].map((code) => String.fromCharCode(code)).join(''), 'PNG');
    assert.deepEqual(await violations(), []);
    assert.deepEqual([...new Set(requests.filter((request) => !/^(blob|data):/.test(request)).map((request) => new URL(request).origin))].sort(), [page.origin, origin].sort());
  } finally {
    await page.close();
    tiles.close();
    tiles.closeAllConnections();
  }
});
