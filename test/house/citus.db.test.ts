import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testDatabase } from '#test/kit/database.ts';
import type { Database } from '#platform/db/database.ts';

// Citus distributes a table by one column, which then has to lead every key: what a zone needs anyway.
let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

type Table = { name: string; zoned: boolean; reference: boolean; secured: boolean; policies: number };

async function tables(): Promise<Table[]> {
  const { rows } = await database.pool.query<Table>(`
    select c.relname as name,
           exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'zone_id' and not a.attisdropped) as zoned,
           coalesce(obj_description(c.oid, 'pg_class') = 'reference table', false) as reference,
           c.relrowsecurity as secured,
           (select count(*)::int from pg_policy p where p.polrelid = c.oid) as policies
    from pg_class c
    where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r' and c.relname <> 'schema_migration'
    order by 1`);
  return rows;
}

describe('every table', () => {
  test('belongs to a zone or is marked as a reference table', async () => {
    const neither = (await tables()).filter(({ zoned, reference }) => !zoned && !reference);
    expect(neither).toEqual([]);
  });

  test('of a zone is secured row by row', async () => {
    const open = (await tables()).filter(
      ({ zoned, secured, policies }) => zoned && (!secured || policies === 0),
    );
    expect(open).toEqual([]);
  });

  test('of a zone has the zone in front of every key', async () => {
    const { rows } = await database.pool.query<{ table: string; key: string; first: string }>(`
      select c.relname as table, i.relname as key,
             (select a.attname::text from pg_attribute a where a.attrelid = c.oid and a.attnum = x.indkey[0]) as first
      from pg_index x
      join pg_class c on c.oid = x.indrelid
      join pg_class i on i.oid = x.indexrelid
      where c.relnamespace = current_schema()::regnamespace and (x.indisprimary or x.indisunique)`);
    const zoned = new Set((await tables()).filter((table) => table.zoned).map(({ name }) => name));
    expect(rows.filter(({ table, first }) => zoned.has(table) && first !== 'zone_id')).toEqual([]);
    expect(rows.length).toBeGreaterThan(30);
  });

  test('refers to another one of the zone with the zone in front', async () => {
    const { rows } = await database.pool.query<{ name: string; first: string; target: string }>(`
      select k.conname as name,
             (select a.attname::text from pg_attribute a where a.attrelid = k.conrelid and a.attnum = k.conkey[1]) as first,
             p.relname as target
      from pg_constraint k join pg_class p on p.oid = k.confrelid
      where k.contype = 'f' and k.connamespace = current_schema()::regnamespace`);
    expect(rows.filter(({ first, target }) => first !== 'zone_id' && !target.startsWith('auth_'))).toEqual(
      [],
    );
  });

  test('is distributed exactly once, those referred to first', async () => {
    const files = readdirSync('migrations/citus').toSorted();
    const sql = files.map((file) => readFileSync(`migrations/citus/${file}`, 'utf8')).join('\n');
    const named = [...sql.matchAll(/create_(reference|distributed)_table\('(\w+)'/g)].map(
      ([, kind, name]) => `${kind} ${name}`,
    );
    const expected = (await tables()).map(
      ({ name, reference }) => `${reference ? 'reference' : 'distributed'} ${name}`,
    );
    expect(named.toSorted()).toEqual(expected.toSorted());
    const { rows } = await database.pool.query<{ child: string; parent: string }>(`
      select c.relname as child, p.relname as parent from pg_constraint k
      join pg_class c on c.oid = k.conrelid join pg_class p on p.oid = k.confrelid
      where k.contype = 'f' and k.connamespace = current_schema()::regnamespace and c.oid <> p.oid`);
    const order = named.map((text) => text.split(' ')[1]);
    const wrong = rows.filter(({ child, parent }) => order.indexOf(parent) > order.indexOf(child));
    expect(wrong).toEqual([]);
  });

  test('that nobody may change gives the application no right to', async () => {
    const { rows } = await database.pool.query<{ table: string; right: string }>(`
      select table_name as table, privilege_type as right from information_schema.table_privileges
      where table_schema = current_schema() and grantee = 'mujun_app' and privilege_type in ('UPDATE', 'DELETE')
        and table_name in ('audit_entry', 'dataset', 'run', 'run_row', 'publication', 'publication_row', 'figure_change',
                           'enterprise_version', 'evaluation_step')`);
    expect(rows).toEqual([]);
  });
});

describe('queries', () => {
  // Row-level security would hold without it, but a query that names its zone is sent to one machine instead of all.
  test('of the slices name the zone wherever they touch a table', () => {
    const stores = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) =>
      /^(?:capabilities|features)\/[^/]+\/store(?:\.ts|\/[^/]+\.ts)$/.test(file),
    );
    const statement = /\.(?:selectFrom|updateTable|deleteFrom)\([^;]*?;/gs;
    const unscoped = stores.flatMap((file) =>
      [...readFileSync(`src/${file}`, 'utf8').matchAll(statement)]
        .filter(([text]) => !text.includes('zone_id'))
        .map(([text]) => `${file}: ${text.slice(0, 80)}`),
    );
    expect(unscoped).toEqual([]);
    expect(stores.length).toBeGreaterThan(10);
  });
});
