/** Bundles the script of the hub's page into `dist/`. The other pages load the published files alone. */
import path from 'node:path';
import { build } from 'vite';

const HERE = import.meta.dirname;

export async function buildSite(): Promise<void> {
  await build({
    root: HERE,
    configFile: false,
    logLevel: 'warn',
    // Workspaces resolve to their TypeScript source: nothing has to be built before.
    resolve: { conditions: ['source', 'module', 'browser', 'production'] },
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      outDir: path.resolve(HERE, '../dist'),
      emptyOutDir: true,
      target: 'es2022',
      lib: { entry: path.join(HERE, 'hub/main.ts'), formats: ['es'], fileName: () => 'hub.js' },
      rolldownOptions: { output: { minify: true, codeSplitting: false } },
    },
  });
}
