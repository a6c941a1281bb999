import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ascendingOrder } from './order.ts';
import { averageRank, borda, competitionRank, percentileRank } from './rank.ts';

const scores = Float64Array.of(88, 92, Number.NaN, 92, 75, 88, 60);

function written(write: (out: Float64Array) => void, length = scores.length): number[] {
  const out = new Float64Array(length);
  write(out);
  return [...out];
}

describe('competition rank', () => {
  test('gives equal scores the best place of their run and skips the places they take up', () => {
    expect(written((out) => competitionRank(scores, out, 'descending'))).toEqual([
      3,
      1,
      Number.NaN,
      1,
      5,
      3,
      6,
    ]);
    expect(written((out) => competitionRank(scores, out, 'ascending'))).toEqual([
      3,
      5,
      Number.NaN,
      5,
      2,
      3,
      1,
    ]);
  });

  test('ranks within groups and leaves out rows of no group', () => {
    const groups = { codes: Int32Array.of(0, 1, 0, 1, 0, 1, -1), count: 2 };
    const ranks = written((out) => competitionRank(scores, out, 'descending', groups));
    expect(ranks).toEqual([1, 1, Number.NaN, 1, 2, 3, Number.NaN]);
  });

  test('takes −0 and 0 for the same score', () => {
    const zeros = Float64Array.of(0, -0, 1, -1);
    expect(written((out) => competitionRank(zeros, out, 'descending'), 4)).toEqual([2, 2, 1, 4]);
  });

  test('counts the better scores', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.integer({ min: -5, max: 5 }), fc.constant(Number.NaN))), (values) => {
        const ranks = written(
          (out) => competitionRank(Float64Array.from(values), out, 'descending'),
          values.length,
        );
        const expected = values.map((v) =>
          Number.isNaN(v) ? v : 1 + values.filter((other) => other > v).length,
        );
        expect(ranks).toEqual(expected);
      }),
    );
  });
});

describe('normalisation by rank', () => {
  test('Borda counts the firms below', () => {
    expect(written((out) => borda(scores, out))).toEqual([2, 4, Number.NaN, 4, 1, 2, 0]);
  });

  test('percentile rank runs from 0 to 1', () => {
    expect(written((out) => percentileRank(scores, out))).toEqual([0.4, 0.8, Number.NaN, 0.8, 0.2, 0.4, 0]);
  });

  test('percentile rank within groups uses the size of the group; a group of one has none', () => {
    const groups = { codes: Int32Array.of(0, 0, 0, 1, 0, -1, 0), count: 2 };
    const ranks = written((out) => percentileRank(scores, out, groups));
    expect(ranks).toEqual([2 / 3, 1, Number.NaN, Number.NaN, 1 / 3, Number.NaN, 0]);
  });

  test('mean ranks share what a run of equals covers', () => {
    expect(written((out) => averageRank(scores, out))).toEqual([3.5, 5.5, Number.NaN, 5.5, 2, 3.5, 1]);
  });
});

test('ascending order is the stable order of the present values', () => {
  const anyDouble = fc.oneof(
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.integer({ min: -3, max: 3 }),
    fc.constantFrom(-0, Number.MIN_VALUE, -Number.MIN_VALUE, Number.MAX_VALUE, -Number.MAX_VALUE, Number.NaN),
  );
  fc.assert(
    fc.property(fc.array(anyDouble), (values) => {
      const expected = values.map((_, i) => i).filter((i) => !Number.isNaN(values[i]));
      // A sort of this language is stable, and takes −0 for 0.
      expected.sort((i, j) => (values[i] ?? 0) - (values[j] ?? 0));
      expect([...ascendingOrder(Float64Array.from(values))]).toEqual(expected);
    }),
  );
});
