/**
 * Brings the tables to what this version of the collector expects: the committed SQL files of `migrations/`, each
 * once, in order (drizzle's migrator, and its own table of what was applied).
 */
import { fileURLToPath } from 'node:url';
import type { PGlite } from '@electric-sql/pglite';
import { migrate as migratePg } from 'drizzle-orm/node-postgres/migrator';
import { migrate as migratePglite } from 'drizzle-orm/pglite/migrator';
import type { NodePgDatabase } from 'drizzle-orm/node-postgres';
import type { PgliteDatabase } from 'drizzle-orm/pglite';
import type pg from 'pg';

// Beside `src` and beside `dist`: both are two levels above this file's folder.
const migrationsFolder = fileURLToPath(new URL('../../migrations', import.meta.url));

/** Any number that no one else uses in this database. */
const LOCK = 4_119_350;

/** PGlite: one process has the folder (see `lock.ts`), nobody else can be migrating. */
export async function migrateEmbedded(database: PgliteDatabase & { $client: PGlite }): Promise<void> {
  await migratePglite(database, { migrationsFolder });
}

/** PostgreSQL: processes that start together wait here for the first one, then find nothing left to do. */
export async function migrateServer(database: NodePgDatabase, pool: pg.Pool): Promise<void> {
  const guard = await pool.connect();
  try {
    await guard.query('select pg_advisory_lock($1)', [LOCK]);
    await migratePg(database, { migrationsFolder });
  } finally {
    await guard.query('select pg_advisory_unlock($1)', [LOCK]).catch(() => undefined); // a lost connection holds no lock
    guard.release();
  }
}
