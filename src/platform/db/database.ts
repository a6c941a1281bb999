// The one database: a pg pool on PostgreSQL, or on PGlite inside this process when no address is given.
import { mkdirSync } from 'node:fs';
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { lockDirectory } from './directory-lock.ts';
import { typeParsers } from './type-parsers.ts';

export type DatabaseConfig =
  | {
      readonly kind: 'postgres';
      readonly url: string;
      readonly schema?: string;
      readonly connections?: number;
    }
  | { readonly kind: 'embedded'; readonly directory: string };

/** Tables are typed by the slice that owns them (`withTables`), so the handle itself knows none. */
export type Tables = Record<never, never>;

export type Database = {
  readonly kind: DatabaseConfig['kind'];
  readonly pool: pg.Pool;
  readonly kysely: Kysely<Tables>;
  readonly close: () => Promise<void>;
};

export async function openDatabase(config: DatabaseConfig): Promise<Database> {
  return config.kind === 'postgres' ? openServer(config) : openEmbedded(config.directory);
}

/**
 * Many people ask small questions at once: a question that takes three processes to answer makes the others wait, and
 * fifty people searching 100,000 names waited three times as long.
 */
const SERIAL = '-c max_parallel_workers_per_gather=0';

function openServer(config: Extract<DatabaseConfig, { kind: 'postgres' }>): Database {
  const pool = new pg.Pool({
    connectionString: config.url,
    max: config.connections ?? 10,
    connectionTimeoutMillis: 5000,
    types: typeParsers,
    options: [SERIAL, ...(config.schema === undefined ? [] : [`-c search_path=${config.schema}`])].join(' '),
  });
  // A connection that breaks while idle must not end the process: the pool opens another when it is asked again.
  pool.on('error', () => {});
  // One that breaks between two queries of a transaction tells its holder with the next query.
  pool.on('connect', (client) => client.on('error', () => {}));
  return handle('postgres', pool, () => pool.end());
}

async function openEmbedded(directory: string): Promise<Database> {
  mkdirSync(directory, { recursive: true });
  const unlock = lockDirectory(directory);
  try {
    // Only the embedded product pays for loading it.
    const [{ PGlite }, { createPgConfig }] = await Promise.all([
      import('@electric-sql/pglite'),
      import('@electric-sql/pglite/node-postgres'),
    ]);
    const pglite = await PGlite.create(`${directory}/pg`);
    const pool = embeddedPool(createPgConfig(pglite));
    return handle('embedded', pool, async () => {
      await pool.end();
      await pglite.close();
      unlock();
    });
  } catch (error) {
    unlock();
    throw error;
  }
}

/**
 * PGlite has one connection; closing it while idle would only cost the time to make it anew. A pool would close it after
 * a query that failed, while the rest of the answer is still on its way, and the next query would read that rest.
 */
export function embeddedPool(config: object): pg.Pool {
  const pool = new pg.Pool({ ...config, max: 1, idleTimeoutMillis: 0, types: typeParsers });
  const query = async (text: string | pg.QueryConfig, values?: unknown[]): Promise<pg.QueryResult> => {
    const client = await pool.connect();
    try {
      return await client.query(text, values);
    } finally {
      client.release();
    }
  };
  return Object.assign(pool, { query });
}

export function handle(kind: Database['kind'], pool: pg.Pool, close: () => Promise<void>): Database {
  return { kind, pool, kysely: new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) }), close };
}
