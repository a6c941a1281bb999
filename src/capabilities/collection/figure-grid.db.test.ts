import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { creditCode } from '#seed/credit-codes.ts';
import { actor } from '#test/kit/app.ts';
import { finishedZone, type FinishedZone } from '#test/kit/finished-zone.ts';
import { FigureGrid } from './contract/figure-grid.ts';
import { FigureSheet } from './contract/figures.ts';

const officer = actor('evaluation_officer', { userId: 'officer-1' });
let zone: FinishedZone;
beforeAll(async () => {
  zone = await finishedZone({ until: 'draft' });
  const { pool } = zone.app.database;
  await pool.query(
    `update figures set verified = verified - 'energy' where zone_id = 'home' and period_id = '2025' and enterprise_id = $1`,
    [zone.ids[7]],
  );
  await pool.query(
    `update figures set adopted = '{"tax": 461}' where zone_id = 'home' and period_id = '2025' and enterprise_id = $1`,
    [zone.ids[0]],
  );
  await pool.query(
    `insert into finding (zone_id, period_id, enterprise_id, item_id, code, severity, params, checked_at)
     values ('home', '2025', $1, 'tax', 'figure_jumped', 'warning', '{}', now())`,
    [zone.ids[4]],
  );
}, 60_000);
afterAll(() => zone.close());

const grid = async (query = '', who = officer) =>
  (await zone.call(who, 'GET', `/periods/2025/figures${query}`)).as(FigureGrid);
const names = async (query: string, who = officer) => (await grid(query, who)).items.map(({ name }) => name);

describe('the figures of an enterprise', () => {
  const sheet = async (n: number, period = '2025') =>
    (await zone.call(officer, 'GET', `/periods/${period}/enterprises/${zone.ids[n]}/figures`)).as(
      FigureSheet,
    );
  const before = ({ lines }: FigureSheet) =>
    Object.fromEntries(lines.map((line) => [line.item_id, line.before]));

  test('stand beside what counted in the year before; absent is not zero', async () => {
    await zone.app.database.pool.query(
      `update figures set verified = verified - 'energy' where zone_id = 'home' and period_id = '2024' and enterprise_id = $1`,
      [zone.ids[1]],
    );
    const first = await sheet(0);
    expect(first.period_before).toBe('2024');
    expect(before(first)).toEqual({ tax: 20, energy: 100, land: 10 });
    expect(before(await sheet(1))).toEqual({ tax: 140, energy: null, land: 10 });
    const earliest = await sheet(0, '2024');
    expect(earliest.period_before).toBeNull();
    expect(before(earliest)).toEqual({ tax: null, energy: null, land: null });
  });
});

describe('the figures of a period as a grid', () => {
  test('have three layers in each cell, and what counts of them', async () => {
    const { fields, items, count } = await grid();
    expect(count).toBe(10);
    expect(fields.map(({ item_id, unit, writable }) => [item_id, unit, writable])).toEqual([
      ['energy', '吨标准煤', true],
      ['land', '亩', true],
      ['tax', '万元', true],
    ]);
    expect(items.find(({ name }) => name === '企业1')).toMatchObject({
      credit_code: creditCode(1),
      declared: { land: 10 },
      verified: { tax: 450, energy: 100 },
      adopted: { tax: 461 },
      effective: { tax: 461, energy: 100, land: 10 },
      findings: [],
    });
  });

  test('come page by page, each enterprise once', async () => {
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page: FigureGrid = await grid(`?limit=4${cursor === '' ? '' : `&cursor=${cursor}`}`);
      seen.push(...page.items.map(({ name }) => name));
      cursor = page.next;
    }
    expect(seen).toHaveLength(10);
    expect(new Set(seen).size).toBe(10);
  });

  test('are found by park, name, code, what is missing and what is doubtful', async () => {
    expect(await names(`?park_id=${zone.parks[1]}`)).toHaveLength(5);
    expect(await names(`?search=${encodeURIComponent('业10')}`)).toEqual(['企业10']);
    expect(await names(`?search=${creditCode(3)}`)).toEqual(['企业3']);
    expect(await names('?missing=energy')).toEqual(['企业8']);
    expect(await names('?missing=land')).toEqual([]);
    expect(await names('?finding=any')).toEqual(['企业5']);
    expect(await names('?finding=energy')).toEqual([]);
    const [doubtful] = (await grid('?finding=tax')).items;
    expect(doubtful?.findings).toMatchObject([{ item_id: 'tax', code: 'figure_jumped', state: 'open' }]);
    expect((await zone.call(officer, 'GET', '/periods/2025/figures?missing=nothing')).status).toBe(404);
  });

  test('are within the reach of who asks, and without what an item hides', async () => {
    const park = actor('park_manager', { parkIds: [zone.parks[0] ?? ''] });
    expect(await names('', park)).toHaveLength(5);
    const own = actor('enterprise_user', { enterpriseIds: [zone.ids[2] ?? ''] });
    const mine = await grid('', own);
    expect(mine.items.map(({ name }) => name)).toEqual(['企业3']);
    expect(mine.fields.filter(({ writable }) => writable).map(({ item_id }) => item_id)).toEqual(['land']);
    await zone.app.database.pool.query(
      `update item set visible_to = '{leader}' where zone_id = 'home' and item_id = 'tax'`,
    );
    const [hidden] = (await grid('?limit=1', park)).items;
    expect(Object.keys(hidden?.effective ?? {}).toSorted((a, b) => (a < b ? -1 : 1))).toEqual([
      'energy',
      'land',
    ]);
    expect((await zone.call(park, 'GET', '/periods/2025/figures?missing=tax')).status).toBe(404);
  });
});
