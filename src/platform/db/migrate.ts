// Brings the schema up to this version: every file of migrations/ once, in order, each in its own transaction.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type pg from 'pg';
import { AppError, invariant } from '#core/app-error.ts';

export type Migration = { readonly name: string; readonly sql: string; readonly hash: string };
export type MigrationReport = { readonly applied: readonly string[]; readonly present: number };

const LOCK = 0x6d_75_6a;

/** Files of a folder such as migrations/, by name. */
export function readMigrations(folder: string): Migration[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.sql'));
  return names.toSorted().map((name) => {
    const sql = readFileSync(path.join(folder, name), 'utf8');
    return { name, sql, hash: createHash('sha256').update(sql).digest('hex') };
  });
}

/** Forward only. A file that was applied and has been edited since, or is unknown here, stops it before any change. */
export async function migrate(pool: pg.Pool, folder: string): Promise<MigrationReport> {
  const client = await pool.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    await client.query(
      'create table if not exists schema_migration (name text primary key, hash text not null, applied_at timestamptz not null default now())',
    );
    const report = await applyAll(client, 'core', readMigrations(folder));
    if (!(await hasCitus(client))) return report;
    const citus = await applyAll(client, 'citus', readMigrations(path.join(folder, 'citus')));
    return {
      applied: [...report.applied, ...citus.applied],
      present: report.present + citus.present,
    };
  } finally {
    await client.query('select pg_advisory_unlock($1)', [LOCK]);
    client.release();
  }
}

async function hasCitus(client: pg.PoolClient): Promise<boolean> {
  const { rowCount } = await client.query("select 1 from pg_extension where extname = 'citus'");
  return rowCount === 1;
}

async function applyAll(
  client: pg.PoolClient,
  set: 'core' | 'citus',
  migrations: readonly Migration[],
): Promise<MigrationReport> {
  const done = new Map(await appliedMigrations(client, set));
  checkHistory(done, migrations);
  const pending = migrations.filter(({ name }) => !done.has(name));
  for (const migration of pending) await applyOne(client, set, migration);
  return { applied: pending.map(({ name }) => name), present: done.size };
}

async function appliedMigrations(client: pg.PoolClient, set: string): Promise<[string, string][]> {
  const { rows } = await client.query<{ name: string; hash: string }>(
    'select name, hash from schema_migration where name like $1 order by name',
    [`${set}/%`],
  );
  return rows.map(({ name, hash }) => [name.slice(set.length + 1), hash]);
}

function checkHistory(done: ReadonlyMap<string, string>, migrations: readonly Migration[]): void {
  const known = new Map(migrations.map(({ name, hash }) => [name, hash]));
  for (const [name, hash] of done) {
    const here = known.get(name);
    if (here === undefined) throw new AppError('migration_unknown', { name });
    if (here !== hash) throw new AppError('migration_edited', { name });
  }
}

async function applyOne(client: pg.PoolClient, set: string, migration: Migration): Promise<void> {
  invariant(migration.sql.trim() !== '', `migration ${migration.name} is empty`);
  await client.query('begin');
  try {
    await client.query(migration.sql);
    await client.query('insert into schema_migration (name, hash) values ($1, $2)', [
      `${set}/${migration.name}`,
      migration.hash,
    ]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}
