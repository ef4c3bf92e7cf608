import path from 'node:path';
import { build } from 'esbuild';

/** One module of this folder, for a page. */
export async function bundleFile(name: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [path.join(import.meta.dirname, `${name}.ts`)], bundle: true, minify: true, write: false, format: 'esm', target: 'es2022', platform: 'browser', conditions: ['source'], legalComments: 'none', logLevel: 'error',
  });
  return outputFiles[0]?.text ?? '';
}
