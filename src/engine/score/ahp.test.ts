import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ahpWeights, parseRatio } from './ahp.ts';
import { perronPair, symmetricPairs } from './eigen.ts';

describe('comparisons', () => {
  test('that agree with each other give their common weights', () => {
    const { weights, consistencyRatio, diagnostics } = ahpWeights([
      [1, 2, 4],
      [1 / 2, 1, 2],
      [1 / 4, 1 / 2, 1],
    ]);
    [4 / 7, 2 / 7, 1 / 7].forEach((w, j) => expect(weights[j]).toBeCloseTo(w, 14));
    expect(consistencyRatio).toBeCloseTo(0, 12);
    expect(diagnostics).toEqual([]);
  });

  test('recover any weights they were made from', () => {
    const worths = fc.array(fc.double({ min: 0.1, max: 9, noNaN: true }), { minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(worths, (worth) => {
        const total = worth.reduce((a, b) => a + b, 0);
        const { weights, lambdaMax } = ahpWeights(worth.map((a) => worth.map((b) => a / b)));
        weights.forEach((w, i) => expect(w).toBeCloseTo((worth[i] ?? 0) / total, 12));
        expect(lambdaMax).toBeCloseTo(worth.length, 10);
      }),
    );
  });

  test('of two indicators are always consistent', () => {
    const { weights, consistencyRatio } = ahpWeights([
      [1, 9],
      [1 / 9, 1],
    ]);
    expect(weights[0]).toBeCloseTo(0.9, 14);
    expect(consistencyRatio).toBe(0);
  });

  test('that contradict themselves are weighed and reported', () => {
    const { weights, diagnostics, consistencyRatio } = ahpWeights([
      [1, 3, 1 / 3],
      [1 / 3, 1, 3],
      [3, 1 / 3, 1],
    ]);
    expect(weights[0]).toBeCloseTo(1 / 3, 12);
    expect(consistencyRatio).toBeGreaterThan(0.1);
    expect(diagnostics.map((d) => d.code)).toEqual(['ahp_inconsistent']);
  });
});

describe('a matrix that is none', () => {
  test('names the row of the wrong length', () => {
    const { diagnostics, weights } = ahpWeights([[1, 2], [1 / 2]]);
    expect(diagnostics).toMatchObject([
      { code: 'ahp_not_square', path: [1], params: { row: 2, found: 1, expected: 2 } },
    ]);
    expect([...weights]).toEqual([Number.NaN, Number.NaN]);
  });

  test('names entries that are not positive, and pairs that are not reciprocal', () => {
    const { diagnostics } = ahpWeights([
      [1, 3, 0],
      [0.33, 1, 2],
      [2, 0.5, 1],
    ]);
    expect(diagnostics.map((d) => [d.code, ...d.path])).toEqual([
      ['ahp_not_reciprocal', 0, 1],
      ['ahp_not_positive', 0, 2],
    ]);
  });

  test('is refused beyond the order for which random matrices were measured', () => {
    const large = Array.from({ length: 16 }, () => new Array<number>(16).fill(1));
    expect(ahpWeights(large).diagnostics.map((d) => d.code)).toEqual(['ahp_too_large']);
  });
});

test.each([
  ['1/3', 1 / 3],
  [' 2 / 5 ', 0.4],
  ['7', 7],
  ['0.5', 0.5],
  [3, 3],
])('%j is read as %d', (entry, value) => {
  expect(parseRatio(entry)).toBe(value);
});

test.each(['', 'x', '1/0', '0/3', '-2', '1/3/5', '1e3', Number.NaN, 0])('%j is not a ratio', (entry) => {
  expect(parseRatio(entry)).toBeNaN();
});

describe('eigenvectors', () => {
  test('of a positive matrix satisfy A v = λ v', () => {
    const matrix = [Float64Array.of(1, 7, 0.2), Float64Array.of(1 / 7, 1, 9), Float64Array.of(5, 1 / 9, 1)];
    const { value, vector } = perronPair(matrix);
    matrix.forEach((row, i) => {
      const image = row.reduce((total, a, j) => total + a * (vector[j] ?? 0), 0);
      expect(image).toBeCloseTo(value * (vector[i] ?? 0), 12);
    });
  });

  test('of a symmetric matrix satisfy A v = λ v, are orthogonal and of length 1', () => {
    const entry = fc.double({ min: -10, max: 10, noNaN: true });
    const square = fc
      .integer({ min: 1, max: 6 })
      .chain((n) =>
        fc.array(fc.array(entry, { minLength: n, maxLength: n }), { minLength: n, maxLength: n }),
      );
    fc.assert(
      fc.property(square, (rows) => {
        const matrix = rows.map((row, i) => Float64Array.from(row, (a, j) => a + (rows[j]?.[i] ?? 0)));
        const pairs = symmetricPairs(matrix);
        pairs.forEach(({ value, vector }, k) => {
          matrix.forEach((row, i) => {
            const image = row.reduce((total, a, j) => total + a * (vector[j] ?? 0), 0);
            expect(image).toBeCloseTo(value * (vector[i] ?? 0), 9);
          });
          pairs.forEach((otherPair, l) => {
            const product = vector.reduce((total, a, j) => total + a * (otherPair.vector[j] ?? 0), 0);
            expect(product).toBeCloseTo(k === l ? 1 : 0, 9);
          });
        });
      }),
    );
  });
});
