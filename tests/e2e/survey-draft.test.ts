/** What a person finds again: on this device, in another tab, on another device, after the survey changed. */
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

const TAG = '<asb-survey src="/definition" action="/answers" drafts="/drafts"></asb-survey>';

const valueOf = (on: Page): Promise<unknown> => on.$eval('asb-survey', (survey) => survey.value);

/** The first page, answered and saved. */
async function begin(url: string, name = 'Adjointe'): Promise<void> {
  await page.goto(url);
  await see(page, /Étape 1 sur 3/);
  await fill(page, 'Votre fonction', name);
  await see(page, /Enregistré sur cet appareil à \d\d:\d\d/);
}

before(async () => {
  [browser, bench] = await Promise.all([launchBrowser(), new SurveyBench().start()]);
});
after(async () => {
  await browser.close();
  await bench.down();
});
beforeEach(async () => {
  bench.definition = DEFINITION;
  bench.received.length = 0;
  bench.kept.clear();
  bench.drafts.clear();
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

describe('a draft', () => {
  test('is offered again, with its page', async () => {
    const url = bench.page(TAG);
    await begin(url);
    await press(page, 'Continuer');
    await see(page, /Étape 2 sur 3/);
    await page.goto(url);
    await see(page, /Reprendre où vous en étiez \? .*Dernière modification/);
    await press(page, 'Reprendre');
    await see(page, /Étape 2 sur 3/);
    assert.deepEqual(await valueOf(page), { name: 'Adjointe' });
  });

  test('keeps empty what the person emptied, whatever the survey proposes', async () => {
    bench.definition = { id: 'proposes', version: '1', elements: [
      { type: 'text', name: 'who', title: 'Votre fonction', defaultValue: 'Agent' }, { type: 'checkbox', name: 'needs', title: 'Besoins', choices: ['Lieux', 'Temps'], defaultValue: ['Lieux'] },
      { type: 'text', name: 'more', title: 'Autre chose' },
    ] };
    const url = bench.page(TAG);
    await page.goto(url);
    await see(page, /Votre fonction/);
    await page.$eval('asb-survey', (survey) => {
      const [who, needs] = survey.shadowRoot!.querySelectorAll('input');
      who!.value = '';
      who!.dispatchEvent(new Event('input'));
      needs!.click();
    });
    await fill(page, 'Autre chose', 'Merci');
    await see(page, /Enregistré sur cet appareil à/);
    await page.reload();
    await press(page, 'Reprendre');
    await see(page, /Votre fonction/);
    assert.deepEqual(await valueOf(page), { more: 'Merci' });
    await page.$eval('asb-survey', (survey) => { survey.readonly = true; });
    await page.waitForFunction(() => document.querySelector('asb-survey')!.shadowRoot!.querySelector('input')!.readOnly);
    assert.deepEqual(await valueOf(page), { more: 'Merci' });
  });

  test('is kept when the page closes right after a key', async () => {
    const url = bench.page(TAG);
    await begin(url); // the device's database is open from here on
    await fill(page, 'Votre fonction', ' au maire');
    await page.goto('about:blank');
    await page.goto(url);
    await press(page, 'Reprendre');
    await see(page, /Étape 1 sur 3/);
    assert.deepEqual(await valueOf(page), { name: 'Adjointe au maire' });
  });

  test('is kept when the browser drops the last writing to its database, and leaves nothing behind', async () => {
    const url = bench.page(TAG);
    await begin(url);
    await page.evaluate(() => { IDBDatabase.prototype.transaction = () => { throw new DOMException('closing', 'InvalidStateError'); }; });
    await fill(page, 'Votre fonction', ' au maire');
    await page.goto('about:blank');
    await page.goto(url);
    await press(page, 'Reprendre');
    await see(page, /Étape 1 sur 3/);
    assert.deepEqual(await valueOf(page), { name: 'Adjointe au maire' });
    assert.deepEqual(await page.evaluate(() => Object.keys(localStorage).filter((name) => name.startsWith('asb-survey-left'))), []);
    await page.reload();
    await press(page, 'Reprendre'); // the database has it by now
    await see(page, /Étape 1 sur 3/);
    assert.deepEqual(await valueOf(page), { name: 'Adjointe au maire' });
  });

  test('goes when the person starts again', async () => {
    const url = bench.page(TAG);
    await begin(url);
    await page.reload();
    await press(page, 'Recommencer');
    await see(page, /Étape 1 sur 3/);
    assert.deepEqual(await valueOf(page), {});
    await page.reload();
    await see(page, /Étape 1 sur 3/);
    assert.doesNotMatch(await textIn(page), /Reprendre/);
  });

  test('is erased on demand, after one question', async () => {
    const url = bench.page(TAG);
    await begin(url);
    await press(page, 'Votre brouillon');
    await see(page, /30 jours au plus.*Sur un ordinateur partagé, effacez ce brouillon/);
    await press(page, 'Effacer mon brouillon');
    await see(page, /Effacer toutes vos réponses de cet appareil \?/);
    await press(page, 'Oui, tout effacer');
    await see(page, /Vos réponses ont été effacées de cet appareil/);
    assert.deepEqual(await valueOf(page), {});
    const left = await page.evaluate(() => new Promise<number>((done, fail) => {
      const opening = indexedDB.open('asb-survey');
      opening.onerror = () => { fail(new Error('no database')); };
      opening.onsuccess = () => {
        const counting = opening.result.transaction('drafts').objectStore('drafts').count();
        counting.onsuccess = () => { done(counting.result); };
      };
    }));
    assert.equal(left, 0);
  });

  test('ends with its lifetime', async () => {
    const url = bench.page(TAG);
    await begin(url);
    await page.goto('about:blank');
    await page.evaluateOnNewDocument(() => {
      const real = Date.now;
      Date.now = () => real() + 31 * 86_400_000;
    });
    await page.goto(url);
    await see(page, /Étape 1 sur 3/);
    assert.deepEqual(await valueOf(page), {});
  });

  test('survives a new version of the survey: what has no question any more is said', async () => {
    const url = bench.page(TAG);
    await begin(url);
    await press(page, 'Continuer');
    await fill(page, 'Courriel', 'mairie@commune.example');
    await press(page, 'Continuer');
    const [who, what, end] = DEFINITION.pages;
    bench.definition = { ...DEFINITION, version: '2', pages: [who, { ...what, elements: what?.elements.slice(0, 1) }, end] };
    await page.goto(url);
    await press(page, 'Reprendre');
    await see(page, /Le questionnaire a changé depuis\. 1 réponse n’a plus de question/);
    assert.deepEqual(await valueOf(page), { name: 'Adjointe' });
  });

  test('two tabs: neither overwrites the other in silence', async () => {
    const url = bench.page(TAG);
    await begin(url, 'Un');
    const other = await context.newPage();
    await other.goto(url);
    await press(other, 'Reprendre');
    await fill(other, 'Votre fonction', ' et deux');
    await see(other, /Enregistré/);
    await page.bringToFront();
    await see(page, /ouvert dans un autre onglet, où il a été modifié à \d\d:\d\d\. Rien n’a été écrasé/);
    await fill(page, 'Votre fonction', ' seul');
    await press(page, 'Prendre les réponses de l’autre onglet');
    await see(page, /Étape 1 sur 3/);
    assert.deepEqual(await valueOf(page), { name: 'Un et deux' });
    await fill(page, 'Votre fonction', ' et trois');
    await see(page, /Enregistré/);
    await other.bringToFront();
    await press(other, 'Garder celles de cet onglet');
    await see(other, /Enregistré/);
    await other.reload();
    await press(other, 'Reprendre');
    assert.deepEqual(await valueOf(other), { name: 'Un et deux' });
  });

  test('sent from one tab: the other says so and sends nothing twice', async () => {
    const url = bench.page(TAG);
    await begin(url);
    const other = await context.newPage();
    await other.goto(url);
    await press(other, 'Reprendre');
    await see(other, /Étape 1 sur 3/);
    await page.bringToFront();
    await press(page, 'Continuer');
    await press(page, 'Continuer');
    await press(page, 'Relire mes réponses');
    await press(page, 'Envoyer mes réponses');
    await see(page, /sont bien arrivées/);
    await other.bringToFront();
    await see(other, /Ce brouillon a été envoyé ou effacé dans un autre onglet/);
    await press(other, 'Continuer');
    await press(other, 'Continuer');
    await press(other, 'Relire mes réponses');
    await press(other, 'Envoyer mes réponses');
    assert.equal(await other.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.getAttribute('data-focus')), 'conflict');
    assert.equal(bench.kept.size, 1);
  });

  test('goes on on another device by a link that leaves no trace in the address', async () => {
    const url = bench.page(TAG);
    await begin(url);
    await press(page, 'Votre brouillon');
    await press(page, 'Reprendre sur un autre appareil');
    await see(page, /Ouvrez ce lien sur l’autre appareil/);
    const link = await page.$eval('asb-survey', (survey) => survey.shadowRoot?.querySelector<HTMLInputElement>('#asb-link')?.value ?? '');
    assert.equal(link, `${url}#asb-draft=token-0`);

    const phone = await browser.createBrowserContext();
    const there = await phone.newPage();
    await there.goto(link);
    await see(there, /Étape 1 sur 3/);
    assert.deepEqual(await valueOf(there), { name: 'Adjointe' });
    assert.equal(there.url(), url);
    await fill(there, 'Votre fonction', ' au maire');
    await waitFor(() => JSON.stringify(bench.drafts.get('token-0')?.answers) === '{"name":"Adjointe au maire"}');
    await press(there, 'Continuer');
    await press(there, 'Continuer');
    await press(there, 'Relire mes réponses');
    await press(there, 'Envoyer mes réponses');
    await see(there, /sont bien arrivées/);
    await waitFor(() => bench.drafts.size === 0);
    await phone.close();

    await page.goto('about:blank');
    await page.goto(link);
    await see(page, /Ce lien de reprise n’est plus valable/);
    await see(page, /Reprendre où vous en étiez/);
  });

  test('here and behind a link: the person chooses', async () => {
    const url = bench.page(TAG);
    await begin(url, 'Ici');
    bench.drafts.set('elsewhere', { answers: { name: 'Ailleurs' }, page: 'what', locale: 'fr', updatedAt: new Date().toISOString(), expiresAt: '' });
    await page.goto('about:blank');
    await page.goto(`${url}#asb-draft=elsewhere`);
    await see(page, /Un autre brouillon est gardé sur cet appareil/);
    await press(page, 'Continuer avec le lien');
    await see(page, /Étape 2 sur 3/);
    assert.deepEqual(await valueOf(page), { name: 'Ailleurs' });
  });

  test('answered on two devices at once, nothing is overwritten: the person chooses', async () => {
    const url = bench.page(TAG);
    await begin(url);
    await press(page, 'Votre brouillon');
    await press(page, 'Reprendre sur un autre appareil');
    await see(page, /Ouvrez ce lien sur l’autre appareil/);
    // The other device saves first.
    bench.drafts.set('token-0', { answers: { name: 'Sur le téléphone' }, page: 'who', locale: 'fr', updatedAt: '2031-01-01T00:00:00.000Z', expiresAt: '' });
    await fill(page, 'Votre fonction', ' ici');
    await see(page, /modifiées sur un autre appareil .*Rien n’a été écrasé/);
    assert.deepEqual(bench.drafts.get('token-0')?.answers, { name: 'Sur le téléphone' });
    await press(page, 'Prendre les réponses de l’autre appareil');
    await see(page, /Étape 1 sur 3/);
    assert.deepEqual(await valueOf(page), { name: 'Sur le téléphone' });
    // From here this device has read them: it may write again.
    await fill(page, 'Votre fonction', ' et ici');
    await waitFor(() => JSON.stringify(bench.drafts.get('token-0')?.answers) === '{"name":"Sur le téléphone et ici"}');
  });

  test('closed and opened again, a device does not take its own last save for another’s', async () => {
    const url = bench.page(TAG);
    await begin(url);
    await press(page, 'Votre brouillon');
    await press(page, 'Reprendre sur un autre appareil');
    await see(page, /Ouvrez ce lien sur l’autre appareil/);
    await fill(page, 'Votre fonction', ' du maire');
    await page.goto('about:blank'); // saves as it goes, and hears no answer
    await waitFor(() => JSON.stringify(bench.drafts.get('token-0')?.answers) === '{"name":"Adjointe du maire"}');
    await page.goto(url);
    await press(page, 'Reprendre');
    await see(page, /Étape 1 sur 3/);
    await fill(page, 'Votre fonction', ' ici');
    await waitFor(() => JSON.stringify(bench.drafts.get('token-0')?.answers) === '{"name":"Adjointe du maire ici"}');
    assert.doesNotMatch(await textIn(page), /autre appareil à/);
  });

  test('of two surveys on one page do not mix', async () => {
    const url = bench.page(`${TAG.replace('>', ' id="one">')}${TAG.replace('>', ' id="two" storage-key="b">')}`);
    await page.goto(url);
    await see(page, /Étape 1 sur 3/, '#one');
    await see(page, /Étape 1 sur 3/, '#two');
    await page.$eval('#two', (survey) => { survey.shadowRoot?.querySelector('input')?.focus(); });
    await page.keyboard.type('Deux');
    await see(page, /Enregistré/, '#two');
    await page.reload();
    await see(page, /Reprendre où vous en étiez/, '#two');
    await see(page, /Étape 1 sur 3/, '#one');
  });

  test('answered, sent, then another answer is a new one', async () => {
    await page.goto(bench.page(TAG));
    await answerAll(page, 'Première');
    await press(page, 'Envoyer mes réponses');
    await see(page, /sont bien arrivées.*Merci Première !/);
    await press(page, 'Remplir une autre réponse');
    await answerAll(page, 'Seconde');
    await press(page, 'Envoyer mes réponses');
    await see(page, /sont bien arrivées.*Merci Seconde !/);
    assert.equal(bench.kept.size, 2);
  });
});

async function waitFor(fact: () => boolean): Promise<void> {
  const end = Date.now() + 15_000;
  while (!fact()) {
    if (Date.now() > end) throw new Error(`never: ${String(fact)}`);
    await new Promise(setImmediate);
  }
}
