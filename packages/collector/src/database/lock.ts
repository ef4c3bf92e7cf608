/**
 * One process a data folder. PGlite has no guard of its own: two processes on one folder would destroy the store.
 *
 * The holder writes who it is and renews the file's time. A lock is taken over when its holder is known to be gone
 * (same machine, no such process), or when its time stands still for longer than `STALE_MS` (another container on
 * the same volume: process numbers say nothing there).
 */
import { readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const RENEW_MS = 2_000;
const STALE_MS = 10_000;

export class FolderInUse extends Error {
  readonly folder: string;
  readonly holder: string;

  constructor(folder: string, holder: string) {
    super(`${folder} is in use by ${holder}`);
    this.folder = folder;
    this.holder = holder;
  }
}

interface Holder {
  readonly pid: number;
  readonly host: string;
}

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

async function readHolder(path: string): Promise<Holder | undefined> {
  try {
    const { pid, host } = JSON.parse(await readFile(path, 'utf8')) as Partial<Holder>;
    return typeof pid === 'number' && typeof host === 'string' ? { pid, host } : undefined;
  } catch {
    return undefined; // just gone, or half written by a process that died
  }
}

const age = async (path: string) => Date.now() - (await stat(path).catch(() => ({ mtimeMs: 0 }))).mtimeMs;

async function isStale(path: string): Promise<boolean> {
  const holder = await readHolder(path);
  if (holder?.host === hostname()) {
    // Our own number on a fresh start: a container's process 1, before it was killed.
    return holder.pid === process.pid ? !held.has(path) : !alive(holder.pid);
  }
  // The holder renews every RENEW_MS: one that lives is seen moving before STALE_MS is over.
  while (await age(path) < STALE_MS) {
    const before = await age(path);
    await wait(RENEW_MS);
    if (await age(path) < before) return false;
  }
  return true;
}

/** The locks that this very process holds. */
const held = new Set<string>();

/** Takes the folder, or throws `FolderInUse`. Returns what gives it back. */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  const path = join(folder, 'collector.lock');
  const me = JSON.stringify({ pid: process.pid, host: hostname() } satisfies Holder);
  for (let tries = 0; ; tries++) {
    try {
      await writeFile(path, me, { flag: 'wx' });
      break;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      if (tries > 2 || !(await isStale(path))) {
        const holder = await readHolder(path);
        throw new FolderInUse(folder, holder ? `process ${String(holder.pid)} on ${holder.host}` : 'another process');
      }
      await rm(path, { force: true });
    }
  }
  held.add(path);
  const renew = setInterval(() => {
    const now = new Date();
    utimes(path, now, now).catch(() => undefined); // the folder itself is gone: nothing left to guard
  }, RENEW_MS);
  renew.unref();
  return async () => {
    clearInterval(renew);
    held.delete(path);
    await rm(path, { force: true });
  };
}
