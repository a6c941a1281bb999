import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Polygon, Position } from '../contract/geometry.ts';
import { areaFindings, polygonArea, polygonAreaMu } from './polygon-area.ts';

const R = 6_371_007.18;
const rad = (degrees: number) => (degrees * Math.PI) / 180;

function rectangle(x: number, y: number, width: number, height: number): Position[] {
  return [
    [x, y],
    [x + width, y],
    [x + width, y + height],
    [x, y + height],
    [x, y],
  ];
}
const polygon = (...coordinates: Position[][]): Polygon => ({ type: 'Polygon', coordinates });

describe('the area of a polygon', () => {
  // Archimedes: between two parallels a sphere has the area of the cylinder around it.
  test('between two parallels and two meridians is R² · Δλ · (sin φ₂ − sin φ₁)', () => {
    const expected = R * R * rad(1) * (Math.sin(rad(36)) - Math.sin(rad(35)));
    expect(polygonArea(polygon(rectangle(116, 35, 1, 1))) / expected).toBeCloseTo(1, 12);
  });

  test('of an octant is an eighth of the sphere', () => {
    const corners: Position[] = [
      [0, 0],
      [90, 0],
      [90, 90],
      [0, 90],
      [0, 0],
    ];
    expect(polygonArea(polygon(corners)) / ((4 * Math.PI * R * R) / 8)).toBeCloseTo(1, 12);
  });

  test('of 100 m by 200 m at Jining is 30 mu', () => {
    const width = 100 / (rad(1) * R * Math.cos(rad(35.4)));
    const height = 200 / (rad(1) * R);
    expect(polygonAreaMu(polygon(rectangle(116.6, 35.4, width, height)))).toBeCloseTo(30, 2);
    expect(polygonAreaMu(null)).toBeNull();
  });

  test('is without its holes, whichever way they run', () => {
    const [whole, hole] = [rectangle(116, 35, 0.01, 0.01), rectangle(116.002, 35.002, 0.005, 0.005)];
    const expected = polygonArea(polygon(whole)) - polygonArea(polygon(hole));
    expect(polygonArea(polygon(whole, hole))).toBeCloseTo(expected, 3);
    expect(polygonArea(polygon(whole, hole.toReversed()))).toBeCloseTo(expected, 3);
  });

  const corner = fc.tuple(
    fc.double({ min: 116, max: 116.01, noNaN: true }),
    fc.double({ min: 35, max: 35.01, noNaN: true }),
  );

  test('does not depend on where a ring starts, nor on its direction', () => {
    fc.assert(
      fc.property(fc.array(corner, { minLength: 3, maxLength: 12 }), fc.nat(11), (corners, shift) => {
        const turned = corners.map((_, i) => corners[(i + shift) % corners.length] ?? [0, 0]) as Position[];
        const closed = (ring: Position[]) => polygonArea(polygon([...ring, ring[0] ?? [0, 0]]));
        const area = closed(corners);
        expect(closed(turned)).toBeCloseTo(area, 2);
        expect(closed(turned.toReversed())).toBeCloseTo(area, 2);
      }),
    );
  });

  test('is the sum of the two parts of a cut', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 0.009, noNaN: true }), (cut) => {
        const parts =
          polygonArea(polygon(rectangle(116, 35, cut, 0.01))) +
          polygonArea(polygon(rectangle(116 + cut, 35, 0.01 - cut, 0.01)));
        expect(parts).toBeCloseTo(polygonArea(polygon(rectangle(116, 35, 0.01, 0.01))), 2);
      }),
    );
  });
});

describe('a stated area', () => {
  test.each([
    [100, 105, 0],
    [100, 95, 0],
    [100, 105.1, 1],
    [100, 94.9, 1],
    [0, 3, 1],
    [0, 0, 0],
    [100, null, 0],
  ])('of %d mu, measured %s: %d warnings', (stated, measured, warnings) => {
    expect(areaFindings(stated, measured)).toHaveLength(warnings);
  });

  test('that differs is told with both figures and the difference', () => {
    expect(areaFindings(100, 81.5)).toEqual([
      {
        code: 'parcel_area_differs',
        severity: 'warning',
        params: { stated: 100, measured: 81.5, percent: 18.5, limit: 5 },
      },
    ]);
  });
});
