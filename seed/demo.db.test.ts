import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { FigureChange } from '#capabilities/collection/contract/figures.ts';
import { Notice } from '#capabilities/notices/contract.ts';
import { ListedParcel } from '#capabilities/registry/contract/land.ts';
import { ParcelMap, ZoneMap } from '#capabilities/registry/contract/map.ts';
import { Park } from '#capabilities/registry/contract/places.ts';
import { Appeal, Effect, Evaluation, ListedAppeal } from '#features/evaluation/contract/shapes.ts';
import type { Actor } from '#platform/ctx.ts';
import { actor, type TestApp, testApp } from '#test/kit/app.ts';
import { buildDemo } from './demo.ts';

const BUILT_ON = new Date('2026-11-26T03:00:00Z');
let app: TestApp;
let enterprise: Actor;

beforeAll(async () => {
  app = await testApp({ now: () => BUILT_ON });
  await buildDemo(app.services, () => {});
  const [account] = await rows<{ user_id: string; ids: string[] }>(
    `select user_id, enterprise_ids as ids from membership where zone_id = 'demo' and role = 'enterprise_user'`,
  );
  enterprise = actor('enterprise_user', {
    userId: account?.user_id ?? '',
    enterpriseIds: account?.ids ?? [],
  });
}, 180_000);
afterAll(() => app.close());

const officer = actor('evaluation_officer');
const at = (path: string) => `/zones/demo${path}`;

async function rows<Row extends object>(text: string): Promise<Row[]> {
  return (await app.database.pool.query<Row>(text)).rows;
}

async function get<T>(schema: z.ZodType<T>, path: string, who: Partial<Actor> = officer): Promise<T> {
  return (await app.call(who, 'GET', at(path))).as(schema);
}
const listOf = <T>(item: z.ZodType<T>) => z.strictObject({ items: z.array(item) });

async function evaluationIn(state: string): Promise<Evaluation> {
  const { items } = await get(listOf(Evaluation), '/evaluations');
  const found = items.filter((one) => one.state === state);
  expect(found).toHaveLength(1);
  return found[0] as Evaluation;
}

describe('the map', () => {
  test('has parks with boundaries, the ground between them, and all parcels at once', async () => {
    const { items: parks } = await get(listOf(Park), '/parks');
    expect(parks.filter(({ boundary }) => boundary?.type === 'Polygon')).toHaveLength(10);
    expect((await get(ZoneMap, '/map')).map.features.length).toBeGreaterThan(50);
    const parcels = await app.call(officer, 'GET', at('/parcels/map'));
    const map = parcels.as(ParcelMap);
    expect(map.features.length).toBeGreaterThan(2000);
    expect(map.truncated).toBe(false);
    expect(JSON.stringify(parcels.body).length).toBeLessThan(1.5e6);
    const [{ park_id: park } = { park_id: '' }] = parks;
    const own = await get(ParcelMap, '/parcels/map', actor('park_manager', { parkIds: [park] }));
    expect(new Set(own.features.map(({ properties }) => properties.park_id))).toEqual(new Set([park]));
  });

  test('states areas that agree with the boundaries', async () => {
    const { items } = await get(listOf(ListedParcel), `/parcels?owner_id=${enterprise.enterpriseIds[0]}`);
    expect(items).toHaveLength(1);
    expect(items.flatMap(({ findings }) => findings)).toEqual([]);
    const used = await get(ParcelMap, '/parcels/map', enterprise);
    expect(used.features).toHaveLength(2);
  });
});

describe('the finished years', () => {
  test('are three, with classes most of which stay and streaks in D', async () => {
    const stayed = await rows<{ year: string; share: number }>(
      `select b.period_id as year, avg((a.class = b.class)::int)::float as share
       from class_history a join class_history b using (zone_id, enterprise_id)
       where zone_id = 'demo' and b.period_id::int = a.period_id::int + 1 group by 1 order by 1`,
    );
    expect(stayed.map(({ year }) => year)).toEqual(['2023', '2024']);
    for (const { share } of stayed) expect(share).toBeGreaterThan(0.65);
    for (const { share } of stayed) expect(share).toBeLessThan(0.82);
    const streaks = await rows<{ years: number }>(
      `select distinct years_in_d as years from class_history
       where zone_id = 'demo' and period_id = '2024' and class = 'D' order by 1`,
    );
    expect(streaks.map(({ years }) => years)).toEqual([1, 2, 3]);
  });

  test('have a park that leads and one that falls behind', async () => {
    const parks = await rows<{ name: string; best: number; last: number }>(
      `select p.name, avg((h.class = 'A')::int)::float as best, avg((h.class = 'D')::int)::float as last
       from class_history h join enterprise e using (zone_id, enterprise_id) join park p using (zone_id, park_id)
       where h.zone_id = 'demo' and h.period_id = '2024' group by 1 order by best desc`,
    );
    expect(parks[0]).toMatchObject({ name: '演示信息产业园', last: 0 });
    expect(parks.at(-1)?.name).toBe('演示老城工业园');
    expect(parks.at(-1)?.last).toBeGreaterThan(0.1);
  });
});

describe('the demonstration enterprise', () => {
  test('was twice in B and is in C, close to B', async () => {
    const [id] = enterprise.enterpriseIds;
    const history = await rows(
      `select period_id, class from class_history where enterprise_id = '${id}' order by period_id`,
    );
    expect(history).toEqual([
      { period_id: '2022', class: 'B' },
      { period_id: '2023', class: 'B' },
      { period_id: '2024', class: 'C' },
    ]);
    const [place] = await rows<{ ahead: number; all: number }>(
      `select count(*) filter (where r.rank < own.rank)::int as ahead, count(*)::int as all
       from run_row r join evaluation v on v.run_id = r.run_id and v.period_id = '2024',
         (select rank from run_row r join evaluation v on v.run_id = r.run_id and v.period_id = '2024'
          where r.enterprise_id = '${id}') own
       where r.final_class = 'C'`,
    );
    expect((place?.ahead ?? 0) / (place?.all ?? 1)).toBeLessThan(0.15);
  });

  test('objected once in vain, and may object now', async () => {
    const { items: past } = await get(
      listOf(ListedAppeal),
      `/evaluations/${(await finished('2023')).evaluation_id}/appeals`,
      enterprise,
    );
    expect(past).toMatchObject([{ state: 'rejected' }]);
    const notices = await get(
      z.strictObject({ items: z.array(Notice), next: z.null() }),
      '/notices',
      enterprise,
    );
    expect(notices.items).toMatchObject([{ code: 'appeal_rejected' }]);
    const { evaluation_id: open } = await evaluationIn('notice');
    const appeal = await app.call(enterprise, 'POST', at(`/evaluations/${open}/appeals`), {
      enterprise_id: enterprise.enterpriseIds[0],
      statement: '年末入库税收漏计一笔',
      corrections: [{ item_id: 'tax', value: 200 }],
    });
    const { appeal_id: id } = appeal.as(Appeal);
    const effect = await get(Effect, `/appeals/${id}/effect`);
    expect(effect.own).toMatchObject({ class_before: 'C', class_after: 'A' });
    expect(effect.others.length).toBeGreaterThan(0);
  });
});

async function finished(year: string): Promise<Evaluation> {
  const { items } = await get(listOf(Evaluation), '/evaluations');
  const found = items.find(({ period_id: period, state }) => period === year && state === 'final');
  if (found === undefined) throw new Error(`${year} is not finished`);
  return found;
}

describe('the year under way', () => {
  test('is collected above scale, and evaluated below by land', async () => {
    expect(await evaluationIn('collecting')).toMatchObject({ period_id: '2025', scope: 'above_scale' });
    const notice = await evaluationIn('notice');
    expect(notice).toMatchObject({ scope: 'below_scale', land_from_mu: 3, land_below_mu: null });
    expect((notice.notice_until ?? '') > '2026-11-26').toBe(true);
    const counted = await rows<{ n: number; least: number; most: number }>(
      `select d.row_count as n, min(l.area_mu)::float as least, max(l.area_mu)::float as most
       from dataset d join run r using (dataset_id) join run_row x on x.run_id = r.run_id
       join land_area l on l.enterprise_id = x.enterprise_id and l.period_id = '2025'
       where d.period_id = '2025' group by d.dataset_id, d.row_count order by least`,
    );
    expect(counted).toHaveLength(2);
    expect(counted[0]?.most).toBeLessThan(3);
    expect(counted[1]?.least).toBeGreaterThanOrEqual(3);
  });

  test('has seven appeals to decide, one of them half decided, and some that move others', async () => {
    const { evaluation_id: id } = await evaluationIn('appeals');
    const { items } = await get(listOf(ListedAppeal), `/evaluations/${id}/appeals`);
    expect(items.map(({ state }) => state).toSorted()).toEqual([
      'proposed',
      ...Array.from({ length: 6 }, () => 'submitted'),
    ]);
    const effects = await Promise.all(
      items.map(({ appeal_id: appeal }) => get(Effect, `/appeals/${appeal}/effect`)),
    );
    const moving = effects.filter(({ others }) => others.length > 0);
    expect(moving.length).toBeGreaterThan(1);
    expect(moving.length).toBeLessThan(effects.length);
  });

  test('shows where a figure came from, what was taken back, and who said what', async () => {
    const [id] = enterprise.enterpriseIds;
    const path = `/periods/2025/enterprises/${id}/figures/revenue/changes`;
    const { items } = await get(listOf(FigureChange), path);
    expect(items.map(({ file_name: name, reason }) => reason ?? name)).toEqual([
      '2025年度统计数据（更正）.xlsx',
      '整表误按“元”填报，撤回后重报',
      '2025年度统计数据（第一次）.csv',
    ]);
    expect(items[0]).toMatchObject({ column: expect.stringContaining('销售收入') as string });
    expect(items[0]?.row_number).toBeGreaterThan(1);
    const nameless = await rows(
      `select distinct uploaded_by from import where zone_id = 'demo'
       and uploaded_by not in (select u.id from auth_user u join membership m on m.user_id = u.id and m.zone_id = 'demo')`,
    );
    expect(nameless).toEqual([]);
    const tasks = await rows<{ done: number; back: number; reminded: number }>(
      `select count(submitted_at)::int as done, count(returned_reason)::int as back,
              count(*) filter (where reminders > 0)::int as reminded from task where zone_id = 'demo'`,
    );
    expect(tasks).toEqual([{ done: 3, back: 2, reminded: 3 }]);
    const findings = await rows<{ state: string }>(
      `select distinct state from finding where zone_id = 'demo' order by 1`,
    );
    expect(findings.map(({ state }) => state)).toEqual(['accepted', 'explained', 'open']);
    const said = await rows<{ state: string }>(
      `select distinct state from confirmation where zone_id = 'demo' order by 1`,
    );
    expect(said.map(({ state }) => state)).toEqual(['confirmed', 'disputed', 'settled']);
  });

  test('is written down in one unbroken log, day after day', async () => {
    const verified = await app.call(actor('audit_admin'), 'GET', at('/audit/verify'));
    expect(verified.body).toMatchObject({ ok: true });
    const back = await rows(
      `select 1 from (select at, lag(at) over (order by seq) as before from audit_entry where zone_id = 'demo') x
       where at < before`,
    );
    expect(back).toEqual([]);
    const waiting = await rows(`select 1 from job where zone_id = 'demo' and state <> 'done'`);
    expect(waiting).toEqual([]);
    expect(app.errors).toEqual([]);
  });
});
