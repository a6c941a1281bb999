import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { Enterprise } from '#capabilities/registry/contract/enterprises.ts';
import { Office } from '#capabilities/registry/contract/places.ts';
import type { Actor } from '#platform/ctx.ts';
import { creditCode } from '#seed/credit-codes.ts';
import { actor, type TestApp, testApp } from '#test/kit/app.ts';
import { FigureSheet } from './contract/figures.ts';
import { Import } from './contract/imports.ts';
import { Item, NewItem } from './contract/items.ts';

const officer = actor('evaluation_officer');
const at = (path: string) => `/zones/home${path}`;
let app: TestApp;
let clerk: Actor;
let enterprise: Enterprise;

beforeAll(async () => {
  app = await testApp();
  const period = { period_id: '2025', name: '2025', kind: 'year' };
  await app.call(officer, 'POST', at('/periods'), {
    ...period,
    starts_on: '2025-01-01',
    ends_on: '2025-12-31',
  });
  const office = (await app.call(officer, 'POST', at('/offices'), { code: 'tax', name: '税务局' })).as(
    Office,
  );
  clerk = actor('data_officer', { officeId: office.office_id });
  const items = [
    { item_id: 'tax', name: '税收', unit: '万元', office_id: office.office_id },
    { item_id: 'refund', name: '留抵退税', unit: '万元', office_id: office.office_id },
    { item_id: 'staff', name: '职工人数', unit: '人' },
  ];
  for (const item of items)
    await app.call(officer, 'POST', at('/items'), NewItem.parse({ kind: 'number', ...item }));
  const input = { credit_code: creditCode(1), name: '云亩机械有限公司' };
  enterprise = (await app.call(officer, 'POST', at('/enterprises'), input)).as(Enterprise);
}, 60_000);
afterAll(() => app.close());

async function upload(who: Actor, header: string, row: string): Promise<Import> {
  const headers = { 'x-test-actor': encodeURIComponent(JSON.stringify(who)) };
  const body = `${header}\n${row}\n`;
  const sent = await app.app.request(`/api${at('/periods/2025/imports?file_name=数据.csv')}`, {
    method: 'POST',
    headers,
    body,
  });
  const { import: started } = z.object({ import: Import, job_id: z.string() }).parse(await sent.json());
  await app.runJobs();
  return look(who, started.import_id);
}

const look = async (who: Actor, id: string) => (await app.call(who, 'GET', at(`/imports/${id}`))).as(Import);

const give = (who: Actor, found: Import, mapping: Record<string, string>, remember = false) =>
  app.call(who, 'PUT', at(`/imports/${found.import_id}/mapping`), {
    mapping,
    remember,
    version: found.version,
  });

const HEADER = '信用代码,税收,退税金额（元）,职工人数,备注';
const ROW = `${creditCode(1)},120,35000,80,无`;

describe('headers nobody understood', () => {
  test('are told; those of other senders’ items are not among them', async () => {
    const staged = await upload(clerk, HEADER, ROW);
    expect(staged.state).toBe('staged');
    expect(staged.columns.map(({ item_id: id }) => id)).toEqual(['tax']);
    expect(staged.unknown_headers).toEqual(['退税金额（元）', '备注']);
    expect(staged.mapping).toEqual({});
  });

  test('are read once somebody has said what they mean, in the unit they state', async () => {
    const staged = await upload(clerk, HEADER, ROW);
    const answer = await give(clerk, staged, { '退税金额（元）': 'refund' });
    expect(answer.status).toBe(202);
    await app.runJobs();
    const mapped = await look(clerk, staged.import_id);
    expect(mapped).toMatchObject({
      state: 'staged',
      row_count: 1,
      bad_rows: 0,
      unknown_headers: ['备注'],
      mapping: { '退税金额（元）': 'refund' },
    });
    await app.call(clerk, 'POST', at(`/imports/${staged.import_id}/accept`), { mode: 'all_or_nothing' });
    await app.runJobs();
    expect(app.errors).toEqual([]);
    const path = at(`/periods/2025/enterprises/${enterprise.enterprise_id}/figures`);
    const { lines } = (await app.call(officer, 'GET', path)).as(FigureSheet);
    expect(lines.map(({ item_id: id, verified }) => [id, verified])).toEqual([
      ['refund', 3.5],
      ['staff', null],
      ['tax', 120],
    ]);
    expect(await give(clerk, await look(clerk, staged.import_id), {})).toMatchObject({
      status: 409,
      body: { code: 'import_not_staged_conflict' },
    });
  });

  test('may be the one with the credit codes: a file that failed is read after all', async () => {
    const failed = await upload(clerk, '主体识别码,税收', `${creditCode(1)},9`);
    expect(failed).toMatchObject({ state: 'failed', unknown_headers: ['主体识别码'] });
    // What it would do is not known, which is not the same as nothing.
    expect(failed).toMatchObject({ new_rows: null, changed_rows: null, unchanged_rows: null });
    await give(clerk, failed, { 主体识别码: 'credit_code' });
    await app.runJobs();
    expect(await look(clerk, failed.import_id)).toMatchObject({
      state: 'staged',
      bad_rows: 0,
      new_rows: expect.any(Number) as number,
    });
  });
});

describe('a mapping', () => {
  test('is held to the sender’s items, to headers of the file and to the version', async () => {
    const staged = await upload(clerk, HEADER, ROW);
    const faults = [
      [{ 备注: 'staff' }, 'mapping_item_foreign'],
      [{ 备注: 'tax' }, 'mapping_item_twice'],
      [{ 没有: 'refund' }, 'mapping_header_unknown'],
    ] as const;
    for (const [mapping, code] of faults)
      expect(await give(clerk, staged, mapping)).toMatchObject({ status: 422, body: { code } });
    expect(await give(officer, staged, { 备注: 'staff' })).toMatchObject({
      body: { code: 'mapping_item_foreign' },
    });
    expect(await give(clerk, { ...staged, version: 1 }, {})).toMatchObject({
      status: 409,
      body: { code: 'changed_meanwhile' },
    });
    const other = actor('data_officer', { userId: 'other' });
    expect((await give(other, staged, {})).status).toBe(404);
  });

  test('is remembered if asked, without the unit, and the next file needs none', async () => {
    const staged = await upload(clerk, HEADER, ROW);
    expect((await give(clerk, staged, { '退税金额（元）': 'refund' }, true)).status).toBe(202);
    await app.runJobs();
    const { items } = (await app.call(officer, 'GET', at('/items'))).as(
      z.strictObject({ items: z.array(Item) }),
    );
    expect(items.find((item) => item.item_id === 'refund')).toMatchObject({
      synonyms: ['退税金额'],
      version: 2,
    });
    const next = await upload(clerk, '信用代码,退税金额（万元）', `${creditCode(1)},4`);
    expect(next).toMatchObject({ state: 'staged', unknown_headers: [], columns: [{ item_id: 'refund' }] });
    const log = await app.call(actor('audit_admin'), 'GET', at('/audit?limit=20'));
    const entry = z
      .looseObject({ items: z.array(z.looseObject({ action: z.string(), details: z.unknown() })) })
      .parse(log.body)
      .items.find(({ action }) => action === 'map_import_columns');
    expect(entry?.details).toMatchObject({ remembered: [{ item: 'refund', synonym: '退税金额' }] });
  });

  test('of an enterprise serves its file and changes no catalogue', async () => {
    const user = actor('enterprise_user', { enterpriseIds: [enterprise.enterprise_id] });
    const staged = await upload(user, '信用代码,人员总数', `${creditCode(1)},80`);
    expect(staged.unknown_headers).toEqual(['人员总数']);
    expect((await give(user, staged, { 人员总数: 'staff' }, true)).status).toBe(403);
    expect((await give(user, staged, { 人员总数: 'staff' })).status).toBe(202);
    await app.runJobs();
    expect(await look(user, staged.import_id)).toMatchObject({ state: 'staged', layer: 'declared' });
  });
});
