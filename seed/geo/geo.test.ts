import { beforeAll, describe, expect, test } from 'vitest';
import { MapCollection } from '#capabilities/registry/contract/map.ts';
import { startEnterprises } from '../world/enterprises.ts';
import { type Ground, makeGround } from '../world/ground.ts';
import { groundPlan } from './city.ts';
import { area, centroid, cut, isInside, offsetFor, overlap, shrink, tightBox } from './convex.ts';
import { type Point, toGlobe, toPlane } from './plane.ts';
import { riverOf } from './river.ts';

/** Corners on the plane again: what rounding of coordinates costs is less than this, in metres. */
const ROUNDED = 0.2;
const corners = (polygon: { readonly coordinates: readonly (readonly [number, number][])[] }): Point[] =>
  (polygon.coordinates[0] ?? []).slice(0, -1).map(toPlane);

let ground: Ground;
beforeAll(() => {
  ground = makeGround(startEnterprises().filter(({ ownsLand }) => ownsLand));
});

describe('convex polygons', () => {
  const square: Point[] = [
    [0, 0],
    [4, 0],
    [4, 2],
    [0, 2],
  ];

  test('are cut, measured and shrunk', () => {
    expect(area(cut(square, { n: [1, 0], offset: 1 }))).toBe(2);
    expect(centroid(square)).toEqual([2, 1]);
    const edges = square.map((from, i) => ({ from, beyond: i }));
    // 4 × 2 less half a metre on three sides and one and a half on the fourth.
    expect(area(shrink(edges, (i) => (i === 0 ? 1.5 : 0.5)).map(({ from }) => from))).toBe(0);
    expect(area(shrink(edges, () => 0.5).map(({ from }) => from))).toBe(3);
  });

  test('know where to be cut for a share, and how they lie', () => {
    expect(offsetFor(square, [1, 0], 0.25)).toBeCloseTo(1, 9);
    expect(tightBox(square)).toMatchObject({ length: 4, width: 2 });
  });

  test('overlap or lie apart', () => {
    const moved = (dx: number): Point[] => square.map(([x, y]) => [x + dx, y]);
    expect(overlap(square, moved(3))).toBe(true);
    expect(overlap(square, moved(4))).toBe(false);
    expect(overlap(square, moved(3.9), 0.2)).toBe(false);
  });

  test('come back from the globe where they were', () => {
    const [x, y] = toPlane(toGlobe([1234.5, -987.6]));
    expect(Math.hypot(x - 1234.5, y + 987.6)).toBeLessThan(ROUNDED);
  });
});

describe('the ground plan', () => {
  test('has ten parks that lie apart, each of its own shape', () => {
    const parks = ground.parks.map(({ boundary }) => corners(boundary));
    expect(parks).toHaveLength(10);
    for (const [i, one] of parks.entries()) {
      expect(one.length).toBeGreaterThanOrEqual(4);
      for (const other of parks.slice(i + 1)) expect(overlap(one, other, ROUNDED)).toBe(false);
    }
    expect(new Set(ground.parks.map(({ area_mu: mu }) => mu)).size).toBe(10);
  });

  test('keeps the river off every park', () => {
    const districts = groundPlan();
    const { water, green } = riverOf(districts);
    const parks = districts.filter(({ use }) => use === 'park');
    for (const bank of [water, ...green])
      for (const point of bank)
        expect(parks.filter(({ boundary }) => isInside(boundary, point)).map(({ name }) => name)).toEqual([]);
    expect(water.length).toBeGreaterThan(20);
  });

  test('gives a map that the zone accepts', () => {
    const map = MapCollection.parse(ground.map);
    expect(JSON.stringify(map).length).toBeLessThan(300_000);
    const kinds = new Set(map.features.map(({ properties }) => properties.kind));
    expect([...kinds].toSorted()).toEqual(['green', 'land', 'place', 'road', 'street', 'water']);
  });

  test('is the same every time', () => {
    const again = makeGround(startEnterprises().filter(({ ownsLand }) => ownsLand));
    expect(again).toEqual(ground);
  });
});

describe('lots', () => {
  test('lie within their park', () => {
    const parks = ground.parks.map(({ boundary }) => corners(boundary));
    const outside = ground.lots.filter(({ park, polygon }) =>
      corners(polygon).some((point) => !isInside(parks[park] ?? [], point, ROUNDED)),
    );
    expect(outside).toEqual([]);
    expect(ground.lots.length).toBeGreaterThan(2000);
  });

  test('do not overlap', () => {
    const lotsOf = (park: number) =>
      ground.lots.filter((lot) => lot.park === park).map(({ polygon }) => corners(polygon));
    let pairs = 0;
    for (const park of ground.parks.keys()) {
      const lots = lotsOf(park);
      for (const [i, a] of lots.entries())
        for (const b of lots.slice(i + 1)) if (overlap(a, b, ROUNDED)) pairs += 1;
    }
    expect(pairs).toBe(0);
  });

  test('have the area that is stated, measured on the plane', () => {
    const wrong = ground.lots.filter(
      ({ polygon, area_mu: mu }) => Math.abs(area(corners(polygon)) / (10_000 / 15) / mu - 1) > 0.02,
    );
    expect(wrong).toEqual([]);
  });

  test('are owned, but for some that are vacant', () => {
    const vacant = ground.lots.filter(({ owner }) => owner === undefined);
    expect(vacant.length).toBeGreaterThan(50);
    expect(vacant.length).toBeLessThan(200);
  });
});
