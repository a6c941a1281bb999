import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sortByScoreDescending, sortScratch } from './sort.ts';

const score = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.integer({ min: -3, max: 3 }).map((n) => n / 2),
  fc.constantFrom(0, -0, 1e-300, -1e-300, 61.37, 61.370000000000005),
);

const compare = (x: number, y: number, otherwise: number): number => (x === y ? otherwise : x - y);

test('rows come in descending order of score, equal scores in their own order', () => {
  fc.assert(
    fc.property(fc.array(score, { maxLength: 200 }), (list) => {
      const scores = Float64Array.from(list);
      const order = Uint32Array.from(list, (_, row) => row);
      sortByScoreDescending(order, scores, sortScratch(list.length));
      const expected = list
        .map((_, row) => row)
        .sort((a, b) => compare(list[b] as number, list[a] as number, a - b));
      expect(Array.from(order)).toEqual(expected);
    }),
    { numRuns: 500 },
  );
});

test('long runs that share their upper bits are still told apart', () => {
  const scores = Float64Array.from({ length: 500 }, (_, i) => 50 + ((i * 7919) % 500) * 2 ** -47);
  const order = Uint32Array.from(scores, (_, row) => row);
  sortByScoreDescending(order, scores, sortScratch(500));
  for (let i = 1; i < 500; i++) {
    expect(scores[order[i - 1] as number]).toBeGreaterThan(scores[order[i] as number] as number);
  }
});

test('a subset of the rows can be ordered', () => {
  const order = Uint32Array.of(1, 3);
  sortByScoreDescending(order, Float64Array.of(9, 1, 8, 2), sortScratch(4));
  expect(Array.from(order)).toEqual([3, 1]);
});
