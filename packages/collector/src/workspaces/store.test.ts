import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'drizzle-orm';
import { connect } from '../database/connect.ts';
import type { Connection } from '../database/connect.ts';
import { emptyDatabase, serverUrl } from '../testing/collector.ts';
import { createWorkspace, gatherUpdates, readUpdates } from './store.ts';

let own: { url: string; drop: () => Promise<void> } | undefined;
let connection: Connection;
before(async () => {
  own = serverUrl === undefined ? undefined : await emptyDatabase(serverUrl);
  connection = await connect({ url: own?.url });
});
after(async () => {
  await connection.close();
  await own?.drop();
});

test('more changes than a query takes parameters become one, and one that was not read stays, whatever its number', async () => {
  const { database } = connection;
  await createWorkspace(database, { id: 'w', title: 'x' }, new Date());
  await database.execute(sql`insert into workspace_updates (workspace_id, part, update) select 'w', 'records', '\\x0000'::bytea from generate_series(1, 66000)`);
  const numbers = (await readUpdates(database, 'w', 'records')).map(({ seq }) => seq);
  const [unread = 0] = numbers.splice(500, 1);
  await gatherUpdates(database, 'w', 'records', numbers, new Uint8Array([0, 0]));
  assert.deepEqual((await readUpdates(database, 'w', 'records')).map(({ seq }) => seq), [unread, (numbers.at(-1) ?? 0) + 1]);
});
