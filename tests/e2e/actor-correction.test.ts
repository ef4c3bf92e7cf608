/** A reader of the map proposes a correction: it reaches the hub's collector once, what cannot be sent stays, and the hub reads it. */
import assert from 'node:assert/strict';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { createCollector, createLog } from '@assembleurs/collector';
import type { Collector } from '@assembleurs/collector';
import { actorCorrection } from '@assembleurs/commons/content/actor-correction';
import { demoActors } from '@assembleurs/commons/content/demo-actors';
import { mel } from '@assembleurs/commons/territory/mel';
import type { Browser } from 'puppeteer-core';
import { buildEmbed } from '../../scripts/embed.ts';
import { launchBrowser } from '../browsers.mjs';
import { serve, visit } from '../embedding/site.ts';
import type { Site } from '../embedding/site.ts';
import { Person } from './person.ts';

const TOKEN = 'test-token-of-the-coordination-0002';
const CDN = path.resolve(import.meta.dirname, '../../packages/elements/src/cdn');

let browser: Browser;
let collector: Collector;
let address: string;
let site: Site;

before(async () => {
  collector = await createCollector({ adminToken: TOKEN, origins: ['*'], rates: false, log: createLog('error') });
  await collector.publish('corrections', actorCorrection, { origins: ['*'] });
  ({ url: address } = await collector.listen({ port: 0, host: '127.0.0.1' }));
  const page = (to: string, element = `<asb-actor-map src="/actors.json" corrections="${to}"></asb-actor-map>`) => ({
    headers: { 'content-security-policy': `default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; connect-src 'self' ${new URL(to).origin}; require-trusted-types-for 'script'; trusted-types lit-html` },
    body: `<!doctype html><html lang="fr"><meta charset="utf-8"><link rel="icon" href="data:,"><title>Acteurs</title><script type="module" src="/cdn/actor-map.js"></script><script type="module" src="/cdn/commons.js"></script>${element}`,
  });
  site = await serve(await buildEmbed(new Map(['actor-map', 'commons'].map((name) => [name, path.join(CDN, `${name}.ts`)]))), {
    '/actors.json': { type: 'application/json', body: JSON.stringify({ type: 'actor-map', version: 1, ...demoActors(7, mel()) }) },
    '/map': page(`${address}/surveys/corrections/answers`),
    '/around': page(address, `<asb-commons collector="${address}/"><asb-actor-map src="/actors.json"></asb-actor-map></asb-commons>`),
    '/closed': page('http://127.0.0.1:9/answers'),
  });
  browser = await launchBrowser();
});
after(async () => {
  await browser.close();
  await site.close();
  await collector.close();
});

/** Opens the first actor and writes what should change. */
async function propose(reader: Person): Promise<string> {
  const { page } = reader;
  await page.waitForSelector('asb-actor-map >>> [part=list] tbody button', { timeout: 20_000 });
  const name = await page.evaluate(() => {
    const button = document.querySelector('asb-actor-map')!.shadowRoot!.querySelector<HTMLElement>('[part=list] tbody button')!;
    button.click();
    return button.innerText;
  });
  await reader.press('correction');
  await page.type('asb-actor-map >>> #f-correction', 'Le numéro de téléphone a changé.');
  await page.type('asb-actor-map >>> #f-fonction', 'Accueil');
  await reader.press('Envoyer la proposition');
  return name;
}

test('a proposal reaches the collector once, says whom it is sent to, and the hub reads it', async () => {
  const { page, complaints, violations } = await visit(browser, `${site.origin}/map`);
  const reader = new Person(page, 'asb-actor-map');
  const name = await propose(reader);
  await reader.sees('Proposition reçue. Numéro ');
  await reader.sees(`Votre proposition part vers ${new URL(address).host}`);
  const response = await fetch(`${address}/surveys/corrections/answers`, { headers: { Authorization: `Bearer ${TOKEN}` } });
  const { items } = await response.json() as { items: readonly { readonly answers: Readonly<Record<string, string>> }[] };
  assert.deepEqual(items.map(({ answers }) => [answers['acteur'], answers['correction'], answers['fonction']]), [[name, 'Le numéro de téléphone a changé.', 'Accueil']]);
  assert.match(items[0]?.answers['acteur_id'] ?? '', /^urn:uuid:/);
  assert.deepEqual([complaints, await violations()], [[], []]);
});

test('a hub that does not answer is told, and what was written stays for another try', async () => {
  const { page } = await visit(browser, `${site.origin}/closed`);
  const reader = new Person(page, 'asb-actor-map');
  await propose(reader);
  await reader.sees('ce que vous avez écrit est toujours là');
  assert.equal(await page.evaluate(() => document.querySelector('asb-actor-map')!.shadowRoot!.querySelector<HTMLTextAreaElement>('#f-correction')!.value), 'Le numéro de téléphone a changé.');
});

test('inside <asb-commons>, the collector that it names takes proposals', async () => {
  const { page } = await visit(browser, `${site.origin}/around`);
  const reader = new Person(page, 'asb-actor-map');
  const name = await propose(reader);
  await reader.sees('Proposition reçue. Numéro ');
  const response = await fetch(`${address}/surveys/corrections/answers`, { headers: { Authorization: `Bearer ${TOKEN}` } });
  const { items } = await response.json() as { items: readonly { readonly answers: Readonly<Record<string, string>> }[] };
  assert.deepEqual(items.map(({ answers }) => answers['acteur']), [name, name]);
});
