import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { NewItem } from '#capabilities/collection/contract/items.ts';
import { createItem } from '#capabilities/collection/service/items.ts';
import { applyFigures } from '#capabilities/collection/store/figures.ts';
import { EnterpriseInput } from '#capabilities/registry/contract/enterprises.ts';
import { LandArea, Tenant, type TenantRule } from '#capabilities/registry/contract/land.ts';
import { createPeriod } from '#capabilities/registry/service/places.ts';
import { insertEnterpriseRows } from '#capabilities/registry/store/enterprises.ts';
import { datasetFromArrow } from '#engine/proof/recompute.ts';
import { textAt } from '#engine/table/column.ts';
import { type Actor, type Caller, type Ctx, transact } from '#platform/ctx.ts';
import { creditCode } from '#seed/credit-codes.ts';
import { actor, type TestApp, testApp } from '#test/kit/app.ts';
import { createScheme, decideScheme, submitScheme } from './service/schemes.ts';
import { createEvaluation, getEvaluation, performStep, takeStep } from './service/steps.ts';
import { selectDataset } from './store/runs.ts';

const SCHEME = `format: 1
scheme: tenants
version: 1
title: { zh: 承租企业, en: Tenants }
subject: enterprise
inputs:
  tax: { zh: 税收, en: Tax, unit: 万元, source: 税务局 }
  land: { zh: 用地面积, en: Land, unit: 亩, source: 自然资源局 }
indicators:
  tax_per_mu: { zh: 亩均税收, en: Tax per mu, value: tax / land, unit: 万元/亩, weight: 100, score: { ratio: 50, cap: 1 } }
classes:
  quotas: { A: 50%, B: 50% }
`;

/** A landlord with 50 mu and four tenants of 10 mu each, one for each rule. */
const RULES: readonly (TenantRule | null)[] = ['merged', 'follows', 'left_out', null];
const officer = actor('evaluation_officer', { userId: 'one' });
const at = (path: string) => `/zones/home${path}`;
let app: TestApp;
let ids: string[] = [];

const caller = (who: Actor): Caller => ({
  zone: 'home',
  actor: who,
  requestId: 'test',
  address: '',
  services: app.services,
});
const as = <T>(who: Actor, work: (ctx: Ctx) => Promise<T>) => transact(caller(who), work);

beforeAll(async () => {
  app = await testApp();
  ids = Array.from({ length: RULES.length + 1 }, () => app.services.newId()).toSorted();
  const rows = ids.map((enterprise_id, i) => ({
    ...EnterpriseInput.parse({ credit_code: creditCode(i + 1), name: `企业${i}` }),
    enterprise_id,
  }));
  await as(officer, async (ctx) => {
    const period = { period_id: '2025', name: '2025', kind: 'year' as const };
    await createPeriod(ctx, { ...period, starts_on: '2025-01-01', ends_on: '2025-12-31' });
    await createItem(ctx, NewItem.parse({ item_id: 'tax', name: '税收', kind: 'number', unit: '万元' }));
    await insertEnterpriseRows(ctx, rows, 'test');
    const figures = ids.map((enterprise_id, i) => ({ enterprise_id, figures: { tax: 100 + i } }));
    await applyFigures(ctx, '2025', figures, { layer: 'verified' });
    await createScheme(ctx, { scheme_id: 'tenants', text: SCHEME });
    await submitScheme(ctx, { scheme_id: 'tenants', version: 1 });
  });
  const approval = { scheme_id: 'tenants', version: 1, decision: 'approved' as const, reason: '采用' };
  await as(actor('evaluation_officer', { userId: 'two' }), (ctx) => decideScheme(ctx, approval));
  const [landlord = ''] = ids;
  await use(landlord, { kind: 'own', land_area_mu: 50 });
  for (const [i, tenant_rule] of RULES.entries()) {
    const tenant = ids[i + 1] ?? '';
    await use(tenant, { kind: 'lease_in', land_area_mu: 10, counterpart_id: landlord, tenant_rule });
    await use(landlord, { kind: 'lease_out', land_area_mu: 10, counterpart_id: tenant });
  }
}, 30_000);
afterAll(() => app.close());

async function use(enterpriseId: string, input: Record<string, unknown>): Promise<void> {
  const nothing = { parcel_id: null, counterpart_id: null, floor_area_m2: null, plot_ratio: null };
  const since = { under_construction_mu: 0, not_usable_mu: 0, starts_on: '2020-01-01', ends_on: null };
  const body = { ...nothing, ...since, ...input };
  const answer = await app.call(officer, 'POST', at(`/enterprises/${enterpriseId}/occupancies`), body);
  expect(answer.status).toBe(201);
}

async function frozenDataset() {
  const input = { name: '评价', period_id: '2025', scheme_id: 'tenants', scheme_version: 1 };
  const { evaluation_id: id } = await as(officer, (ctx) => createEvaluation(ctx, input));
  for (const transition of ['open_collection', 'open_confirmation', 'freeze'] as const) {
    const { evaluation } = await as(officer, (ctx) => getEvaluation(ctx, id));
    const step = { evaluation_id: id, transition, version: evaluation.version };
    await (transition === 'freeze'
      ? performStep(caller(officer), step)
      : as(officer, (ctx) => takeStep(ctx, step)));
  }
  const { evaluation } = await as(officer, (ctx) => getEvaluation(ctx, id));
  const stored = await as(officer, (ctx) => selectDataset(ctx, evaluation.dataset_id ?? ''));
  return datasetFromArrow(stored?.arrow ?? new Uint8Array(), []);
}

test('land areas are computed as the leases say, with every step', async () => {
  const { body } = await app.call(officer, 'POST', at('/periods/2025/land-areas'));
  expect(body).toEqual({
    enterprises: 5,
    below_zero: 0,
    merged: 1,
    follows: 1,
    left_out: 1,
    not_applied: 0,
  });
  const areaOf = async (i: number) =>
    (await app.call(officer, 'GET', at(`/periods/2025/land-areas/${ids[i]}`))).as(LandArea);
  const landlord = await areaOf(0);
  expect(landlord.area_mu).toBeCloseTo(50 - 4 * 10 + 10, 9);
  const merging = landlord.steps.filter(({ kind }) => kind === 'internal_lease' || kind === 'tenant_merged');
  expect(merging.map(({ enterprise_id: id }) => id)).toEqual([ids[1], ids[1]]);
  expect(await areaOf(1)).toMatchObject({ area_mu: 0, treatment: 'merged', landlord_id: ids[0] });
  expect(await areaOf(4)).toMatchObject({ area_mu: 10, treatment: 'separate', landlord_id: null });
});

test('who is not evaluated by itself is listed, to each who may see it', async () => {
  const Page = z.strictObject({ items: z.array(Tenant), next: z.string().nullable() });
  const path = at('/periods/2025/tenants');
  const { items } = (await app.call(officer, 'GET', path)).as(Page);
  expect(items.map(({ treatment, landlord_name: name }) => [treatment, name])).toEqual([
    ['merged', '企业0'],
    ['follows', '企业0'],
    ['left_out', null],
  ]);
  const own = actor('enterprise_user', { enterpriseIds: [ids[2] ?? ''] });
  const seen = (await app.call(own, 'GET', path)).as(Page);
  expect(seen.items).toMatchObject([{ enterprise_id: ids[2], treatment: 'follows', landlord_name: null }]);
  const first = (await app.call(officer, 'GET', `${path}?limit=1`)).as(Page);
  const rest = (await app.call(officer, 'GET', `${path}?limit=5&cursor=${first.next}`)).as(Page);
  expect([...first.items, ...rest.items]).toEqual(items);
});

test('a frozen dataset has the landlord with the figures of the merged tenant, and neither of the other two', async () => {
  const dataset = await frozenDataset();
  if (dataset === undefined) throw new Error('no dataset');
  const { columns, rows } = dataset.table;
  const [tax, land, merged] = ['tax', 'land', 'merged_tenants'].map((name) => columns.get(name));
  const codes = Array.from({ length: rows }, (_, row) => textAt(dataset.ids, row));
  expect(codes).toEqual([creditCode(1), creditCode(5)]);
  expect(tax?.kind === 'number' && [...tax.values]).toEqual([100 + 101, 104]);
  expect(land?.kind === 'number' && [...land.values]).toEqual([20, 10]);
  expect(merged?.kind === 'text' && [textAt(merged, 0), textAt(merged, 1)]).toEqual([creditCode(2), '']);
});
