import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { actor } from '#test/kit/app.ts';
import { finishedZone, type FinishedZone } from '#test/kit/finished-zone.ts';
import { FigureGrid } from './contract/figure-grid.ts';

const officer = actor('evaluation_officer', { userId: 'officer-1' });
let zone: FinishedZone;
beforeAll(async () => {
  zone = await finishedZone({ until: 'draft' });
}, 60_000);
afterAll(() => zone.close());

beforeEach(async () => {
  await zone.app.database.pool.query(`delete from finding where zone_id = 'home'`);
  await zone.app.database.pool.query(
    `insert into finding (zone_id, period_id, enterprise_id, item_id, code, severity, params, checked_at)
     select 'home', '2025', id, item, 'figure_jumped', 'warning', '{}', now()
     from unnest($1::uuid[]) as id, unnest('{tax,energy}'::text[]) as item`,
    [zone.ids.slice(0, 3)],
  );
});

const ref = (n: number, item_id = 'tax', version = 1) => ({
  enterprise_id: zone.ids[n],
  item_id,
  code: 'figure_jumped',
  version,
});
const decide = (findings: object[], more: object = {}, who = officer) =>
  zone.call(who, 'POST', '/periods/2025/findings/decide-many', {
    findings,
    state: 'accepted',
    reason: '经与税务局核实',
    ...more,
  });
const grid = async (query: string) =>
  (await zone.call(officer, 'GET', `/periods/2025/figures${query}`)).as(FigureGrid);
const states = async () =>
  (
    await zone.app.database.pool.query<{ state: string; count: number }>(
      `select state, count(*)::int as count from finding where zone_id = 'home' group by state order by state`,
    )
  ).rows;

describe('many findings at once', () => {
  test('are decided together, with one entry in the log', async () => {
    const answer = await decide([ref(0), ref(1), ref(1, 'energy')]);
    expect(answer).toMatchObject({ status: 200 });
    expect(await states()).toEqual([
      { state: 'accepted', count: 3 },
      { state: 'open', count: 3 },
    ]);
    const { rows } = await zone.app.database.pool.query(
      `select details from audit_entry where zone_id = 'home' and action = 'decide_findings' order by seq desc limit 1`,
    );
    expect(rows).toMatchObject([
      { details: { state: 'accepted', reason: '经与税务局核实', findings: [{}, {}, {}] } },
    ]);
  });

  test('stay all as they were when one was changed meanwhile, which is named', async () => {
    await decide([ref(1)]);
    const answer = await decide([ref(0), ref(1), ref(2)]);
    expect(answer).toMatchObject({
      status: 409,
      body: { code: 'findings_changed_conflict', params: { count: 1, list: '企业2（税收）' } },
    });
    expect(await states()).toEqual([
      { state: 'accepted', count: 1 },
      { state: 'open', count: 5 },
    ]);
  });

  test('of another office are refused, and so is a list of more than five hundred', async () => {
    const taxes = actor('data_officer', { officeId: zone.offices.tax });
    expect((await decide([ref(0), ref(0, 'energy')], {}, taxes)).status).toBe(403);
    expect((await decide([ref(0)], {}, taxes)).status).toBe(200);
    expect((await decide(Array.from({ length: 501 }, () => ref(0)))).status).toBe(400);
  });
});

describe('findings that are settled', () => {
  test('are found with who settled them, when, how and why, and can be opened again', async () => {
    await decide([ref(2)], { state: 'explained', reason: '技改停产两个月' });
    const { items } = await grid('?finding=any&finding_state=settled');
    expect(items.map(({ name }) => name)).toEqual(['企业3']);
    const finding = items[0]?.findings.find(({ item_id }) => item_id === 'tax');
    expect(finding).toMatchObject({
      state: 'explained',
      reason: '技改停产两个月',
      decided_by: 'officer-1',
    });
    expect(finding?.decided_at).toMatch(/^2026-03/);
    expect((await grid('?finding=energy&finding_state=settled')).items).toEqual([]);

    const opened = await decide([ref(2, 'tax', 2)], { state: 'open', reason: '说明材料不全' });
    expect(opened.body).toMatchObject({ items: [{ state: 'open', reason: '说明材料不全', version: 3 }] });
    expect((await grid('?finding=any&finding_state=settled')).items).toEqual([]);
    expect((await grid('?finding=tax')).items).toHaveLength(3);
  });
});
