/**
 * Ten minutes after a workshop: an issuer and its backup, 63 lines of attendance of which 3 are wrong, 60 badges in a ZIP, each verified by us and
 * by the reference library; one taken back, which the viewer shows; the key restored on a machine that never saw it, which issues again.
 */
import assert from 'node:assert/strict';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { verify } from '@assembleurs/open-badges';
import { unzipSync } from 'fflate';
import type { Browser, Page } from 'puppeteer-core';
import type { JsonObject } from '../../packages/open-badges/src/input/json.ts';
import { oracleVerifies } from '../../packages/open-badges/src/testing/awards.ts';
import { buildEmbed } from '../../scripts/embed.ts';
import { launchBrowser } from '../browsers.mjs';
import { serve, visit } from '../embedding/site.ts';
import type { Answer, Site } from '../embedding/site.ts';

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

/** The one element of the page, as a person meets it. */
class Person {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** On a machine of its own. */
  static async at(address: string): Promise<Person> {
    const { page } = await visit(browser, site.origin + address);
    await page.setRequestInterception(true);
    page.on('request', (request) => {
      void (request.url() === STATUS ? request.respond({ contentType: 'application/json', headers: { 'access-control-allow-origin': '*' }, body: published }) : request.continue());
    });
    return new Person(page);
  }

  sees(words: string): Promise<unknown> {
    return this.page.waitForFunction((expected) => [...document.querySelector('asb-badge-issuer, asb-badge-viewer')?.shadowRoot?.children ?? []].some((each) => (each as HTMLElement).innerText.replaceAll('\u00a0', ' ').includes(expected)), { timeout: 30_000 }, words);
  }

  async press(label: string): Promise<void> {
    await this.page.waitForFunction((words) => {
      const found = [...document.querySelector('asb-badge-issuer, asb-badge-viewer')?.shadowRoot?.querySelectorAll<HTMLButtonElement>('button, summary') ?? []].find((each) => each.checkVisibility() && !each.disabled && each.innerText.replaceAll('\u00a0', ' ').includes(words));
      found?.click();
      return found !== undefined;
    }, { timeout: 30_000 }, label);
  }

  async type(id: string, value: string): Promise<void> {
    await this.page.waitForSelector(`asb-badge-issuer >>> #asb-${id}`);
    await this.page.evaluate((name, text) => {
      const field = document.querySelector('asb-badge-issuer')!.shadowRoot!.querySelector<HTMLInputElement>(`#asb-${name}`)!;
      field.value = text;
      field.dispatchEvent(new Event('input'));
    }, id, value);
  }

  async gives(selector: string, name: string, bytes: Buffer): Promise<void> {
    await this.page.waitForSelector(`:is(asb-badge-issuer, asb-badge-viewer) >>> ${selector}`);
    await this.page.evaluate((where, called, content) => {
      const input = document.querySelector('asb-badge-issuer, asb-badge-viewer')!.shadowRoot!.querySelector<HTMLInputElement>(where)!;
      const transfer = new DataTransfer();
      transfer.items.add(new File([Uint8Array.from(atob(content), (unit) => unit.charCodeAt(0))], called));
      input.files = transfer.files;
      input.dispatchEvent(new Event('change'));
    }, selector, name, bytes.toString('base64'));
  }

  /** The bytes that a click hands over. */
  async takes(label: string): Promise<Buffer> {
    const file = this.page.evaluate(() => new Promise<string>((done) => {
      const make = URL.createObjectURL.bind(URL);
      URL.createObjectURL = (blob: Blob) => {
        URL.createObjectURL = make;
        const reader = new FileReader();
        reader.onload = () => { done(typeof reader.result === 'string' ? reader.result.split(',')[1] ?? '' : ''); };
        reader.readAsDataURL(blob);
        return make(blob);
      };
    }));
    await this.press(label);
    return Buffer.from(await file, 'base64');
  }
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
  const hub = await Person.at('/issuer');
  await hub.press('Créer un émetteur');
  await hub.type('name', 'Hub de démonstration');
  await hub.press('Si vous avez un site');
  await hub.type('statusUrl', STATUS);
  await hub.type('passphrase', PASSPHRASE);
  await hub.type('again', PASSPHRASE);
  const backup = await hub.takes('Créer la clé');
  assert.doesNotMatch(backup.toString(), new RegExp(PASSPHRASE));
  await hub.press('C’est rangé');
  await hub.press('Choisir le badge');
  await hub.press('Participation à l’atelier RETEX');
  await hub.press('Choisir les destinataires');
  await hub.gives('input[data-file=asb-list]', 'presents.csv', attendance());
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
  await hub.type('search', 'participant60@');
  await hub.press('Révoquer');
  await hub.type('reason', 'Absence');
  await hub.press('Révoquer le badge');
  published = (await hub.takes('Télécharger le fichier de révocation')).toString();
  const register = await hub.takes('Enregistrer le registre');
  const given = JSON.parse(register.toString()) as { awards: { recipient: { email: string }; text: string }[] };
  const textOf = (email: string): Buffer => Buffer.from(given.awards.find(({ recipient }) => recipient.email === email)?.text ?? '');

  for (const [email, words] of [['participant60@commune.example', 'Révoqué'], ['participant59@commune.example', 'Signature valable']] as const) {
    const reader = await Person.at('/viewer');
    await reader.gives('input[type=file]', 'badge.json', textOf(email));
    await reader.press(`Interroger commune.example`);
    await reader.sees(words);
  }

  const other = await Person.at('/issuer');
  await other.press('Restaurer une sauvegarde');
  await other.gives('input[data-file=asb-file]', 'sauvegarde.json', backup);
  await other.type('passphrase', PASSPHRASE);
  await other.press('Ouvrir la sauvegarde');
  await other.sees('Sauvegarde rangée');
  await other.press('Registre');
  await other.gives('input[data-file=asb-register]', 'registre.json', register);
  await other.sees('60 badges');
  await other.press('Quel badge');
  await other.press('Participation à l’atelier RETEX');
  await other.press('À qui');
  await other.type('people', 'nouvelle@commune.example');
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
