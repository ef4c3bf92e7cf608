/** A workspace on one device, as it happens to people: two tabs, no storage, no room, a damaged or a later store. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser, Page } from 'puppeteer-core';
import { launchBrowser } from '../browsers.mjs';
import { visit } from '../embedding/site.ts';
import type { Site } from '../embedding/site.ts';
import { holds, openSite, put, ready, records, said, says, titles } from './workspace-bench.ts';

let site: Site;
let browser: Browser;
before(async () => {
  site = await openSite();
  browser = await launchBrowser();
});
after(async () => {
  await browser.close();
  await site.close();
});

const open = async (address = '/') => {
  const visited = await visit(browser, site.origin + address);
  return visited;
};
/** Another page of the same device. */
const beside = async (page: Page, address = '/'): Promise<Page> => {
  const other = await page.browserContext().newPage();
  await other.goto(site.origin + address);
  return other;
};

describe('on a page with a strict Content-Security-Policy and Trusted Types', () => {
  for (const address of ['/', '/classic']) {
    test(`${address}: opens, keeps, and finds again after a reload; nothing is blocked, nobody else is asked`, async () => {
      const { page, complaints, requests, violations } = await open(address);
      await ready(page);
      await put(page, 1, { title: 'Ouvrir le samedi' });
      await says(page, 'Enregistré sur cet appareil');
      assert.deepEqual(await violations(), []);
      await page.reload();
      await holds(page, 1);
      assert.deepEqual(await titles(page), ['Ouvrir le samedi']);
      assert.deepEqual([complaints, await violations()], [[], []]);
      assert.deepEqual([...new Set(requests.filter((request) => !request.startsWith('data:')).map((request) => new URL(request).origin))], [site.origin]);
      assert.equal(await page.evaluate(() => document.querySelector('asb-commons p')!.checkVisibility()), true);
    });
  }
});

test('a placeholder becomes the element, with the attributes that it may set', async () => {
  const { page } = await open('/placeholder');
  await ready(page);
  assert.deepEqual(await page.evaluate(() => [document.querySelector('asb-commons')!.getAttributeNames(), document.querySelector('asb-commons')!.textContent]), [['member'], 'Contenu']);
});

test('two tabs agree while both are open, and what is closed at once is kept', async () => {
  const { page } = await open();
  await ready(page);
  const other = await beside(page);
  await ready(other);
  await put(page, 1, { title: 'A', notes: 'Le comité' });
  await holds(other, 1);
  await Promise.all([put(page, 1, { title: 'B' }), put(other, 1, { notes: 'Le comité local' }), put(other, 2, { title: 'C' })]);
  await holds(page, 2);
  await page.waitForFunction(() => JSON.stringify(document.querySelector('asb-commons')!.toJSON()).includes('local'));
  await other.waitForFunction(() => JSON.stringify(document.querySelector('asb-commons')!.toJSON()).includes('"B"'));
  assert.equal(await records(other), await records(page));
  await put(other, 3, { title: 'Juste avant de fermer' });
  await other.close();
  await holds(page, 3);
  const again = await beside(page);
  await holds(again, 3);
});

test('in a sandboxed frame it works, and says that nothing is kept', async () => {
  const { page, complaints } = await open('/host');
  const frame = await (await page.waitForSelector('iframe'))!.contentFrame();
  await ready(frame);
  await says(frame, 'Rien n’est gardé sur cet appareil');
  await says(frame, 'enregistrez un fichier avant de la fermer');
  await put(frame, 1, { title: 'A' });
  await holds(frame, 1);
  assert.deepEqual(complaints, []);
});

test('a device without room says so, loses nothing while the page stands, and saves once there is room', async () => {
  const { page, complaints } = await open('/empty');
  const session = await page.createCDPSession();
  // Before the store is opened: the browser remembers for a while how much room there was.
  await session.send('Storage.overrideQuotaForOrigin', { origin: site.origin, quotaSize: 1 });
  await page.goto(site.origin);
  await ready(page);
  await put(page, 1, { title: 'A' });
  await put(page, 2, { title: 'B', notes: 'x'.repeat(9_000) });
  await says(page, 'Cet appareil n’a plus de place');
  await put(page, 3, { title: 'C' });
  await holds(page, 3);
  await session.send('Storage.overrideQuotaForOrigin', { origin: site.origin });
  await page.locator('asb-commons >>> ::-p-text(Réessayer)').click();
  await says(page, 'Enregistré sur cet appareil');
  assert.doesNotMatch(await said(page), /plus de place/);
  await page.reload();
  await holds(page, 3);
  assert.deepEqual(complaints, []);
});

/** Writes into the store by hand, from a page of the site that has no workspace open. */
async function tamper(page: Page, work: 'damage' | 'upgrade'): Promise<void> {
  await page.goto(`${site.origin}/empty`);
  await page.evaluate((how: string) => new Promise<void>((done, fail) => {
    const opening = how === 'upgrade' ? indexedDB.open('asb-workspace/commons', 7) : indexedDB.open('asb-workspace/commons');
    opening.onerror = () => { fail(opening.error ?? new Error('not opened')); };
    opening.onsuccess = () => {
      const db = opening.result;
      if (how === 'upgrade') {
        db.close();
        done();
        return;
      }
      const tx = db.transaction('updates', 'readwrite');
      tx.objectStore('updates').add(new Uint8Array([9, 9, 255, 255, 255, 255, 255, 255, 255, 1]));
      tx.oncomplete = () => {
        db.close();
        done();
      };
    };
  }), work);
}

test('a damaged store opens what can be read, says so, and keeps the rest for whoever can mend it', async () => {
  const { page, complaints } = await open();
  await ready(page);
  await put(page, 1, { title: 'A' });
  await says(page, 'Enregistré sur cet appareil');
  await tamper(page, 'damage');
  for (let turn = 0; turn < 2; turn += 1) {
    await page.goto(site.origin);
    await holds(page, 1);
    await says(page, '1 changement gardé sur cet appareil ne peut plus être lu');
  }
  await put(page, 2, { title: 'B' });
  await page.reload();
  await holds(page, 2);
  assert.deepEqual(complaints, []);
});

test('a store of a later version is left as it is', async () => {
  const { page } = await open();
  await ready(page);
  await put(page, 1, { title: 'A' });
  await says(page, 'Enregistré sur cet appareil');
  await tamper(page, 'upgrade');
  await page.goto(site.origin);
  await ready(page);
  await says(page, 'Une version plus récente de l’outil a déjà enregistré ici');
  assert.deepEqual(await titles(page), []);
  assert.match(await said(page), /Enregistrer un fichier/);
});
