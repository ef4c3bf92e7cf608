/** What becomes of answers when the network, the server, the device or the person does something else than expected. */
import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';
import type { Browser, BrowserContext, Page } from 'puppeteer-core';
import { launchBrowser } from '../browsers.mjs';
import { answerAll, DEFINITION, fill, press, see, SurveyBench, textIn } from './survey-bench.ts';

let browser: Browser;
let bench: SurveyBench;
let context: BrowserContext;
let page: Page;
let faults: string[];

const TAG = '<asb-survey src="/definition" action="/answers" timeout="1"><p>Questionnaire par téléphone</p></asb-survey>';

/** The one answer that was sent, received once under its key and acknowledged. */
function receivedOnce(): Record<string, unknown> {
  assert.equal(bench.kept.size, 1, 'one answer is kept by the server');
  assert.equal(bench.acknowledged.length, 1, 'it is acknowledged once');
  assert.equal(new Set(bench.received.map(({ key }) => key)).size, 1, 'every try had the same key');
  assert.equal(new Set(bench.received.map(({ body }) => body)).size, 1, 'and the same body');
  return JSON.parse([...bench.kept.values()][0] ?? '') as Record<string, unknown>;
}

before(async () => {
  [browser, bench] = await Promise.all([launchBrowser(), new SurveyBench().start()]);
});
after(async () => {
  await browser.close();
  await bench.down();
});
beforeEach(async () => {
  bench.received.length = bench.acknowledged.length = 0;
  bench.kept.clear();
  bench.drafts.clear();
  bench.rows.length = 0;
  bench.behaviours = ['accept'];
  bench.definition = DEFINITION;
  context = await browser.createBrowserContext();
  page = await context.newPage();
  page.setDefaultTimeout(15_000);
  faults = [];
  page.on('pageerror', (error) => { faults.push(String(error)); });
});
afterEach(async () => {
  await context.close();
  assert.deepEqual(faults, [], 'nothing is thrown into the page');
});

describe('sending', () => {
  test('a good network: one request, the receipt, and nothing left on the device', async () => {
    await page.goto(bench.page(TAG));
    await answerAll(page);
    await press(page, 'Envoyer mes réponses');
    await see(page, /Vos réponses sont bien arrivées/);
    const sent = receivedOnce();
    const [{ key } = { key: '' }] = bench.received;
    assert.match(key, /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    assert.match(await textIn(page), new RegExp(`Numéro de reçu ${key.slice(0, 8).toUpperCase()}`));
    assert.deepEqual(
      { ...sent, startedAt: typeof sent.startedAt, completedAt: typeof sent.completedAt },
      { survey: 'e2e', definitionVersion: '1', locale: 'fr', commune: null, answers: { name: 'Adjointe' }, startedAt: 'string', completedAt: 'string' },
    );
    await page.reload();
    await see(page, /Étape 1 sur 3/);
    await see(page, /Une réponse a déjà été envoyée depuis cet appareil/);
    assert.equal(bench.received.length, 1);
  });

  test('a Grist document on another site takes the answers as one row, even when its first acknowledgement is lost', async () => {
    bench.behaviours = ['lost', 'accept'];
    await page.goto(bench.page(`<asb-survey src="/definition" action="${bench.gristOrigin}/api/docs/essai/tables/Reponses/records" timeout="1"></asb-survey>`, { grist: true }));
    await answerAll(page);
    await press(page, 'Envoyer mes réponses');
    await see(page, /Vos réponses sont bien arrivées/);
    const [row, ...others] = bench.rows;
    assert.deepEqual(others, []);
    assert.equal(row?.enquete, 'e2e');
    assert.deepEqual(JSON.parse(String(row.reponses)), { name: 'Adjointe' });
    assert.ok((await textIn(page)).includes(String(row.cle).slice(0, 8)), 'the receipt is found in the table');
  });

  for (const [behaviour, said] of [
    ['error', /Le serveur a un problème \(503\)/],
    ['never', /Le serveur a mis trop de temps/],
    ['drop', /Le serveur ne répond pas/],
    ['lost', /Le serveur ne répond pas/],
    ['truncate', /La réponse du serveur n’a pas pu être lue/],
    ['portal', /La réponse du serveur n’a pas pu être lue/],
  ] as const) {
    test(`${behaviour}: said, kept, tried again with the same key until acknowledged`, async () => {
      await page.goto(bench.page(TAG));
      await answerAll(page);
      bench.behaviours = [behaviour, 'accept'];
      await press(page, 'Envoyer mes réponses');
      await see(page, said);
      assert.match(await textIn(page), /gardées sur cet appareil et partiront dès que possible/);
      await see(page, /Vos réponses sont bien arrivées/); // by itself
      receivedOnce();
    });
  }

  test('too many requests: waits as long as the server says, the person may try at once', async () => {
    await page.goto(bench.page(TAG));
    await answerAll(page);
    bench.behaviours = ['busy', 'accept'];
    await press(page, 'Envoyer mes réponses');
    await see(page, /Le serveur reçoit trop de demandes\..*Prochain essai à/);
    await press(page, 'Réessayer maintenant');
    await see(page, /Vos réponses sont bien arrivées/);
    receivedOnce();
  });

  test('offline: answering goes on, the answers leave when the network comes back', async () => {
    await page.goto(bench.page(TAG));
    await see(page, /Étape 1 sur 3/);
    await page.setOfflineMode(true);
    await see(page, /Vous êtes hors connexion\. Vous pouvez continuer à répondre/);
    await answerAll(page);
    await press(page, 'Envoyer mes réponses');
    await see(page, /pas encore parties.*Vous êtes hors connexion/);
    await page.waitForFunction(() => (document.activeElement?.shadowRoot?.activeElement as HTMLElement | null)?.innerText.includes('pas encore parties'));
    assert.equal(bench.received.length, 0);
    await page.setOfflineMode(false);
    await see(page, /Vos réponses sont bien arrivées/);
    receivedOnce();
  });

  test('the server fails and comes back', async () => {
    await page.goto(bench.page(TAG));
    await answerAll(page);
    await bench.down();
    await press(page, 'Envoyer mes réponses');
    await see(page, /Le serveur ne répond pas/);
    await bench.up();
    await see(page, /Vos réponses sont bien arrivées/);
    receivedOnce();
  });

  test('the tab is closed in the middle: the next visit takes the sending up, and says so', async () => {
    const url = bench.page(TAG.replace('timeout="1"', 'timeout="60"'));
    await page.goto(url);
    await answerAll(page);
    bench.behaviours = ['never', 'accept'];
    await press(page, 'Envoyer mes réponses');
    await see(page, /Envoi de vos réponses/);
    await until(() => bench.received.length === 1);
    await page.close();
    bench.release();
    page = await context.newPage();
    await page.goto(url);
    await see(page, /Vos réponses sont bien arrivées/);
    receivedOnce();
    assert.equal(bench.received.length, 2);
  });

  test('the tab is closed offline: said on the next visit, sent then', async () => {
    const url = bench.page(TAG);
    await page.goto(url);
    await answerAll(page);
    bench.behaviours = ['error'];
    await press(page, 'Envoyer mes réponses');
    await see(page, /pas encore parties/);
    await page.close();
    page = await context.newPage();
    await page.goto(url);
    await see(page, /Votre envoi du .* n’avait pas été confirmé.*pas encore parties/);
    bench.behaviours = ['accept'];
    await press(page, 'Réessayer maintenant');
    await see(page, /Vos réponses sont bien arrivées/);
    receivedOnce();
  });

  test('two tabs wait with the same answers: one request gets through', async () => {
    const url = bench.page(TAG);
    await page.goto(url);
    await answerAll(page);
    bench.behaviours = ['error'];
    await press(page, 'Envoyer mes réponses');
    await see(page, /pas encore parties/);
    const other = await context.newPage();
    await other.goto(url);
    await see(other, /pas encore parties/);
    bench.behaviours = ['accept'];
    // By script: a click by hand needs its tab in front.
    const retry = (): void => document.querySelector('asb-survey')?.shadowRoot?.querySelector<HTMLElement>('.primary')?.click();
    await Promise.all([page.evaluate(retry), other.evaluate(retry)]);
    await see(other, /Vos réponses sont bien arrivées/);
    await page.bringToFront();
    await see(page, /Vos réponses sont bien arrivées/);
    receivedOnce();
  });

  test('refused with a reason for one answer: back to it, with the reason; the correction is another sending', async () => {
    await page.goto(bench.page(TAG));
    await see(page, /Étape 1 sur 3/);
    await fill(page, 'Votre fonction', 'Adjointe');
    await press(page, 'Continuer');
    await fill(page, 'Courriel', 'mairie@commune.example');
    await press(page, 'Continuer');
    await press(page, 'Relire mes réponses');
    bench.behaviours = ['refuse', 'accept'];
    await press(page, 'Envoyer mes réponses');
    await see(page, /Étape 2 sur 3.*1 réponse à corriger.*Une réponse ne convient pas\..*Courriel.*Cette adresse n’existe pas/);
    const focus = await page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.getAttribute('data-focus'));
    assert.equal(focus, 'errors');
    await fill(page, 'Courriel', 's');
    await press(page, 'Revenir à la relecture');
    await press(page, 'Envoyer mes réponses');
    await see(page, /Vos réponses sont bien arrivées/);
    assert.equal(bench.kept.size, 1);
    assert.notEqual(bench.received[0]?.key, bench.received[1]?.key);
  });

  test('refused as a whole: the server’s reason, the answers stay', async () => {
    await page.goto(bench.page(TAG));
    await answerAll(page);
    bench.behaviours = ['forbid'];
    await press(page, 'Envoyer mes réponses');
    await see(page, /n’ont pas été acceptées L’enquête est close depuis hier\..*Adjointe/);
    await page.reload();
    await see(page, /Reprendre où vous en étiez/);
  });

  test('a full device: said, and the answers are sent all the same', async () => {
    const url = bench.page(TAG);
    await page.goto(url);
    await see(page, /Étape 1 sur 3/);
    const session = await page.createCDPSession();
    await session.send('Storage.overrideQuotaForOrigin', { origin: bench.origin, quotaSize: 1 });
    await fill(page, 'Votre fonction', 'A'.repeat(50));
    await see(page, /Cet appareil n’a plus de place/);
    await press(page, 'Continuer');
    await press(page, 'Continuer');
    await press(page, 'Relire mes réponses');
    bench.behaviours = ['error', 'accept'];
    await press(page, 'Envoyer mes réponses');
    await see(page, /Elles ne sont gardées que dans cette page/);
    await press(page, 'Réessayer maintenant');
    await see(page, /Vos réponses sont bien arrivées/);
    receivedOnce();
  });

  /** `b` does not show any more, and `more` hangs on what is still written in it. */
  const hanging = (more: object): unknown => ({
    id: 'hanging', elements: [
      { type: 'radiogroup', name: 'a', title: 'Un lieu ?', choices: ['oui', 'non'] },
      { type: 'text', name: 'b', title: 'Lequel', visibleIf: "{a} = 'oui'" },
      more,
    ],
  });
  const beginHanging = async (more: object, tag = TAG): Promise<void> => {
    bench.definition = hanging(more);
    await page.goto(bench.page(tag));
    await see(page, /Un lieu \?/);
  };

  test('a choice that hangs on an answer taken out is said before anything is sent', async () => {
    await beginHanging({ type: 'dropdown', name: 'c', title: 'Quand', choices: ['tard', { value: 'tôt', visibleIf: "{b} = 'ici'" }] });
    await page.$eval('asb-survey', (survey) => { survey.value = { a: 'non', b: 'ici', c: 'tôt' }; });
    await press(page, 'Relire mes réponses');
    await see(page, /Quand tôt/);
    await press(page, 'Envoyer mes réponses');
    await see(page, /d’autres en dépendaient\. Relisez vos réponses/);
    await see(page, /Quand Pas de réponse/);
    assert.equal(bench.received.length, 0);
    await press(page, 'Envoyer mes réponses');
    await see(page, /Vos réponses sont bien arrivées/);
    assert.deepEqual(receivedOnce().answers, { a: 'non' });
  });

  test('and what was said of it goes with it, on a page that sends nowhere', async () => {
    await beginHanging({ type: 'dropdown', name: 'c', title: 'Quand', choices: ['tard', { value: 'tôt', visibleIf: "{b} = 'ici'" }] }, TAG.replace('action="/answers"', ''));
    await page.$eval('asb-survey', (survey) => { survey.value = { a: 'non', b: 'ici', c: 'tôt' }; });
    await press(page, 'Relire mes réponses');
    await press(page, 'Terminer');
    await see(page, /d’autres en dépendaient/);
    await press(page, 'Terminer');
    await see(page, /C’est terminé/);
    assert.doesNotMatch(await textIn(page), /en dépendaient/);
  });

  test('an answer that is asked for once another is taken out is asked for before anything is sent', async () => {
    await beginHanging({ type: 'text', name: 'd', title: 'Pourquoi', requiredIf: "{b} != 'ici'" });
    await page.$eval('asb-survey', (survey) => { survey.value = { a: 'non', b: 'ici' }; });
    await press(page, 'Relire mes réponses');
    await press(page, 'Envoyer mes réponses');
    await see(page, /1 réponse à corriger/);
    assert.equal(bench.received.length, 0);
    await fill(page, 'Pourquoi', 'Faute de place');
    await press(page, 'Revenir à la relecture');
    await press(page, 'Envoyer mes réponses');
    await see(page, /Vos réponses sont bien arrivées/);
    assert.deepEqual(receivedOnce().answers, { a: 'non', d: 'Faute de place' });
  });

  test('a sandboxed frame, where storage throws: said, and the answers are sent', async () => {
    const inner = bench.page(TAG.replace('src="/definition"', `src="${bench.origin}/definition"`).replace('action="/answers"', `action="${bench.origin}/answers"`));
    await page.goto(bench.page(`<iframe title="Questionnaire" sandbox="allow-scripts allow-forms" src="${inner}" width="800" height="900"></iframe>`));
    const frame = await page.waitForFrame((each) => each.url() === inner);
    const inFrame = frame as unknown as Page;
    await see(inFrame, /Rien n’est gardé sur cet appareil/);
    await answerAll(inFrame);
    await press(inFrame, 'Envoyer mes réponses');
    await see(inFrame, /Vos réponses sont bien arrivées/);
    receivedOnce();
  });
});

/** Waits for a fact of the server. */
async function until(fact: () => boolean): Promise<void> {
  const end = Date.now() + 15_000;
  while (!fact()) {
    if (Date.now() > end) throw new Error(`never: ${String(fact)}`);
    await new Promise(setImmediate);
  }
}
