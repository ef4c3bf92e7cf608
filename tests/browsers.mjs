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
import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { chromeLauncher } from '@web/test-runner-chrome';
import puppeteer from 'puppeteer-core';

export const FIREFOX = process.env.FIREFOX_PATH ?? '/usr/bin/firefox-esr';

const CACHE = fileURLToPath(new URL('../node_modules/.cache/chromium', import.meta.url));

/**
 * Unpacks the Chromium that the npm package `@sparticuz/chromium` carries, with the libraries and
 * fonts it needs, so that the tests run where no browser is installed.
 */
async function bundledChromium() {
  const { TMPDIR, AWS_EXECUTION_ENV } = process.env;
  await mkdir(CACHE, { recursive: true });
  process.env.TMPDIR = CACHE; // where the package unpacks
  process.env.AWS_EXECUTION_ENV ??= 'AWS_Lambda_nodejs20.x'; // makes it unpack NSS as well
  try {
    const { default: chromium } = await import('@sparticuz/chromium');
    return await chromium.executablePath();
  } finally {
    restore('TMPDIR', TMPDIR);
    restore('AWS_EXECUTION_ENV', AWS_EXECUTION_ENV);
  }
}

function restore(name, value) {
  if (value === undefined) delete process.env[name];
  else process.env[name] = value;
}

/** `CHROME_PATH`, or an installed Chromium, or else the bundled one. */
async function chromiumPath() {
  const { CHROME_PATH } = process.env;
  if (CHROME_PATH === 'bundled') return bundledChromium();
  const installed = [CHROME_PATH, '/usr/bin/chromium', '/usr/bin/google-chrome'];
  return installed.find((path) => path && existsSync(path)) ?? bundledChromium();
}

const launchOptions = async () => ({
  executablePath: await chromiumPath(),
  headless: 'shell',
  args: [
    '--no-sandbox', // containers run as root
    '--disable-dev-shm-usage',
    '--use-gl=angle',
    '--use-angle=swiftshader',
    '--enable-unsafe-swiftshader',
  ],
});

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
