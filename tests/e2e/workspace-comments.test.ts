/** Invitations that do not allow to edit. To comment: a colleague reads the shared plan, says what they think of an action, changes nothing, and the coordination reads it. */
import assert from 'node:assert/strict';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { createCollector, createLog } from '@assembleurs/collector';
import type { Collector } from '@assembleurs/collector';
import type { Browser } from 'puppeteer-core';
import { buildEmbed } from '../../scripts/embed.ts';
import { launchBrowser } from '../browsers.mjs';
import { serve, visit } from '../embedding/site.ts';
import type { Site } from '../embedding/site.ts';
import { Person } from './person.ts';
import { holds, idOf, Line, put, ready, records, said, says, titles } from './workspace-bench.ts';

const TOKEN = 'test-token-of-the-coordination-0003';
const CDN = path.resolve(import.meta.dirname, '../../packages/elements/src/cdn');
const COMMONS = 'asb-commons';
const PLAN = 'asb-action-plan';
const MAP = 'asb-actor-map';
const STRATEGY = 'asb-impact-strategy';

let browser: Browser;
let collector: Collector;
let site: Site;
let hub: string;
let line: Line;

const page = (attributes: string, names: readonly string[] = ['action-plan']) => ({
  headers: { 'content-security-policy': "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; connect-src 'self' ws://127.0.0.1:*; require-trusted-types-for 'script'; trusted-types lit-html" },
  body: `<!doctype html><html lang="fr"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><link rel="icon" href="data:,"><title>Plan</title><script type="module" src="/cdn/commons.js"></script>${names.map((name) => `<script type="module" src="/cdn/${name}.js"></script>`).join('')}
        <asb-commons ${attributes} member="Médiathèque">${names.map((name) => `<asb-${name}></asb-${name}>`).join('')}</asb-commons>`,
});

before(async () => {
  collector = await createCollector({ adminToken: TOKEN, origins: ['*'], rates: false, log: createLog('error') });
  ({ url: hub } = await collector.listen({ port: 0, host: '127.0.0.1' }));
  line = await new Line(Number(new URL(hub).port)).open();
  site = await serve(await buildEmbed(new Map(['commons', 'action-plan', 'actor-map', 'impact-strategy'].map((name) => [name, `${CDN}/${name}.ts`]))), {
    '/': page(`collector="${hub}"`),
    '/line': page(`collector="http://127.0.0.1:${String(line.port)}"`),
    '/others': page(`collector="${hub}"`, ['actor-map', 'impact-strategy']),
    '/begins': page(`collector="${hub}" src="/start.json"`),
    '/start.json': { type: 'application/json', body: JSON.stringify({ records: [{ id: idOf(7), type: 'action', version: 1, derivedFrom: [], title: 'Pour commencer' }] }) },
  });
  browser = await launchBrowser();
});
after(async () => {
  await browser.close();
  await site.close();
  line.close();
  await collector.close();
});

const ask = async (address: string, body: unknown): Promise<{ readonly token: string }> => {
  const response = await fetch(hub + address, { method: 'POST', headers: { 'Authorization': `Bearer ${TOKEN}`, 'Content-Type': 'application/json' }, body: JSON.stringify(body) });
  assert.equal(response.status, 201);
  return await response.json() as { token: string };
};
const linkOf = async (role: string, workspace: string, path = '/'): Promise<string> => {
  const { token } = await ask(`/workspaces/${workspace}/invitations`, { role, label: 'Médiathèque' });
  return `${site.origin}${path}#asb-workspace=${workspace}.${token}`;
};
const open = async (address: string) => {
  const visited = await visit(browser, address);
  await ready(visited.page);
  return { ...visited, bar: new Person(visited.page, COMMONS), plan: new Person(visited.page, PLAN), map: new Person(visited.page, MAP), strategy: new Person(visited.page, STRATEGY) };
};
const join = async (role: string, workspace = 'plan', path = '/') => {
  const visited = await open(await linkOf(role, workspace, path));
  await says(visited.page, 'À jour avec le hub');
  return visited;
};

test('who may comment writes about an action and about the whole, and takes back their own; the coordination reads it in the plan', async () => {
  await ask('/workspaces', { id: 'plan', title: 'Essai' });
  const editor = await join('edit');
  await put(editor.page, 1, { title: 'Ouvrir le samedi' });
  const guest = await join('comment');
  await says(guest.page, 'Commentaires seulement');
  await guest.page.waitForFunction(() => !document.querySelector('asb-action-plan')!.shadowRoot!.textContent.includes('Ajouter une action'));

  await guest.plan.press('Ouvrir le samedi');
  await guest.plan.press('Commentaires (0)');
  assert.match(await put(guest.page, 1, { title: 'x' }), /readonly/);
  await guest.page.type(`${PLAN} >>> [data-focus=comment]`, 'Le samedi matin suffit.');
  await guest.plan.press('Ajouter le commentaire');
  await guest.plan.sees('Commentaires (1)');

  await editor.plan.press('Fiche');
  await editor.plan.sees('Commentaires (1)');
  await editor.plan.sees('Le samedi matin suffit.');

  // In the bar: about any record, or all of it.
  await guest.bar.press('Ajouter le commentaire');
  await guest.bar.sees('Écrivez d’abord votre commentaire.');
  await guest.page.type(`${COMMONS} >>> #remark-text`, 'Merci de nous associer.\nLa suite ?');
  await guest.bar.press('Ajouter le commentaire');
  await guest.bar.sees('Commentaires (2)');
  await editor.bar.press('Commentaires (2)');
  await editor.bar.sees('L’ensemble de l’espace');
  await editor.bar.sees('Sur « Ouvrir le samedi »');
  await editor.bar.sees('– Médiathèque');

  // Whoever comes later reads them too, and takes back nobody else's.
  const reader = await join('read');
  await reader.bar.press('Commentaires (2)');
  await reader.bar.sees('La suite ?');
  const other = await join('comment');
  await other.bar.sees('La suite ?');
  for (const { page } of [reader, other]) assert.equal(await page.evaluate(() => [...document.querySelector('asb-commons')!.shadowRoot!.querySelectorAll('[part=remarks] button')].some((each) => (each as HTMLElement).innerText === 'Retirer')), false);

  await guest.bar.press('Retirer le commentaire « Merci');
  await editor.bar.sees('Commentaires (1)');
  await editor.bar.press('Retirer');
  await guest.plan.sees('Commentaires (0)');
  assert.deepEqual((JSON.parse(await records(editor.page)) as { type: string }[]).map(({ type }) => type), ['action']);
  for (const { complaints, violations } of [editor, guest, reader, other]) assert.deepEqual([complaints, await violations()], [[], []]);
});

test('on the card of an actor and the sheet of the strategy, too: who may comment writes there, the coordination reads it and may take it away', async () => {
  await ask('/workspaces', { id: 'fiches', title: 'Essai' });
  const editor = await join('edit', 'fiches', '/others');
  await put(editor.page, 1, { type: 'actor', name: 'Médiathèque fictive', kind: 'bibliotheque' });
  await put(editor.page, 2, { type: 'strategy-node', kind: 'objective', text: 'Des habitants plus autonomes' });
  const guest = await join('comment', 'fiches', '/others');
  for (const { map, strategy } of [guest, editor]) {
    await map.press('Médiathèque fictive');
    await map.sees('Commentaires (0)');
    await strategy.press('Détails');
    await strategy.sees('Commentaires (0)');
  }
  await guest.page.type(`${MAP} >>> #remark-text`, 'Fermée en août.');
  await guest.map.press('Ajouter le commentaire');
  await guest.page.type(`${STRATEGY} >>> #remark-text`, 'Lesquels ?');
  await guest.strategy.press('Ajouter le commentaire');
  await editor.map.sees('Fermée en août.');
  await editor.strategy.sees('Lesquels ?');
  await editor.bar.press('Commentaires (2)');
  await editor.bar.sees('Sur « Médiathèque fictive »');
  await editor.bar.sees('Sur « Des habitants plus autonomes »');

  await editor.map.press('Retirer le commentaire « Fermée en août. »');
  await guest.map.sees('Commentaires (0)');
  await guest.strategy.press('Retirer le commentaire « Lesquels ? »');
  await editor.strategy.sees('Commentaires (0)');
  for (const { complaints, violations } of [editor, guest]) assert.deepEqual([complaints, await violations()], [[], []]);
});

test('comments are in a saved file, written offline they leave later, and they are found again after a reload', async () => {
  await ask('/workspaces', { id: 'train', title: 'Essai' });
  const guest = await join('comment', 'train');
  await guest.page.setOfflineMode(true);
  await says(guest.page, 'Hors connexion');
  await guest.page.type(`${COMMONS} >>> #remark-text`, 'Écrit dans le train.');
  await guest.bar.press('Ajouter le commentaire');
  await guest.bar.sees('Commentaires (1)');
  assert.match((await guest.bar.takes('Enregistrer un fichier')).toString(), /Écrit dans le train/);
  await guest.page.setOfflineMode(false);
  await says(guest.page, 'À jour avec le hub');
  await guest.page.reload();
  await guest.bar.sees('Écrit dans le train.');
  const editor = await join('edit', 'train');
  await editor.bar.press('Commentaires (1)');
  await editor.bar.sees('Écrit dans le train.');
});

test('an invitation that does not allow to edit stays one when the page opens again and the hub cannot be reached', async () => {
  await ask('/workspaces', { id: 'panne', title: 'Essai' });
  const [reader, guest, editor] = [await join('read', 'panne', '/line'), await join('comment', 'panne', '/line'), await join('edit', 'panne', '/line')];
  line.cut();
  for (const { page: tab } of [reader, guest, editor]) {
    await tab.reload();
    await ready(tab);
    await says(tab, 'Hors connexion');
  }
  await says(reader.page, 'Lecture seule');
  await says(guest.page, 'Commentaires seulement');
  for (const { page: tab } of [reader, guest]) assert.match(await put(tab, 1, { title: 'x' }), /readonly/);
  await guest.page.type(`${COMMONS} >>> #remark-text`, 'Écrit pendant la panne.');
  await guest.bar.press('Ajouter le commentaire');
  assert.equal(await put(editor.page, 2, { title: 'Écrite pendant la panne' }), '""');
  const first = await open(await linkOf('edit', 'panne', '/line'));
  assert.match(await put(first.page, 3, { title: 'x' }), /readonly/, 'nobody told yet what this one allows');
  line.mend();
  for (const { page: tab, bar } of [reader, guest, editor, first]) {
    await says(tab, 'À jour avec le hub');
    await holds(tab, 2);
    await bar.sees('Commentaires (1)');
  }
  assert.equal(await put(first.page, 3, { title: 'Maintenant' }), '""');
});

test('changes that an invitation does not allow to send are told and saved, and leave once another invitation sends them', async () => {
  await ask('/workspaces', { id: 'reste', title: 'Essai' });
  const { page: tab, bar } = await join('edit', 'reste', '/line');
  line.cut();
  await says(tab, 'Hors connexion');
  await put(tab, 1, { title: 'Restée ici' });
  await says(tab, 'Enregistré sur cet appareil');
  await tab.goto(`${site.origin}/start.json`);
  line.mend();
  await tab.goto(await linkOf('read', 'reste', '/line'));
  await says(tab, 'Des changements de cet appareil ne partent pas');
  await says(tab, 'Lecture seule');
  assert.doesNotMatch(await said(tab), /Envoi au hub/);
  assert.match((await bar.takes('Enregistrer un fichier')).toString(), /Restée ici/);

  const other = await tab.browserContext().newPage();
  await other.goto(await linkOf('edit', 'reste'));
  await says(other, 'À jour avec le hub');
  await tab.bringToFront(); // a tab behind draws no frame, and waits are counted in frames
  await says(tab, 'À jour avec le hub');
  // What one tab writes reaches the other without being sent twice.
  await put(other, 2, { title: 'Ensuite' });
  await holds(tab, 2);
  await other.bringToFront();
  await says(other, 'À jour avec le hub');
  assert.match(await said(tab), /À jour avec le hub/);
});

test('the starting point of a page waits for the hub to tell what there is and who may write', async () => {
  await ask('/workspaces', { id: 'debut', title: 'Essai' });
  const reader = await join('read', 'debut', '/begins');
  assert.deepEqual(await titles(reader.page), []);
  const editor = await join('edit', 'debut', '/begins');
  await holds(editor.page, 1);
  await holds(reader.page, 1);
  await editor.page.evaluate((id) => document.querySelector('asb-commons')!.workspace!.remove(id), idOf(7));
  await put(editor.page, 1, { title: 'Autre chose' });
  await says(editor.page, 'À jour avec le hub');
  const late = await join('edit', 'debut', '/begins');
  assert.deepEqual(await titles(late.page), ['Autre chose']);
});

test('a hub that refuses the comments alone is told, not waited for', async () => {
  await ask('/workspaces', { id: 'muet', title: 'Essai' });
  const address = await linkOf('edit', 'muet');
  const { page: tab } = await visit(browser, `${site.origin}/`);
  await tab.evaluateOnNewDocument((token: string) => {
    // eslint-disable-next-line @typescript-eslint/unbound-method -- called on each socket
    const { send } = WebSocket.prototype;
    WebSocket.prototype.send = function (data) {
      const text = String.fromCharCode(...data as Uint8Array);
      send.call(this, text.includes('/comments') ? Uint8Array.from(text.replace(token, 'x'.repeat(token.length)), (unit) => unit.charCodeAt(0)) : data);
    };
  }, address.split('.').at(-1) ?? '');
  await tab.goto(address);
  await tab.reload();
  await says(tab, 'Invitation refusée');
  await says(tab, 'Demandez-en une autre au hub');
});
