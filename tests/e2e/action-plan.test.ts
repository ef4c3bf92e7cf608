/**
 * From a diagnosis to a plan that is followed: two adopted recommendations become actions with owners, dates, an indicator with three dated
 * values; the retroplanning moves by two weeks; files go out, and come back in a browser that never saw the plan.
 */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { promisify } from 'node:util';
import Papa from 'papaparse';
import type { Browser, Page } from 'puppeteer-core';

import { buildEmbed } from '../../scripts/embed.ts';
import { launchBrowser } from '../browsers.mjs';
import { serve, visit } from '../embedding/site.ts';
import type { Site } from '../embedding/site.ts';
import { Person } from './person.ts';

const POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; connect-src 'self'; require-trusted-types-for 'script'; trusted-types lit-html";
const CDN = path.resolve(import.meta.dirname, '../../packages/elements/src/cdn');
const html = (name: string, element: string) => ({ headers: { 'content-security-policy': POLICY }, body: `<!doctype html><html lang="fr"><meta charset="utf-8"><link rel="icon" href="data:,"><title>Plan</title><script type="module" src="/cdn/${name}.js"></script>${element}` });

let site: Site;
let browser: Browser;
before(async () => {
  const embeds = await buildEmbed(new Map(['self-assessment', 'action-plan'].map((name) => [name, path.join(CDN, `${name}.ts`)])));
  site = await serve(embeds, {
    '/diagnostic': html('self-assessment', '<asb-self-assessment commune="59350"></asb-self-assessment>'),
    '/plan': html('action-plan', '<asb-action-plan></asb-action-plan>'),
  });
  browser = await launchBrowser();
});
after(async () => {
  await browser.close();
  await site.close();
});

const run = promisify(execFile);
const office = await run('soffice', ['--version']).then(() => true, () => false);

/** A person at a diagnosis or at a plan. */
class Planner extends Person {
  readonly complaints: readonly string[];

  constructor({ page, complaints }: { readonly page: Page; readonly complaints: readonly string[] }) {
    super(page, 'asb-self-assessment, asb-action-plan');
    this.complaints = complaints;
  }

  static async at(address: string): Promise<Planner> {
    return new Planner(await visit(browser, site.origin + address));
  }

  /** The field under a label, as a person fills it in and leaves it. */
  async fill(label: string, value: string, nth = 0): Promise<void> {
    await this.page.waitForFunction((words, at, written) => {
      const root = document.querySelector('asb-action-plan')?.shadowRoot;
      const labels = [...root?.querySelectorAll('label') ?? []].filter((each) => each.querySelector('span')?.textContent.trim() === words);
      const field = labels[at]?.querySelector<HTMLInputElement>('input, select, textarea');
      if (!field) return false;
      field.value = written;
      field.dispatchEvent(new Event('input', { bubbles: true }));
      field.dispatchEvent(new Event('change', { bubbles: true }));
      return true;
    }, { timeout: 20_000 }, label, nth, value);
  }

  plan() {
    return this.page.evaluate(() => JSON.parse(JSON.stringify(document.querySelector('asb-action-plan')!.value)) as HTMLElementTagNameMap['asb-action-plan']['value']);
  }
}

let written: { readonly plan: Awaited<ReturnType<Planner['plan']>>; readonly xlsx: Buffer } | undefined;

/** Two recommendations that people keep, as the self-assessment hands them over. */
async function adopted(): Promise<Buffer> {
  const person = await Planner.at('/diagnostic');
  await person.press('Commencer à répondre');
  await person.page.waitForFunction(() => {
    const root = document.querySelector('asb-self-assessment')?.shadowRoot;
    const fields = [...root?.querySelectorAll<HTMLInputElement>('input[type=radio][value="1"]') ?? []];
    for (const field of fields) field.click();
    return fields.length > 1;
  }, { timeout: 20_000 });
  await person.press('Préconisations');
  await person.press('Retenir');
  await person.press('Retenir');
  const file = await person.takes(() => person.press('Faire 2 actions'));
  assert.deepEqual(person.complaints, []);
  return file;
}

test('two recommendations become a plan that is followed, leaves as files, and comes back equal', { timeout: 120_000 }, async () => {
  const one = await Planner.at('/plan');
  await one.gives('actions.json', await adopted());
  await one.sees('2 actions');
  const begun = await one.plan();
  assert.deepEqual(begun.actions.map(({ derivedFrom, recommendation }) => [derivedFrom.length, typeof recommendation]), [[1, 'string'], [1, 'string']]);

  for (const [at, { title }] of begun.actions.entries()) {
    await one.press(`Ouvrir la fiche : ${title}`);
    await one.sees('Retour au plan');
    await one.fill('Pilotes', at === 0 ? 'Commune, CCAS' : 'Médiathèque');
    await one.fill('Début', at === 0 ? '2027-03-01' : '2027-03-15');
    await one.fill('Fin', at === 0 ? '2027-04-12' : '2027-05-03');
    if (at === 0) {
      await one.press('Indicateurs (0)');
      await one.press('Ajouter un indicateur');
      await one.fill('Indicateur', 'Personnes accompagnées');
      await one.fill('Cible', '60');
      for (const [n, [date, value]] of ([['2027-01-31', '12'], ['2027-02-28', '30,5'], ['2027-03-31', '48']] as const).entries()) {
        await one.press('Ajouter une valeur');
        await one.fill('Date', date, n);
        await one.fill('Valeur', value, n);
      }
    }
    await one.press('Retour au plan');
  }

  await one.press('Rétroplanning');
  await one.fill('Date pivot', '2027-04-14');
  await one.fill('Ce qui a lieu ce jour-là', 'Atelier');
  await one.press('Lier les actions affichées');
  await one.fill('Date pivot', '2027-04-28');
  await one.sees('dates vont bouger');
  await one.press('Appliquer');
  await one.sees('Dates déplacées.');
  const plan = await one.plan();
  const [first, second] = plan.actions;
  // Two weeks later each; Easter Monday stands before the pivot and is avoided earlier, Whit Monday after it, and later.
  assert.deepEqual([first?.start, first?.end, second?.start, second?.end], ['2027-03-15', '2027-04-26', '2027-03-26', '2027-05-18']);
  assert.deepEqual(first?.indicators.map(({ name, target, values }) => [name, target, values.map(({ date, value }) => [date, value])]), [['Personnes accompagnées', 60, [['2027-01-31', 12], ['2027-02-28', 30.5], ['2027-03-31', 48]]]]);
  assert.deepEqual(plan.actions.map(({ pilots }) => pilots), [['Commune', 'CCAS'], ['Médiathèque']]);

  await one.press('Télécharger');
  const json = await one.takes(() => one.press('Plan complet (JSON)'));
  const ics = (await one.takes(() => one.press('Calendrier (.ics)'))).toString().replace(/\r\n /g, '');
  const xlsx = await one.takes(() => one.press('Excel (Territoires'));
  for (const { end = '' } of plan.actions) assert.ok(ics.includes(`DTSTART;VALUE=DATE:${end.replaceAll('-', '')}`), ics);
  assert.deepEqual(one.complaints, []);

  const two = await Planner.at('/plan');
  await two.gives('plan.json', json);
  await two.sees('2 actions');
  const again = await two.plan();
  assert.deepEqual({ ...again, history: [] }, { ...plan, history: [] });

  const three = await Planner.at('/plan');
  await three.gives('plan.xlsx', xlsx);
  await three.press('Prendre ce plan');
  await three.sees('2 actions');
  const fromTable = await three.plan();
  const held = ({ actions }: typeof plan) => actions.map(({ title, description, pilots, status, priority, start, end, indicators }) => ({ title, description, pilots, status, priority, start, end, indicators: indicators.map(({ name }) => name) }));
  assert.deepEqual(held(fromTable), held(plan));
  assert.deepEqual([two.complaints, three.complaints], [[], []]);
  written = { plan, xlsx };
});

test('LibreOffice shows the same cells', { skip: office ? false : 'LibreOffice is not installed', timeout: 90_000 }, async () => {
  assert.ok(written);
  const { plan, xlsx } = written;
  const folder = await mkdtemp(path.join(tmpdir(), 'asb-plan-'));
  try {
    await writeFile(path.join(folder, 'plan.xlsx'), xlsx);
    // Separator, quote, UTF-8, from the first line; dates and numbers as they show.
    await run('soffice', [`-env:UserInstallation=file://${folder}/profile`, '--headless', '--convert-to', 'csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,true', '--outdir', folder, path.join(folder, 'plan.xlsx')], { timeout: 60_000 });
    const rows = Papa.parse<string[]>(await readFile(path.join(folder, 'plan.csv'), 'utf8'), { delimiter: ';' }).data;
    assert.equal(rows[1]?.length, 28);
    assert.equal(rows[1][0], 'Axe (x)');
    const french = (day = ''): string => day.split('-').reverse().join('/');
    assert.deepEqual(rows.slice(3, 5).map((row) => [row[3], row[9], row[24], row[25], row[26], row[27]]), plan.actions.map(({ title, pilots, status, priority = '', start, end }) => [title, pilots.join(', '), status, priority, french(start), french(end)]));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
