/** An invitation to comment: a colleague reads the shared plan, says what they think of an action, changes nothing, and the coordination reads it. */
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
import { put, ready, records, says } from './workspace-bench.ts';

const TOKEN = 'test-token-of-the-coordination-0003';
const CDN = path.resolve(import.meta.dirname, '../../packages/elements/src/cdn');
const COMMONS = 'asb-commons';
const PLAN = 'asb-action-plan';

let browser: Browser;
let collector: Collector;
let site: Site;
let hub: string;

before(async () => {
  collector = await createCollector({ adminToken: TOKEN, origins: ['*'], rates: false, log: createLog('error') });
  ({ url: hub } = await collector.listen({ port: 0, host: '127.0.0.1' }));
  site = await serve(await buildEmbed(new Map([['commons', `${CDN}/commons.ts`], ['action-plan', `${CDN}/action-plan.ts`]])), {
    '/': {
      headers: { 'content-security-policy': `default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; connect-src 'self' ${hub.replace('http', 'ws')}; require-trusted-types-for 'script'; trusted-types lit-html` },
      body: `<!doctype html><html lang="fr"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><link rel="icon" href="data:,"><title>Plan</title><script type="module" src="/cdn/commons.js"></script><script type="module" src="/cdn/action-plan.js"></script>
        <asb-commons collector="${hub}" member="Médiathèque"><asb-action-plan></asb-action-plan></asb-commons>`,
    },
  });
  browser = await launchBrowser();
});
after(async () => {
  await browser.close();
  await site.close();
  await collector.close();
});

const ask = async (address: string, body: unknown): Promise<{ readonly token: string }> => {
  const response = await fetch(hub + address, { method: 'POST', headers: { 'Authorization': `Bearer ${TOKEN}`, 'Content-Type': 'application/json' }, body: JSON.stringify(body) });
  assert.equal(response.status, 201);
  return await response.json() as { token: string };
};
const join = async (role: string, workspace = 'plan') => {
  const { token } = await ask(`/workspaces/${workspace}/invitations`, { role, label: 'Médiathèque' });
  const visited = await visit(browser, `${site.origin}/#asb-workspace=${workspace}.${token}`);
  await ready(visited.page);
  await says(visited.page, 'À jour avec le hub');
  return { ...visited, bar: new Person(visited.page, COMMONS), plan: new Person(visited.page, PLAN) };
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
