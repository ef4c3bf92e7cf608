/** Bundles the scripts of the demonstration's own pages into `dist/`: one file a page, no file shared. */
import path from 'node:path';
import { build } from 'vite';

const HERE = import.meta.dirname;

export async function buildSite(): Promise<void> {
  const entries = { 'hub': 'hub/main.ts', 'embed': 'embed/embed.ts', 'frame': 'embed/frame.ts' };
  for (const [at, [name, entry]] of Object.entries(entries).entries()) {
    await build({
      root: HERE,
      configFile: false,
      logLevel: 'warn',
      resolve: { conditions: ['source', 'module', 'browser', 'production'] },
      define: { 'process.env.NODE_ENV': '"production"' },
      build: {
        outDir: path.resolve(HERE, '../dist'),
        emptyOutDir: at === 0,
        target: 'es2022',
        lib: { entry: path.join(HERE, entry), formats: ['es'], fileName: () => `${name}.js` },
        rolldownOptions: { output: { minify: true, codeSplitting: false } },
      },
    });
  }
}
