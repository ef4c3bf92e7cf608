/** `npm start` for real: its addresses, the hub's page in a browser, a stop and a second start. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Browser, Page } from 'puppeteer-core';
import { launchBrowser } from '../browsers.mjs';

const ROOT = path.resolve(import.meta.dirname, '../..');

interface Demo {
  readonly process: ChildProcess;
  readonly hub: string;
  readonly site: string;
  readonly survey: string;
}

async function startDemo(data: string): Promise<Demo> {
  const child = spawn(process.execPath, ['--conditions=source', 'scripts/start.ts'], {
    cwd: ROOT,
    env: { ...process.env, ASB_DATA: data, PORT: '0', COLLECTOR_PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.setEncoding('utf8');
  for await (const part of child.stdout) {
    said += String(part);
    if (said.includes('Ctrl+C')) break;
  }
  const find = (pattern: RegExp): string => pattern.exec(said)?.[0] ?? assert.fail(said);
  const hub = find(/http:\S+\/hub\/#jeton=\S+/);
  return { process: child, hub, site: new URL(hub).origin, survey: find(/http:\S+(?=\/openapi\.json)/) + '/surveys/commune-2026' };
}

async function stopDemo({ process: child }: Demo): Promise<number | null> {
  const ended = once(child, 'exit');
  child.kill('SIGINT');
  return (await ended)[0] as number | null;
}

const send = (survey: string, commune: string): Promise<Response> =>
  fetch(`${survey}/answers`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': crypto.randomUUID() },
    body: JSON.stringify({ survey: null, definitionVersion: null, locale: 'fr', commune, answers: { commune, role: 'elu', commentaire: '<img src=x onerror=alert(1)>' } }),
  });

describe('npm start', { timeout: 240_000 }, () => {
  let data: string;
  let demo: Demo;
  let browser: Browser;
  let page: Page;
  const violations: string[] = [];

  const rows = (): Promise<number> => page.$$eval('tbody tr', (all) => all.length);
  const rowsAre = (count: number): Promise<unknown> => page.waitForFunction((wanted) => document.querySelectorAll('tbody tr').length === wanted, {}, count);
  const says = (words: string): Promise<unknown> => page.waitForFunction((wanted) => document.body.innerText.includes(wanted), {}, words);
  const press = (name: string): Promise<void> => page.locator(`::-p-aria(${name}[role="button"])`).click();

  const inSurvey = (words: string): Promise<unknown> =>
    page.waitForFunction((wanted) => document.querySelector('asb-survey')?.shadowRoot?.textContent.includes(wanted), {}, words);
  /** A new page that notes what goes against its security policy. */
  async function open(at?: string): Promise<Page> {
    const opened = await browser.newPage();
    opened.on('console', (message) => {
      if (/Content Security Policy|TrustedHTML|TrustedScript/i.test(message.text())) violations.push(`${opened.url()}: ${message.text()}`);
    });
    opened.on('pageerror', (error) => violations.push(`${opened.url()}: ${String(error)}`));
    if (at !== undefined) await opened.goto(demo.site + at);
    return opened;
  }

  before(async () => {
    data = await mkdtemp(path.join(tmpdir(), 'asb-start-'));
    demo = await startDemo(data);
    browser = await launchBrowser();
    page = await open();
  });

  after(async () => {
    await browser.close();
    if (demo.process.exitCode === null) await stopDemo(demo);
    await rm(data, { recursive: true, force: true });
  });

  test('every page is there', async () => {
    for (const at of ['/', '/commune/', '/hub/', '/cms/', '/cms/bloc.html', '/cms/cadre.html', '/cms/sans-charset.html', '/embed/survey.html', '/assets/hub.js', '/cdn/survey.js', '/cdn/asb.iife.js']) {
      assert.equal((await fetch(demo.site + at)).status, 200, at);
    }
    const definition = (await (await fetch(demo.survey)).json()) as { rgpd: { contactDpo: string } };
    assert.equal(definition.rgpd.contactDpo, 'dpo@hub.example');
  });

  test('the hub asks for its token, refuses a wrong one, and takes the printed link’s without leaving it in the address', async () => {
    await page.goto(`${demo.site}/hub/`);
    await press('Ouvrir');
    await says('Collez le jeton pour continuer');
    await page.type('#token', 'faux');
    await press('Ouvrir');
    await says('n’est pas reconnu');
    await page.goto('about:blank');
    await page.goto(demo.hub);
    await says('Aucune réponse pour l’instant');
    assert.equal(page.url(), `${demo.site}/hub/`);
  });

  test('the empty state offers fictitious answers, which come marked and counted', async () => {
    await press('Ajouter 12 réponses fictives');
    await rowsAre(12);
    await says('12 sur 95 communes ont répondu');
    assert.equal(await page.$$eval('tbody .tag', (tags) => tags.length), 12);
  });

  test('an answer sent by a commune appears by itself, and what it holds stays text', async () => {
    assert.equal((await send(demo.survey, '59350')).status, 201);
    await rowsAre(13);
    await press('Lire la réponse de Lille');
    await says('<img src=x onerror=alert(1)>');
    assert.equal(await page.$$eval('dialog img', (all) => all.length), 0);
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => document.querySelector('dialog') === null);
    assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('aria-label')), 'Lire la réponse de Lille');
  });

  test('a search narrows the list', async () => {
    await page.type('input[type=search]', 'lille');
    await page.waitForFunction(() => [...document.querySelectorAll('tbody th')].every((cell) => /lille/i.test(cell.textContent)));
    await page.$eval('input[type=search]', (field) => {
      field.value = '';
      field.dispatchEvent(new Event('input'));
    });
    await rowsAre(13);
  });

  test('an answer is erased only once confirmed', async () => {
    await press('Supprimer la réponse de Lille');
    await press('Annuler');
    assert.equal(await rows(), 13);
    await press('Supprimer la réponse de Lille');
    await press('Supprimer définitivement');
    await says('La réponse de Lille est supprimée');
    await rowsAre(12);
  });

  test('CSV, Excel and JSON are downloaded', async () => {
    const folder = path.join(data, 'downloads');
    const session = await browser.target().createCDPSession();
    await session.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: folder, eventsEnabled: true });
    for (const [button, extension] of [['CSV', 'csv'], ['Excel', 'xlsx'], ['JSON', 'json']] as const) {
      const done = new Promise((resolve) => {
        session.on('Browser.downloadProgress', ({ state }) => {
          if (state === 'completed') resolve(undefined);
        });
      });
      await press(button);
      await done;
      session.removeAllListeners('Browser.downloadProgress');
      assert.ok((await readdir(folder)).some((name) => name.endsWith(`.${extension}`)), extension);
    }
    const csv = await readFile(path.join(folder, (await readdir(folder)).find((name) => name.endsWith('.csv')) ?? ''), 'utf8');
    assert.ok(csv.startsWith('\ufeff'));
    assert.match(csv, /Réponse fictive de démonstration/);
  });

  test('without a network the page says so and keeps the list, then goes on', async () => {
    await page.setOfflineMode(true);
    await says('Hors ligne');
    assert.equal(await rows(), 12);
    await page.setOfflineMode(false);
    await says('À jour à');
  });

  test('someone answers on the commune’s page, and the hub sees it', async () => {
    const hubPage = page;
    page = await open('/commune/');
    const step = (number: number): Promise<unknown> => inSurvey(`Étape ${String(number)} sur 8`);
    await page.locator('::-p-aria(Bibliothèque ou médiathèque[role="radio"])').click();
    for (let number = 1; number < 8; number++) {
      await step(number);
      await press('Continuer');
    }
    await step(8);
    await page.locator('::-p-aria(Peut-être, nous voulons en savoir plus[role="radio"])').click();
    await press('Relire mes réponses');
    await press('Envoyer mes réponses');
    await inSurvey('Vos réponses sont bien arrivées');
    const receipt = await page.evaluate(() => /[A-Z0-9]{4}-[A-Z0-9]{4}/.exec(document.querySelector('asb-survey')?.shadowRoot?.textContent ?? '')?.[0]);
    await page.close();
    page = hubPage;
    await page.bringToFront();
    await rowsAre(13);
    await says(receipt ?? 'a receipt');
    const row = await page.$eval('tbody tr', ({ innerText }) => innerText);
    assert.match(row, /Lambersart/);
    assert.match(row, /Peut-être/);
    await press('Supprimer la réponse de Lambersart');
    await press('Supprimer définitivement');
    await rowsAre(12);
  });

  test('a content manager’s block, a page without encoding and a frame show the survey, the frame at its height', async () => {
    const hubPage = page;
    for (const at of ['/cms/bloc.html', '/cms/sans-charset.html']) {
      page = await open(at);
      await inSurvey('Étape 1 sur 8');
      await page.close();
    }
    page = await open('/cms/cadre.html');
    await page.waitForFunction(() => {
      const frame = document.querySelector('iframe');
      const inside = frame?.contentDocument?.querySelector('asb-survey');
      return frame && inside && inside.shadowRoot?.textContent.includes('Étape 1 sur 8') && inside.scrollHeight > 700 && frame.clientHeight >= inside.scrollHeight;
    });
    await page.close();
    page = hubPage;
    await page.bringToFront();
  });

  test('the pages hold to accessibility rules, wide and narrow, light and dark, and never scroll sideways', async (context) => {
    const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
    const other = await browser.newPage();
    context.after(() => other.close());
    await other.setBypassCSP(true); // for axe to be put in the page
    const token = new URL(demo.hub).hash;
    const elements = [['diagnostic', 'self-assessment'], ['acteurs', 'actor-map'], ['strategie', 'impact-strategy'], ['plan-d-actions', 'action-plan'], ['badges', 'badge-viewer'], ['espace', 'commons'], ['delivrer-des-badges', 'badge-issuer']] as const;
    for (const [at, ready] of [
      ['/', 'h1'], ['/cms/', 'h1'], ['/commune/', 'asb-survey >>> input[type=radio]'], [`/hub/${token}`, 'tbody tr'], ...elements.map(([page, element]) => [`/${page}/`, `asb-${element} >>> :is(button, p)`] as const),
    ] as const) {
      for (const width of [360, 1280]) {
        for (const value of ['light', 'dark']) {
          await other.setViewport({ width, height: 800 });
          await other.emulateMediaFeatures([{ name: 'prefers-color-scheme', value }]);
          await other.goto('about:blank');
          await other.goto(demo.site + at);
          await other.waitForSelector(ready);
          await other.evaluate(axe);
          const found = await other.evaluate(async () => {
            const { violations: all } = await (globalThis as unknown as { axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> } }).axe.run();
            return all.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
          });
          assert.deepEqual(found, [], `${at} ${String(width)} ${value}`);
          assert.ok(await other.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${at} ${String(width)}`);
        }
      }
    }
  });

  test('nothing went against a page’s security policy, on any of them', () => {
    assert.deepEqual(violations, []);
  });

  test('it stops cleanly, and a second start finds the answers and the token again', async () => {
    assert.equal(await stopDemo(demo), 0);
    const { hub } = demo;
    demo = await startDemo(data);
    assert.equal(new URL(demo.hub).hash, new URL(hub).hash);
    await page.bringToFront();
    await page.goto(demo.hub);
    await rowsAre(12);
  });
});
