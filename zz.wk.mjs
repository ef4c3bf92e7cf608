import base from '/work/main/web-test-runner.config.mjs';
import { webkitLauncher } from '/work/main/tests/webkit-launcher.mjs';
export default { ...base, rootDir: '/work/main', concurrentBrowsers: 1, browserStartTimeout: 60000, browsers: [webkitLauncher()] };
