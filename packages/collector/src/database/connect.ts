/** One database handle for the whole collector, over PGlite in a folder or over a PostgreSQL server. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { sql } from 'drizzle-orm';
import { drizzle as drizzlePg } from 'drizzle-orm/node-postgres';
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import { drizzle as drizzlePglite } from 'drizzle-orm/pglite';
import pg from 'pg';
import { openDurable } from './durable-files.ts';
import { listenOn } from './listen.ts';
import { lockFolder } from './lock.ts';
import { migrateEmbedded, migrateServer } from './migrate.ts';

/** What queries are written against: the same for both drivers, and for a transaction of either. */
export type Database = PgDatabase<PgQueryResultHKT>;

export interface Connection {
  readonly kind: 'pglite' | 'postgresql';
  readonly database: Database;
  /** Throws when the database does not answer. */
  check(): Promise<void>;
  /** Gives the space of removed rows back; PGlite has no background process that would. */
  vacuum(): Promise<void>;
  /** Says something to the other processes on this database. */
  notify(channel: string, payload: string): Promise<void>;
  /** Hears what they say; `undefined` when something may have been missed. Resolves to what ends it. */
  listen(channel: string, heard: (payload: string | undefined) => void): Promise<() => Promise<void>>;
  close(): Promise<void>;
}

export interface ConnectOptions {
  /** `postgres://…`; absent: PGlite in `folder`. */
  readonly url?: string | undefined;
  /** The data folder; absent too: PGlite in memory, for tests. */
  readonly folder?: string | undefined;
  /** Told of a connection that broke while idle; the pool opens another one. */
  readonly onError?: ((error: Error) => void) | undefined;
}

async function connectEmbedded(folder: string | undefined): Promise<Connection> {
  let unlock: (() => Promise<void>) | undefined;
  if (folder !== undefined) {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    unlock = await lockFolder(folder);
  }
  try {
    const client = await (folder === undefined ? PGlite.create() : openDurable(join(folder, 'database')));
    const database = drizzlePglite(client);
    await migrateEmbedded(database);
    return {
      kind: 'pglite',
      database,
      check: async () => {
        await client.query('select 1');
      },
      vacuum: async () => {
        for (const table of ['answers', 'drafts', 'workspace_updates', 'badge_claims', 'ob_grants', 'ob_tokens', 'ob_holders', 'ob_credentials']) await client.exec(`vacuum ${table}`);
      },
      // One process has the folder: there is nobody to talk to.
      notify: () => Promise.resolve(),
      listen: () => Promise.resolve(() => Promise.resolve()),
      close: async () => {
        await client.close();
        await unlock?.();
      },
    };
  } catch (error) {
    await unlock?.();
    throw error;
  }
}

async function connectServer(url: string, onError: (error: Error) => void): Promise<Connection> {
  const pool = new pg.Pool({ connectionString: url, max: 10, connectionTimeoutMillis: 5_000, application_name: 'asb-collector' });
  pool.on('error', onError);
  try {
    const database = drizzlePg(pool);
    await migrateServer(database, pool);
    return {
      kind: 'postgresql',
      database,
      check: async () => {
        await database.execute(sql`select 1`);
      },
      vacuum: () => Promise.resolve(), // autovacuum does it
      notify: async (channel, payload) => {
        await database.execute(sql`select pg_notify(${channel}, ${payload})`);
      },
      listen: (channel, heard) => listenOn(url, channel, heard, onError),
      close: () => pool.end(),
    };
  } catch (error) {
    await pool.end();
    throw error;
  }
}

export function connect({ url, folder, onError = () => undefined }: ConnectOptions): Promise<Connection> {
  return url === undefined ? connectEmbedded(folder) : connectServer(url, onError);
}
