import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { actor } from '#test/kit/app.ts';
import { finishedZone, type FinishedZone, TAXES } from '#test/kit/finished-zone.ts';
import { Overview } from './contract/overview.ts';

let zone: FinishedZone;
beforeAll(async () => {
  zone = await finishedZone({ until: 'computed' });
}, 60_000);
afterAll(() => zone.close());

const overview = async (who = actor('leader'), query = '') =>
  (await zone.call(who, 'GET', `/overview${query}`)).as(Overview);
const sum = (values: readonly number[] = []) => values.reduce((all, value) => all + value, 0);

describe('the overview', () => {
  test('adds up the latest year for those who run the evaluation, published or not', async () => {
    const seen = await overview();
    expect(seen.evaluation).toMatchObject({ period_id: '2025', published: false, state: 'computed' });
    const total = sum(TAXES['2025']);
    expect(seen.totals).toMatchObject({
      enterprises: 10,
      evaluated: 10,
      classes: [
        { class: 'A', count: 2 },
        { class: 'B', count: 5 },
        { class: 'C', count: 2 },
        { class: 'D', count: 1 },
      ],
      inputs: { tax: total, land: 100, energy: 1045 },
    });
    // Σ tax ÷ Σ land, not the mean of the quotients.
    expect(seen.totals?.indicators['tax_per_mu']).toBeCloseTo(total / 100, 9);
    expect(seen.totals?.indicators['tax_per_energy']).toBeCloseTo(total / 1045, 9);
    expect(seen.inputs.find(({ name }) => name === 'tax')).toMatchObject({ zh: '税收', unit: '万元' });
  });

  test('has the same by park, industry and scale, and the parts make the whole', async () => {
    const seen = await overview();
    expect(seen.parks.map(({ name }) => name).toSorted((a, b) => (a < b ? -1 : 1))).toEqual(['一园', '二园']);
    for (const parts of [seen.parks, seen.industries, seen.scales]) {
      expect(sum(parts.map(({ enterprises }) => enterprises))).toBe(10);
      expect(sum(parts.map(({ inputs }) => inputs['tax'] ?? 0))).toBeCloseTo(
        seen.totals?.inputs['tax'] ?? 0,
        9,
      );
    }
    expect(seen.industries.map(({ industry_code: code, name }) => [code, name])).toEqual([
      ['34', '通用设备制造业'],
      ['35', '专用设备制造业'],
    ]);
    expect(seen.scales.map(({ scale, enterprises }) => [scale, enterprises])).toEqual([
      ['above_scale', 7],
      ['below_scale', 3],
    ]);
  });

  test('says how classes moved, and what the years before were', async () => {
    const seen = await overview();
    expect(seen.transitions?.from_period).toBe('2024');
    expect(seen.transitions?.cells).toContainEqual({ before: 'D', after: 'A', count: 1 });
    expect(sum(seen.transitions?.cells.map(({ count }) => count))).toBe(10);
    expect(seen.trend.map(({ period_id }) => period_id)).toEqual(['2024', '2025']);
    expect(seen.trend[0]?.totals.inputs['tax']).toBe(sum(TAXES['2024']));
    const earlier = await overview(actor('leader'), '?period_id=2024');
    expect(earlier.evaluation?.period_id).toBe('2024');
    expect(earlier.transitions).toBeNull();
  });

  test('shows others the published year, and a park its own part of it', async () => {
    const expert = await overview(actor('expert'));
    expect(expert.evaluation).toMatchObject({ period_id: '2024', published: true });
    const park = await overview(actor('park_manager', { parkIds: [zone.parks[1] ?? ''] }));
    expect(park.totals).toMatchObject({ enterprises: 5, inputs: { tax: sum(TAXES['2024']?.slice(5)) } });
    expect(park.parks.map(({ name }) => name)).toEqual(['二园']);
    const nothing = await overview(actor('expert'), '?period_id=2025');
    expect(nothing).toMatchObject({ period_id: '2025', evaluation: null, totals: null, trend: [] });
  });

  test('is nothing for an enterprise or an administrator', async () => {
    for (const role of ['enterprise_user', 'system_admin'] as const)
      expect((await zone.call(actor(role), 'GET', '/overview')).status).toBe(403);
  });

  test('tells of open faults and unanswered objections', async () => {
    const { pool } = zone.app.database;
    await pool.query(
      `insert into finding (zone_id, period_id, enterprise_id, item_id, code, severity, params, checked_at)
       values ('home', '2025', $1, 'tax', 'figure_missing', 'error', '{}', now())`,
      [zone.ids[0]],
    );
    const alerts = async (who = actor('leader')) => (await overview(who, '?period_id=2025')).alerts;
    expect(await alerts()).toContainEqual({ kind: 'open_errors', count: 1, params: {}, ids: [zone.ids[0]] });
    const other = actor('park_manager', { parkIds: [zone.parks[1] ?? ''] });
    expect(await alerts(other)).toEqual([]);
  });
});
