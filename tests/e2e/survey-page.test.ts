/** The survey in someone else's page: keyboard alone, strict policy, hostile content, other systems' markup, frames. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';
import type { Browser, BrowserContext, Page } from 'puppeteer-core';
import { launchBrowser } from '../browsers.mjs';
import { answerAll, DEFINITION, press, see, SurveyBench, textIn } from './survey-bench.ts';

let browser: Browser;
let bench: SurveyBench;
let context: BrowserContext;
let page: Page;
/** What the page's policy refused, and what went to another server. */
let faults: string[];

const TAG = '<asb-survey src="/definition" action="/answers"></asb-survey>';

before(async () => {
  [browser, bench] = await Promise.all([launchBrowser(), new SurveyBench().start()]);
});
after(async () => {
  await browser.close();
  await bench.down();
});
beforeEach(async () => {
  bench.definition = DEFINITION;
  bench.behaviours = ['accept'];
  bench.kept.clear();
  context = await browser.createBrowserContext();
  page = await context.newPage();
  page.setDefaultTimeout(15_000);
  faults = [];
  page.on('console', (message) => { if (message.type() === 'error' && !message.text().includes('favicon')) faults.push(message.text()); });
  page.on('pageerror', (error) => { faults.push(String(error)); });
  page.on('request', (request) => { if (!request.url().startsWith(bench.origin)) faults.push(request.url()); });
});
afterEach(async () => {
  await context.close();
});

const focused = (): Promise<string> => page.evaluate(() => {
  const element = document.activeElement?.shadowRoot?.activeElement;
  return element instanceof HTMLElement ? `${element.localName} ${element.innerText.trim()}`.trim() : '';
});

/** Tabs until what has the focus is this. */
async function tabTo(name: string): Promise<void> {
  for (let presses = 0; presses < 40; presses += 1) {
    if (await focused() === name) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`no Tab reaches ${name}`);
}

describe('a page with a survey', () => {
  test('from the first question to the receipt with the keyboard alone', async () => {
    await page.goto(bench.page(TAG));
    await see(page, /Étape 1 sur 3/);
    await tabTo('input');
    await page.keyboard.press('Enter'); // nothing written: refused
    await see(page, /1 réponse à corriger.*Votre fonction/);
    assert.match(await focused(), /^div 1 réponse à corriger/);
    await tabTo('a Votre fonction');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.activeElement?.shadowRoot?.activeElement?.localName === 'input');
    await page.keyboard.type('Adjointe');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await page.keyboard.press('Enter');
    await see(page, /Étape 2 sur 3/);
    assert.equal(await focused(), 'h3 Vos besoins');
    await tabTo('button Continuer');
    await page.keyboard.press('Enter');
    await see(page, /Étape 3 sur 3/);
    await tabTo('button Relire mes réponses');
    await page.keyboard.press('Enter');
    await see(page, /Relisez vos réponses/);
    await tabTo('button Modifier');
    await page.keyboard.press('Enter');
    await see(page, /Étape 1 sur 3/);
    await page.waitForFunction(() => document.activeElement?.shadowRoot?.activeElement?.localName === 'input');
    await tabTo('button Revenir à la relecture');
    await page.keyboard.press('Enter');
    await see(page, /Relisez vos réponses/);
    await tabTo('button Retour');
    await page.keyboard.press('Enter');
    await see(page, /Étape 3 sur 3/);
    await tabTo('button Relire mes réponses');
    await page.keyboard.press('Enter');
    await tabTo('button Envoyer mes réponses');
    await page.keyboard.press('Enter');
    await see(page, /sont bien arrivées/);
    assert.equal(await focused(), 'h3 Vos réponses sont bien arrivées');
    const sent = JSON.parse([...bench.kept.values()][0] ?? '') as { answers: unknown };
    assert.deepEqual(sent.answers, { name: 'Adjointe', role: 'a' });
    assert.deepEqual(faults, []);
  });

  test('hostile texts, in the definition and in the answers, stay text; nothing is refused by the policy, nothing leaves', async () => {
    const attack = '<img src=x onerror="document.title=1"><script>document.title=2</script><a href="javascript:alert(1)">x</a>';
    bench.definition = {
      ...DEFINITION, title: attack, description: attack, completedHtml: `${attack}{name}`,
      rgpd: { ...DEFINITION.rgpd, responsable: attack, contactDpo: 'javascript:alert(1)', url: 'javascript:alert(1)' },
      pages: [{ name: 'who', title: attack, elements: [
        { type: 'text', name: 'name', title: 'Votre fonction' },
        { type: 'html', name: 'h', html: `${attack}<p>{name}</p>` },
        { type: 'radiogroup', name: 'r', title: attack, choices: [{ value: 1, text: attack }] },
      ] }],
    };
    await page.goto(bench.page(TAG));
    await see(page, /Étape 1 sur 1/);
    await page.$eval('asb-survey', (survey, text) => { survey.value = { name: text, r: 1 }; }, attack);
    await press(page, 'Relire mes réponses');
    await press(page, 'Envoyer mes réponses');
    await see(page, /sont bien arrivées/);
    assert.equal(await page.title(), 'Commune');
    assert.equal(await page.$eval('asb-survey', (survey) => survey.shadowRoot?.querySelectorAll('img, script, [href^="javascript"]').length), 0);
    assert.deepEqual(faults, []);
  });

  test('the questionnaire to the communes by default, one commune locked', async () => {
    await page.goto(bench.page('<asb-survey commune="59350" controller="Hub de démonstration"></asb-survey>'));
    await see(page, /Étape 1 sur 8/);
    assert.match(await textIn(page), /Hub de démonstration recueille vos réponses/);
    assert.deepEqual(await page.$eval('asb-survey', (survey) => survey.toJSON().commune), '59350');
    await page.waitForFunction(() => [...document.querySelector('asb-survey')?.shadowRoot?.querySelectorAll('input') ?? []].some((each) => each.value.includes('Lille') && each.readOnly));
    assert.deepEqual(faults, []);
  });

  test('an unknown commune is said and not locked', async () => {
    await page.goto(bench.page('<asb-survey commune="99999"></asb-survey>'));
    await see(page, /99999.*n’est pas (celui )?d’une commune/);
    assert.equal(await page.$eval('asb-survey', (survey) => survey.toJSON().commune), null);
  });

  test('a placeholder of a system that lets no element through becomes the survey; a second script does nothing', async () => {
    await page.goto(bench.page(
      '<div class="asb-survey" data-src="/definition" data-action="/answers" data-display="single" data-onclick="alert(1)"><p>Par téléphone</p></div><script src="/survey.iife.js?ver=2" defer></script>',
      { copies: true },
    ));
    await see(page, /0 question répondue sur 5/);
    const found = await page.$$eval('asb-survey', (all) => all.map((each) => [each.getAttributeNames().sort(), each.textContent]));
    assert.deepEqual(found, [[['action', 'display', 'src'], 'Par téléphone']]);
    assert.deepEqual(faults, []);
  });

  test('a definition written in the page', async () => {
    await page.goto(bench.page(`<asb-survey><script type="application/json">${JSON.stringify(DEFINITION)}</script></asb-survey>`));
    await answerAll(page);
    await press(page, 'Terminer');
    await see(page, /vos réponses ne sont pas parties\. Téléchargez-les/);
  });

  test('without the script the fallback shows; with a definition that cannot be had, too, and trying again works', async () => {
    await page.goto(bench.page('<asb-survey src="/nowhere"><p id="f">Par téléphone</p></asb-survey>'));
    await see(page, /n’a pas pu s’afficher.*erreur \(404\)/);
    assert.equal(await page.$eval('#f', (fallback) => fallback.checkVisibility()), true);
    await page.$eval('asb-survey', (survey) => { survey.src = '/definition'; });
    await see(page, /Étape 1 sur 3/);
    assert.equal(await page.$eval('#f', (fallback) => fallback.checkVisibility()), false);
  });

  test('a framed page tells its height to the page around, which believes only its own frames', async () => {
    const inner = bench.page(TAG).replace(bench.origin, '');
    bench.framed.add(inner);
    await page.goto(bench.page(`<iframe class="asb-embed" title="Questionnaire" src="${inner}" width="700" height="50"></iframe><iframe title="Autre" src="${bench.page('<p>x</p>')}"></iframe><asb-survey src="/definition"></asb-survey>`));
    await page.waitForFunction(() => (document.querySelector<HTMLElement>('iframe.asb-embed')?.offsetHeight ?? 0) > 300);
    await page.evaluate(() => { postMessage({ type: 'asb:height', height: 5 }, '*'); });
    await page.evaluate(() => new Promise((done) => { setTimeout(done, 0); }));
    assert.ok(await page.$eval('iframe.asb-embed', (frame) => frame.offsetHeight > 300));
  });

  test('a copy to keep: JSON and a table that no spreadsheet runs', async () => {
    await page.evaluateOnNewDocument(() => {
      const made: Blob[] = [];
      const real = URL.createObjectURL.bind(URL);
      URL.createObjectURL = (blob: Blob) => { made.push(blob); return real(blob); };
      Object.assign(globalThis, { saved: () => Promise.all(made.map((blob) => blob.text())) });
    });
    await page.goto(bench.page(TAG));
    await answerAll(page, '=HYPERLINK("http://x")');
    await press(page, 'Télécharger une copie (JSON)');
    await press(page, 'Télécharger pour un tableur (CSV)');
    const [json, csv] = await page.evaluate(() => (globalThis as unknown as { saved(): Promise<string[]> }).saved());
    assert.deepEqual((JSON.parse(json ?? '') as { answers: unknown }).answers, { name: '=HYPERLINK("http://x")' });
    assert.match(csv ?? '', /"Vous";"name";"Votre fonction";"'=HYPERLINK\(""http:\/\/x""\)"/);
  });
});

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

describe('no accessibility fault', () => {
  for (const scheme of ['light', 'dark'] as const) {
    for (const width of [360, 1280]) {
      test(`in any state, ${scheme}, ${String(width)} px`, async () => {
        await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
        await page.setViewport({ width, height: 900 });
        const check = async (state: string): Promise<void> => {
          await page.evaluate(axe);
          const found = await page.evaluate(async () => {
            const { violations } = await (globalThis as unknown as { axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> } }).axe.run();
            return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
          });
          assert.deepEqual(found, [], state);
          const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
          assert.equal(overflow, 0, `${state}: nothing is wider than the page`);
        };
        const url = bench.page('<asb-survey src="/definition" action="/answers" drafts="/drafts" timeout="1"></asb-survey>');
        await page.setBypassCSP(true); // for axe's own script
        await page.goto(url);
        await see(page, /Étape 1 sur 3/);
        await check('first page');
        await press(page, 'Continuer');
        await see(page, /à corriger/);
        await check('errors');
        await page.$eval('asb-survey', (survey) => { survey.value = { name: 'Adjointe', needs: ['Lieux'] }; });
        await press(page, 'Votre brouillon');
        await press(page, 'Reprendre sur un autre appareil');
        await see(page, /Lien de reprise/);
        await press(page, 'Effacer mon brouillon');
        await check('draft menu');
        await page.reload();
        await see(page, /Reprendre où/);
        await check('resume');
        await press(page, 'Reprendre');
        await see(page, /Étape 1/);
        await press(page, 'Continuer');
        await see(page, /Étape 2/);
        await press(page, 'Continuer');
        await see(page, /Étape 3/);
        await press(page, 'Relire mes réponses');
        await check('review');
        bench.behaviours = ['forbid', 'busy', 'accept'];
        await press(page, 'Envoyer mes réponses');
        await see(page, /acceptées/);
        await check('refused');
        await press(page, 'Envoyer mes réponses');
        await see(page, /pas encore parties/);
        await check('waiting');
        await press(page, 'Réessayer maintenant');
        await see(page, /bien arrivées/);
        await check('sent');
        await page.goto(bench.page('<asb-survey src="/nowhere"></asb-survey>'));
        await see(page, /n’a pas pu/);
        await check('failed');
      });
    }
  }
});
