import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { NewItem } from '#capabilities/collection/contract/items.ts';
import { createItem } from '#capabilities/collection/service/items.ts';
import { applyFigures } from '#capabilities/collection/store/figures.ts';
import { EnterpriseInput } from '#capabilities/registry/contract/enterprises.ts';
import { createPeriod } from '#capabilities/registry/service/places.ts';
import { insertEnterpriseRows } from '#capabilities/registry/store/enterprises.ts';
import { type Actor, type Caller, type Ctx, transact } from '#platform/ctx.ts';
import { creditCode } from '#seed/credit-codes.ts';
import { actor, type TestApp, testApp } from '#test/kit/app.ts';
import { YearOnYear } from './contract/year-on-year.ts';
import type { Transition } from './model/lifecycle.ts';
import { performCorrection, performProposal } from './service/corrections.ts';
import { createScheme, decideScheme, submitScheme } from './service/schemes.ts';
import { createEvaluation, getEvaluation, performStep, takeStep } from './service/steps.ts';

const SCHEME = `format: 1
scheme: two
version: 1
title: { zh: 两项, en: Two }
subject: enterprise
inputs:
  tax: { zh: 税收, en: Tax, unit: 万元, source: 税务局 }
  rd: { zh: 研发, en: R&D, unit: 万元, source: 统计局 }
indicators:
  taxes: { zh: 亩均税收, en: Tax, value: tax, unit: 万元, weight: 60, score: { ratio: 100, cap: 1 } }
  research: { zh: 研发投入, en: R&D, value: rd, unit: 万元, weight: 40, score: { ratio: 100, cap: 1 } }
classes:
  quotas: { A: 40%, B: 60% }
`;
/** Tax and research by year. In 2025 the third passes the second by its research, and the fifth is new. */
const FIGURES = {
  '2024': [
    [80, 80],
    [60, 60],
    [40, 40],
    [20, 20],
  ],
  '2025': [
    [80, 80],
    [60, 50],
    [42, 100],
    [20, 20],
    [1, 1],
  ],
} as const;
type Year = keyof typeof FIGURES;
const ids: string[] = [];
let app: TestApp;
let today = new Date('2026-03-02T01:00:00Z');

beforeAll(async () => {
  app = await testApp({ now: () => today });
  await prepare();
}, 60_000);
afterAll(() => app.close());

const officer = actor('evaluation_officer', { userId: 'one' });
const second = actor('evaluation_officer', { userId: 'two' });
const caller = (who: Actor): Caller => ({
  zone: 'home',
  actor: who,
  requestId: 'test',
  address: '',
  services: app.services,
});
const as = <T>(who: Actor, work: (ctx: Ctx) => Promise<T>) => transact(caller(who), work);
const ask = (run: string, query = '', who: Actor = officer, zone = 'home') =>
  app.call(who, 'GET', `/zones/${zone}/runs/${run}/year-on-year${query}`);

async function prepare(): Promise<void> {
  const rows = FIGURES['2025'].map((_, i) => ({
    ...EnterpriseInput.parse({ credit_code: creditCode(i + 1), name: `企业${i + 1}` }),
    enterprise_id: app.services.newId(),
  }));
  ids.push(...rows.map((row) => row.enterprise_id));
  await as(officer, async (ctx) => {
    for (const year of ['2024', '2025'])
      await createPeriod(ctx, {
        period_id: year,
        name: year,
        kind: 'year',
        starts_on: `${year}-01-01`,
        ends_on: `${year}-12-31`,
      });
    for (const [item_id, name] of [
      ['tax', '税收'],
      ['rd', '研发'],
    ])
      await createItem(ctx, NewItem.parse({ item_id, name, kind: 'number', unit: '万元' }));
    await insertEnterpriseRows(ctx, rows.slice(0, 4), 'test');
    await enter(ctx, '2024');
    await createScheme(ctx, { scheme_id: 'two', text: SCHEME });
    await submitScheme(ctx, { scheme_id: 'two', version: 1 });
  });
  const approval = { scheme_id: 'two', version: 1, decision: 'approved' as const, reason: '采用' };
  await as(second, (ctx) => decideScheme(ctx, approval));
  lastYear = await evaluate('2024', 'final');
  await as(officer, async (ctx) => {
    await insertEnterpriseRows(ctx, rows.slice(4), 'test');
    await enter(ctx, '2025');
  });
}

async function enter(ctx: Ctx, year: Year): Promise<void> {
  const figures = FIGURES[year].map(([tax, rd], i) => ({
    enterprise_id: ids[i] ?? '',
    figures: { tax, rd },
  }));
  await applyFigures(ctx, year, figures, { layer: 'verified' });
}

let lastYear = '';
const BEFORE_REVIEW = ['open_collection', 'open_confirmation', 'freeze', 'compute'] as const;
const AFTER = ['publish_notice', 'open_appeals', 'finalise'] as const;

/** Returns its run. */
async function evaluate(year: Year, until: 'computed' | 'final'): Promise<string> {
  today = new Date('2026-03-02T01:00:00Z');
  const input = { name: year, period_id: year, scheme_id: 'two', scheme_version: 1, scope: 'all' as const };
  const { evaluation_id: id } = await as(officer, (ctx) => createEvaluation(ctx, input));
  const now = async () => (await as(officer, (ctx) => getEvaluation(ctx, id))).evaluation;
  const step = async (transition: Transition, who = officer) => {
    const taken = { evaluation_id: id, transition, version: (await now()).version };
    const direct = ['open_collection', 'open_confirmation', 'open_appeals'].includes(transition);
    await (direct ? as(who, (ctx) => takeStep(ctx, taken)) : performStep(caller(who), taken));
  };
  for (const transition of BEFORE_REVIEW) await step(transition);
  if (until === 'final') {
    await step('review', second);
    for (const transition of AFTER) {
      await step(transition);
      today = new Date('2026-04-02T01:00:00Z');
    }
  }
  return (await now()).run_id ?? '';
}

describe('a run beside the year before', () => {
  let run = '';

  test('says who moved and by which indicator', async () => {
    run = await evaluate('2025', 'computed');
    const found = (await ask(run)).as(YearOnYear);
    expect(found).toMatchObject({
      previous: { period_id: '2024', run_id: lastYear, scheme_id: 'two', scheme_version: 1 },
      same_scheme: true,
      same_scope: true,
      classes: ['A', 'B', ''],
      entered: 1,
      left: 0,
    });
    // Two are in A in either year: the third goes up, the second goes down, the fifth came.
    expect(found.transitions).toEqual([
      [1, 1, 0],
      [1, 1, 0],
      [0, 1, 0],
    ]);
    expect([found.up, found.down, found.same]).toEqual([1, 1, 2]);
    const [riser, faller] = found.movers.items;
    expect(riser).toMatchObject({
      enterprise_id: ids[2],
      name: '企业3',
      class_before: 'B',
      class_after: 'A',
    });
    expect(riser?.changes.map(({ name, zh }) => [name, zh])).toEqual([
      ['research', '研发投入'],
      ['taxes', '亩均税收'],
    ]);
    expect(faller).toMatchObject({ enterprise_id: ids[1], class_before: 'A', class_after: 'B' });
    expect(faller?.changes.map(({ name }) => name)).toEqual(['research']);
    for (const { changes, score_after: after, score_before: before } of found.movers.items)
      expect(changes.reduce((sum, { part }) => sum + part, 0)).toBeCloseTo((after ?? 0) - (before ?? 0), 9);
  });

  test('comes in pages, and goes on only where it left off', async () => {
    const whole = (await ask(run)).as(YearOnYear).movers.items;
    const first = (await ask(run, '?limit=1')).as(YearOnYear).movers;
    const rest = (await ask(run, `?limit=1&cursor=${first.next}`)).as(YearOnYear).movers;
    expect([...first.items, ...rest.items]).toEqual(whole);
    expect(rest.next).toBeNull();
    expect((await ask(run, '?cursor=x')).status).toBe(422);
  });

  test('takes the corrected list once there is one; what was only tried does not count', async () => {
    const { next: cursor } = (await ask(run, '?limit=1')).as(YearOnYear).movers;
    await as(officer, (ctx) =>
      applyFigures(ctx, '2024', [{ enterprise_id: ids[4] ?? '', figures: { tax: 1, rd: 1 } }], {
        layer: 'verified',
      }),
    );
    await evaluate('2024', 'computed');
    expect((await ask(run)).as(YearOnYear).previous.run_id).toBe(lastYear);
    const { previous } = (await ask(run)).as(YearOnYear);
    await as(officer, (ctx) =>
      applyFigures(ctx, '2024', [{ enterprise_id: ids[2] ?? '', figures: { rd: 100 } }], {
        layer: 'adopted',
      }),
    );
    today = new Date('2026-05-06T01:00:00Z');
    const proposal = { publication_id: previous.publication_id, reason: '漏计' };
    const { correction_id } = await performProposal(caller(officer), proposal);
    await performCorrection(caller(second), { correction_id, reason: '属实', version: 1 });
    const corrected = (await ask(run)).as(YearOnYear);
    expect(corrected.previous.run_id).not.toBe(lastYear);
    expect([corrected.up, corrected.down, corrected.entered]).toEqual([0, 0, 0]);
    // A page of the old comparison does not continue in the new one.
    expect((await ask(run, `?limit=1&cursor=${cursor}`)).status).toBe(409);
  });

  test('is refused where there is nothing before, and to whom it is not for', async () => {
    expect(await ask(lastYear)).toMatchObject({ status: 404, body: { code: 'previous_run_not_found' } });
    expect((await ask(run, '', actor('park_manager'))).status).toBe(403);
    expect((await ask(run, '', officer, 'other')).status).not.toBe(200);
  });
});
