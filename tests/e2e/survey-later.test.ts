/** What a person meets when what keeps and sends their answers comes late, or not at all: as on a slow line that breaks. */
import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';
import type { Browser, BrowserContext, HTTPRequest, Page } from 'puppeteer-core';
import { launchBrowser } from '../browsers.mjs';
import { askSummary, fill, press, see, SurveyBench, textIn } from './survey-bench.ts';

let browser: Browser;
let bench: SurveyBench;
let context: BrowserContext;
let page: Page;
let url: string;
/** What becomes of the request for that part. */
let line: 'open' | 'slow' | 'broken';
let held: HTTPRequest[];

const valueOf = (): Promise<unknown> => page.$eval('asb-survey', (survey) => survey.value);

function answer(request: HTTPRequest): void {
  if (!request.url().includes('/parts/later-') || line === 'open') void request.continue();
  else if (line === 'slow') held.push(request);
  else void request.abort();
}

/** What was held comes at last. */
async function release(): Promise<void> {
  line = 'open';
  for (const request of held.splice(0)) await request.continue();
}

before(async () => {
  [browser, bench] = await Promise.all([launchBrowser(), new SurveyBench().start()]);
  url = bench.page('<asb-survey src="/definition" action="/answers"></asb-survey>', { modules: true });
});
after(async () => {
  await browser.close();
  await bench.down();
});
beforeEach(async () => {
  bench.received.length = 0;
  held = [];
  line = 'open';
  context = await browser.createBrowserContext();
  page = await context.newPage();
  page.setDefaultTimeout(15_000);
  await page.setRequestInterception(true);
  page.on('request', answer);
});
afterEach(async () => {
  await context.close();
});

describe('while it is on its way', () => {
  test('the questions can be answered, and the answers are kept when the page closes', async () => {
    line = 'slow';
    await page.goto(url);
    await see(page, /Étape 1 sur 3/);
    await fill(page, 'Votre fonction', 'Adjointe');
    await page.goto('about:blank');
    held = [];
    line = 'open';
    await page.goto(url);
    await press(page, 'Reprendre');
    await see(page, /Étape 1 sur 3/);
    assert.deepEqual(await valueOf(), { name: 'Adjointe' });
  });

  test('a page that was hidden and comes back is no other tab', async () => {
    line = 'slow';
    await page.goto(url);
    await see(page, /Étape 1 sur 3/);
    await fill(page, 'Votre fonction', 'Adjointe');
    await page.evaluate(() => {
      Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
      Reflect.deleteProperty(document, 'visibilityState');
    });
    await release();
    await see(page, /Enregistré sur cet appareil à/);
    assert.doesNotMatch(await textIn(page), /autre onglet/);
    assert.deepEqual(await valueOf(), { name: 'Adjointe' });
  });

  test('a draft of which the page had no hint takes the place of nothing', async () => {
    await page.goto(url);
    await see(page, /Étape 1 sur 3/);
    await fill(page, 'Votre fonction', 'Adjointe');
    await see(page, /Enregistré sur cet appareil à/);
    await page.evaluate(() => { localStorage.clear(); });
    line = 'slow';
    await page.reload();
    await see(page, /Étape 1 sur 3/);
    await fill(page, 'Votre fonction', 'Maire');
    await release();
    await see(page, /Rien n’a été écrasé/);
    assert.deepEqual(await valueOf(), { name: 'Maire' });
    await press(page, 'Prendre les réponses de l’autre onglet');
    await see(page, /Étape 1 sur 3/);
    assert.deepEqual(await valueOf(), { name: 'Adjointe' });
  });

  test('the summary waits for it', async () => {
    line = 'slow';
    await page.goto(url);
    await askSummary(page);
    await see(page, /Chargement du questionnaire/);
    await release();
    await see(page, /Relisez vos réponses/);
    await press(page, 'Envoyer mes réponses');
    await see(page, /Vos réponses sont bien arrivées/);
    assert.equal(bench.received.length, 1);
  });
});

describe('when it cannot be loaded', () => {
  test('the page says that it keeps nothing, and keeps as soon as the network is back', async () => {
    line = 'broken';
    await page.goto(url);
    await see(page, /ne sont pas encore gardées sur cet appareil/);
    await fill(page, 'Votre fonction', 'Adjointe');
    line = 'open';
    await page.evaluate(() => { dispatchEvent(new Event('online')); });
    await see(page, /Enregistré sur cet appareil à/);
    await page.reload();
    await press(page, 'Reprendre');
    await see(page, /Étape 1 sur 3/);
    assert.deepEqual(await valueOf(), { name: 'Adjointe' });
  });

  test('the last page says why there is no summary, and leads there when asked again', async () => {
    line = 'broken';
    await page.goto(url);
    await askSummary(page);
    await see(page, /Vérifiez votre connexion/);
    await see(page, /Étape 3 sur 3/);
    line = 'open';
    await press(page, 'Relire mes réponses');
    await see(page, /Relisez vos réponses/);
    assert.doesNotMatch(await textIn(page), /Vérifiez votre connexion/);
  });
});
