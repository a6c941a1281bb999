import { beforeAll, describe, expect, test } from 'vitest';
import { checkCreditCode } from '#core/credit-code.ts';
import { ENTERPRISES, PROTAGONIST } from './enterprises.ts';
import { DEMO_YEARS } from './figures.ts';
import { PARKS } from './parks.ts';
import { type DemoWorld, demoWorld } from './world.ts';

let world: DemoWorld;
beforeAll(() => {
  world = demoWorld();
});

const taxPerMu = (park: number): number => {
  const owners = world.enterprises.filter((one) => one.park === park && one.ownsLand);
  const tax = owners.reduce((sum, one) => sum + (one.figures[3]?.tax ?? 0), 0);
  return tax / owners.reduce((sum, one) => sum + one.lot.area_mu, 0);
};

describe('the made-up zone', () => {
  test('is the same every time', () => {
    expect(demoWorld()).toEqual(world);
  });

  test('has enterprises that cannot be taken for real ones', () => {
    expect(world.enterprises).toHaveLength(ENTERPRISES);
    expect(world.enterprises.every(({ name }) => name.startsWith('演示'))).toBe(true);
    expect(new Set(world.enterprises.map(({ name }) => name)).size).toBe(ENTERPRISES);
    const codes = world.enterprises.map(({ credit_code: code }) => checkCreditCode(code));
    expect(codes.flatMap(({ problems }) => problems)).toEqual([]);
    // No region has the number 990000.
    expect(new Set(codes.map(({ region }) => region))).toEqual(new Set(['990000']));
    expect(world.parks.every(({ name }) => name.startsWith('演示'))).toBe(true);
  });

  test('has a park that leads and one that falls behind', () => {
    const yields = PARKS.map((_, park) => taxPerMu(park));
    expect(yields.indexOf(Math.max(...yields))).toBe(3);
    expect(yields.indexOf(Math.min(...yields))).toBe(9);
    expect(Math.max(...yields) / Math.min(...yields)).toBeGreaterThan(4);
  });

  test('has tenants in the buildings of their own park', () => {
    const tenants = world.enterprises.filter(({ ownsLand }) => !ownsLand);
    expect(tenants.length).toBeGreaterThan(200);
    for (const { lot, lease, park } of tenants) {
      const landlord = world.enterprises[lease?.landlord ?? -1];
      expect(landlord).toMatchObject({ park, ownsLand: true });
      expect(lot).toBe(landlord?.lot);
    }
  });

  test('leaves landlords more land than they let', () => {
    const let_mu = new Map<number, number>();
    for (const { lease } of world.enterprises)
      if (lease !== undefined)
        let_mu.set(lease.landlord, (let_mu.get(lease.landlord) ?? 0) + (lease.floor_m2 / 2) * (15 / 10_000));
    for (const [n, mu] of let_mu) expect(world.enterprises[n]?.lot.area_mu).toBeGreaterThan(mu * 1.5);
  });

  test('has figures that go on from year to year', () => {
    const ratios = world.enterprises.flatMap(({ figures }) =>
      DEMO_YEARS.slice(1, 4).map((_, i) => (figures[i + 1]?.revenue ?? 0) / (figures[i]?.revenue ?? 1)),
    );
    const usual = ratios.filter((ratio) => ratio > 0.6 && ratio < 1.7).length / ratios.length;
    expect(usual).toBeGreaterThan(0.9);
    expect(Math.max(...ratios)).toBeGreaterThan(2);
  });

  test('has flaws in the last year, and none below scale', () => {
    const gaps = world.enterprises.filter(({ figures }) =>
      Object.values(figures.at(-1) ?? {}).some((value) => value === null),
    );
    expect(gaps.length).toBeGreaterThan(20);
    expect(gaps.filter(({ isLarge }) => !isLarge)).toEqual([]);
  });

  test('has a demonstration enterprise with a lot and a storey', () => {
    const hero = world.enterprises[PROTAGONIST];
    expect(hero).toMatchObject({ ownsLand: true, isLarge: false });
    expect(hero?.lease).toBeDefined();
    expect(hero?.lot.area_mu).toBeGreaterThan(5);
  });
});
