/**
 * `npm run check:packages` (after `npm run build`): packs what would be published, and asks publint and
 * "are the types wrong" about each tarball. Exits 1 on an error or a warning.
 *
 * Left aside: what concerns CommonJS and Node 10 resolution (the packages are ES modules), and publint's note on the
 * `source` condition, which names the TypeScript that is packed as well.
 */
import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '..');
const PACKAGES = ['commons', 'open-badges', 'elements', 'collector'];

/** True when the command ended well; what it said is shown otherwise. */
function succeeds(command: string, args: string[], cwd = ROOT): boolean {
  const { status, stdout, stderr, error } = spawnSync(command, args, { cwd, encoding: 'utf8' });
  if (error) throw error;
  if (status !== 0) console.error(`${command} ${args.join(' ')}\n${stdout}${stderr}`);
  return status === 0;
}

const target = await mkdtemp(path.join(tmpdir(), 'packages-'));
let passed = 0;
let failed = 0;
try {
  for (const name of PACKAGES) {
    const folder = path.join(ROOT, 'packages', name);
    const packed = spawnSync('npm', ['pack', '--json', '--pack-destination', target], { cwd: folder, encoding: 'utf8' });
    if (packed.status !== 0) throw new Error(`npm pack failed for ${name}: ${packed.stderr}`);
    const [tarball] = Object.values(JSON.parse(packed.stdout) as Record<string, { filename: string; entryCount: number; size: number }>);
    if (!tarball) throw new Error(`npm pack made nothing for ${name}`);
    const file = path.join(target, tarball.filename);
    console.log(`${tarball.filename}: ${String(tarball.entryCount)} files, ${(tarball.size / 1000).toFixed(0)} kB`);
    const checks = [
      succeeds('publint', ['run', file, '--strict', '--pack', 'false']),
      succeeds('attw', [file, '--profile', 'esm-only', '--no-definitely-typed', '--no-emoji', '--format', 'ascii']),
    ];
    passed += checks.filter(Boolean).length;
    failed += checks.filter((ok) => !ok).length;
  }
} finally {
  await rm(target, { recursive: true, force: true });
}
console.log(`\n${String(passed)} passed, ${String(failed)} failed`);
process.exitCode = failed > 0 ? 1 : 0;
