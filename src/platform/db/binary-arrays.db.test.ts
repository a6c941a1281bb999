import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase } from '#test/kit/database.ts';
import { int4Array, jsonbArray, textArray, uuidArray } from './binary-arrays.ts';
import type { Database } from './database.ts';

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const TEXTS = ['', '亩均', null, 'a\\"{},', '😀'.repeat(50), 'NULL'];

test('the database reads what was written', async () => {
  const ids = ['0190b6a1-9c4f-7d3e-8a11-0123456789ab', null, 'FFFFFFFF-0000-0000-0000-00000000000a'];
  const numbers = [0, -1, null, 2_147_483_647, -2_147_483_648];
  const objects = TEXTS.map((value) => JSON.stringify({ 亩: value, n: [1.5, null, 1e-20] }));
  const of = <T>(values: readonly (T | null)[]) => [values.length, (i: number) => values[i] ?? null] as const;
  const { rows } = await database.pool.query(
    'select $1::text[] as texts, $2::uuid[] as ids, $3::int[] as numbers, $4::jsonb[] as objects',
    [textArray(...of(TEXTS)), uuidArray(...of(ids)), int4Array(...of(numbers)), jsonbArray(...of(objects))],
  );
  expect(rows).toEqual([
    {
      texts: TEXTS,
      ids: ids.map((id) => id?.toLowerCase() ?? null),
      numbers,
      objects: objects.map((object) => JSON.parse(object) as unknown),
    },
  ]);
});

test('a list without elements is one', async () => {
  const { rows } = await database.pool.query('select $1::text[] as texts, $2::int[] as numbers', [
    textArray(0, () => null),
    int4Array(0, () => null),
  ]);
  expect(rows).toEqual([{ texts: [], numbers: [] }]);
});

test('what is no id is refused before it is sent', () => {
  expect(() => uuidArray(1, () => '0190b6a1')).toThrow(RangeError);
});
