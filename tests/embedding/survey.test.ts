import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser, Page } from 'puppeteer-core';

import { buildEmbed } from '../../scripts/embed.ts';
import type { EmbedFile } from '../../scripts/embed.ts';
import { launchBrowser } from '../browsers.mjs';
import { ready, serve, shown, visit } from './site.ts';
import type { Answer, Site } from './site.ts';

const MODULE = '<script type="module" src="/cdn/survey.js"></script>';
const CLASSIC = '<script defer src="/cdn/survey.iife.js"></script>';
const STRICT = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; require-trusted-types-for 'script'; trusted-types lit-html",
};

const DEFINITION = {
  id: 'essai',
  title: 'Essai',
  completedHtml: '<p>Merci <b>{nom}</b></p>',
  pages: [
    {
      name: 'qui',
      title: 'Qui êtes-vous ?',
      elements: [
        { type: 'text', name: 'nom', title: 'Nom', isRequired: true },
        { type: 'radiogroup', name: 'role', title: 'Rôle', choices: ['Agent', 'Élue'] },
      ],
    },
    {
      name: 'suite',
      title: 'Suite pour {nom}',
      elements: [
        { type: 'html', name: 'rappel', html: '<p>Vous avez écrit <i>{nom}</i>.</p>' },
        { type: 'comment', name: 'avis', title: 'Votre avis, {nom} ?' },
      ],
    },
  ],
};

const html = (body: string, head = '<meta charset="utf-8">') => `<!doctype html><html lang="fr">${head}<title>Essai</title>${body}`;
/** The default questionnaire tells its webmaster that the notice must be filled; rightly so, and nothing else may complain. */
const NOTICE = /information notice still holds a text between brackets/;

/** What libraries of ours keep on \`window\` to know a second copy of themselves. */
const LIBRARY_MARKS = ['litHtmlVersions', 'litElementVersions', 'reactiveElementVersions', 'litPropertyMetadata', '__zod_globalConfig'];

const json: Answer = { type: 'application/json', body: JSON.stringify(DEFINITION) };

const PAGES: Record<string, Answer> = {
  '/essai.json': json,
  '/strict-module': { headers: STRICT, body: html(`${MODULE}<asb-survey src="/essai.json"></asb-survey>`) },
  '/strict-classic': { headers: STRICT, body: html(`${CLASSIC}<asb-survey src="/essai.json"></asb-survey>`) },
  '/strict-default': { headers: STRICT, body: html(`${CLASSIC}<asb-survey></asb-survey>`) },
  '/check': { headers: STRICT, body: html(`${CLASSIC}<asb-survey check><script type="application/json">${JSON.stringify({ ...DEFINITION, showLogo: 1 })}</script></asb-survey>`) },
  '/no-charset': { type: 'text/html', body: html(`${CLASSIC}<asb-survey></asb-survey>`, '') },
  '/twice': {
    body: html(`${CLASSIC}${MODULE}<script src="/cdn/survey.iife.js?ver=6.4"></script><script defer src="/cdn/asb.iife.js"></script>
      <asb-survey src="/essai.json"></asb-survey>`),
  },
  '/placeholder': {
    body: html(`<div class="asb-survey" data-src="/essai.json" data-display="single" data-onclick="alert(1)">
      <a href="/papier">Répondre sur papier</a></div>${CLASSIC}`),
  },
  '/host': { body: html('<iframe sandbox="allow-scripts" src="/framed" width="700" height="600"></iframe>') },
  '/framed': { body: html(`${CLASSIC}<asb-survey></asb-survey>`) },
  '/before': { body: html(`${MODULE}<asb-survey src="/essai.json" display="single" lang="en"></asb-survey>`) },
  '/after': { body: html(`${MODULE}<main></main>`) },
  '/paper': { headers: STRICT, body: html(`<header><h1>Ma commune</h1></header><main><p id="beside">Autre texte</p>${MODULE}<asb-survey src="/essai.json"></asb-survey></main>`) },
  '/broken': {
    body: html(`${MODULE}<asb-survey src="/nulle-part.json"><a href="/papier">Répondre sur papier</a></asb-survey>`),
  },
  '/no-script': {
    body: html('<script type="module" src="/cdn/absent.js"></script><asb-survey><a href="/papier">Répondre sur papier</a></asb-survey>'),
  },
};

let embeds: EmbedFile[];
let site: Site;
let cdn: Site;
let browser: Browser;

before(async () => {
  embeds = await buildEmbed();
  cdn = await serve(embeds);
  site = await serve(embeds, {
    ...PAGES,
    // Another origin, and no `crossorigin`: the script may not know its own address from the browser's import().
    '/other-origin': { body: html(`<script defer src="${cdn.origin}/cdn/survey.iife.js"></script><asb-survey></asb-survey>`) },
  });
  browser = await launchBrowser();
});
after(async () => {
  await browser.close();
  await Promise.all([site.close(), cdn.close()]);
});

const open = (path: string) => visit(browser, site.origin + path);
const press = async (page: Page) => {
  const button = await page.waitForSelector('asb-survey >>> button[part~=button-primary]');
  await button!.click();
};
const write = async (page: Page, selector: string, text: string) => {
  const field = await page.waitForSelector(`asb-survey >>> ${selector}`);
  await field!.click();
  await field!.type(text);
};

describe('on a page with a strict Content-Security-Policy and Trusted Types', () => {
  for (const path of ['/strict-module', '/strict-classic', '/strict-default']) {
    test(`${path}: nothing is blocked, nobody else is asked`, async () => {
      const { page, complaints, requests, violations } = await open(path);
      await ready(page);
      assert.match((await shown(page)).text, path === '/strict-default' ? /Étape 1 sur/ : /Qui êtes-vous/);
      const styled = await page.evaluate(() => {
        const button = document.querySelector('asb-survey')!.shadowRoot!.querySelector('[part~=button-primary]')!;
        return getComputedStyle(button).backgroundColor;
      });
      assert.equal(styled, 'rgb(37, 45, 128)', 'the styles apply');
      assert.deepEqual(await violations(), []);
      assert.deepEqual(complaints.filter((text) => !NOTICE.test(text)), []);
      assert.deepEqual([...new Set(requests.map((address) => new URL(address).origin))], [site.origin]);
    });
  }

  test('what a person writes stays text wherever it is quoted', async () => {
    const { page, complaints, requests, violations } = await open('/strict-classic');
    const hostile = '<img src=/stolen onerror="globalThis.stolen=1">';
    const stillText = async (where: string) => {
      const { text } = await shown(page);
      assert.ok(text.includes(hostile), `${where} quotes the answer: ${text}`);
      const images = await page.evaluate(() => document.querySelector('asb-survey')!.shadowRoot!.querySelectorAll('img').length);
      assert.equal(images, 0, where);
    };
    await write(page, 'input[type=text]', hostile);
    await press(page);
    await page.waitForSelector('asb-survey >>> textarea');
    await stillText('the second page');
    await press(page);
    await page.waitForFunction(() => !document.querySelector('asb-survey')!.shadowRoot!.querySelector('textarea'));
    await stillText('the summary');
    await press(page);
    await page.waitForFunction(() => document.querySelector('asb-survey')!.shadowRoot!.textContent.includes('Merci'));
    await stillText('the thanks');
    assert.equal(await page.evaluate(() => 'stolen' in globalThis), false);
    assert.ok(!requests.some((address) => address.includes('stolen')));
    assert.deepEqual(await violations(), []);
    assert.deepEqual(complaints, []);
  });
});

describe('the classic script', () => {
  test('keeps its accents on a page that names no encoding', async () => {
    const { page } = await open('/no-charset');
    await ready(page);
    assert.notEqual(await page.evaluate(() => document.characterSet), 'UTF-8', 'the page is decoded as something else');
    const { text } = await shown(page);
    assert.match(text, /Étape 1 sur/);
    assert.doesNotMatch(text, /Ã|â€/);
  });

  test('finds its parts beside itself, from another origin as well', async () => {
    const { page, requests } = await open('/other-origin');
    await ready(page);
    const parts = requests.filter((address) => address.includes('/parts/'));
    assert.ok(parts.length > 0, 'the default questionnaire is a part of its own');
    assert.deepEqual([...new Set(parts.map((address) => new URL(address).origin))], [cdn.origin]);
  });

  test('lists for an author what a definition asks in vain, by a part of its own', async () => {
    const { page, requests, complaints } = await open('/check');
    await ready(page);
    await page.waitForFunction(() => document.querySelector('asb-survey')!.shadowRoot!.textContent.includes('showLogo'));
    assert.ok(requests.some((address) => address.includes('/parts/definition')), 'whoever answers does not load it');
    assert.deepEqual(complaints.filter((text) => !text.includes('showLogo')), []);
  });

  test('leaves no global and no style in the page', async () => {
    const { page, globals } = await open('/strict-classic');
    await ready(page);
    const own = (await globals()).filter((name) => !LIBRARY_MARKS.includes(name));
    assert.deepEqual(own, []);
    assert.equal(await page.evaluate(() => document.adoptedStyleSheets.length + document.querySelectorAll('style, link').length), 0);
  });

  test('is plain ASCII, and asks for nothing that was not built', () => {
    const names = new Set(embeds.map(({ name }) => name));
    for (const { name, code } of embeds) {
      // What a classic script loads is a module, and a module is always UTF-8.
      if (name.endsWith('.iife.js')) assert.ok(!/[^\0-\x7f]/.test(code), `${name} holds characters outside ASCII`);
      for (const [, part] of code.matchAll(/new URL\("(parts\/[^"]+)"/g)) assert.ok(names.has(part!), `${name} asks for ${part!}`);
    }
  });
});

test('a script that comes two, three, four times does its work once', async () => {
  const { page, complaints } = await open('/twice');
  await ready(page);
  assert.deepEqual(complaints, []);
  await write(page, 'input[type=text]', 'Une élue');
  await press(page);
  await page.waitForSelector('asb-survey >>> textarea');
  assert.match((await shown(page)).text, /Vous avez écrit Une élue\./);
});

test('a placeholder becomes the element, with the attributes that it may set', async () => {
  const { page, complaints } = await open('/placeholder');
  await ready(page);
  const attributes = await page.evaluate(() => document.querySelector('div.asb-survey > asb-survey')!.getAttributeNames().sort());
  assert.deepEqual(attributes, ['display', 'src']);
  const { text } = await shown(page);
  assert.match(text, /Qui êtes-vous/);
  assert.match(text, /Votre avis/, 'on a single page');
  assert.equal(await page.evaluate(() => document.querySelector('asb-survey')!.textContent.trim()), 'Répondre sur papier');
  assert.deepEqual(complaints, []);
});

test('in a sandboxed frame, where storage throws, it asks its questions and says that it keeps nothing', async () => {
  const { page, complaints } = await open('/host');
  const frame = page.frames().find((each) => each.url().endsWith('/framed'))!;
  await ready(frame);
  assert.equal(await frame.evaluate(() => globalThis.origin), 'null');
  assert.match((await shown(frame)).text, /Rien n’est gardé sur cet appareil/);
  assert.deepEqual(complaints.filter((text) => !NOTICE.test(text)), []);
});

describe('attributes', () => {
  const whenEnglish = (page: Page) =>
    page.waitForFunction(() => {
      // The draft opens after the questions show.
      const text = document.querySelector('asb-survey')?.shadowRoot?.textContent ?? '';
      return text.includes('Qui êtes-vous') && text.includes('Votre avis') && text.includes('Review my answers') && text.includes('Your draft');
    });

  test('give the same survey set in the page, before it is attached, or after', async () => {
    const first = await open('/before');
    await whenEnglish(first.page);
    const expected = await shown(first.page);
    for (const attachedFirst of [false, true]) {
      const { page } = await open('/after');
      await page.evaluate((early) => {
        const element = document.createElement('asb-survey');
        if (early) document.querySelector('main')!.append(element);
        for (const [name, value] of [['src', '/essai.json'], ['display', 'single'], ['lang', 'en']] as const) element.setAttribute(name, value);
        if (!early) document.querySelector('main')!.append(element);
      }, attachedFirst);
      await whenEnglish(page);
      assert.deepEqual(await shown(page), expected, attachedFirst ? 'attached first' : 'attributes first');
    }
  });

  test('and properties set before the element is known count as well', async () => {
    const expectedVisit = await open('/before');
    await whenEnglish(expectedVisit.page);
    const expected = await shown(expectedVisit.page);
    const { page } = await open('/no-script');
    await page.evaluate((definition) => {
      const element = document.querySelector('asb-survey')!;
      Object.assign(element, { definition, display: 'single' });
      element.lang = 'en';
      const script = document.createElement('script');
      script.src = '/cdn/survey.iife.js';
      document.head.append(script);
    }, DEFINITION);
    await whenEnglish(page);
    assert.deepEqual(await shown(page), expected);
  });
});

describe('what stands in the element', () => {
  const fallback = (page: Page) =>
    page.evaluate(() => {
      const link = document.querySelector('asb-survey a')!;
      return link.checkVisibility() && link.getBoundingClientRect().height > 0;
    });

  test('stays when the script does not come', async () => {
    const { page } = await open('/no-script');
    assert.equal(await fallback(page), true);
  });

  test('stays when the definition cannot be read, beside the reason', async () => {
    const { page } = await open('/broken');
    await page.waitForSelector('asb-survey >>> [role=alert]');
    assert.match((await shown(page)).text, /Le questionnaire n’a pas pu s’afficher/);
    assert.equal(await fallback(page), true);
  });

  test('gives way to the questions', async () => {
    const { page } = await open('/placeholder');
    await ready(page);
    assert.equal(await fallback(page), false);
  });
});

test('only the survey goes on paper, with what was answered, and the page is as it was afterwards', async () => {
  const { page, violations } = await open('/paper');
  await ready(page);
  await page.locator('asb-survey >>> input').fill('Accueil de la mairie');
  await page.evaluate(() => { globalThis.print = () => undefined; }); // the dialog waits for a person
  await page.$eval('asb-survey', (survey) => { (survey as unknown as { download(format: string): void }).download('pdf'); });
  const shows = () => page.evaluate(() => ['h1', '#beside', 'asb-survey'].map((each) => document.querySelector(each)!.checkVisibility()));
  await page.emulateMediaType('print');
  assert.deepEqual(await shows(), [false, false, true]);
  assert.equal(await page.$eval('asb-survey', (survey) => survey.shadowRoot!.querySelector('input')!.checkVisibility()), true);
  assert.equal(await page.$eval('asb-survey', (survey) => [...survey.shadowRoot!.querySelectorAll('button')].some((each) => each.checkVisibility())), false, 'no button on paper');
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  assert.deepEqual(await shows(), [true, true, true]);
  assert.deepEqual(await violations(), []);
});
