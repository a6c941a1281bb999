import fc from 'fast-check';
import { expect, test } from 'vitest';
import { kendall, spearman } from './rank-correlation.ts';

const of = (...values: number[]): Float64Array => Float64Array.from(values);

test('the same order agrees fully, the reverse order not at all', () => {
  expect(spearman(of(1, 2, 3, 4), of(10, 20, 21, 400))).toBeCloseTo(1, 12);
  expect(kendall(of(1, 2, 3, 4), of(10, 20, 21, 400))).toBe(1);
  expect(spearman(of(1, 2, 3), of(3, 2, 1))).toBeCloseTo(-1, 12);
  expect(kendall(of(1, 2, 3), of(3, 2, 1))).toBe(-1);
});

test('ties and absent rows are handled as scipy does', () => {
  const x = of(1, 1, 2, 2, 3, Number.NaN, 9);
  const y = of(2, 3, 3, 1, 2, 4, Number.NaN);
  expect(kendall(x, y)).toBeCloseTo(-0.25, 12);
  expect(spearman(x, y)).toBeCloseTo(-0.3055555555555555, 12);
  expect(kendall(of(1, 2, 3, 4, 5, 6), of(3, 1, 4, 1, 5, 9))).toBeCloseTo(0.5520524474738833, 12);
});

test('a ranking without differences cannot be compared', () => {
  expect(kendall(of(1, 2, 3), of(5, 5, 5))).toBeNaN();
  expect(spearman(of(1, 2, 3), of(5, 5, 5))).toBeNaN();
  expect(kendall(of(1), of(1))).toBeNaN();
});

test("Kendall's tau counts pairs", () => {
  const ranks = fc.array(fc.tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 6 })), {
    minLength: 2,
  });
  fc.assert(
    fc.property(ranks, (rows) => {
      let balance = 0;
      let untiedX = 0;
      let untiedY = 0;
      rows.forEach(([x, y], i) => {
        for (const [otherX, otherY] of rows.slice(i + 1)) {
          balance += Math.sign(x - otherX) * Math.sign(y - otherY);
          untiedX += Math.abs(Math.sign(x - otherX));
          untiedY += Math.abs(Math.sign(y - otherY));
        }
      });
      const tau = kendall(
        Float64Array.from(rows, ([x]) => x),
        Float64Array.from(rows, ([, y]) => y),
      );
      fc.pre(untiedX > 0 && untiedY > 0);
      expect(tau).toBeCloseTo(balance / Math.sqrt(untiedX * untiedY), 12);
    }),
  );
});
