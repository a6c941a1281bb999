import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { creditCode } from '#seed/credit-codes.ts';
import { actor, type TestApp, testApp } from '#test/kit/app.ts';
import { type Ctx, transact } from '#platform/ctx.ts';
import { Import } from './contract/imports.ts';
import { enterImport, takeBackImport } from './service/imports.ts';

const officer = actor('evaluation_officer');
let app: TestApp;
let ids: string[] = [];
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
  const rows = Array.from({ length: 4 }, (_, i) => ({
    credit_code: creditCode(i + 1),
    name: `企业${i + 1}`,
  }));
  await app.call(officer, 'POST', at('/enterprises/import'), { rows });
  const page = await app.call(officer, 'GET', at('/enterprises?sort=credit_code'));
  ids = z
    .looseObject({ items: z.array(z.looseObject({ enterprise_id: z.string() })) })
    .parse(page.body)
    .items.map((one) => one.enterprise_id);
  for (const item_id of ['tax', 'energy'])
    await app.call(officer, 'POST', at('/items'), {
      item_id,
      name: item_id === 'tax' ? '税收' : '综合能耗',
      kind: 'number',
      unit: item_id === 'tax' ? '万元' : '吨标准煤',
      definition: '口径',
      rules: { min: 0 },
    });
});
afterAll(() => app.close());

type Figures = Record<string, number | null>;

async function sendRows(rows: readonly { n: number; figures: Figures }[]): Promise<Import> {
  const body = { rows: rows.map(({ n, figures }) => ({ credit_code: creditCode(n + 1), figures })) };
  return (await app.call(officer, 'POST', at('/periods/2025/figures'), body)).as(Import);
}

async function job(path: string, body: unknown): Promise<void> {
  expect((await app.call(officer, 'POST', at(path), body)).status).toBe(202);
  await app.runJobs();
  expect(app.errors).toEqual([]);
}

const Sheet = z.looseObject({
  version: z.number(),
  lines: z.array(
    z.looseObject({ item_id: z.string(), verified: z.number().nullable(), adopted: z.number().nullable() }),
  ),
});

async function sheets() {
  const all = [];
  for (const id of ids)
    all.push(
      Sheet.parse((await app.call(officer, 'GET', at(`/periods/2025/enterprises/${id}/figures`))).body),
    );
  return all;
}

const verified = async () => (await sheets()).map(({ lines }) => lines.map((line) => line.verified));

describe('an import', () => {
  const figure = fc.option(fc.integer({ min: 0, max: 99 }), { nil: null });
  const batch = fc.uniqueArray(
    fc.record({ n: fc.nat(3), figures: fc.record({ tax: figure, energy: figure }, { requiredKeys: [] }) }),
    {
      selector: ({ n }) => n,
      minLength: 1,
    },
  );

  test('taken back leaves the figures as they were, whatever was in it', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(batch, batch, async (first, second) => {
        const base = await sendRows(first);
        await job(`/imports/${base.import_id}/accept`, { mode: 'all_or_nothing' });
        const before = await verified();
        const extra = await sendRows(second);
        await job(`/imports/${extra.import_id}/accept`, { mode: 'all_or_nothing' });
        await job(`/imports/${extra.import_id}/undo`, { reason: '撤销试验' });
        expect(await verified()).toEqual(before);
      }),
      { numRuns: 12 },
    );
  });

  test('taken back leaves alone what was changed since', async () => {
    const sent = await sendRows([{ n: 0, figures: { tax: 11, energy: 22 } }]);
    await job(`/imports/${sent.import_id}/accept`, { mode: 'all_or_nothing' });
    const later = await sendRows([{ n: 0, figures: { tax: 33 } }]);
    await job(`/imports/${later.import_id}/accept`, { mode: 'all_or_nothing' });
    await job(`/imports/${sent.import_id}/undo`, { reason: '撤销试验' });
    const [own] = await verified();
    expect(own?.[1] ?? own?.[0]).toBeDefined();
    expect(own).toContain(33);
    expect(own).not.toContain(22);
  });

  test('enters what was not there and changes what was, each with its history; the same again changes nothing', async () => {
    await app.database.pool.query('delete from figure_change');
    await app.database.pool.query('delete from figures');
    const accept = async (rows: Parameters<typeof sendRows>[0]) => {
      const sent = await sendRows(rows);
      await job(`/imports/${sent.import_id}/accept`, { mode: 'all_or_nothing' });
      return sent.import_id;
    };
    const first = await accept([
      { n: 0, figures: { tax: 1, energy: null } },
      { n: 1, figures: { tax: 2 } },
      { n: 2, figures: {} },
    ]);
    const second = await accept([
      { n: 1, figures: { tax: 20, energy: 5 } },
      { n: 2, figures: { tax: 3 } },
      { n: 3, figures: { tax: 4 } },
    ]);
    await accept([
      { n: 1, figures: { tax: 20 } },
      { n: 3, figures: { tax: 4, energy: null } },
    ]);
    const history = await app.database.pool.query(`
      select e.name, c.version, c.before, c.after, c.import_id, c.row_number
      from figure_change c join enterprise e using (zone_id, enterprise_id) order by e.name, c.version`);
    const change = (n: number, version: number, before: Figures, after: Figures, row: number) => ({
      name: `企业${n + 1}`,
      version,
      before,
      after,
      import_id: version === 1 && n < 2 ? first : second,
      row_number: row,
    });
    expect(history.rows).toEqual([
      change(0, 1, {}, { tax: 1, energy: null }, 1),
      change(1, 1, {}, { tax: 2 }, 2),
      change(1, 2, { tax: 2 }, { tax: 20, energy: 5 }, 1),
      change(2, 1, {}, { tax: 3 }, 2),
      change(3, 1, {}, { tax: 4 }, 3),
    ]);
    const rows = await app.database.pool.query(`
      select f.verified, f.version from figures f join enterprise e using (zone_id, enterprise_id) order by e.name`);
    expect(rows.rows).toEqual([
      { verified: { tax: 1 }, version: 1 },
      { verified: { tax: 20, energy: 5 }, version: 2 },
      { verified: { tax: 3 }, version: 1 },
      { verified: { tax: 4 }, version: 1 },
    ]);
  });

  test('entered or taken back by a try whose process died, is so for the next try, which changes nothing', async () => {
    const as = <T>(work: (ctx: Ctx) => Promise<T>) =>
      transact({ zone: 'home', actor: officer, requestId: 't', address: '', services: app.services }, work);
    const { import_id } = await sendRows([{ n: 1, figures: { tax: 77, energy: 78 } }]);
    const enter = { import_id, mode: 'all_or_nothing' as const };
    const first = await as((ctx) => enterImport(ctx, enter));
    const entered = await sheets();
    expect(await as((ctx) => enterImport(ctx, enter))).toEqual(first);
    expect(await sheets()).toEqual(entered);
    const back = { import_id, reason: '撤销试验' };
    expect(await as((ctx) => takeBackImport(ctx, back))).toEqual({ restored: 1, left: 0 });
    const undone = await sheets();
    expect(await as((ctx) => takeBackImport(ctx, back))).toEqual({ restored: null, left: null });
    expect(await sheets()).toEqual(undone);
    const other = { ...back, reason: '另一理由' };
    await expect(as((ctx) => takeBackImport(ctx, other))).rejects.toMatchObject({
      code: 'import_not_accepted_conflict',
    });
  });

  test('is accepted once, and the second one is told', async () => {
    const sent = await sendRows([{ n: 1, figures: { tax: 5 } }]);
    await job(`/imports/${sent.import_id}/accept`, { mode: 'all_or_nothing' });
    const again = await app.call(officer, 'POST', at(`/imports/${sent.import_id}/accept`), {
      mode: 'all_or_nothing',
    });
    expect(again).toMatchObject({ status: 409, body: { code: 'import_not_staged_conflict' } });
  });

  test('of a stranger, a double and a negative figure tells each; the good rows can still enter', async () => {
    const rows = [
      { credit_code: creditCode(99), figures: { tax: 1 } },
      { credit_code: creditCode(3), figures: { tax: -1 } },
      { credit_code: creditCode(4), figures: { tax: 4 } },
      { credit_code: creditCode(4), figures: { tax: 5 } },
    ];
    const sent = (await app.call(officer, 'POST', at('/periods/2025/figures'), { rows })).as(Import);
    expect(sent).toMatchObject({ row_count: 4, bad_rows: 3 });
    const page = await app.call(officer, 'GET', at(`/imports/${sent.import_id}/rows?only=bad`));
    expect(page.body).toMatchObject({
      items: [
        { problems: [{ code: 'enterprise_unknown' }] },
        { problems: [{ code: 'figure_out_of_range', column: '税收' }] },
        { problems: [{ code: 'enterprise_twice_in_file' }] },
      ],
    });
    await job(`/imports/${sent.import_id}/accept`, { mode: 'valid_rows' });
    expect((await verified())[3]).toContain(4);
  });
});

describe('what an import does to the figures there are', () => {
  const rows = [
    { n: 0, figures: { tax: 1, energy: null } },
    { n: 1, figures: { tax: 22 } },
    { n: 2, figures: { tax: 3, energy: 9 } },
    { n: 3, figures: { tax: 4 } },
  ];
  const effects = ({ new_rows, changed_rows, unchanged_rows }: Import) => [
    new_rows,
    changed_rows,
    unchanged_rows,
  ];
  const read = async (id: string) => (await app.call(officer, 'GET', at(`/imports/${id}`))).as(Import);

  test('is counted when it is read, when a cell is corrected, and anew when it enters', async () => {
    await app.database.pool.query('delete from figure_change');
    await app.database.pool.query('delete from figures');
    const first = await sendRows([
      { n: 0, figures: { tax: 1 } },
      { n: 1, figures: { tax: 2 } },
      { n: 2, figures: { tax: 3 } },
    ]);
    expect(effects(first)).toEqual([3, 0, 0]);
    const second = await sendRows([...rows.slice(0, 3), { n: 3, figures: { tax: -4 } }]);
    expect(effects(second)).toEqual([3, 0, 0]);
    await job(`/imports/${first.import_id}/accept`, { mode: 'all_or_nothing' });
    const mended = await app.call(officer, 'PUT', at(`/imports/${second.import_id}/rows/4/figures/tax`), {
      value: 4,
      version: second.version,
    });
    expect(effects(mended.as(Import))).toEqual([1, 2, 1]);
    const again = await sendRows(rows);
    await job(`/imports/${second.import_id}/accept`, { mode: 'all_or_nothing' });
    expect(effects(await read(second.import_id))).toEqual([1, 2, 1]);
    await job(`/imports/${again.import_id}/accept`, { mode: 'all_or_nothing' });
    expect(effects(await read(again.import_id))).toEqual([0, 0, 4]);
  });
});

describe('an import that is refused', () => {
  test('needs a reason, keeps it, is in the log, and its sender is told', async () => {
    const sender = actor('evaluation_officer', { userId: 'sender' });
    const rows = [{ credit_code: creditCode(1), figures: { tax: 8 } }];
    const { import_id: id } = (await app.call(sender, 'POST', at('/periods/2025/figures'), { rows })).as(
      Import,
    );
    const refuse = (body: object) => app.call(officer, 'POST', at(`/imports/${id}/reject`), body);
    expect((await refuse({})).status).toBe(400);
    expect((await refuse({ reason: ' ' })).status).toBe(400);
    const refused = (await refuse({ reason: '口径不对，请按入库数报送' })).as(Import);
    expect(refused).toMatchObject({ state: 'rejected', reason: '口径不对，请按入库数报送' });
    const told = await app.call(sender, 'GET', at('/notices'));
    expect(told.body).toMatchObject({
      items: [
        {
          code: 'import_rejected',
          params: { file: 'API', reason: '口径不对，请按入库数报送' },
          link: `/z/home/imports/${id}`,
        },
      ],
    });
    const log = await app.database.pool.query(
      `select details from audit_entry where zone_id = 'home' and action = 'reject_import' and object_id = $1`,
      [id],
    );
    expect(log.rows).toEqual([{ details: { reason: '口径不对，请按入库数报送', file: 'API' } }]);
  });
});

describe('an import that the system of a department sent', () => {
  test('is told to the people of its office when it is refused', async () => {
    const { pool } = app.database;
    const created = await app.call(officer, 'POST', at('/offices'), { code: 'labour', name: '人社局' });
    const { office_id } = created.as(z.looseObject({ office_id: z.string() }));
    for (const [user, role] of [
      ['clerk-1', 'data_officer'],
      ['clerk-2', 'data_officer'],
      ['someone-else', 'leader'],
    ] as const) {
      await pool.query(`insert into auth_user (id, name, email) values ($1, $1, $1)`, [user]);
      await pool.query(
        `insert into membership (zone_id, user_id, role, office_id, state, proposed_by, approved_by)
         values ('home', $1, $2, $3, 'active', 'a', 'b')`,
        [user, role, role === 'data_officer' ? office_id : null],
      );
    }
    await app.call(officer, 'POST', at('/items'), {
      item_id: 'staff',
      name: '职工人数',
      kind: 'number',
      unit: '人',
      office_id,
    });
    const system = actor('data_officer', { userId: 'token:1', via: 'token', officeId: office_id });
    const rows = [{ credit_code: creditCode(1), figures: { staff: 8 } }];
    const body = { ...system, scopes: ['figures:write'] };
    const sent = (await app.call(body, 'POST', at('/periods/2025/figures'), { rows })).as(Import);
    await app.call(officer, 'POST', at(`/imports/${sent.import_id}/reject`), { reason: '口径不对' });
    const noticesOf = async (userId: string) =>
      (await app.call(actor('data_officer', { userId }), 'GET', at('/notices'))).body;
    const told = { code: 'import_rejected', link: `/z/home/imports/${sent.import_id}` };
    for (const clerk of ['clerk-1', 'clerk-2'])
      expect(await noticesOf(clerk)).toMatchObject({ items: [told] });
    for (const other of ['someone-else', 'token:1'])
      expect(await noticesOf(other)).toMatchObject({ items: [] });
  });
});

describe('the sheet of a task', () => {
  test('goes out with drop-downs and limits, and a faulty one comes back marked', async () => {
    const campaign = await app.call(officer, 'POST', at('/campaigns'), {
      period_id: '2025',
      name: '2025年度填报',
      opens_on: '2026-01-01',
      due_on: '2026-02-01',
      tasks: [{ office_id: null, item_ids: ['tax', 'energy'] }],
    });
    const { campaign_id: id } = z.looseObject({ campaign_id: z.string() }).parse(campaign.body);
    const board = await app.call(officer, 'GET', at(`/campaigns/${id}/board`));
    const { tasks } = z
      .looseObject({ tasks: z.array(z.looseObject({ task_id: z.string(), expected: z.number() })) })
      .parse(board.body);
    expect(tasks[0]?.expected).toBe(8);
    const headers = { 'x-test-actor': encodeURIComponent(JSON.stringify(officer)) };
    const form = await app.app.request(`/api${at(`/tasks/${tasks[0]?.task_id}/template`)}`, { headers });
    const template = new Uint8Array(await form.arrayBuffer());
    const sheet = strFromU8(unzipSync(template)['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    expect(sheet).toContain('*税收（万元）');
    expect(sheet).toContain('<dataValidation type="decimal"');
    expect(sheet).toContain(creditCode(1));

    // Filled in as people do: one figure, and one word where a figure belongs.
    const filled = withCells(template, { C4: '12.5', C5: '约一百' });
    const sent = await app.app.request(`/api${at('/periods/2025/imports?file_name=填报.xlsx')}`, {
      method: 'POST',
      headers,
      body: Buffer.from(filled),
    });
    const { import: started } = z.object({ import: Import, job_id: z.string() }).parse(await sent.json());
    await app.runJobs();
    const staged = (await app.call(officer, 'GET', at(`/imports/${started.import_id}`))).as(Import);
    expect(staged).toMatchObject({ state: 'staged', row_count: 4, bad_rows: 1 });

    const back = await app.app.request(`/api${at(`/imports/${started.import_id}/marked`)}`, { headers });
    const marked = unzipSync(new Uint8Array(await back.arrayBuffer()));
    const text = (name: string) => strFromU8(marked[name] ?? new Uint8Array());
    expect(text('xl/worksheets/sheet1.xml')).toMatch(/<c r="C5"[^>]* s="5"/);
    expect(text('xl/worksheets/sheet1.xml')).toMatch(/<c r="C4"[^>]* s="2"/);
    expect(text('xl/mujun-comments.xml')).toContain('ref="C5"');
    expect(text('xl/workbook.xml')).toContain('问题清单');
    expect(text('xl/worksheets/mujun-list.xml')).toContain('约一百');
  });
});

/** Puts texts into cells of the first sheet, in the style of the cells beside them. */
function withCells(workbook: Uint8Array, cells: Record<string, string>): Uint8Array {
  const files = unzipSync(workbook);
  let xml = strFromU8(files['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
  for (const [reference, value] of Object.entries(cells)) {
    const row = reference.slice(1);
    xml = xml.replace(
      new RegExp(`(<row r="${row}">.*?)</row>`),
      `$1<c r="${reference}" s="2" t="inlineStr"><is><t>${value}</t></is></c></row>`,
    );
  }
  return zipSync({ ...files, 'xl/worksheets/sheet1.xml': strToU8(xml) });
}

describe('a cell that is corrected before it enters', () => {
  const cell = (id: string, row: number, item: string) => at(`/imports/${id}/rows/${row}/figures/${item}`);

  test('loses its problem, and the row may enter', async () => {
    const staged = await sendRows([
      { n: 0, figures: { tax: -5 } },
      { n: 1, figures: { tax: 7 } },
    ]);
    expect(staged.bad_rows).toBe(1);
    const answer = await app.call(officer, 'PUT', cell(staged.import_id, 1, 'tax'), {
      value: 5.5,
      version: staged.version,
    });
    const mended = answer.as(Import);
    expect(mended.bad_rows).toBe(0);
    expect(mended.findings).toEqual([]);
    await job(`/imports/${staged.import_id}/accept`, { mode: 'all_or_nothing' });
    const sheet = (await app.call(officer, 'GET', at(`/periods/2025/enterprises/${ids[0]}/figures`))).as(
      Sheet,
    );
    expect(sheet.lines).toContainEqual(expect.objectContaining({ item_id: 'tax', effective: 5.5 }));
  });

  test('is refused with a wrong figure, an old version, or after it has entered', async () => {
    const staged = await sendRows([{ n: 2, figures: { tax: -1 } }]);
    const put = (body: object) => app.call(officer, 'PUT', cell(staged.import_id, 1, 'tax'), body);
    expect((await put({ value: -2, version: staged.version })).body).toMatchObject({
      code: 'figure_out_of_range',
    });
    expect((await put({ value: 2, version: staged.version + 1 })).body).toMatchObject({
      code: 'changed_meanwhile',
    });
    await app.call(officer, 'POST', at(`/imports/${staged.import_id}/reject`), { reason: '误报' });
    expect((await put({ value: 2, version: staged.version + 1 })).status).toBe(409);
  });
});
