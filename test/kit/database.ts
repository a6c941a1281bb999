// A migrated, empty database for a test file: a schema of its own on PostgreSQL when DATABASE_URL is set, else on PGlite.
import { randomBytes } from 'node:crypto';
import { PGlite } from '@electric-sql/pglite';
import { createPgConfig } from '@electric-sql/pglite/node-postgres';
import pg from 'pg';
import { type Database, embeddedPool, handle, openDatabase } from '#platform/db/database.ts';
import { migrate } from '#platform/db/migrate.ts';

const MIGRATIONS = new URL('../../migrations', import.meta.url).pathname;

/** One PGlite per worker: starting it costs a second or two, a schema a few milliseconds. */
const shared = globalThis as typeof globalThis & { mujunTestPglite?: Promise<PGlite> };

export const databaseUrl = process.env['CITUS_URL'] ?? process.env['DATABASE_URL'];

/** Opens the schema another way, such as over a line that can be cut. */
export type Through = (schema: string) => Promise<Database>;

/** Close it when the file is done; its schema goes with it. */
export async function testDatabase(through?: Through): Promise<Database> {
  const schema = `test_${randomBytes(6).toString('hex')}`;
  const database =
    databaseUrl === undefined ? await onPglite(schema) : await onServer(databaseUrl, schema, through);
  await migrate(database.pool, MIGRATIONS);
  return database;
}

async function onServer(url: string, schema: string, through?: Through): Promise<Database> {
  const admin = new pg.Client({ connectionString: url });
  await admin.connect();
  await admin.query(`create schema ${schema}`);
  const database = await (through?.(schema) ?? openDatabase({ kind: 'postgres', url, schema }));
  const close = async () => {
    await database.close();
    await admin.query(`drop schema ${schema} cascade`);
    await admin.end();
  };
  return { ...database, close };
}

async function onPglite(schema: string): Promise<Database> {
  shared.mujunTestPglite ??= PGlite.create();
  const pool = embeddedPool(createPgConfig(await shared.mujunTestPglite));
  await pool.query(`create schema ${schema}`);
  await pool.query(`set search_path to ${schema}`);
  return handle('embedded', pool, async () => {
    await pool.query(`drop schema ${schema} cascade`);
    await pool.end();
  });
}
