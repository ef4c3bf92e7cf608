/**
 * `npm run build`: what is published, out of the sources.
 *
 * - `packages/<name>/dist`: one JavaScript module and one declaration a source file, by `tsc`.
 * - `packages/elements/cdn`: files for a `<script>`, see `embed.ts`. `npm run build:embed` makes these alone.
 * - `packages/elements/custom-elements.json`: the manifest of elements, for editors and Storybook.
 */
import { spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { copyFile, mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { buildEmbed } from './embed.ts';

const ROOT = path.resolve(import.meta.dirname, '..');
/** In this order: each is compiled against the declarations of those before it. */
const PACKAGES = ['commons', 'open-badges', 'elements', 'collector'];

function execute(command: string, args: string[], cwd = ROOT) {
  const { status, error } = spawnSync(command, args, { cwd, stdio: 'inherit' });
  if (error) throw error;
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${String(status)}`);
}

/** Writes `custom-elements.json`; Storybook and the type check read it. */
function writeManifest() {
  const config = path.relative(path.join(ROOT, 'packages/elements'), path.join(import.meta.dirname, 'cem.config.mjs'));
  execute('cem', ['analyze', '--config', config], path.join(ROOT, 'packages/elements'));
}

async function compile(name: string) {
  const folder = path.join(ROOT, 'packages', name);
  if (globSync('src/**/*.ts', { cwd: folder, exclude: ['**/*.test.ts'] }).length === 0) return;
  await rm(path.join(folder, 'dist'), { recursive: true, force: true });
  execute('tsc', ['-p', path.join(folder, 'tsconfig.build.json')]);
  // npm packs the licence that lies beside package.json.
  for (const licence of ['LICENSE', 'LICENSE-CONTENT.md']) await copyFile(path.join(ROOT, licence), path.join(folder, licence));
  console.log(`packages/${name}/dist`);
}

async function writeEmbed() {
  const target = path.join(ROOT, 'packages/elements/cdn');
  await rm(target, { recursive: true, force: true });
  for (const { name, code } of await buildEmbed()) {
    const file = path.join(target, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, code);
    console.log(`${path.relative(ROOT, file)}  ${(code.length / 1000).toFixed(1)} kB`);
  }
}

const only = process.argv[2];
if (only === undefined) for (const name of PACKAGES) await compile(name);
if (only === undefined || only === 'embed') await writeEmbed();
if (only === undefined || only === 'manifest') writeManifest();
