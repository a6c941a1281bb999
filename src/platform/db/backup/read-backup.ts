// Puts a backup into an empty database: all of it in one transaction, or nothing.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import type pg from 'pg';
import { z } from 'zod';
import { AppError } from '#core/app-error.ts';
import { quoted } from './tables.ts';
import { BACKUP_FORMAT } from './write-backup.ts';

const Head = z.object({
  format: z.literal(BACKUP_FORMAT),
  created: z.string(),
  migrations: z.array(z.tuple([z.string(), z.string()])),
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()) })),
});
type Head = z.infer<typeof Head>;

const Foot = z.object({ rows: z.number(), sha256: z.string() });

const ROWS_AT_ONCE = 500;

/** Returns the number of rows and when the backup was made. */
export async function readBackup(pool: pg.Pool, file: string): Promise<{ rows: number; created: string }> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    const result = await load(client, file);
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback');
    if (error instanceof Error && 'code' in error && /^(?:Z_|ERR_)/.test(String(error.code))) {
      throw new AppError('backup_damaged', { file });
    }
    throw error;
  } finally {
    client.release();
  }
}

async function load(client: pg.PoolClient, file: string): Promise<{ rows: number; created: string }> {
  const gunzip = createGunzip();
  const source = createReadStream(file).on('error', (error) => gunzip.destroy(error));
  const lines = createInterface({ input: source.pipe(gunzip), crlfDelay: Infinity });
  const hash = createHash('sha256');
  let head: Head | undefined;
  let rows = 0;
  let batch: { readonly table: number; readonly rows: string[] } = { table: -1, rows: [] };
  let last = '';
  for await (const line of lines) {
    if (last !== '') {
      hash.update(`${last}\n`);
      if (head === undefined) {
        head = await readHead(client, file, last);
      } else {
        const space = last.indexOf(' ');
        const table = Number(last.slice(0, space));
        if (table !== batch.table || batch.rows.length >= ROWS_AT_ONCE) {
          await insert(client, head, batch);
          batch = { table, rows: [] };
        }
        batch.rows.push(last.slice(space + 1));
        rows += 1;
      }
    }
    last = line;
  }
  const foot = Foot.safeParse(parseJson(last));
  if (head === undefined || !foot.success) throw new AppError('backup_damaged', { file });
  await insert(client, head, batch);
  if (foot.data.rows !== rows || foot.data.sha256 !== hash.digest('hex')) {
    throw new AppError('backup_damaged', { file });
  }
  return { rows, created: head.created };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The database must be of the backup's version and empty but for what the migrations themselves put there. */
async function readHead(client: pg.PoolClient, file: string, line: string): Promise<Head> {
  const parsed = Head.safeParse(parseJson(line));
  if (!parsed.success) throw new AppError('backup_not_understood', { file });
  const applied = await client.query<{ name: string; hash: string }>(
    "select name, hash from schema_migration where name like 'core/%'",
  );
  const here = new Map(applied.rows.map(({ name, hash }) => [name, hash]));
  const same =
    here.size === parsed.data.migrations.length &&
    parsed.data.migrations.every(([name, hash]) => here.get(name) === hash);
  if (!same) throw new AppError('backup_other_version', { file });
  const zones = await client.query("select 1 from zone where zone_id <> 'system' limit 1");
  if (zones.rowCount !== 0) throw new AppError('database_not_empty');
  const names = parsed.data.tables.map(({ name }) => quoted(name));
  await client.query(`truncate ${names.join(', ')}`);
  return parsed.data;
}

async function insert(
  client: pg.PoolClient,
  head: Head,
  batch: { readonly table: number; readonly rows: readonly string[] },
): Promise<void> {
  const table = head.tables[batch.table];
  if (table === undefined || batch.rows.length === 0) return;
  const columns = table.columns.map(quoted).join(', ');
  await client.query(
    `insert into ${quoted(table.name)} (${columns})
     select ${columns} from json_populate_recordset(null::${quoted(table.name)}, $1::json)`,
    [`[${batch.rows.join(',')}]`],
  );
}
