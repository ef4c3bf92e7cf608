/**
 * Three pages write in one workspace, one of them on a line that is cut, while the collector is killed without warning and started again:
 * each ends with everything that any of them wrote, and so does who comes later.
 */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'puppeteer-core';
import { ADMIN } from '../../packages/collector/src/testing/collector.ts';
import { startCollector } from '../../packages/collector/src/testing/process.ts';
import type { Running } from '../../packages/collector/src/testing/process.ts';
import { launchBrowser } from '../browsers.mjs';
import { holds, Line, openSite, put, ready, records, said, says, titles } from '../e2e/workspace-bench.ts';
import { visit } from '../embedding/site.ts';
import type { Site, Visit } from '../embedding/site.ts';

let folder: string;
let port: number;
let collector: Running;
let browser: Browser;
let site: Site;
let lines: Line[];

const start = () => startCollector(['--data', join(folder, 'data')], { ASB_ADMIN_TOKEN: ADMIN }, port);

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'asb-workspace-'));
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  ({ port } = probe.address() as AddressInfo);
  probe.close();
  await once(probe, 'close');
  collector = await start();
  lines = await Promise.all([1, 2, 3, 4].map(() => new Line(port).open()));
  site = await openSite(lines.map((line) => line.port));
  browser = await launchBrowser();
});
after(async () => {
  await browser.close();
  await site.close();
  for (const line of lines) line.close();
  await collector.stop('SIGTERM');
  await rm(folder, { recursive: true, force: true });
});

async function hub<Body>(path: string, body: unknown): Promise<Body> {
  const response = await fetch(`${collector.url}${path}`, { method: 'POST', headers: { 'Authorization': `Bearer ${ADMIN}`, 'Content-Type': 'application/json' }, body: JSON.stringify(body) });
  assert.equal(response.status, 201);
  return await response.json() as Body;
}

const linkOf = (line: Line | undefined, workspace: string, token: string): string => `${site.origin}/${String(line?.port)}#asb-workspace=${workspace}.${token}`;

async function newWorkspace(id: string): Promise<(role: string) => Promise<string>> {
  await hub('/workspaces', { id, title: 'Essai' });
  return async (role) => (await hub<{ token: string }>(`/workspaces/${id}/invitations`, { role, label: 'Accueil' })).token;
}

const open = async (address: string): Promise<Visit> => {
  const visited = await visit(browser, address);
  await ready(visited.page);
  return visited;
};

test('three pages, one offline, the collector killed twice: nothing is lost', async () => {
  const invite = await newWorkspace('plan');
  const token = await invite('edit');
  const visits = await Promise.all(lines.slice(0, 3).map((line) => open(linkOf(line, 'plan', token))));
  const [one, two, three] = visits.map(({ page }) => page) as [Page, Page, Page];
  assert.equal(await one.evaluate(() => location.hash), '', 'the token does not stay in the address');
  await Promise.all([one, two, three].map((page) => says(page, 'À jour avec le hub')));
  await says(one, '3 personnes ici (vous, Accueil et Accueil)');

  await put(one, 1, { title: 'Ouvrir le samedi', notes: 'Le comité se réunit.' });
  await Promise.all([two, three].map((page) => holds(page, 1)));

  lines[2]?.cut();
  await says(three, 'Hors connexion');
  await says(one, '2 personnes ici');
  await Promise.all([put(one, 1, { title: 'Ouvrir le samedi matin' }), put(two, 1, { status: 'En cours' }), put(three, 1, { notes: 'Le comité de pilotage se réunit.' })]);

  for (const turn of [10, 20]) {
    const writing = Promise.all([one, two, three].map(async (page, at) => {
      for (let n = 0; n < 5; n += 1) await put(page, 100 * (at + 1) + turn + n, { title: `${String(at)}-${String(turn + n)}` });
    }));
    await collector.stop('SIGKILL');
    await writing;
    await put(one, 2, { title: `Pendant la panne ${String(turn)}` });
    collector = await start();
    await says(one, 'À jour avec le hub');
    await says(two, 'À jour avec le hub');
  }

  lines[2]?.mend();
  await Promise.all([one, two, three].map((page) => holds(page, 32)));
  await Promise.all([one, two, three].map((page) => says(page, 'À jour avec le hub')));
  // The last word of each has gone round once a reader who comes now has what they have.
  const late = await open(linkOf(lines[3], 'plan', await invite('read')));
  await holds(late.page, 32);
  const expected = await records(one);
  for (const page of [two, three, late.page]) {
    await page.waitForFunction((all: string) => JSON.stringify(document.querySelector('asb-commons')!.toJSON()!.records) === all, {}, expected);
  }
  const first = (JSON.parse(expected) as { title: string; status: string; notes: string }[])[0];
  assert.deepEqual([first?.title, first?.status, first?.notes], ['Ouvrir le samedi matin', 'En cours', 'Le comité de pilotage se réunit.']);
  for (const visited of [...visits, late]) assert.deepEqual(await visited.violations(), []);

  // A reader: said, refused here, and refused by the server (packages/collector/src/workspaces/live.test.ts).
  await says(late.page, 'Lecture seule');
  assert.match(await put(late.page, 1, { title: 'x' }), /readonly/);
  assert.doesNotMatch(await said(late.page), /Ouvrir un fichier/);
  await Promise.all([...visits, late].map(({ page }) => page.browserContext().close()));
});

test('what was written offline goes even when the page was closed meanwhile', async () => {
  const invite = await newWorkspace('carnet');
  const token = await invite('edit');
  const [line] = lines;
  const { page } = await open(linkOf(line, 'carnet', token));
  await says(page, 'À jour avec le hub');
  line?.cut();
  await says(page, 'Hors connexion');
  await put(page, 1, { title: 'Écrit dans le train' });
  await says(page, 'Enregistré sur cet appareil');
  const context = page.browserContext();
  await page.close();
  const again = await context.newPage();
  await again.goto(linkOf(line, 'carnet', token));
  await holds(again, 1);
  line?.mend();
  await says(again, 'À jour avec le hub');
  const other = await open(linkOf(lines[1], 'carnet', token));
  await holds(other.page, 1);
  assert.deepEqual(await titles(other.page), ['Écrit dans le train']);
  await again.reload(); // the invitation is kept for the tab
  await says(again, 'À jour avec le hub');
  await context.close();
  await other.page.browserContext().close();
});

test('an invitation that is not good says so, and what was written stays', async () => {
  const { page } = await open(linkOf(lines[0], 'plan', 'x'.repeat(43)));
  await says(page, 'Invitation refusée');
  await says(page, 'Demandez-en une autre au hub');
  await put(page, 1, { title: 'A' });
  await says(page, 'Enregistré sur cet appareil');
});
