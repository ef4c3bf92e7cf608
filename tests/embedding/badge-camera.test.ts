import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Browser, Page } from 'puppeteer-core';
import { encode } from 'uqr';

import { buildEmbed } from '../../scripts/embed.ts';
import { launchBrowser } from '../browsers.mjs';
import { serve } from './site.ts';
import type { Site } from './site.ts';

const ADDRESS = 'https://badges.commune.example/attestation/42.json';
const WIDTH = 640;
const HEIGHT = 480;
/** Pixels of one module of the code. */
const MODULE = 8;

/** What a camera in front of a QR code sees, as YUV4MPEG2 (4:2:0): dark grey around, a white quiet zone, the code. */
function film(text: string): Buffer {
  const { data, size } = encode(text, { ecc: 'M', border: 4 });
  const [left, top] = [Math.floor((WIDTH - size * MODULE) / 2), Math.floor((HEIGHT - size * MODULE) / 2)];
  const light = Buffer.alloc(WIDTH * HEIGHT, 90);
  for (let y = 0; y < size * MODULE; y += 1) {
    for (let x = 0; x < size * MODULE; x += 1) light[(top + y) * WIDTH + left + x] = data[Math.floor(y / MODULE)]?.[Math.floor(x / MODULE)] ? 20 : 230;
  }
  const frame = Buffer.concat([Buffer.from('FRAME\n'), light, Buffer.alloc((WIDTH * HEIGHT) / 2, 128)]);
  return Buffer.concat([Buffer.from(`YUV4MPEG2 W${String(WIDTH)} H${String(HEIGHT)} F10:1 Ip A1:1 C420\n`), frame, frame]);
}

let site: Site;
let folder: string;

before(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'asb-camera-'));
  await writeFile(path.join(folder, 'code.y4m'), film(ADDRESS));
  site = await serve(await buildEmbed(), { '/': { body: '<!doctype html><html lang="fr"><meta charset="utf-8"><link rel="icon" href="data:,"><title>Badge</title><script type="module" src="/cdn/badge-viewer.js"></script><asb-badge-viewer></asb-badge-viewer>' } });
});
after(async () => {
  await site.close();
  await rm(folder, { recursive: true });
});

async function filming(browser: Browser): Promise<{ readonly page: Page; readonly asked: string[] }> {
  const page = await browser.newPage();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).host));
  await page.goto(site.origin);
  const press = (label: string) => page.waitForFunction((words: string) => {
    const found = [...document.querySelector('asb-badge-viewer')?.shadowRoot?.querySelectorAll('button') ?? []].find((each) => each.innerText.includes(words));
    found?.click();
    return found !== undefined;
  }, {}, label);
  await press('Lire un QR code');
  return { page, asked };
}

const sees = (page: Page, words: string) => page.waitForFunction((text: string) => (document.querySelector('asb-badge-viewer')?.shadowRoot?.querySelector('[part=viewer]') as HTMLElement | null ?? document.querySelector('asb-badge-viewer')?.shadowRoot?.firstElementChild as HTMLElement | null)?.innerText.includes(text), { timeout: 20_000 }, words);

describe('the camera', () => {
  test('reads a QR code, asks nobody, and is off once it has read', async () => {
    const browser = await launchBrowser({ args: ['--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream', `--use-file-for-fake-video-capture=${path.join(folder, 'code.y4m')}`] });
    try {
      const { page, asked } = await filming(browser);
      await sees(page, 'badges.commune.example');
      assert.deepEqual([...new Set(asked)], [new URL(site.origin).host]);
      assert.equal(await page.evaluate(() => document.querySelector('asb-badge-viewer')!.shadowRoot!.querySelector('video')), null);
    } finally {
      await browser.close();
    }
  });

  test('refused, it is said, and a picture can be chosen instead', async () => {
    const browser = await launchBrowser({ args: ['--use-fake-device-for-media-stream', '--deny-permission-prompts'] });
    try {
      const { page } = await filming(browser);
      await sees(page, 'La caméra n’est pas permise');
      assert.ok(await page.evaluate(() => document.querySelector('asb-badge-viewer')!.shadowRoot!.querySelector('input[data-qr]') !== null));
    } finally {
      await browser.close();
    }
  });
});
