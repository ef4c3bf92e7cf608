/**
 * The browsers that tests and benchmarks drive.
 *
 * An end-to-end test opens one so, and closes it when it ends:
 *
 *     import { launchBrowser } from '../browsers.mjs';
 *     const browser = await launchBrowser();
 *     after(() => browser.close());
 *     const page = await browser.newPage();
 *
 * `CHROME_PATH=/path/to/chromium` names a browser, `CHROME_PATH=bundled` the one that npm carries.
 */
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromeLauncher } from '@web/test-runner-chrome';
import puppeteer from 'puppeteer-core';

export const FIREFOX = process.env.FIREFOX_PATH ?? '/usr/bin/firefox-esr';

const CACHE = fileURLToPath(new URL('../node_modules/.cache/chromium', import.meta.url));

/** What the package `@sparticuz/chromium` sets for the whole process; here only the browser shall have it. */
const PACKAGE_ENV = ['TMPDIR', 'AWS_EXECUTION_ENV', 'FONTCONFIG_PATH', 'LD_LIBRARY_PATH', 'HOME'];

/**
 * Unpacks the Chromium that the npm package `@sparticuz/chromium` carries, with the libraries and
 * fonts it needs, so that the tests run where no browser is installed.
 */
async function bundledChromium() {
  const before = PACKAGE_ENV.map((name) => [name, process.env[name]]);
  await mkdir(CACHE, { recursive: true });
  process.env.TMPDIR = CACHE; // where the package unpacks
  process.env.AWS_EXECUTION_ENV ??= 'AWS_Lambda_nodejs24.x'; // makes it unpack NSS as well
  try {
    const { default: chromium } = await import('@sparticuz/chromium');
    const executablePath = await chromium.executablePath();
    const { LD_LIBRARY_PATH = '' } = process.env;
    return { executablePath, env: { LD_LIBRARY_PATH, FONTCONFIG_FILE: await fontsConfiguration() } };
  } finally {
    for (const [name, value] of before) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  }
}

/** The package's own fonts.conf names /tmp/fonts, wherever it unpacked them; without any font Chromium dies at a text field. */
async function fontsConfiguration() {
  const file = path.join(CACHE, 'fonts.conf');
  const folders = ['/usr/share/fonts', '/usr/local/share/fonts', path.join(CACHE, 'fonts')];
  const list = [...folders.map((folder) => `<dir>${folder}</dir>`), `<cachedir>${path.join(CACHE, 'fonts-cache')}</cachedir>`];
  const text = `<?xml version="1.0"?>\n<!DOCTYPE fontconfig SYSTEM "fonts.dtd">\n<fontconfig>${list.join('')}</fontconfig>\n`;
  if ((await readFile(file, 'utf8').catch(() => '')) !== text) await writeFile(file, text);
  return file;
}

/** `CHROME_PATH`, or an installed Chromium, or else the bundled one; with the environment it needs. */
async function findChromium() {
  const { CHROME_PATH } = process.env;
  if (CHROME_PATH === 'bundled') return bundledChromium();
  if (CHROME_PATH && !existsSync(CHROME_PATH)) throw new Error(`CHROME_PATH: there is no ${CHROME_PATH}`);
  const executablePath = [CHROME_PATH, '/usr/bin/chromium', '/usr/bin/google-chrome'].find((file) => file && existsSync(file));
  return executablePath ? { executablePath, env: {} } : bundledChromium();
}

const launchOptions = async () => {
  const { executablePath, env } = await findChromium();
  return {
    executablePath,
    env: { ...process.env, ...env },
    headless: 'shell',
    args: [
      '--no-sandbox', // containers run as root
      '--disable-dev-shm-usage',
      '--use-gl=angle',
      '--use-angle=swiftshader',
      '--enable-unsafe-swiftshader',
    ],
  };
};

/**
 * Chromium under puppeteer, for end-to-end tests and benchmarks.
 *
 * @param {import('puppeteer-core').LaunchOptions} [options] added to ours; `args` are appended
 * @returns {Promise<import('puppeteer-core').Browser>}
 */
export async function launchBrowser({ args = [], ...options } = {}) {
  const base = await launchOptions();
  return puppeteer.launch({ ...base, ...options, args: [...base.args, ...args] });
}

/** Chromium for Web Test Runner. */
export const chromium = async () => chromeLauncher({ puppeteer, launchOptions: await launchOptions() });

/** Firefox for Web Test Runner, driven over WebDriver BiDi: needs no geckodriver. */
export const firefox = () =>
  chromeLauncher({
    puppeteer,
    launchOptions: {
      browser: 'firefox',
      executablePath: FIREFOX,
    },
    createPage: ({ context }) => context.newPage(),
    concurrency: 1,
  });
