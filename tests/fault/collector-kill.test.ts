/**
 * Nothing acknowledged is lost, nothing is doubled, when the collector dies without warning: `kill -9` while 200 clients
 * send, on PGlite (one process, restarted) and on PostgreSQL (two processes, one killed and restarted).
 */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { ADMIN, definition, emptyDatabase, serverUrl } from '../../packages/collector/src/testing/collector.ts';
import { startCollector } from '../../packages/collector/src/testing/process.ts';
import type { Running } from '../../packages/collector/src/testing/process.ts';

const CLIENTS = 200;
const EACH = 3;
const ALL = CLIENTS * EACH;

let folder: string;
let survey: string;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'asb-fault-'));
  survey = join(folder, 'survey.json');
  await writeFile(survey, JSON.stringify(definition));
});
after(() => rm(folder, { recursive: true, force: true }));

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}

/** Where the clients may send now, and word of each acknowledgement and each change. */
class Field {
  readonly acknowledged = new Map<string, string>();
  /** Sendings that the kill cut: they went out, and no reply came back. */
  cut = 0;
  /** Acknowledgements of a retry whose first try had been kept. */
  repeated = 0;
  #urls: string[] = [];
  readonly #watchers = new Set<() => void>();

  set urls(urls: string[]) {
    this.#urls = urls;
    this.#changed();
  }

  #changed(): void {
    for (const watcher of this.#watchers) watcher();
  }

  async #until(condition: () => boolean): Promise<void> {
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

  received(count: number): Promise<void> {
    return this.#until(() => this.acknowledged.size >= count);
  }

  /** Sends one answer until it is acknowledged, as the page's outbox does: the same key each time. */
  async send(name: string, client: number): Promise<void> {
    const key = randomUUID();
    for (let tries = client; ; tries++) {
      await this.#until(() => this.#urls.length > 0);
      const known = this.#urls;
      const url = known[tries % known.length] ?? '';
      try {
        const response = await fetch(`${url}/surveys/essai/answers`, {
          method: 'POST',
          headers: { 'Content-Type': 'application/json', 'Idempotency-Key': key },
          body: JSON.stringify({ definitionVersion: '1', locale: 'fr', commune: '59350', answers: { nom: name } }),
        });
        const { id } = await response.json() as { id?: string };
        if ((response.status === 200 || response.status === 201) && id !== undefined) {
          if (response.status === 200) this.repeated += 1;
          this.acknowledged.set(name, id);
          this.#changed();
          return;
        }
        assert.fail(`status ${String(response.status)}`);
      } catch (error) {
        if (error instanceof assert.AssertionError) throw error;
        this.cut += 1;
        // Not the same address again before something changed, when it is the only one.
        if (known.length === 1) await this.#until(() => this.#urls !== known);
      }
    }
  }
}

const crowd = (field: Field): Promise<unknown> =>
  Promise.all(Array.from({ length: CLIENTS }, async (_, client) => {
    for (let turn = 0; turn < EACH; turn++) await field.send(`${String(client)}-${String(turn)}`, client);
  }));

/** Everything that the hub can read, page after page. */
async function stored(url: string): Promise<{ id: string; answers: { nom: string } }[]> {
  const items = [];
  for (let after: string | null = '0'; after !== null;) {
    const response: Response = await fetch(`${url}/surveys/essai/answers?limit=200&after=${after}`, { headers: { Authorization: `Bearer ${ADMIN}` } });
    assert.equal(response.status, 200);
    const page = await response.json() as { items: { id: string; answers: { nom: string } }[]; next: string | null };
    items.push(...page.items);
    after = page.next;
  }
  return items;
}

async function compare(field: Field, url: string): Promise<void> {
  const kept = await stored(url);
  assert.equal(field.acknowledged.size, ALL);
  assert.equal(kept.length, ALL, 'each answer once');
  assert.deepEqual(new Map(kept.map(({ id, answers }) => [answers.nom, id])), field.acknowledged);
}

test('PGlite: kill -9 twice while 200 clients send, restart on the same folder', async (t) => {
  const port = await freePort();
  const args = ['--data', join(folder, 'data'), '--survey', `essai=${survey}`];
  const start = () => startCollector(args, { ASB_ADMIN_TOKEN: ADMIN }, port);
  let collector = await start();
  const field = new Field();
  field.urls = [collector.url];
  const sending = crowd(field);
  for (const count of [ALL / 4, ALL / 2]) {
    await field.received(count);
    field.urls = [];
    await collector.stop('SIGKILL');
    collector = await start();
    field.urls = [collector.url];
  }
  await sending;
  await compare(field, collector.url);
  assert.ok(field.cut > 0, 'the kill cut sendings');
  t.diagnostic(`${String(ALL)} answers, ${String(field.cut)} sendings cut, ${String(field.repeated)} acknowledged by their retry only`);
  await collector.stop('SIGTERM');
});

test('PostgreSQL: two processes, one killed and restarted while 200 clients send', { skip: serverUrl === undefined && 'no DATABASE_URL' }, async (t) => {
  const database = await emptyDatabase(serverUrl ?? '');
  const ports = [await freePort(), await freePort()];
  const start = (port: number) => startCollector(['--survey', `essai=${survey}`], { ASB_ADMIN_TOKEN: ADMIN, DATABASE_URL: database.url }, port);
  const [one, two] = await Promise.all(ports.map(start)) as [Running, Running];
  const field = new Field();
  field.urls = [one.url, two.url];
  const sending = crowd(field);
  await field.received(ALL / 3);
  await one.stop('SIGKILL');
  await field.received(ALL / 2);
  const again = await start(ports[0] ?? 0);
  await sending;
  await compare(field, two.url);
  await compare(field, again.url);
  assert.ok(field.cut > 0, 'the kill cut sendings');
  t.diagnostic(`${String(ALL)} answers, ${String(field.cut)} sendings cut, ${String(field.repeated)} acknowledged by their retry only`);
  await two.stop('SIGTERM');
  await again.stop('SIGTERM');
  await database.drop();
});
