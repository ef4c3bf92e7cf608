/**
 * A PostgreSQL server of one's own, for as long as a command runs: `npm run test:postgres` (the collector's suite), or
 * `npm run test:postgres -- node some-script.ts`. The command finds the server in DATABASE_URL.
 *
 * The programs are Debian's (`/usr/lib/postgresql/<version>/bin`), or those in PATH; as root, apt installs them when there are
 * none. The cluster lies in a temporary folder, listens on a free port of the loopback, and goes with the command.
 * PostgreSQL refuses to run as root: then it runs as `postgres` (or `nobody`).
 */
import { spawn, spawnSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, globSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** Whom the server runs as; empty when we are not root. */
interface User {
  readonly uid?: number;
  readonly gid?: number;
}

/** No PostgreSQL here, and none to be had. */
export class NoPostgres extends Error {}

const isRoot = (): boolean => process.getuid?.() === 0;

/** The folder of `initdb` and `postgres`, of the newest version. */
function findPrograms(): string | undefined {
  const debian = globSync('/usr/lib/postgresql/*/bin/initdb')
    .sort((a, b) => Number(/\d+/.exec(b)?.[0]) - Number(/\d+/.exec(a)?.[0]));
  const inPath = (process.env['PATH'] ?? '').split(delimiter).map((folder) => join(folder, 'initdb'));
  const found = [...debian, ...inPath].find((path) => existsSync(path));
  return found && dirname(found);
}

function install(): void {
  if (!isRoot() || spawnSync('apt-get', ['--version']).status !== 0) {
    throw new NoPostgres('PostgreSQL is not installed, and only root with apt can install it here.');
  }
  console.log('Installing PostgreSQL with apt…');
  const apt = (...args: string[]) =>
    spawnSync('apt-get', args, { stdio: ['ignore', 'ignore', 'inherit'], timeout: 300_000, env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }).status === 0;
  apt('update');
  if (!apt('install', '-y', '--no-install-recommends', 'postgresql')) throw new NoPostgres('apt could not install PostgreSQL.');
}

function programs(): string {
  const found = findPrograms();
  if (found !== undefined) return found;
  install();
  const installed = findPrograms();
  if (installed === undefined) throw new NoPostgres('apt installed PostgreSQL, but its programs are not where Debian puts them.');
  return installed;
}

function serverUser(): User {
  if (!isRoot()) return {};
  const number = (flag: string, name: string) => {
    const { status, stdout } = spawnSync('id', [flag, name], { encoding: 'utf8' });
    return status === 0 ? Number(stdout) : undefined;
  };
  for (const name of ['postgres', 'nobody']) {
    const [uid, gid] = [number('-u', name), number('-g', name)];
    if (uid !== undefined && gid !== undefined) return { uid, gid };
  }
  throw new NoPostgres('There is no user that PostgreSQL could run as.');
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}

async function ready(bin: string, port: number, server: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 300; tries++) {
    if (server.exitCode !== null) throw new Error(`PostgreSQL stopped at its start (code ${String(server.exitCode)}).`);
    if (spawnSync(join(bin, 'pg_isready'), ['-q', '-U', 'asb', '-d', 'postgres', '-h', '127.0.0.1', '-p', String(port)]).status === 0) return;
    await wait(100);
  }
  throw new Error('PostgreSQL did not answer within 30 seconds.');
}

/** Runs `use` with the address of a fresh server, then stops and removes it. Throws `NoPostgres` when there can be none. */
export async function withPostgres<T>(use: (url: string) => Promise<T>): Promise<T> {
  const bin = programs();
  const user = serverUser();
  const folder = mkdtempSync(join(tmpdir(), 'asb-postgres-'));
  let server: ChildProcess | undefined;
  try {
    if (user.uid !== undefined && user.gid !== undefined) chownSync(folder, user.uid, user.gid);
    const data = join(folder, 'data');
    const options = { ...user, cwd: folder, env: { PATH: process.env['PATH'] ?? '', LC_ALL: 'C.UTF-8' } };
    const made = spawnSync(join(bin, 'initdb'), ['-D', data, '-U', 'asb', '-A', 'trust', '-E', 'UTF8', '--no-sync'], { ...options, encoding: 'utf8' });
    if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr}`);
    const port = await freePort();
    server = spawn(join(bin, 'postgres'), ['-D', data, '-p', String(port), '-k', folder, '-h', '127.0.0.1', '-c', 'log_min_messages=panic'], {
      ...options, stdio: ['ignore', 'ignore', 'inherit'],
    });
    await ready(bin, port, server);
    return await use(`postgres://asb@127.0.0.1:${String(port)}/postgres`);
  } finally {
    if (server && server.exitCode === null) {
      server.kill('SIGINT'); // fast shutdown
      await once(server, 'exit');
    }
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The collector's own tests and the fault tests, one file at a time: they share two cores with the server. */
const suite = () => [
  process.execPath, '--conditions=source', '--test', '--test-concurrency=1',
  ...globSync(['packages/collector/src/**/*.test.ts', 'tests/fault/*.test.ts']).sort(),
];

async function main(): Promise<void> {
  const given = process.argv.slice(2);
  const [command = '', ...args] = given.length > 0 ? given : suite();
  try {
    process.exitCode = await withPostgres(async (url) => {
      const child = spawn(command, args, { stdio: 'inherit', env: { ...process.env, DATABASE_URL: url } });
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
      const [code] = await once(child, 'exit') as [number | null];
      return code ?? 1;
    });
  } catch (error) {
    if (!(error instanceof NoPostgres)) throw error;
    console.log(`skipped: ${error.message}`);
  }
}

if (import.meta.main) await main();
