// Builds the demonstration zone through the same use cases that people use, so that it is what they would have made.
import { createItem } from '#capabilities/collection/service/items.ts';
import { runPeriodChecks } from '#capabilities/collection/service/checks.ts';
import { createCampaign } from '#capabilities/collection/service/campaigns.ts';
import { applyFigures } from '#capabilities/collection/store/figures.ts';
import { NewItem } from '#capabilities/collection/contract/items.ts';
import { EnterpriseInput } from '#capabilities/registry/contract/enterprises.ts';
import { ParkKind } from '#capabilities/registry/contract/places.ts';
import { computeLandAreas } from '#capabilities/registry/service/land-areas.ts';
import { createOffice, createPark, createPeriod } from '#capabilities/registry/service/places.ts';
import { createZone } from '#capabilities/registry/service/zones.ts';
import { insertEnterpriseRows } from '#capabilities/registry/store/enterprises.ts';
import { insertOccupancies, insertParcels } from '#capabilities/registry/store/land.ts';
import { createAccounts } from './demo-accounts.ts';
import { finishedYear } from './demo-evaluations.ts';
import { DEMO_YEARS, type DemoWorld, demoWorld } from './demo-world.ts';
import { type Actor, type Ctx, type Services, transact } from '#platform/ctx.ts';

const DEMO_ZONE = 'demo';

/** The product itself, with an officer's rights; what needs a second person is done by another. */
function demoActor(n: number): Actor {
  return {
    userId: `demo-${n}`,
    name: `演示办理人${n}`,
    role: 'evaluation_officer',
    via: 'job',
    parkIds: [],
    enterpriseIds: [],
  };
}

export type DemoStep = (zh: string) => void;

/** Throws `zone_exists` when it is there already. */
export async function buildDemo(services: Services, tell: DemoStep): Promise<void> {
  const work = <T>(run: (ctx: Ctx) => Promise<T>) =>
    transact({ zone: DEMO_ZONE, actor: demoActor(1), requestId: 'demo', address: '', services }, run);
  const world = demoWorld();
  await createZone(services.database, {
    zone: DEMO_ZONE,
    name: '云亩高新技术产业开发区（演示数据，均为虚构）',
    synthetic: true,
  });
  tell('登记园区、企业、宗地');
  const offices = await work(makeOffices);
  const parks = await work((ctx) => makeParks(ctx, world));
  const ids = world.enterprises.map(() => services.newId());
  await work((ctx) => makeEnterprises(ctx, world, parks, ids));
  await work((ctx) => makeLand(ctx, world, parks, ids));
  tell('数据项与五年数据');
  await work((ctx) => makeItems(ctx, offices));
  for (const [i, year] of DEMO_YEARS.entries()) await work((ctx) => makeYear(ctx, world, ids, i, year));
  tell('账号');
  await createAccounts(services, { zone: DEMO_ZONE, offices, parks, enterprise: ids[0] ?? '' });
  for (const year of [2023, 2024]) {
    tell(`${year}年度评价`);
    await finishedYear(services, year);
  }
  tell('2025年度填报');
  await work(async (ctx) => {
    await createCampaign(ctx, {
      period_id: '2025',
      name: '2025年度数据填报',
      opens_on: '2026-03-02',
      due_on: '2026-04-10',
      tasks: TASKS.map(([office, items]) => ({
        office_id: offices.get(office) ?? null,
        item_ids: [...items],
      })),
    });
    await runPeriodChecks(ctx, '2025');
  });
}

const OFFICES: readonly (readonly [code: string, name: string])[] = [
  ['tax', '税务局'],
  ['stats', '统计局'],
  ['nature', '自然资源和规划局'],
  ['ecology', '生态环境局'],
  ['labour', '人社局'],
  ['science', '科技局'],
  ['industry', '工信局'],
  ['power', '供电公司'],
];

const TASKS: readonly (readonly [office: string, items: readonly string[]])[] = [
  ['tax', ['tax']],
  ['stats', ['revenue', 'value_added', 'energy']],
  ['science', ['rd']],
  ['ecology', ['emission']],
  ['labour', ['employees']],
  ['industry', ['not_evaluated', 'vetoed']],
];

async function makeOffices(ctx: Ctx): Promise<Map<string, string>> {
  const offices = new Map<string, string>();
  for (const [code, name] of OFFICES) offices.set(code, (await createOffice(ctx, { code, name })).office_id);
  return offices;
}

async function makeParks(ctx: Ctx, { parks }: DemoWorld): Promise<string[]> {
  const ids: string[] = [];
  for (const { code, name, kind, area_mu } of parks)
    ids.push((await createPark(ctx, { code, name, kind: ParkKind.parse(kind), area_mu })).park_id);
  return ids;
}

async function makeEnterprises(
  ctx: Ctx,
  { enterprises }: DemoWorld,
  parks: readonly string[],
  ids: readonly string[],
): Promise<void> {
  const rows = enterprises.map((one) => ({
    ...EnterpriseInput.parse({
      credit_code: one.credit_code,
      name: one.name,
      park_id: parks[one.park] ?? null,
      industry_code: one.industry_code,
      scale: one.scale,
      tags: one.tags,
      // Two records share a meter now and then: somebody was registered twice.
      utility_accounts: { power: [one.n % 400 === 399 ? String(Number(one.utility) - 1) : one.utility] },
      longitude: one.longitude,
      latitude: one.latitude,
    }),
    enterprise_id: ids[one.n] ?? '',
  }));
  await insertEnterpriseRows(ctx, rows, ctx.actor.userId);
}

async function makeLand(
  ctx: Ctx,
  { enterprises }: DemoWorld,
  parks: readonly string[],
  ids: readonly string[],
): Promise<void> {
  const owners = enterprises.filter(({ landlord }) => landlord === undefined);
  const parcels = owners.map((one) => {
    const side = Math.sqrt(one.land_mu * (10_000 / 15)) / 111_000;
    const [x, y] = [one.longitude, one.latitude];
    // A degree of longitude is shorter, the farther from the equator.
    const width = side / Math.cos((y * Math.PI) / 180);
    return {
      parcel_id: ctx.services.newId(),
      code: `演示宗地${String(one.n + 1).padStart(5, '0')}`,
      park_id: parks[one.park] ?? null,
      area_mu: one.land_mu,
      use_type: '工业用地',
      owner_id: ids[one.n] ?? '',
      title_number: null,
      plot_ratio: 1.2,
      polygon: {
        type: 'Polygon' as const,
        coordinates: [
          [
            [x, y],
            [x + width, y],
            [x + width, y + side],
            [x, y + side],
            [x, y],
          ] as [number, number][],
        ],
      },
    };
  });
  await insertParcels(ctx, parcels);
  const use = {
    parcel_id: null,
    counterpart_id: null,
    land_area_mu: null,
    floor_area_m2: null,
    plot_ratio: null,
  };
  const since = { under_construction_mu: 0, not_usable_mu: 0, starts_on: '2018-01-01', ends_on: null };
  const own = owners.map((one, i) => ({
    ...use,
    ...since,
    occupancy_id: ctx.services.newId(),
    enterprise_id: ids[one.n] ?? '',
    parcel_id: parcels[i]?.parcel_id ?? null,
    kind: 'own' as const,
    land_area_mu: one.land_mu,
  }));
  const leases = enterprises.flatMap((one) => {
    if (one.landlord === undefined || one.floor_m2 === undefined) return [];
    const storey = { ...use, ...since, floor_area_m2: one.floor_m2, plot_ratio: 2 };
    const [tenant, landlord] = [ids[one.n] ?? '', ids[one.landlord] ?? ''];
    return [
      {
        ...storey,
        occupancy_id: ctx.services.newId(),
        enterprise_id: tenant,
        counterpart_id: landlord,
        kind: 'lease_in' as const,
      },
      {
        ...storey,
        occupancy_id: ctx.services.newId(),
        enterprise_id: landlord,
        counterpart_id: tenant,
        kind: 'lease_out' as const,
      },
    ];
  });
  await insertOccupancies(ctx, [...own, ...leases]);
}

async function makeItems(ctx: Ctx, offices: ReadonlyMap<string, string>): Promise<void> {
  const sourceOf = new Map(
    TASKS.flatMap(([office, items]) => items.map((item) => [item, offices.get(office) ?? null] as const)),
  );
  const jump = { ratio: 5, floor: 50 };
  const outlier = { method: 'modified_z' as const, threshold: 60 };
  const items = [
    {
      item_id: 'tax',
      name: '税收',
      unit: '万元',
      synonyms: ['税收实际贡献', '入库税收'],
      rules: { year_on_year: jump, outlier, at_most: [{ item: 'revenue', times: 1 }] },
    },
    {
      item_id: 'revenue',
      name: '销售收入',
      unit: '万元',
      synonyms: ['营业收入', '主营业务收入'],
      rules: { min: 0, year_on_year: jump },
    },
    {
      item_id: 'value_added',
      name: '工业增加值',
      unit: '万元',
      synonyms: ['增加值'],
      rules: { at_most: [{ item: 'revenue', times: 1 }] },
    },
    {
      item_id: 'rd',
      name: '研发经费',
      unit: '万元',
      synonyms: ['R&D经费支出'],
      rules: { min: 0, at_most: [{ item: 'revenue', times: 1 }] },
    },
    {
      item_id: 'energy',
      name: '综合能耗',
      unit: '吨标准煤',
      synonyms: ['综合能源消费量'],
      rules: { min: 0, year_on_year: jump },
    },
    { item_id: 'emission', name: '主要污染物排放量', unit: '吨', synonyms: ['排放量'], rules: { min: 0 } },
    {
      item_id: 'employees',
      name: '年平均职工人数',
      unit: '人',
      synonyms: ['从业人员平均人数'],
      rules: { min: 0 },
    },
    { item_id: 'not_evaluated', name: '暂不评价', kind: 'yes_no', rules: {} },
    { item_id: 'vetoed', name: '一票否决', kind: 'yes_no', rules: {} },
  ];
  for (const [position, item] of items.entries())
    await createItem(
      ctx,
      NewItem.parse({ kind: 'number', office_id: sourceOf.get(item.item_id) ?? null, position, ...item }),
    );
}

async function makeYear(
  ctx: Ctx,
  { enterprises }: DemoWorld,
  ids: readonly string[],
  i: number,
  year: number,
): Promise<void> {
  const period = String(year);
  await createPeriod(ctx, {
    period_id: period,
    name: `${year}年度`,
    kind: 'year',
    starts_on: `${year}-01-01`,
    ends_on: `${year}-12-31`,
  });
  await computeLandAreas(ctx, period);
  const rows = enterprises.map((one) => {
    const figures = Object.entries(one.figures[i] ?? {}).filter(([, value]) => value !== null);
    return { enterprise_id: ids[one.n] ?? '', figures: Object.fromEntries(figures) };
  });
  await applyFigures(ctx, period, rows, { layer: 'verified', reason: '演示数据' });
}
