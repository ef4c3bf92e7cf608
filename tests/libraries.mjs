import { readFile } from 'node:fs/promises';
import { builtinModules } from 'node:module';
import path from 'node:path';
import { build } from 'esbuild';

const isLibrary = (url) => /\/node_modules\/.+\.c?js$/.test(url) && !url.startsWith('/__w');

/**
 * A Web Test Runner plugin for libraries that its server cannot give to a browser as they are:
 *
 * - CommonJS (papaparse has nothing else) becomes an ES module with a default export, as bundlers make it;
 * - a last line such as `export … from './x.js'` without an end of line (write-excel-file) loses its closing quote
 *   when the server rewrites addresses: it is given its end of line first.
 */
export const libraries = () => {
  let root = '';
  return {
    name: 'libraries',
    serverStart({ config }) {
      root = config.rootDir;
    },
    async serve({ path: url }) {
      if (!isLibrary(url)) return undefined;
      const file = path.join(root, decodeURIComponent(url));
      const code = await readFile(file, 'utf8').catch(() => '');
      if (!/\bmodule\.exports\b/.test(code) || /^\s*(?:import|export)\b/m.test(code)) return undefined;
      const { outputFiles } = await build({
        entryPoints: [file],
        bundle: true,
        format: 'esm',
        platform: 'browser',
        external: builtinModules, // behind a test for Node, never reached
        write: false,
      });
      return { body: outputFiles[0].text, type: 'js' };
    },
    transform({ path: url, body }) {
      return isLibrary(url) && typeof body === 'string' && !body.endsWith('\n') ? { body: `${body}\n` } : undefined;
    },
  };
};
