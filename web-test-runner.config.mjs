import { esbuildPlugin } from '@web/dev-server-esbuild';
import { chromium } from './tests/browsers.mjs';
import { libraries } from './tests/libraries.mjs';

/** @type {import('@web/test-runner').TestRunnerConfig} */
export default {
  files: ['packages/*/src/**/*.browser.test.ts', 'tests/browser/**/*.test.ts'],
  nodeResolve: { exportConditions: ['source', 'browser', 'development'] },
  // `esnext` keeps `with { type: 'json' }`; decorators are lowered all the same, as tsconfig says.
  plugins: [libraries(), esbuildPlugin({ ts: true, target: 'esnext', tsconfig: 'tsconfig.json' })],
  // Mocha's 2 s are too few for axe on a busy machine.
  testFramework: { config: { timeout: 20_000 } },
  browserStartTimeout: 60_000,
  testsFinishTimeout: 300_000,
  filterBrowserLogs: ({ args }) => !String(args[0]).startsWith('Lit is in dev mode'),
  browsers: [await chromium()],
};
