import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { actor } from '#test/kit/app.ts';
import { finishedZone, type FinishedZone } from '#test/kit/finished-zone.ts';
import { EnterpriseHistory } from './contract/history.ts';

let zone: FinishedZone;
beforeAll(async () => {
  zone = await finishedZone({ until: 'reviewed' });
}, 60_000);
afterAll(() => zone.close());

const history = async (who: ReturnType<typeof actor>, n: number) =>
  (await zone.call(who, 'GET', `/enterprises/${zone.ids[n - 1]}/history`)).as(EnterpriseHistory);
const own = () => actor('enterprise_user', { userId: 'user-1', enterpriseIds: [zone.ids[0] ?? ''] });

describe('an enterprise over the years', () => {
  test('is shown with every official year to those who run the evaluation', async () => {
    const seen = await history(actor('leader'), 1);
    expect(seen).toMatchObject({ name: '企业1', park_name: '一园', industry_name: '通用设备制造业' });
    expect(seen.periods.map(({ period_id, final_class, rank }) => [period_id, final_class, rank])).toEqual([
      ['2025', 'A', 1],
      ['2024', 'D', 10],
    ]);
    expect(seen.periods[0]).toMatchObject({
      published: false,
      pool_size: 10,
      publications: [],
      confirmation: null,
    });
    expect(seen.periods[1]).toMatchObject({ published: true, years_in_d: 1 });
    expect(seen.periods[1]?.publications.map(({ kind }) => kind)).toEqual(['final', 'notice']);
  });

  test('has medians of its industry, park and pool beside each indicator', async () => {
    const [, before] = (await history(actor('leader'), 1)).periods;
    const taxPerMu = before?.indicators.find(({ name }) => name === 'tax_per_mu');
    // Taxes of 2024 by ten mu; industry 34 are the odd ones, the first park the first five.
    expect(taxPerMu).toMatchObject({
      value: 2,
      unit: '万元/亩',
      better: 'higher',
      industry_median: 27,
      park_median: 15,
      pool_median: 27.5,
    });
  });

  test('does not show an enterprise its class before the public notice', async () => {
    const early = await history(own(), 1);
    expect(early.periods.map(({ period_id }) => period_id)).toEqual(['2024']);
    const run = await zone.run(zone.evaluation);
    expect((await zone.call(own(), 'GET', `/runs/${run}/results`)).status).toBe(404);
    expect((await zone.call(own(), 'GET', `/runs/${run}/results/${zone.ids[0]}`)).status).toBe(404);
    await zone.step('publish_notice');
    expect((await history(own(), 1)).periods.map(({ period_id }) => period_id)).toEqual(['2025', '2024']);
    expect((await zone.call(own(), 'GET', `/runs/${run}/results`)).status).toBe(200);
  });

  test('has the appeals of the enterprise, without what they do to others', async () => {
    const claim = {
      enterprise_id: zone.ids[0],
      statement: '税收漏计',
      corrections: [{ item_id: 'tax', value: 460 }],
    };
    await zone.call(own(), 'POST', `/evaluations/${zone.evaluation}/appeals`, claim);
    expect((await history(own(), 1)).appeals).toMatchObject([{ state: 'submitted', statement: '税收漏计' }]);
    const park = actor('park_manager', { parkIds: [zone.parks[0] ?? ''] });
    expect((await history(park, 1)).appeals).toHaveLength(1);
    // They do not read appeals elsewhere either.
    for (const role of ['data_officer', 'expert'] as const)
      expect((await history(actor(role), 1)).appeals).toEqual([]);
  });

  test('is nobody’s business beyond the own reach', async () => {
    const stranger = await zone.call(own(), 'GET', `/enterprises/${zone.ids[1]}/history`);
    expect(stranger.status).toBe(404);
    const park = actor('park_manager', { parkIds: [zone.parks[1] ?? ''] });
    expect((await zone.call(park, 'GET', `/enterprises/${zone.ids[0]}/history`)).status).toBe(404);
    // Five in the park: fewer would tell a figure of one of them.
    const seen = await history(park, 10);
    expect(seen.periods[0]?.indicators[0]).toMatchObject({ park_median: expect.any(Number) as number });
  });
});
