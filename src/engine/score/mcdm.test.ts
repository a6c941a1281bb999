import { describe, expect, test } from 'vitest';
import { normaliseCriterion, topsis, vikor, type Criteria, type Norm } from './mcdm.ts';

const NORMS: readonly Norm[] = ['minmax', 'vector', 'max', 'sum'];

// Firm 0 is best in both criteria, firm 2 worst; less of the second is better. Firm 3 has no second figure.
const criteria: Criteria = {
  columns: [Float64Array.of(9, 5, 1, 50), Float64Array.of(2, 4, 8, Number.NaN)],
  directions: [1, -1],
  weights: Float64Array.of(0.6, 0.4),
};

function closeness(of: Criteria, norm: Norm): number[] {
  const out = new Float64Array(of.columns[0]?.length ?? 0);
  topsis(of, norm, out);
  return [...out];
}

describe.each(NORMS)('TOPSIS on %s', (norm) => {
  test('is 1 for a firm best in everything, 0 for one worst in everything', () => {
    const [best, middle, worst] = closeness(criteria, norm);
    expect(best).toBe(1);
    expect(middle).toBeGreaterThan(0);
    expect(middle).toBeLessThan(1);
    expect(worst).toBe(0);
  });

  test('leaves out a firm with a gap, which then moves no ideal', () => {
    const complete: Criteria = { ...criteria, columns: criteria.columns.map((x) => x.slice(0, 3)) };
    expect(closeness(criteria, norm)).toEqual([...closeness(complete, norm), Number.NaN]);
  });
});

describe('VIKOR', () => {
  test('is 0 for a firm best in everything, 1 for one worst in everything', () => {
    const { s, r, q } = vikor(criteria, 0.5);
    expect([q[0], q[2], q[3]]).toEqual([0, 1, Number.NaN]);
    expect([s[0], s[2]]).toEqual([0, 1]);
    expect([r[0], r[2]]).toEqual([0, 0.6]);
  });

  test('v moves between the group and the worst criterion', () => {
    const split: Criteria = {
      columns: [Float64Array.of(10, 6, 0), Float64Array.of(0, 6, 10)],
      directions: [1, 1],
      weights: Float64Array.of(0.5, 0.5),
    };
    expect([...vikor(split, 0).q]).toEqual([1, 0, 1]);
    expect(vikor(split, 1).q[1]).toBe(0);
  });
});

test('a criterion on which all are equal changes nobody’s place', () => {
  const even = Float64Array.of(7, 7, 7, 7);
  const withEven: Criteria = {
    columns: [...criteria.columns, even],
    directions: [...criteria.directions, 1],
    weights: Float64Array.of(0.6, 0.4, 5),
  };
  expect(closeness(withEven, 'minmax')).toEqual(closeness(criteria, 'minmax'));
  expect([...vikor(withEven, 0.5).q]).toEqual([...vikor(criteria, 0.5).q]);
});

test('no norm makes an infinity of zeros', () => {
  const zeros = Float64Array.of(0, 0);
  for (const norm of NORMS) {
    for (const direction of [1, -1] as const) {
      const scaled = normaliseCriterion(zeros, direction, norm);
      expect(scaled.every((v) => v === 0 || Number.isNaN(v))).toBe(true);
    }
  }
});
