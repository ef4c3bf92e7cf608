import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { createConnection } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { HocuspocusProvider as Provider } from '@hocuspocus/provider';
import { count as countRows, eq, sql } from 'drizzle-orm';
import type { SelectedFields } from 'drizzle-orm/pg-core';
import { connect } from '../database/connect.ts';
import type { Connection, Database } from '../database/connect.ts';
import { workspaceUpdates } from '../database/schema.ts';
import { createCollector, createLog } from '../index.ts';
import { ADMIN, emptyDatabase, json, openTrial, serverUrl } from '../testing/collector.ts';
import type { Trial } from '../testing/collector.ts';
import { Yjs } from './libraries.ts';
import { openLive } from './live.ts';
import { appendUpdate, createInvitation, createWorkspace, withdrawInvitation } from './store.ts';

// Like the server's (libraries.ts): one Yjs for both.
const { HocuspocusProvider } = createRequire(import.meta.url)('@hocuspocus/provider') as typeof import('@hocuspocus/provider');

let trial: Trial;
let url: string;
before(async () => {
  trial = await openTrial();
  ({ url } = await trial.collector.listen());
});
after(() => trial.close());

let count = 0;
async function newWorkspace(): Promise<string> {
  const id = `ws-${String(count += 1)}`;
  assert.equal((await trial.call('POST', '/workspaces', { token: ADMIN, body: { id, title: 'Essai' } })).status, 201);
  return id;
}
const invite = (workspace: string, role: string, days: number | null = null) =>
  json<{ id: string; token: string }>(trial.call('POST', `/workspaces/${workspace}/invitations`, { token: ADMIN, body: { role, label: 'Accueil', days } }));

/** A page with the document open. */
class Page {
  readonly doc = new Yjs.Doc();
  readonly provider: Provider;
  readonly roles: string[] = [];
  refused = false;
  cuts = 0;
  #watchers = new Set<() => void>();

  constructor(name: string, token: string, address = url) {
    const moved = () => {
      for (const watcher of [...this.#watchers]) watcher();
    };
    this.provider = new HocuspocusProvider({
      url: `${address.replace('http', 'ws')}/live`, name, document: this.doc, token,
      onStateless: ({ payload }) => {
        this.roles.push(payload);
        moved();
      },
      onAuthenticationFailed: () => {
        this.refused = true;
        moved();
      },
      onSynced: moved, onUnsyncedChanges: moved, onAwarenessChange: moved, onStatus: moved,
      onDisconnect: () => {
        this.cuts += 1;
        moved();
      },
    });
    this.doc.on('update', moved);
  }

  get values(): Record<string, unknown> {
    return this.doc.getMap('r').toJSON();
  }

  set(key: string, value: unknown): void {
    this.doc.getMap('r').set(key, value);
  }

  async until(condition: () => boolean): Promise<void> {
    while (!condition()) {
      await new Promise<void>((done) => {
        const watcher = () => {
          this.#watchers.delete(watcher);
          done();
        };
        this.#watchers.add(watcher);
      });
    }
  }

  kept(): Promise<void> {
    return this.until(() => this.provider.isSynced && !this.provider.hasUnsyncedChanges);
  }

  close(): void {
    this.provider.destroy();
  }
}

async function opened(...pages: Page[]): Promise<void> {
  await Promise.all(pages.map((page) => page.kept()));
}

describe('a shared workspace', () => {
  test('two people write in it, and who comes later reads it', async () => {
    const workspace = await newWorkspace();
    const { token } = await invite(workspace, 'edit');
    const [one, two] = [new Page(workspace, token), new Page(workspace, token)];
    await opened(one, two);
    one.set('a', 1);
    two.set('b', 2);
    await one.until(() => one.values['b'] === 2);
    await two.until(() => two.values['a'] === 1);
    await opened(one, two);
    one.close();
    two.close();
    const later = new Page(workspace, (await invite(workspace, 'read')).token);
    await later.until(() => Object.keys(later.values).length === 2);
    assert.deepEqual([later.values, later.roles], [{ a: 1, b: 2 }, ['role:read']]);
    later.close();
  });

  test('who may read or comment writes no record: the server refuses', async () => {
    const workspace = await newWorkspace();
    const editor = new Page(workspace, (await invite(workspace, 'edit')).token);
    const commenting = (await invite(workspace, 'comment')).token;
    const pages = [new Page(workspace, (await invite(workspace, 'read')).token), new Page(workspace, commenting)];
    await opened(editor, ...pages);
    for (const page of pages) page.set('forged', true);
    const comments = new Page(`${workspace}/comments`, commenting);
    await opened(comments);
    comments.set('remark', 'Bien');
    await comments.kept();
    editor.set('mine', 1);
    for (const page of pages) await page.until(() => page.values['mine'] === 1);
    await editor.kept();
    assert.deepEqual(editor.values, { mine: 1 });
    assert.ok(pages.every(({ provider }) => provider.hasUnsyncedChanges), 'they are not told that it is kept');
    const readsComments = new Page(`${workspace}/comments`, (await invite(workspace, 'read')).token);
    await readsComments.until(() => readsComments.values['remark'] === 'Bien');
    for (const page of [editor, comments, readsComments, ...pages]) page.close();
  });

  test('opens to nobody without an invitation, with another workspace’s, with a late or a withdrawn one', async () => {
    const [workspace, other] = [await newWorkspace(), await newWorkspace()];
    const withdrawn = await invite(workspace, 'edit');
    await trial.call('DELETE', `/workspaces/${workspace}/invitations/${withdrawn.id}`, { token: ADMIN });
    for (const token of ['', 'x'.repeat(43), 'y'.repeat(5000), (await invite(other, 'edit')).token, withdrawn.token]) {
      const page = new Page(workspace, token);
      await page.until(() => page.refused);
      page.close();
    }
    const odd = new Page('../x', ADMIN);
    await odd.until(() => odd.refused);
    odd.close();
  });

  test('closes at once for an invitation that is withdrawn, and for all when it is erased', async () => {
    const workspace = await newWorkspace();
    const [first, second] = [await invite(workspace, 'edit'), await invite(workspace, 'edit')];
    const [one, two] = [new Page(workspace, first.token), new Page(workspace, second.token)];
    await opened(one, two);
    await trial.call('DELETE', `/workspaces/${workspace}/invitations/${first.id}`, { token: ADMIN });
    await one.until(() => one.refused);
    two.set('still', 'here');
    await two.kept();
    assert.equal(two.refused, false);
    await trial.call('DELETE', `/workspaces/${workspace}`, { token: ADMIN });
    await two.until(() => two.refused);
    one.close();
    two.close();
    assert.equal((await trial.call('GET', `/workspaces/${workspace}/invitations`, { token: ADMIN })).status, 404);
  });

  test('closes at once for a hub’s token that is withdrawn', async () => {
    const workspace = await newWorkspace();
    const made = await json<{ id: string; token: string }>(trial.call('POST', '/admin/tokens', { token: ADMIN, body: { role: 'coordinator', label: 'x' } }));
    const [gone, stays] = [new Page(workspace, made.token), new Page(workspace, ADMIN)];
    await opened(gone, stays);
    assert.equal((await trial.call('DELETE', `/admin/tokens/${made.id}`, { token: ADMIN })).status, 204);
    await gone.until(() => gone.refused);
    assert.equal(stays.cuts, 0);
    gone.close();
    stays.close();
  });

  test('the hub’s own tokens open it: a coordinator’s to write, a reader’s to read', async () => {
    const workspace = await newWorkspace();
    const { token } = await json<{ token: string }>(trial.call('POST', '/admin/tokens', { token: ADMIN, body: { role: 'reader', label: 'x' } }));
    const [coordinator, reader] = [new Page(workspace, ADMIN), new Page(workspace, token)];
    await opened(coordinator, reader);
    coordinator.set('a', 1);
    await reader.until(() => reader.values['a'] === 1);
    assert.deepEqual([coordinator.roles, reader.roles], [['role:edit'], ['role:read']]);
    coordinator.close();
    reader.close();
  });

  test('tells who is here, and passes on nothing but their label', async () => {
    const workspace = await newWorkspace();
    const { token } = await invite(workspace, 'edit');
    const [one, two] = [new Page(workspace, token), new Page(workspace, token)];
    await opened(one, two);
    one.provider.setAwarenessField('label', 'Accueil'.repeat(50));
    one.provider.setAwarenessField('secret', 'x');
    const labels = () => [...two.provider.awareness!.getStates()].filter(([client]) => client === one.doc.clientID).map(([, state]) => state);
    await two.until(() => typeof labels()[0]?.['label'] === 'string' && labels()[0]?.['label'] !== '');
    assert.deepEqual(labels(), [{ label: 'Accueil'.repeat(50).slice(0, 100) }]);
    one.close();
    two.close();
  });

  test('what is no change at all ends the connection and is not kept', async () => {
    const workspace = await newWorkspace();
    const page = new Page(workspace, ADMIN);
    await opened(page);
    const socket = page.provider.configuration.websocketProvider.webSocket!;
    const name = new TextEncoder().encode(workspace);
    // name, message 0 (sync), 2 (update), a length, and nonsense
    socket.send(new Uint8Array([name.length, ...name, 0, 2, 4, 255, 255, 255, 255]));
    await once(socket as unknown as EventTarget, 'close');
    await page.kept();
    page.close();
    const later = new Page(workspace, ADMIN);
    await opened(later);
    later.set('a', 1);
    await later.kept();
    later.close();
  });

  test('many changes become one at the next opening, and nothing is missing', async () => {
    const workspace = await newWorkspace();
    const writer = new Page(workspace, ADMIN);
    await opened(writer);
    for (let at = 0; at < 150; at += 1) writer.set(`k${String(at)}`, at);
    await writer.kept();
    writer.close();
    for (let turn = 0; turn < 2; turn += 1) {
      const reader = new Page(workspace, ADMIN);
      await reader.until(() => Object.keys(reader.values).length === 150);
      reader.close();
    }
  });

  test('nothing of it, and no token, is in the log', () => {
    assert.doesNotMatch(trial.log.join('\n'), /forged|remark|role:edit/);
  });

  test('who has not said who they are may not send much', async () => {
    const socket = new WebSocket(`${url.replace('http', 'ws')}/live`);
    await once(socket, 'open');
    const message = new Uint8Array(70_000);
    message.set([1, 'w'.charCodeAt(0), 0]); // name, message 0 (sync)
    socket.send(message);
    const [{ code }] = await once(socket, 'close') as [CloseEvent];
    assert.equal(code, 4205);
  });

  test('another address is no socket', async () => {
    const socket = new WebSocket(`${url.replace('http', 'ws')}/elsewhere`);
    const [event] = await once(socket, 'error') as [Event];
    assert.equal(event.type, 'error');
  });
});

/** The sockets alone, on a database that a test may look into and break. */
async function openBare() {
  const own = serverUrl === undefined ? undefined : await emptyDatabase(serverUrl);
  const connection = await connect({ url: own?.url });
  const { database } = connection;
  const log: string[] = [];
  const stage: { now: Date; onLoading?: () => void; heard?: (text: string | undefined) => void } = { now: new Date('2026-01-05T10:00:00Z') };
  const watched: Database = Object.assign(Object.create(database) as Database, {
    select: (fields: SelectedFields) => {
      if ('update' in fields) stage.onLoading?.();
      return database.select(fields);
    },
  });
  const listened: Connection = {
    ...connection,
    listen: (channel, heard) => {
      stage.heard = heard;
      return connection.listen(channel, heard);
    },
  };
  const live = openLive({ connection: listened, database: watched, now: () => stage.now }, createLog('error', { write: (line) => void log.push(line) }));
  const server = createServer((_request, response) => {
    response.end('here');
  });
  live.attach(server, '');
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    database, live, log, server, stage,
    address: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    /** A workspace, and an invitation to write in it. */
    invited: async (id: string, expiresAt: Date | null = null) => {
      await createWorkspace(database, { id, title: 'x' }, stage.now);
      return createInvitation(database, id, { role: 'edit', label: 'x', expiresAt }, stage.now);
    },
    kept: async (id: string) => (await database.select({ total: countRows() }).from(workspaceUpdates).where(eq(workspaceUpdates.workspaceId, id)))[0]?.total,
    failed: (act: string) => log.some((line) => line.includes(`"act":"${act}"`)),
    close: async () => {
      await live.close();
      server.close();
      server.closeAllConnections();
      await connection.close();
      await own?.drop();
    },
  };
}

describe('the sockets', () => {
  let bare: Awaited<ReturnType<typeof openBare>>;
  before(async () => {
    bare = await openBare();
  });
  after(() => bare.close());

  test('outlive a caller who cuts the line, wherever they knocked', async () => {
    const { port } = bare.server.address() as AddressInfo;
    const uncaught: Error[] = [];
    const note = (error: Error) => void uncaught.push(error);
    process.on('uncaughtExceptionMonitor', note);
    for (const path of ['/elsewhere', '/elsewhere', '/elsewhere', '/live']) {
      const over = new Promise<void>((done) => {
        bare.server.once('connection', (socket) => socket.once('close', () => {
          done();
        }));
      });
      const caller = createConnection(port, '127.0.0.1');
      caller.write(`GET ${path} HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n`);
      await once(caller, 'data');
      caller.resetAndDestroy();
      await over;
    }
    assert.equal(await (await fetch(bare.address)).text(), 'here');
    process.off('uncaughtExceptionMonitor', note);
    assert.deepEqual(uncaught, []);
  });

  test('close for an invitation whose time runs out while the page is open, before anything more is kept', async () => {
    const { token } = await bare.invited('late', new Date(bare.stage.now.getTime() + 1_000));
    const page = new Page('late', token, bare.address);
    await opened(page);
    page.set('a', 1);
    await page.kept();
    bare.stage.now = new Date(bare.stage.now.getTime() + 1_000);
    page.set('b', 2);
    await page.until(() => page.refused);
    assert.equal(await bare.kept('late'), 1);
    page.close();
  });

  test('take nothing more once an invitation is withdrawn, not even what is under way', async () => {
    const { id, token } = await bare.invited('under-way');
    const page = new Page('under-way', token, bare.address);
    await opened(page);
    await withdrawInvitation(bare.database, 'under-way', id);
    const dropped = bare.live.dropHolder(id);
    page.set('late', true);
    await dropped;
    await page.until(() => page.refused);
    assert.equal(await bare.kept('under-way'), 0);
    page.close();
  });

  test('close for an invitation that is withdrawn while its document loads', async () => {
    const { id, token } = await bare.invited('loading');
    let withdrawn: Promise<void> | undefined;
    bare.stage.onLoading = () => {
      withdrawn ??= withdrawInvitation(bare.database, 'loading', id).then(() => bare.live.dropHolder(id));
    };
    const page = new Page('loading', token, bare.address);
    await page.until(() => page.refused);
    await withdrawn;
    page.close();
  });

  test('ask everybody again who they are when the line to the database was cut: a withdrawal may have passed unheard', async () => {
    const { id, token } = await bare.invited('unheard');
    const page = new Page('unheard', token, bare.address);
    await opened(page);
    await withdrawInvitation(bare.database, 'unheard', id);
    bare.stage.heard?.(undefined);
    await page.until(() => page.refused);
    page.close();
  });

  for (const [act, table] of [['authenticate', 'workspace_invitations'], ['load', 'workspace_updates'], ['keep', 'workspace_updates']] as const) {
    test(`refuse nobody because the database fails (${act}): the pages try again, and go on when it is back`, async () => {
      const name = `blip-${act}`;
      const { token } = await bare.invited(name);
      const pages = act === 'keep' ? [new Page(name, token, bare.address)] : [];
      await opened(...pages);
      await bare.database.execute(sql.raw(`alter table ${table} rename to away`));
      if (act !== 'keep') pages.push(new Page(name, token, bare.address), new Page(name, token, bare.address));
      for (const page of pages) {
        page.set(`k${String(page.doc.clientID)}`, 1);
        await page.until(() => page.cuts > 0 || page.refused);
      }
      assert.ok(bare.failed(act));
      await bare.database.execute(sql.raw(`alter table away rename to ${table}`));
      await opened(...pages);
      assert.deepEqual(pages.map(({ refused }) => refused), pages.map(() => false));
      assert.ok((await bare.kept(name) ?? 0) >= pages.length);
      for (const page of pages) page.close();
    });
  }

  test('open a document whose changes cannot be made one', async () => {
    const { token } = await bare.invited('many');
    const doc = new Yjs.Doc();
    const updates: Uint8Array[] = [];
    doc.on('update', (update) => {
      updates.push(update);
    });
    for (let at = 0; at < 150; at += 1) doc.getMap('r').set(`k${String(at)}`, at);
    for (const update of updates) await appendUpdate(bare.database, 'many', 'records', new Uint8Array(update));
    await bare.database.execute(sql`create function stay() returns trigger language plpgsql as 'begin raise exception ''stays''; end'`);
    await bare.database.execute(sql`create trigger stay before delete on workspace_updates execute function stay()`);
    const page = new Page('many', token, bare.address);
    await page.until(() => page.refused || Object.keys(page.values).length === 150);
    await bare.database.execute(sql`drop trigger stay on workspace_updates`);
    assert.deepEqual([page.refused, bare.failed('gather'), await bare.kept('many')], [false, true, 150]);
    page.close();
  });

  test('make many changes one while a page stays open', async () => {
    const { token } = await bare.invited('weeks');
    const writer = new Page('weeks', token, bare.address);
    await opened(writer);
    for (let at = 0; at < 1_010; at += 1) writer.set(`k${String(at)}`, at);
    await writer.kept();
    assert.equal(await bare.kept('weeks'), 11);
    writer.close();
    const reader = new Page('weeks', token, bare.address);
    await reader.until(() => Object.keys(reader.values).length === 1_010);
    reader.close();
  });
});

test('a workspace outlives its collector', async () => {
  const folder = serverUrl === undefined ? await mkdtemp(join(tmpdir(), 'asb-live-')) : undefined;
  const options = { folder, databaseUrl: trial.databaseUrl, adminToken: ADMIN, log: createLog('silent') };
  const first = await createCollector(options);
  const { url: address, port } = await first.listen();
  await first.app.request('/workspaces', { method: 'POST', headers: { 'Authorization': `Bearer ${ADMIN}`, 'Content-Type': 'application/json' }, body: JSON.stringify({ id: 'long', title: 'x' }) });
  const page = new Page('long', ADMIN, address);
  await opened(page);
  page.set('a', 1);
  await page.kept();
  await first.close();
  page.set('b', 2); // offline
  const second = await createCollector(options);
  await second.listen({ port });
  await page.kept();
  const other = new Page('long', ADMIN, address);
  await other.until(() => other.values['a'] === 1 && other.values['b'] === 2);
  other.close();
  page.close();
  await second.close();
  if (folder) await rm(folder, { recursive: true, force: true });
});

test('two collectors on one PostgreSQL show each other’s changes', { skip: serverUrl === undefined && 'no DATABASE_URL' }, async () => {
  const second = await createCollector({ databaseUrl: trial.databaseUrl, adminToken: ADMIN, log: createLog('silent') });
  const { url: address } = await second.listen();
  const workspace = await newWorkspace();
  const [one, two] = [new Page(workspace, ADMIN), new Page(workspace, ADMIN, address)];
  await opened(one, two);
  one.set('a', 1);
  await two.until(() => two.values['a'] === 1);
  two.set('b', 2);
  await one.until(() => one.values['b'] === 2);
  const made = await json<{ id: string; token: string }>(trial.call('POST', '/admin/tokens', { token: ADMIN, body: { role: 'coordinator', label: 'x' } }));
  const elsewhere = new Page(workspace, made.token, address);
  await opened(elsewhere);
  await trial.call('DELETE', `/admin/tokens/${made.id}`, { token: ADMIN });
  await elsewhere.until(() => elsewhere.refused);
  for (const page of [one, two, elsewhere]) page.close();
  await second.close();
});
