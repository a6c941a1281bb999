import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { creditCode } from '#seed/credit-codes.ts';
import { actor, type TestApp, testApp } from '#test/kit/app.ts';
import { Import } from './contract/imports.ts';

// A file longer than what is staged, and read out of the database, at once: the seams must not show.
const ROWS = 5000;
const officer = actor('evaluation_officer');
let app: TestApp;
const at = (path: string) => `/zones/home${path}`;

beforeAll(async () => {
  app = await testApp();
  await app.call(officer, 'POST', at('/periods'), {
    period_id: '2025',
    name: '2025年',
    kind: 'year',
    starts_on: '2025-01-01',
    ends_on: '2025-12-31',
  });
  const rows = Array.from({ length: ROWS }, (_, i) => ({ credit_code: creditCode(i + 1), name: `企业${i}` }));
  for (let from = 0; from < ROWS; from += 1000)
    await app.call(officer, 'POST', at('/enterprises/import'), { rows: rows.slice(from, from + 1000) });
  await app.call(officer, 'POST', at('/items'), {
    item_id: 'tax',
    name: '税收',
    kind: 'number',
    unit: '万元',
    definition: '口径',
    rules: { min: 0 },
  });
}, 60_000);
afterAll(() => app.close());

/** A comment on each row makes the file as large as one of many items. */
const REMARK = '备注'.repeat(180);

function line(row: number): string {
  const code = row === 4100 ? creditCode(18) : row === 3000 ? '' : creditCode(row + 1);
  const tax = row % 1000 === 7 ? '约二百' : `${row}.25`;
  return [code, `企业${row}`, tax, REMARK].join(',');
}

test('every row of a large file is staged once, with its own problems', { timeout: 60_000 }, async () => {
  const lines = [
    '统一社会信用代码,企业名称,税收（万元）,备注',
    ...Array.from({ length: ROWS }, (_, i) => line(i)),
  ];
  const body = Buffer.from(lines.join('\n'));
  expect(body.length).toBeGreaterThan(5 * 1024 * 1024);
  const headers = { 'x-test-actor': encodeURIComponent(JSON.stringify(officer)) };
  const sent = await app.app.request(`/api${at('/periods/2025/imports?file_name=a.csv')}`, {
    method: 'POST',
    headers,
    body,
  });
  const { import: started } = z.object({ import: Import, job_id: z.string() }).parse(await sent.json());
  await app.runJobs();
  expect(app.errors).toEqual([]);
  const staged = (await app.call(officer, 'GET', at(`/imports/${started.import_id}`))).as(Import);
  expect(staged).toMatchObject({ state: 'staged', row_count: ROWS, bad_rows: 6 });

  const bad = z.looseObject({
    items: z.array(
      z.looseObject({
        row_number: z.number(),
        problems: z.array(z.looseObject({ code: z.string(), params: z.record(z.string(), z.unknown()) })),
      }),
    ),
  });
  const page = await app.call(officer, 'GET', at(`/imports/${started.import_id}/rows?only=bad&limit=50`));
  const told = bad.parse(page.body).items.map((row) => [row.row_number, row.problems[0]?.code]);
  expect(told).toEqual([
    ...[9, 1009, 2009].map((row) => [row, 'not_a_number']),
    [3002, 'enterprise_found_by_name'],
    [3009, 'not_a_number'],
    [4009, 'not_a_number'],
    [4102, 'enterprise_twice_in_file'],
  ]);
  expect(bad.parse(page.body).items.at(-1)?.problems[0]?.params).toEqual({ first: 19 });

  await app.call(officer, 'POST', at(`/imports/${started.import_id}/accept`), { mode: 'valid_rows' });
  await app.runJobs();
  const { rows } = await app.database.pool.query<{ count: number; sum: number }>(
    `select count(*)::int as count, sum((verified ->> 'tax')::numeric)::float8 as sum from figures`,
  );
  const entered = Array.from({ length: ROWS }, (_, i) => i).filter((i) => i % 1000 !== 7 && i !== 4100);
  expect(rows[0]).toEqual({
    count: entered.length,
    sum: entered.reduce((sum, i) => sum + i + 0.25, 0),
  });
});
