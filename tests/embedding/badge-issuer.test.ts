import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Frame, Page } from 'puppeteer-core';

import { buildEmbed } from '../../scripts/embed.ts';
import type { EmbedFile } from '../../scripts/embed.ts';
import { launchBrowser } from '../browsers.mjs';
import { serve, visit } from './site.ts';
import type { Answer, Site } from './site.ts';

const MODULE = '<script type="module" src="/cdn/badge-issuer.js"></script>';
const CLASSIC = '<script defer src="/cdn/badge-issuer.iife.js"></script>';
const STRICT = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' blob: data:; require-trusted-types-for 'script'; trusted-types lit-html",
};
/** The page's policy when it asks for a worker. */
const apart = (source: string) => ({ 'content-security-policy': `${STRICT['content-security-policy']} asb-worker; worker-src ${source}` });
const ISSUER = '<asb-badge-issuer template="retex-workshop"><p>Écrivez-nous.</p></asb-badge-issuer>';
const html = (body: string): string => `<!doctype html><html lang="fr"><meta charset="utf-8"><link rel="icon" href="data:,"><title>Badges</title>${body}`;

let site: Site;
let browser: Browser;
let embeds: EmbedFile[];

before(async () => {
  embeds = await buildEmbed();
  const pages: Record<string, Answer> = {
    '/module': { body: html(MODULE + ISSUER), headers: STRICT },
    '/classic': { body: html(CLASSIC + ISSUER), headers: STRICT },
    '/both': { body: html(`${MODULE}${CLASSIC}<script type="module" src="/cdn/asb.js"></script>${ISSUER}`) },
    '/worker': { body: html(MODULE + ISSUER.replace(' ', ' worker ')), headers: apart("'self'") },
    '/worker-classic': { body: html(CLASSIC + ISSUER.replace(' ', ' worker ')), headers: apart("'self'") },
    '/worker-refused': { body: html(MODULE + ISSUER.replace(' ', ' worker ')), headers: apart("'none'") },
    '/placeholder': { body: html(`${MODULE}<div class="asb-badge-issuer" data-template="partner-library" data-hosting="https://commune.example/badges/" data-onclick="alert(1)"><p>Écrivez-nous.</p></div>`) },
    '/framed': { body: html(MODULE + ISSUER) },
    '/host': { body: html('<iframe sandbox="allow-scripts" src="/framed"></iframe>') },
    '/no-script': { body: html(ISSUER) },
  };
  site = await serve(embeds, pages);
  browser = await launchBrowser();
});
after(async () => {
  await browser.close();
  await site.close();
});

const open = (path: string) => visit(browser, site.origin + path);

async function press(page: Page | Frame, label: string): Promise<void> {
  await page.waitForFunction((words) => {
    const buttons = document.querySelector('asb-badge-issuer')?.shadowRoot?.querySelectorAll<HTMLButtonElement>('button') ?? [];
    const found = [...buttons].find((button) => button.innerText.replaceAll('\u00a0', ' ').includes(words) && !button.disabled);
    found?.click();
    return found !== undefined;
  }, { timeout: 20_000 }, label);
}

async function type(page: Page | Frame, id: string, value: string): Promise<void> {
  await page.waitForSelector(`asb-badge-issuer >>> #${id}`);
  await page.evaluate((name, text) => {
    const field = document.querySelector('asb-badge-issuer')!.shadowRoot!.querySelector<HTMLInputElement>(`#${name}`)!;
    field.value = text;
    field.dispatchEvent(new Event('input'));
  }, id, value);
}

/** From an empty device to a signed badge. */
async function signOne(page: Page | Frame): Promise<void> {
  await press(page, 'Créer un émetteur');
  await type(page, 'asb-name', 'Hub de démonstration');
  await type(page, 'asb-passphrase', 'quatre mots sans rapport');
  await type(page, 'asb-again', 'quatre mots sans rapport');
  await press(page, 'Créer la clé');
  await press(page, 'C’est rangé');
  await press(page, 'À qui');
  await type(page, 'asb-people', 'accueil@commune.example');
  await press(page, 'Relire et signer');
  await press(page, 'Signer 1 badge');
  await press(page, 'Télécharger tout (ZIP)');
}

for (const path of ['/module', '/classic']) {
  test(`${path}: a badge is signed under a strict policy, and nothing is asked of anybody else`, async () => {
    const { page, violations, requests, complaints, globals } = await open(path);
    await (await page.createCDPSession()).send('Browser.setDownloadBehavior', { behavior: 'deny' });
    await signOne(page);
    await page.waitForFunction(() => document.querySelector('asb-badge-issuer')?.shadowRoot?.querySelector('[role=status].vh')?.textContent.includes('ZIP'), { timeout: 20_000 });
    assert.deepEqual(await violations(), []);
    assert.deepEqual(complaints, []);
    // lit's own, and the test's.
    assert.deepEqual((await globals()).filter((name) => !/^(?:lit|reactiveElement|puppeteer|__aria)/.test(name)), []);
    assert.deepEqual(requests.filter((address) => !address.startsWith(site.origin) && !/^(?:data|blob):/.test(address)), []);
  });
}

for (const [path, workers] of [['/worker', 1], ['/worker-classic', 0], ['/worker-refused', 0]] as const) {
  test(`${path}: signs in ${workers === 1 ? 'a worker, under a strict policy that names it' : 'the page, where no worker can start'}`, async () => {
    const { page, violations, complaints } = await open(path);
    await (await page.createCDPSession()).send('Browser.setDownloadBehavior', { behavior: 'deny' });
    // What workers say that they signed.
    await page.evaluate(() => {
      document.body.dataset['signed'] = '0';
      const Own = Worker;
      globalThis.Worker = class extends Own {
        constructor(...given: ConstructorParameters<typeof Own>) {
          super(...given);
          this.addEventListener('message', ({ data }: MessageEvent<object>) => {
            if ('text' in data) document.body.dataset['signed'] = String(Number(document.body.dataset['signed']) + 1);
          });
        }
      };
    });
    await signOne(page);
    await page.waitForFunction(() => document.querySelector('asb-badge-issuer')?.shadowRoot?.querySelector('[role=status].vh')?.textContent.includes('ZIP'), { timeout: 20_000 });
    if (path === '/worker-refused') assert.deepEqual(await violations().then((all) => all.map((each) => each.split(' ')[0])), ['worker-src']);
    else assert.deepEqual([await violations(), complaints], [[], []]);
    assert.equal(await page.evaluate(() => document.body.dataset['signed']), String(workers));
  });
}

test('a placeholder becomes the element, with the attributes that it may set', async () => {
  const { page } = await open('/placeholder');
  await press(page, 'Quel badge');
  await page.waitForSelector('asb-badge-issuer >>> .template[aria-pressed=true]');
  assert.deepEqual(await page.evaluate(() => document.querySelector('asb-badge-issuer')!.getAttributeNames().sort()), ['hosting', 'template']);
});

test('several scripts do their work once', async () => {
  const { page, complaints } = await open('/both');
  await page.waitForSelector('asb-badge-issuer >>> [part=desk]', { timeout: 20_000 });
  assert.deepEqual(complaints, []);
});

test('in a sandboxed frame it signs as well, and says that nothing is kept', async () => {
  const { page } = await open('/host');
  const frame = await (await page.waitForSelector('iframe'))!.contentFrame();
  await frame.waitForSelector('asb-badge-issuer >>> .note.trouble', { timeout: 20_000 });
  await signOne(frame);
});

test('what stands in the element stays when the script does not come', async () => {
  const { page } = await open('/no-script');
  assert.equal(await page.evaluate(() => document.querySelector('asb-badge-issuer p')!.checkVisibility()), true);
});

test('the classic script is plain ASCII', () => {
  assert.doesNotMatch(embeds.find(({ name }) => name === 'badge-issuer.iife.js')!.code, /[^\0-\x7f]/);
});
