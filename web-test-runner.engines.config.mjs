import { existsSync } from 'node:fs';
import base from './web-test-runner.config.mjs';
import { chromium, firefox, FIREFOX } from './tests/browsers.mjs';
import { webkitLauncher, MINI_BROWSER } from './tests/webkit-launcher.mjs';

/**
 * Every engine that is installed, one after the other.
 * Debian has them all: `apt install chromium firefox-esr webkit2gtk-driver xvfb`.
 */
const engines = [
  { name: 'Firefox', installed: existsSync(FIREFOX), launcher: firefox },
  { name: 'WebKit', installed: existsSync(MINI_BROWSER), launcher: webkitLauncher },
];
for (const { name, installed } of engines) if (!installed) console.warn(`${name} is not installed: left out.`);

export default {
  ...base,
  concurrentBrowsers: 1,
  browserStartTimeout: 60_000,
  browsers: [await chromium(), ...engines.filter(({ installed }) => installed).map(({ launcher }) => launcher())],
};
