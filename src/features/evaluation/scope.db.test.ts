import { afterAll, beforeAll, expect, test } from 'vitest';
import { NewItem } from '#capabilities/collection/contract/items.ts';
import { createItem } from '#capabilities/collection/service/items.ts';
import { applyFigures } from '#capabilities/collection/store/figures.ts';
import { EnterpriseInput } from '#capabilities/registry/contract/enterprises.ts';
import { createPeriod } from '#capabilities/registry/service/places.ts';
import { insertEnterpriseRows } from '#capabilities/registry/store/enterprises.ts';
import { type Actor, type Caller, type Ctx, transact } from '#platform/ctx.ts';
import { creditCode } from '#seed/credit-codes.ts';
import { actor, type TestApp, testApp } from '#test/kit/app.ts';
import { createScheme, decideScheme, submitScheme } from './service/schemes.ts';
import { createEvaluation, getEvaluation, performStep, takeStep } from './service/steps.ts';
import type { Transition } from './model/lifecycle.ts';

const SCHEME = `format: 1
scheme: scope
version: 1
title: { zh: 分类评价, en: Scope }
subject: enterprise
inputs:
  tax: { zh: 税收, en: Tax, unit: 万元, source: 税务局 }
indicators:
  most: { zh: 税收, en: Tax, value: tax, unit: 万元, weight: 100, score: { ratio: 50, cap: 1 } }
classes:
  quotas: { A: 50%, B: 50% }
`;
const ENTERPRISES = 8;
let app: TestApp;
let today = new Date('2026-03-02T01:00:00Z');

beforeAll(async () => {
  app = await testApp({ now: () => today });
  await prepare();
});
afterAll(() => app.close());

const caller = (who: Actor): Caller => ({
  zone: 'home',
  actor: who,
  requestId: 'test',
  address: '',
  services: app.services,
});
const officer = actor('evaluation_officer', { userId: 'one' });
const second = actor('evaluation_officer', { userId: 'two' });
const as = <T>(who: Actor, work: (ctx: Ctx) => Promise<T>) => transact(caller(who), work);

async function prepare(): Promise<void> {
  const rows = Array.from({ length: ENTERPRISES }, (_, i) => ({
    ...EnterpriseInput.parse({
      credit_code: creditCode(i + 1),
      name: `企业${i + 1}`,
      scale: i < 4 ? 'above_scale' : 'below_scale',
    }),
    enterprise_id: app.services.newId(),
  }));
  await as(officer, async (ctx) => {
    const period = { period_id: '2025', name: '2025', kind: 'year' as const };
    await createPeriod(ctx, { ...period, starts_on: '2025-01-01', ends_on: '2025-12-31' });
    await createItem(ctx, NewItem.parse({ item_id: 'tax', name: '税收', kind: 'number', unit: '万元' }));
    await insertEnterpriseRows(ctx, rows, 'test');
    const figures = rows.map(({ enterprise_id }, i) => ({ enterprise_id, figures: { tax: 10 + i } }));
    await applyFigures(ctx, '2025', figures, { layer: 'verified' });
    await createScheme(ctx, { scheme_id: 'scope', text: SCHEME });
    await submitScheme(ctx, { scheme_id: 'scope', version: 1 });
  });
  const approval = { scheme_id: 'scope', version: 1, decision: 'approved' as const, reason: '采用' };
  await as(second, (ctx) => decideScheme(ctx, approval));
}

test('bounds of land that exclude everybody are refused', async () => {
  const input = { name: '3亩', period_id: '2025', scheme_id: 'scope', scheme_version: 1, land_from_mu: 3 };
  const wrong = { ...input, land_below_mu: 3 };
  await expect(as(officer, (ctx) => createEvaluation(ctx, wrong))).rejects.toThrow('evaluation_land_bounds');
});

async function publish(scope: 'above_scale' | 'below_scale'): Promise<number> {
  today = new Date('2026-03-02T01:00:00Z');
  const input = { name: scope, period_id: '2025', scheme_id: 'scope', scheme_version: 1, scope };
  const { evaluation_id: id } = await as(officer, (ctx) => createEvaluation(ctx, input));
  const step = async (transition: Transition, who = officer) => {
    const { evaluation } = await as(officer, (ctx) => getEvaluation(ctx, id));
    const taken = { evaluation_id: id, transition, version: evaluation.version };
    const direct = ['open_collection', 'open_confirmation', 'open_appeals'].includes(transition);
    await (direct ? as(who, (ctx) => takeStep(ctx, taken)) : performStep(caller(who), taken));
  };
  for (const transition of ['open_collection', 'open_confirmation', 'freeze', 'compute'] as const)
    await step(transition);
  await step('review', second);
  await step('publish_notice');
  today = new Date('2026-04-02T01:00:00Z');
  await step('open_appeals');
  await step('finalise');
  const { rows } = await app.database.pool.query<{ count: number }>(
    `select row_count as count from dataset where evaluation_id = $1`,
    [id],
  );
  return rows[0]?.count ?? 0;
}

test('above and below scale are ranked apart, and neither list takes the other from the history', async () => {
  expect(await publish('above_scale')).toBe(4);
  expect(await publish('below_scale')).toBe(4);
  const { rows } = await app.database.pool.query(
    `select e.scale, h.class, count(*)::int as count from class_history h join enterprise e using (zone_id, enterprise_id)
     group by 1, 2 order by 1, 2`,
  );
  expect(rows).toEqual([
    { scale: 'above_scale', class: 'A', count: 2 },
    { scale: 'above_scale', class: 'B', count: 2 },
    { scale: 'below_scale', class: 'A', count: 2 },
    { scale: 'below_scale', class: 'B', count: 2 },
  ]);
});
