/**
 * Ten minutes after a workshop: an issuer and its backup, 63 lines of attendance of which 3 are wrong, 60 badges in a ZIP, each verified by us and
 * by the reference library; one taken back, which the viewer shows; the key restored on a machine that never saw it, which issues again.
 */
import assert from 'node:assert/strict';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { verify } from '@assembleurs/open-badges';
import { unzipSync } from 'fflate';
import type { Browser } from 'puppeteer-core';
import type { JsonObject } from '../../packages/open-badges/src/input/json.ts';
import { oracleRevoked, oracleVerifies } from '../../packages/open-badges/src/testing/awards.ts';
import { buildEmbed } from '../../scripts/embed.ts';
import { launchBrowser } from '../browsers.mjs';
import { serve, visit } from '../embedding/site.ts';
import type { Answer, Site } from '../embedding/site.ts';
import { Person } from './person.ts';

const CDN = path.resolve(import.meta.dirname, '../../packages/elements/src/cdn');
const POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src data: blob:; connect-src 'self' https://commune.example; require-trusted-types-for 'script'; trusted-types lit-html";
const html = (name: string): Answer => ({ headers: { 'content-security-policy': POLICY }, body: `<!doctype html><html lang="fr"><meta charset="utf-8"><title>Badges</title><script type="module" src="/cdn/${name}.js"></script><asb-${name}></asb-${name}>` });

/** Inside the badges; the town's own site, which answers in the browser's place of the network. */
const STATUS = 'https://commune.example/badges/status.json';
/** What the town put there last. */
let published = '';

let site: Site;
let browser: Browser;
before(async () => {
  site = await serve(await buildEmbed(new Map(['badge-issuer', 'badge-viewer'].map((name) => [name, path.join(CDN, `${name}.ts`)]))), { '/issuer': html('badge-issuer'), '/viewer': html('badge-viewer') });
  browser = await launchBrowser();
});
after(async () => {
  await browser.close();
  await site.close();
});

/** On a machine of its own, where the town's site answers. */
async function personAt(address: string): Promise<Person> {
  const { page } = await visit(browser, site.origin + address);
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    void (request.url() === STATUS ? request.respond({ contentType: 'application/json', headers: { 'access-control-allow-origin': '*' }, body: published }) : request.continue());
  });
  return new Person(page, 'asb-badge-issuer, asb-badge-viewer');
}

/** 60 people, and 3 lines that cannot be: a cut address, none, a double. */
function attendance(): Buffer {
  const people = Array.from({ length: 60 }, (_, at) => `participant${String(at + 1)}@commune.example;Accueil ${String(at + 1)}`);
  people.splice(10, 0, 'participant@commune;');
  people.splice(20, 0, ';Sans adresse');
  people.push('Participant7@commune.example;');
  return Buffer.from(`\ufeffCourriel;Nom\r\n${people.join('\r\n')}\r\n`);
}

const PASSPHRASE = 'quatre mots sans rapport';

test('60 badges, offline but for what is put on the site; revoked, restored, issued again', async () => {
  const hub = await personAt('/issuer');
  await hub.press('Créer un émetteur');
  await hub.type('asb-name', 'Hub de démonstration');
  await hub.press('Si vous avez un site');
  await hub.type('asb-statusUrl', STATUS);
  await hub.type('asb-passphrase', PASSPHRASE);
  await hub.type('asb-again', PASSPHRASE);
  const backup = await hub.takes('Créer la clé');
  assert.doesNotMatch(backup.toString(), new RegExp(PASSPHRASE));
  await hub.press('C’est rangé');
  await hub.press('Choisir le badge');
  await hub.press('Participation à l’atelier RETEX');
  await hub.press('Choisir les destinataires');
  await hub.gives('presents.csv', attendance(), 'input[data-file=asb-list]');
  await hub.sees('60 lignes prêtes');
  await hub.sees('3 lignes à corriger');
  await hub.press('Relire et signer');
  await hub.press('Signer 60 badges');
  await hub.sees('60 badges signés et vérifiés.');
  const files = unzipSync(await hub.takes('Télécharger tout (ZIP)'));
  published = Buffer.from(files['a-deposer-sur-le-site/status.json'] ?? []).toString();

  const resolve = (url: string): Promise<unknown> => Promise.resolve(url === STATUS ? published : undefined);
  const badges = Object.entries(files).filter(([name]) => name.startsWith('badges/'));
  assert.equal(badges.length, 180);
  for (const [name, bytes] of badges) {
    assert.equal((await verify(name.endsWith('.png') ? bytes : Buffer.from(bytes).toString(), { now: new Date(), resolve })).state, 'verified', name);
    if (name.endsWith('.json')) assert.equal(await oracleVerifies(JSON.parse(Buffer.from(bytes).toString()) as JsonObject, undefined, new Date()), true, name);
  }

  await hub.press('Voir le registre');
  await hub.type('asb-search', 'participant60@');
  await hub.press('Révoquer');
  await hub.type('asb-reason', 'Absence');
  await hub.press('Révoquer le badge');
  published = (await hub.takes('Télécharger le fichier de révocation')).toString();
  const register = await hub.takes('Enregistrer le registre');
  const given = JSON.parse(register.toString()) as { awards: { recipient: { email: string }; text: string }[] };
  const textOf = (email: string): Buffer => Buffer.from(given.awards.find(({ recipient }) => recipient.email === email)?.text ?? '');

  const list = JSON.parse(published) as JsonObject;
  for (const [email, words] of [['participant60@commune.example', 'Révoqué'], ['participant59@commune.example', 'Signature valable']] as const) {
    assert.equal(await oracleRevoked(JSON.parse(textOf(email).toString()) as JsonObject, STATUS, list), words === 'Révoqué');
    const reader = await personAt('/viewer');
    await reader.gives('badge.json', textOf(email));
    await reader.press(`Interroger commune.example`);
    await reader.sees(words);
  }

  const other = await personAt('/issuer');
  await other.press('Restaurer une sauvegarde');
  await other.gives('sauvegarde.json', backup, 'input[data-file=asb-file]');
  await other.type('asb-passphrase', PASSPHRASE);
  await other.press('Ouvrir la sauvegarde');
  await other.sees('Sauvegarde rangée');
  await other.press('Registre');
  await other.gives('registre.json', register, 'input[data-file=asb-register]');
  await other.sees('60 badges');
  await other.press('Quel badge');
  await other.press('Participation à l’atelier RETEX');
  await other.press('À qui');
  await other.type('asb-people', 'nouvelle@commune.example');
  await other.press('Relire et signer');
  await other.press('Signer 1 badge');
  await other.sees('1 badge signé et vérifié.');
  const again = unzipSync(await other.takes('Télécharger tout (ZIP)'));
  const [, fresh] = Object.entries(again).find(([name]) => name.endsWith('.json') && name.startsWith('badges/')) ?? [];
  const badge = JSON.parse(Buffer.from(fresh ?? []).toString()) as JsonObject;
  assert.equal((await verify(JSON.stringify(badge), { now: new Date(), resolve })).state, 'verified');
  assert.equal(await oracleVerifies(badge, undefined, new Date()), true);
  assert.deepEqual(badge['issuer'], (JSON.parse(textOf('participant59@commune.example').toString()) as JsonObject)['issuer'], 'the same issuer');
  published = Buffer.from(again['a-deposer-sur-le-site/status.json'] ?? []).toString();
  assert.equal((await verify(textOf('participant60@commune.example').toString(), { now: new Date(), resolve })).state, 'revoked', 'the other machine’s list keeps what was revoked');
});
