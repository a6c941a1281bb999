import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { actor } from '#test/kit/app.ts';
import { finishedZone, type FinishedZone } from '#test/kit/finished-zone.ts';
import { Lift } from './contract/lift.ts';

let zone: FinishedZone;
let run = '';
beforeAll(async () => {
  zone = await finishedZone({ until: 'notice' });
  run = await zone.run(zone.evaluation);
}, 60_000);
afterAll(() => zone.close());

const lift = async (n: number, who = actor('leader')) =>
  (await zone.call(who, 'GET', `/runs/${run}/results/${zone.ids[n - 1]}/lift`)).as(Lift);

describe('what would lift an enterprise', () => {
  test('is the smallest change of each figure that a new evaluation confirms', async () => {
    const third = await lift(3);
    expect(third).toMatchObject({ from: 'B', target: 'A', reachable: true, rank: 3, last_rank: 2 });
    const tax = third.singles.find(({ input }) => input === 'tax');
    expect(tax).toMatchObject({ zh: '税收', unit: '万元', from: 300 });
    // 企业2 has 420 of tax with one unit less energy: hardly less tax is enough.
    expect(tax?.to).toBeGreaterThan(415);
    expect(tax?.shown).toBeLessThan(426);
    expect(third.sentences.zh[0]).toMatch(/^企业3：B → A/);
    expect(third.sentences.en.length).toBe(third.sentences.zh.length);
  });

  test('comes with how firm the class is, the same each time', async () => {
    const { firmness } = await lift(3);
    expect(firmness?.draws).toBe(400);
    const shares = firmness?.classes.map(({ share }) => share) ?? [];
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
    expect(firmness?.classes.find((one) => one.class === 'B')?.share).toBe(firmness?.kept);
    expect((await lift(3)).firmness).toEqual(firmness);
    // Between 企业3 and 企业2 lie forty percent of tax: five percent of error do not matter.
    expect(firmness?.kept).toBeGreaterThan(0.9);
    // 企业8 and 企业9 are both in C; 企业7 has nearly twice as much.
    expect((await lift(4)).firmness?.kept).toBeGreaterThan(0.9);
  });

  test('is nothing for who is in the best class', async () => {
    expect(await lift(1)).toMatchObject({ from: 'A', target: null, singles: [], pair: null });
  });

  test('is for the enterprise itself, its park and those who run the evaluation', async () => {
    const own = actor('enterprise_user', { enterpriseIds: [zone.ids[4] ?? ''] });
    expect((await lift(5, own)).target).toBe('A');
    const path = `/runs/${run}/results/${zone.ids[5]}/lift`;
    expect((await zone.call(own, 'GET', path)).status).toBe(404);
    const park = actor('park_manager', { parkIds: [zone.parks[1] ?? ''] });
    expect((await zone.call(park, 'GET', path)).status).toBe(200);
    expect((await zone.call(actor('data_officer'), 'GET', path)).status).toBe(403);
  });

  test('does not tell a figure that an item hides from the caller', async () => {
    await zone.app.database.pool.query(
      `update item set visible_to = '{leader}' where zone_id = 'home' and item_id = 'tax'`,
    );
    const seen = await lift(3, actor('expert'));
    expect(seen.singles.map(({ input }) => input)).not.toContain('tax');
    expect(JSON.stringify(seen.sentences)).not.toContain('税收');
    expect((await lift(3)).singles.map(({ input }) => input)).toContain('tax');
  });
});
