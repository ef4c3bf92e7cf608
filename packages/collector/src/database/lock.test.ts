import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { FolderInUse, lockFolder } from './lock.ts';

let folder: string;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'asb-lock-'));
});
after(() => rm(folder, { recursive: true, force: true }));

const leave = (holder: string) => writeFile(join(folder, 'collector.lock'), holder);
/** Takes the folder and gives it back. */
async function takes(): Promise<void> {
  await (await lockFolder(folder))();
  assert.deepEqual(await readdir(folder), []);
}

describe('a data folder', () => {
  test('is for one at a time, and free again once given back', async () => {
    const unlock = await lockFolder(folder);
    await assert.rejects(lockFolder(folder), (error) => error instanceof FolderInUse && error.holder.includes(String(process.pid)));
    await unlock();
    await takes();
  });

  test('held by a living process of this machine: refused', async () => {
    await leave(JSON.stringify({ pid: process.ppid, host: hostname() }));
    await assert.rejects(lockFolder(folder), FolderInUse);
    await rm(join(folder, 'collector.lock'));
  });

  test('left by a process that was killed: taken over', async () => {
    const { pid } = spawnSync(process.execPath, ['--version']);
    await leave(JSON.stringify({ pid, host: hostname() }));
    await takes();
  });

  test('left by our own number (a container’s process 1 before it was killed): taken over', async () => {
    await leave(JSON.stringify({ pid: process.pid, host: hostname() }));
    await takes();
  });

  test('left long ago by another machine, or half written: taken over', async () => {
    for (const holder of [JSON.stringify({ pid: 1, host: 'another-container' }), '{"pid":']) {
      await leave(holder);
      const longAgo = new Date(Date.now() - 60_000);
      await utimes(join(folder, 'collector.lock'), longAgo, longAgo);
      await takes();
    }
  });
});
