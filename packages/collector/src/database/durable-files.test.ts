import assert from 'node:assert/strict';
import fs from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { openDurable } from './durable-files.ts';

test('every commit asks the disk before it returns', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'asb-durable-'));
  let synced = 0;
  const { fsyncSync } = fs;
  fs.fsyncSync = (descriptor) => {
    synced += 1;
    fsyncSync(descriptor);
  };
  syncBuiltinESMExports();
  t.after(async () => {
    fs.fsyncSync = fsyncSync;
    syncBuiltinESMExports();
    await rm(folder, { recursive: true, force: true });
  });

  const database = await openDurable(join(folder, 'database'));
  await database.exec('create table t (n int)');
  for (let n = 0; n < 5; n++) {
    const before = synced;
    await database.query('insert into t values ($1)', [n]);
    assert.ok(synced > before, `commit ${String(n)}`);
  }
  const { rows } = await database.query("select name, setting from pg_settings where name in ('fsync', 'synchronous_commit', 'full_page_writes') order by name");
  assert.deepEqual(rows, [{ name: 'fsync', setting: 'on' }, { name: 'full_page_writes', setting: 'on' }, { name: 'synchronous_commit', setting: 'on' }]);
  await database.close();
});
