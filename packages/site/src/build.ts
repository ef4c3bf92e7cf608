/** Bundles the script of the hub's page into `dist/`, and writes the fictitious actors there. The other pages load the published files alone. */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { demoActors } from '@assembleurs/commons/content/demo-actors';
import { mel } from '@assembleurs/commons/territory/mel';
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
  await writeFile(path.resolve(HERE, '../dist/acteurs-fictifs.json'), JSON.stringify({ type: 'actor-map', version: 1, ...demoActors(7, mel()) }));
}
