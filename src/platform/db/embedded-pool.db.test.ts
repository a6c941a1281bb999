import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase } from '#test/kit/database.ts';
import type { Database } from './database.ts';

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

test('a query that failed takes nothing from the next ones', async () => {
  const { pool } = database;
  await pool.query('create table once (id int primary key)');
  await pool.query('insert into once values ($1)', [1]);
  for (let turn = 0; turn < 5; turn += 1) {
    const [failed, ...others] = await Promise.allSettled([
      pool.query('insert into once values ($1)', [1]),
      pool.query('select $1::int as n', [turn]),
      pool.query('select $1::int as n', [turn + 100]),
    ]);
    expect(failed).toMatchObject({ status: 'rejected', reason: { code: '23505' } });
    expect(others).toMatchObject([
      { value: { rows: [{ n: turn }] } },
      { value: { rows: [{ n: turn + 100 }] } },
    ]);
  }
});
