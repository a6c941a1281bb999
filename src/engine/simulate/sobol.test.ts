import { describe, expect, test } from 'vitest';
import { sobolDesign, sobolIndices } from './sobol.ts';

function evaluated(n: number, d: number, model: (point: Float64Array) => number): Float64Array {
  const { points } = sobolDesign(n, d, 11);
  return Float64Array.from({ length: n * (d + 2) }, (_, row) =>
    model(points.subarray(row * d, (row + 1) * d)),
  );
}

describe('the design', () => {
  const { points } = sobolDesign(50, 3, 11);
  const at = (row: number, i: number): number => points[row * 3 + i] ?? Number.NaN;

  test('has n × (d + 2) points of the unit cube and comes out the same for the same seed', () => {
    expect(points).toHaveLength(50 * 5 * 3);
    expect(points.every((p) => p >= 0 && p < 1)).toBe(true);
    expect(sobolDesign(50, 3, 11).points).toEqual(points);
    expect(sobolDesign(50, 3, 12).points).not.toEqual(points);
  });

  test('changes one source at a time from A to B', () => {
    for (let source = 0; source < 3; source++) {
      for (let k = 0; k < 50; k++) {
        for (let i = 0; i < 3; i++) {
          expect(at((2 + source) * 50 + k, i)).toBe(at((i === source ? 50 : 0) + k, i));
        }
      }
    }
  });
});

describe('the indices', () => {
  // Ishigami's function with a = 7, b = 0.1: the shares are known in closed form.
  const ishigami = (point: Float64Array): number => {
    const [x1, x2, x3] = Array.from(point, (p) => (2 * p - 1) * Math.PI);
    return Math.sin(x1 ?? 0) + 7 * Math.sin(x2 ?? 0) ** 2 + 0.1 * (x3 ?? 0) ** 4 * Math.sin(x1 ?? 0);
  };

  test('find who is behind the variance, alone and together', () => {
    const { first, total } = sobolIndices(evaluated(40_000, 3, ishigami), 40_000, 3);
    [0.3139, 0.4424, 0].forEach((s, i) => expect(Math.abs((first[i] ?? 1) - s)).toBeLessThan(0.03));
    [0.5576, 0.4424, 0.2437].forEach((s, i) => expect(Math.abs((total[i] ?? 1) - s)).toBeLessThan(0.02));
  });

  test('give nothing at all to a source the result does not use', () => {
    const { first, total } = sobolIndices(
      evaluated(500, 2, ([x = 0]) => x),
      500,
      2,
    );
    expect([first[1], total[1]]).toEqual([0, 0]);
    expect(total[0]).toBeGreaterThan(0.9);
  });

  test('are absent where the result does not vary', () => {
    const { first, total } = sobolIndices(
      evaluated(10, 2, () => 5),
      10,
      2,
    );
    expect([...first, ...total]).toEqual([Number.NaN, Number.NaN, Number.NaN, Number.NaN]);
  });
});
