import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { Enterprise } from '#capabilities/registry/contract/enterprises.ts';
import { Import } from '#capabilities/collection/contract/imports.ts';
import { Office } from '#capabilities/registry/contract/places.ts';
import {
  Appeal,
  Effect,
  Evaluation,
  Explanation,
  Publication,
  ResultRow,
} from '#features/evaluation/contract/shapes.ts';
import { Receipt } from '#engine/proof/receipt.ts';
import { Job } from '#capabilities/jobs/contract.ts';
import { unpackCapsule } from '#platform/files/capsule-file.ts';
import { verifyCapsule } from '#engine/proof/capsule.ts';
import { creditCode } from '#seed/credit-codes.ts';
import { actor, type TestApp, testApp } from '#test/kit/app.ts';
import { YEAR_SCHEME } from '#test/kit/finished-zone.ts';

/** Ten enterprises of which the best two are A, the next five B, two C and the last D; one figure they report themselves. */
const SCHEME = YEAR_SCHEME.replace(
  'indicators:',
  `  staff: { zh: 职工人数, en: Staff, unit: 人, min: 0, optional: true, source: 企业 }\nindicators:`,
);

const officer = actor('evaluation_officer', { userId: 'officer-1' });
const second = actor('evaluation_officer', { userId: 'officer-2' });
const leader = actor('leader');
let today = new Date('2026-03-02T01:00:00Z');
let app: TestApp;
const folder = mkdtempSync(path.join(tmpdir(), 'mujun-year-'));

beforeAll(async () => {
  app = await testApp({ now: () => today });
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await app.close();
});

const ids = new Map<string, string>();
const at = (pathname: string) => `/zones/home${pathname}`;

async function send<T>(
  schema: z.ZodType<T>,
  who: ReturnType<typeof actor>,
  method: string,
  pathname: string,
  body?: unknown,
) {
  const answer = await app.call(who, method, at(pathname), body);
  expect({ path: `${method} ${pathname}`, good: answer.status < 300, body: answer.body }).toMatchObject({
    good: true,
  });
  expect(app.errors).toEqual([]);
  return answer.as(schema);
}

async function finished(who: ReturnType<typeof actor>, jobId: string): Promise<Job> {
  await app.runJobs();
  const job = await send(Job, who, 'GET', `/jobs/${jobId}`);
  expect(job.error).toBeNull();
  expect(job.state).toBe('done');
  return job;
}

const Found = z.strictObject({
  evaluation: Evaluation,
  next: z.array(z.unknown()),
  steps: z.array(z.unknown()),
});
let evaluation = '';
const current = async () => (await send(Found, officer, 'GET', `/evaluations/${evaluation}`)).evaluation;

async function step(
  transition: string,
  more: Record<string, unknown> = {},
  who = officer,
): Promise<Evaluation> {
  const { version } = await current();
  const { job_id: job } = await send(
    z.strictObject({ evaluation: Evaluation, job_id: z.string().nullable() }),
    who,
    'POST',
    `/evaluations/${evaluation}/steps`,
    { transition, version, ...more },
  );
  if (job !== null) await finished(who, job);
  return current();
}

async function results(run: string | null): Promise<Map<string, ResultRow>> {
  const page = z.strictObject({ items: z.array(ResultRow), next: z.string().nullable() });
  const { items } = await send(page, officer, 'GET', `/runs/${run ?? ''}/results?limit=100`);
  return new Map(items.map((row) => [row.name, row]));
}

describe('a year, from an empty zone to a verified list', () => {
  let tax = '';
  let energy = '';

  test('offices, a park, periods and enterprises are registered', async () => {
    tax = (await send(Office, officer, 'POST', '/offices', { code: 'tax', name: '税务局' })).office_id;
    energy = (await send(Office, officer, 'POST', '/offices', { code: 'stats', name: '统计局' })).office_id;
    await app.call(officer, 'POST', at('/parks'), {
      code: 'P1',
      name: '装备园',
      kind: 'advanced_manufacturing',
      area_mu: 900,
    });
    for (const year of ['2024', '2025'])
      await app.call(officer, 'POST', at('/periods'), {
        period_id: year,
        name: `${year}年`,
        kind: 'year',
        starts_on: `${year}-01-01`,
        ends_on: `${year}-12-31`,
      });
    const rows = Array.from({ length: 10 }, (_, i) => ({
      credit_code: creditCode(i + 1),
      name: `企业${i + 1}`,
      scale: 'above_scale',
    }));
    const answer = await app.call(officer, 'POST', at('/enterprises/import'), { rows });
    expect(answer.body).toEqual({ created: 10, updated: 0, unchanged: 0 });
    const page = z.strictObject({ items: z.array(Enterprise), next: z.string().nullable() });
    for (const row of (await send(page, officer, 'GET', '/enterprises?limit=100')).items)
      ids.set(row.name, row.enterprise_id);
    for (const id of ids.values()) {
      const use = {
        parcel_id: null,
        kind: 'own',
        counterpart_id: null,
        land_area_mu: 10,
        floor_area_m2: null,
        plot_ratio: null,
      };
      const more = { under_construction_mu: 0, not_usable_mu: 0, starts_on: '2020-01-01', ends_on: null };
      expect(
        (await app.call(officer, 'POST', at(`/enterprises/${id}/occupancies`), { ...use, ...more })).status,
      ).toBe(201);
    }
    const areas = await app.call(officer, 'POST', at('/periods/2025/land-areas'));
    expect(areas.body).toMatchObject({ enterprises: 10, below_zero: 0 });
  });

  test('items and a campaign say who sends what until when', async () => {
    const items = [
      { item_id: 'tax', name: '税收', kind: 'number', unit: '万元', office_id: tax, rules: { min: -1000 } },
      {
        item_id: 'energy',
        name: '综合能耗',
        kind: 'number',
        unit: '吨标准煤',
        office_id: energy,
        rules: { min: 0 },
      },
      { item_id: 'staff', name: '职工人数', kind: 'number', unit: '人' },
    ];
    for (const item of items) expect((await app.call(officer, 'POST', at('/items'), item)).status).toBe(201);
    const campaign = await app.call(officer, 'POST', at('/campaigns'), {
      period_id: '2025',
      name: '2025年度填报',
      opens_on: '2026-03-02',
      due_on: '2026-03-20',
      tasks: [
        { office_id: tax, item_ids: ['tax'] },
        { office_id: energy, item_ids: ['energy'] },
      ],
    });
    expect(campaign.status).toBe(201);
  });

  test('the tax office uploads a messy sheet: nothing enters, the faults are told, the corrected one is accepted', async () => {
    const sender = actor('data_officer', { userId: 'tax-1', officeId: tax });
    const faulty = [
      '2025年税收表',
      '统一社会信用代码,企业名称,税收（万元）',
      `${creditCode(1)},企业1,"4,500.00"`,
      `${creditCode(2)},企业2,四百`,
    ];
    const bad = await upload(sender, '税收.csv', faulty.join('\n'));
    expect(bad).toMatchObject({ state: 'staged', row_count: 2, bad_rows: 1 });
    const refused = await app.call(sender, 'POST', at(`/imports/${bad.import_id}/accept`), {
      mode: 'all_or_nothing',
    });
    expect(refused).toMatchObject({ status: 422, body: { code: 'import_has_bad_rows' } });
    await app.call(sender, 'POST', at(`/imports/${bad.import_id}/reject`), { reason: '有误' });

    const taxes = [450, 420, 300, 290, 280, 270, 260, 150, 140, 20];
    const good = [
      '统一社会信用代码,企业名称,税收（万元）',
      ...taxes.map((value, i) => `${creditCode(i + 1)},企业${i + 1},${value}`),
    ];
    const staged = await upload(sender, '税收2.csv', good.join('\n'));
    expect(staged).toMatchObject({ state: 'staged', row_count: 10, bad_rows: 0 });
    await accept(sender, staged);
  });

  test('the statistics office sends its figures through the interface', async () => {
    const sender = actor('data_officer', { userId: 'stats-1', officeId: energy });
    const rows = Array.from({ length: 10 }, (_, i) => ({
      credit_code: creditCode(i + 1),
      figures: { energy: 100 + i },
    }));
    const foreign = rows.map((row) => ({ ...row, figures: { tax: 1 } }));
    expect(await app.call(sender, 'POST', at('/periods/2025/figures'), { rows: foreign })).toMatchObject({
      body: { code: 'items_not_yours' },
    });
    await accept(sender, await send(Import, sender, 'POST', '/periods/2025/figures', { rows }));
  });

  test('a scheme is brought in, and approved by somebody else', async () => {
    expect(
      (await app.call(officer, 'POST', at('/schemes'), { scheme_id: 'year', text: SCHEME })).status,
    ).toBe(201);
    await app.call(officer, 'POST', at('/schemes/year/1/submit'));
    const own = await app.call(officer, 'POST', at('/schemes/year/1/decide'), {
      decision: 'approved',
      reason: '同意',
    });
    expect(own).toMatchObject({ body: { code: 'another_person_needed' } });
    const other = await app.call(leader, 'POST', at('/schemes/year/1/decide'), {
      decision: 'approved',
      reason: '同意',
    });
    expect(other).toMatchObject({ status: 200, body: { state: 'approved' } });
    const begun = await send(Evaluation, officer, 'POST', '/evaluations', {
      name: '2025年度亩均效益评价',
      period_id: '2025',
      scheme_id: 'year',
      scheme_version: 1,
    });
    evaluation = begun.evaluation_id;
  });

  test('figures are checked, confirmed and frozen; what is missing stands in the way', async () => {
    await step('open_collection');
    await step('open_confirmation');
    await perform(officer, '/periods/2025/checks', {});
    const user = actor('enterprise_user', { userId: 'e1', enterpriseIds: [ids.get('企业1') ?? ''] });
    const own = `/periods/2025/enterprises/${ids.get('企业1')}`;
    const sheet = await app.call(user, 'GET', at(`${own}/figures`));
    const { version } = z.looseObject({ version: z.number() }).parse(sheet.body);
    expect(
      (await app.call(user, 'POST', at(`${own}/confirm`), { figures_version: version })).body,
    ).toMatchObject({ state: 'confirmed' });
    const foreign = `/periods/2025/enterprises/${ids.get('企业2')}/figures`;
    expect((await app.call(user, 'GET', at(foreign))).status).toBe(404);
    expect(await step('freeze')).toMatchObject({ state: 'frozen' });
  });

  test('the run is computed by one and reviewed by another', async () => {
    expect(await step('compute')).toMatchObject({ state: 'computed' });
    const { version, run_id: run } = await current();
    const self = await app.call(officer, 'POST', at(`/evaluations/${evaluation}/steps`), {
      transition: 'review',
      version,
    });
    expect(self).toMatchObject({ status: 422, body: { findings: [{ code: 'need_another_person' }] } });
    const classes = [...(await results(run)).values()].map((row) => `${row.name} ${row.final_class}`);
    expect(classes).toEqual([
      '企业1 A',
      '企业2 A',
      '企业3 B',
      '企业4 B',
      '企业5 B',
      '企业6 B',
      '企业7 B',
      '企业8 C',
      '企业9 C',
      '企业10 D',
    ]);
    expect(await step('review', {}, second)).toMatchObject({ state: 'reviewed' });
  });

  test('the list is public for objection over five working days', async () => {
    const notice = await step('publish_notice');
    expect(notice).toMatchObject({ state: 'notice', notice_until: '2026-03-09' });
    const list = z.strictObject({ items: z.array(Publication) });
    const { items } = (await app.call(undefined, 'GET', at('/publications'))).as(list);
    expect(items).toMatchObject([{ kind: 'notice', row_count: 10 }]);
    const early = await app.call(officer, 'POST', at(`/evaluations/${evaluation}/steps`), {
      transition: 'open_appeals',
      version: notice.version,
    });
    expect(early).toMatchObject({ status: 422, body: { findings: [{ code: 'need_notice_ended' }] } });
  });

  test('an appeal changes the class of another enterprise too, and the officer sees it before deciding', async () => {
    const id = ids.get('企业3') ?? '';
    const user = actor('enterprise_user', { userId: 'e3', enterpriseIds: [id] });
    const claim = {
      enterprise_id: id,
      statement: '税收漏计12月入库数',
      corrections: [{ item_id: 'tax', value: 440 }],
    };
    const appeal = await send(Appeal, user, 'POST', `/evaluations/${evaluation}/appeals`, claim);
    const effect = await send(Effect, officer, 'GET', `/appeals/${appeal.appeal_id}/effect`);
    expect(effect.own).toMatchObject({ name: '企业3', class_before: 'B', class_after: 'A' });
    expect(effect.others).toMatchObject([{ name: '企业2', class_before: 'A', class_after: 'B' }]);
    today = new Date('2026-03-10T01:00:00Z');
    await step('open_appeals');
    const decision = { decision: 'accepted', reason: '经税务局核实', version: appeal.version };
    const proposed = await send(Appeal, officer, 'POST', `/appeals/${appeal.appeal_id}/decide`, decision);
    expect(proposed).toMatchObject({ state: 'proposed', effect: { others: [{ name: '企业2' }] } });
    const again = await app.call(second, 'POST', at(`/appeals/${appeal.appeal_id}/decide`), decision);
    expect(again).toMatchObject({ status: 409, body: { code: 'changed_meanwhile' } });
    const signature = { signature: 'signed', version: proposed.version };
    const alone = await app.call(officer, 'POST', at(`/appeals/${appeal.appeal_id}/sign`), signature);
    expect(alone).toMatchObject({ status: 422, body: { code: 'another_person_needed' } });
    const signed = await send(Appeal, second, 'POST', `/appeals/${appeal.appeal_id}/sign`, signature);
    expect(signed).toMatchObject({
      state: 'accepted',
      proposal: { by: 'officer-1' },
      decided_by: 'officer-2',
    });
    const early = await app.call(officer, 'POST', at(`/evaluations/${evaluation}/steps`), {
      transition: 'finalise',
      version: (await current()).version,
    });
    expect(early).toMatchObject({ body: { findings: [{ code: 'need_no_accepted_appeals' }] } });
  });

  test('frozen and computed anew, the final list is what the sandbox said', async () => {
    const before = (await current()).run_id;
    await step('refreeze');
    await step('compute');
    await step('review', {}, second);
    const final = await step('finalise');
    expect(final.state).toBe('final');
    const after = await results(final.run_id);
    expect(after.get('企业3')).toMatchObject({ final_class: 'A', rank: 2 });
    expect(after.get('企业2')).toMatchObject({ final_class: 'B', rank: 3 });
    for (const run of [before, final.run_id]) await verifies(run);
  });

  test('every number is explained, with who supplied it', async () => {
    const { run_id: run } = await current();
    const why = await send(Explanation, officer, 'GET', `/runs/${run}/results/${ids.get('企业3')}`);
    expect(why.tree.part).toBeCloseTo(why.row.score ?? 0, 9);
    expect(JSON.stringify(why.tree)).toContain('亩均税收');
    const history = await app.call(
      officer,
      'GET',
      at(`/periods/2025/enterprises/${ids.get('企业3')}/figures/tax/changes`),
    );
    expect(history.body).toMatchObject({
      items: [
        { layer: 'adopted', from: null, to: 440, reason: '经税务局核实' },
        { layer: 'verified', to: 300, file_name: '税收2.csv', row_number: 4, column: '税收（万元）' },
      ],
    });
  });

  test('an enterprise checks its own row offline, and sees nobody else', async () => {
    const { items } = (await app.call(undefined, 'GET', at('/publications'))).as(
      z.strictObject({ items: z.array(Publication) }),
    );
    const [final] = items;
    const id = ids.get('企业3') ?? '';
    const user = actor('enterprise_user', { userId: 'e3', enterpriseIds: [id] });
    const receipt = await send(Receipt, user, 'GET', `/publications/${final?.publication_id}/receipts/${id}`);
    const file = path.join(folder, 'receipt.json');
    writeFileSync(file, JSON.stringify(receipt));
    expect(mujun('verify', file, '--root', final?.merkle_root ?? '')).toContain('核验通过');
    writeFileSync(file, JSON.stringify({ ...receipt, row: { ...receipt.row, class: 'B' } }));
    expect(() => mujun('verify', file)).toThrow('Command failed');
    const others = await app.call(user, 'GET', at(`/runs/${final?.run_id}/results?limit=100`));
    expect(others.body).toMatchObject({ items: [{ name: '企业3' }], next: null });
    expect(
      (await app.call(user, 'GET', at(`/publications/${final?.publication_id}/receipts/${ids.get('企业2')}`)))
        .status,
    ).toBe(404);
  });

  test('a correction after publication leaves both versions provable', async () => {
    const before = await current();
    const list = z.strictObject({ items: z.array(Publication) });
    const [final] = (await app.call(undefined, 'GET', at('/publications'))).as(list).items;
    const own = `/periods/2025/enterprises/${ids.get('企业10')}/figures`;
    const reason = '税务局来函更正';
    const { version } = await send(z.looseObject({ version: z.number() }), officer, 'GET', own);
    await app.call(officer, 'PUT', at(`${own}/tax`), { value: 200, reason, version });
    await perform(officer, `/publications/${final?.publication_id}/corrections`, { reason });
    const proposals = z.object({ items: z.array(z.looseObject({ correction_id: z.string() })) });
    const [proposal] = (await send(proposals, leader, 'GET', '/corrections')).items;
    const signature = { signature: 'signed', reason, version: 1 };
    await perform(leader, `/corrections/${proposal?.correction_id}/sign`, signature);
    const after = await current();
    expect(after).toMatchObject({ state: 'final' });
    const [correction] = (await app.call(undefined, 'GET', at('/publications'))).as(list).items;
    expect(correction).toMatchObject({ kind: 'correction', replaces: final?.publication_id });
    expect((await results(after.run_id)).get('企业9')).toMatchObject({ final_class: 'D' });
    for (const run of [before.run_id, after.run_id]) await verifies(run);
  });

  test('a stored row that somebody changed behind our back is found', async () => {
    const { run_id: run } = await current();
    const look = () => app.call(actor('audit_admin'), 'GET', at(`/runs/${run}/verify`));
    expect((await look()).body).toEqual({ ok: true, fault: null, position: null });
    const change = (score: string) =>
      app.database.pool.query(
        `update run_row set score = score ${score} where run_id = $1 and position = 4`,
        [run],
      );
    await change('+ 1');
    expect((await look()).body).toEqual({ ok: false, fault: 'row', position: 4 });
    await change('- 1');
    expect((await look()).body).toMatchObject({ ok: true });
  });

  test('the audit log tells the whole year, and breaks where somebody touches it', async () => {
    const { rows } = await app.database.pool.query<{ action: string }>(
      "select action from audit_entry where zone_id = 'home' order by seq",
    );
    for (const action of [
      'accept_import',
      'freeze',
      'compute',
      'review',
      'publish_notice',
      'decide_appeal',
      'sign_appeal',
      'finalise',
      'correct_publication',
    ])
      expect(rows.map((row) => row.action)).toContain(action);
    const verify = () => app.call(actor('audit_admin'), 'GET', at('/audit/verify'));
    expect((await verify()).body).toMatchObject({ ok: true, entries: rows.length });
    await app.database.pool.query(
      "update audit_entry set actor = 'somebody' where zone_id = 'home' and seq = 7",
    );
    expect((await verify()).body).toMatchObject({ ok: false, broken_at: 7, fault: 'content' });
    await app.database.pool.query("delete from audit_entry where zone_id = 'home' and seq = 7");
    expect((await verify()).body).toMatchObject({ ok: false, broken_at: 8, fault: 'gap' });
  });
});

function mujun(...args: string[]): string {
  return execFileSync(process.execPath, ['--import', 'tsx', 'src/cli/main.ts', ...args], {
    encoding: 'utf8',
  });
}

async function verifies(run: string | null): Promise<void> {
  const response = await app.app.request(`/api${at(`/runs/${run}/capsule`)}`, {
    headers: { 'x-test-actor': encodeURIComponent(JSON.stringify(officer)) },
  });
  const bytes = new Uint8Array(await response.arrayBuffer());
  expect(verifyCapsule(unpackCapsule(bytes, 'capsule.zip'))).toEqual({
    faults: [],
    otherEngine: undefined,
  });
}

async function upload(who: ReturnType<typeof actor>, name: string, content: string): Promise<Import> {
  const response = await app.app.request(
    `/api${at(`/periods/2025/imports?file_name=${encodeURIComponent(name)}`)}`,
    {
      method: 'POST',
      headers: {
        'x-test-actor': encodeURIComponent(JSON.stringify(who)),
        'content-type': 'application/octet-stream',
      },
      body: content,
    },
  );
  const { import: started, job_id: job } = z
    .strictObject({ import: Import, job_id: z.string() })
    .parse(await response.json());
  await finished(who, job);
  return send(Import, who, 'GET', `/imports/${started.import_id}`);
}

async function perform(who: ReturnType<typeof actor>, pathname: string, body: unknown): Promise<void> {
  const asked = await send(z.looseObject({ job_id: z.string() }), who, 'POST', pathname, body);
  await finished(who, asked.job_id);
}

const accept = (who: ReturnType<typeof actor>, staged: Import): Promise<void> =>
  perform(who, `/imports/${staged.import_id}/accept`, { mode: 'all_or_nothing' });
