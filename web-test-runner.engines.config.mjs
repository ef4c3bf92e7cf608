import base from './web-test-runner.config.mjs';
import { chromium, firefox } from './tests/browsers.mjs';
import { webkitLauncher } from './tests/webkit-launcher.mjs';

/** Every engine. Needs `apt install chromium firefox-esr webkit2gtk-driver xvfb`. */
export default {
  ...base,
  concurrentBrowsers: 1,
  browsers: [await chromium(), firefox(), webkitLauncher()],
};
