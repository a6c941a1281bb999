// Writes the whole database into one file that either kind of database can be restored from.
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type pg from 'pg';
import { type BackupTable, quoted, tablesInOrder } from './tables.ts';

export const BACKUP_FORMAT = 'mujun-backup-1';

/** First line of a backup. */
export type BackupHead = {
  readonly format: string;
  readonly created: string;
  /** Migrations the database had, by name and hash. */
  readonly migrations: readonly (readonly [name: string, hash: string])[];
  readonly tables: readonly BackupTable[];
};

/** Last line; without it a backup is not whole. */
export type BackupFoot = { readonly rows: number; readonly sha256: string };

/** Rows with large files in them are fetched few at a time. */
const ROWS_AT_ONCE = 500;

/** One moment of the database, however long the writing takes. The file appears when it is complete. */
export async function writeBackup(pool: pg.Pool, file: string, now: Date): Promise<BackupFoot> {
  const draft = `${file}.part`;
  const client = await pool.connect();
  const gzip = createGzip();
  const written = pipeline(gzip, createWriteStream(draft, { mode: 0o600 }));
  // Told when it is awaited below; until then nobody else listens.
  written.catch(() => {});
  const hash = createHash('sha256');
  const line = async (text: string, counts = true): Promise<void> => {
    if (counts) hash.update(`${text}\n`);
    if (!gzip.write(`${text}\n`)) await Promise.race([once(gzip, 'drain'), written]);
  };
  try {
    await client.query('begin isolation level repeatable read read only');
    const tables = await tablesInOrder(client);
    const head: BackupHead = {
      format: BACKUP_FORMAT,
      created: now.toISOString(),
      migrations: await appliedMigrations(client),
      tables,
    };
    await line(JSON.stringify(head));
    let rows = 0;
    for (const [index, table] of tables.entries()) {
      for await (const row of rowsOf(client, table)) {
        await line(`${index} ${row}`);
        rows += 1;
      }
    }
    await client.query('commit');
    const foot: BackupFoot = { rows, sha256: hash.digest('hex') };
    await line(JSON.stringify(foot), false);
    gzip.end();
    await written;
    await rename(draft, file);
    return foot;
  } catch (error) {
    gzip.destroy();
    await rm(draft, { force: true });
    throw error;
  } finally {
    await client.query('rollback').catch(() => {});
    client.release();
  }
}

async function appliedMigrations(client: pg.PoolClient): Promise<[string, string][]> {
  const { rows } = await client.query<{ name: string; hash: string }>(
    "select name, hash from schema_migration where name like 'core/%' order by name",
  );
  return rows.map(({ name, hash }) => [name, hash]);
}

/** A cursor, so that a large table never is in memory as a whole. Rows stay the text the database made of them. */
async function* rowsOf(client: pg.PoolClient, { name, columns }: BackupTable): AsyncGenerator<string> {
  const list = columns.map((column) => `t.${quoted(column)}`).join(', ');
  await client.query(
    `declare backup_rows no scroll cursor for
     select row_to_json(r)::text as row from (select ${list} from ${quoted(name)} t ${orderOf(name)}) r`,
  );
  for (;;) {
    const { rows } = await client.query<{ row: string }>(`fetch ${ROWS_AT_ONCE} from backup_rows`);
    for (const { row } of rows) yield row;
    if (rows.length < ROWS_AT_ONCE) break;
  }
  await client.query('close backup_rows');
}

/** An enterprise merged into another comes after it; a chain of mergers as often as it is long. */
function orderOf(table: string): string {
  if (table !== 'enterprise') return '';
  return `join (with recursive depth(zone_id, enterprise_id, level) as (
      select zone_id, enterprise_id, 0 from enterprise where merged_into is null
      union all
      select e.zone_id, e.enterprise_id, d.level + 1 from enterprise e
      join depth d on d.zone_id = e.zone_id and d.enterprise_id = e.merged_into)
    select * from depth) d using (zone_id, enterprise_id) order by d.level`;
}
