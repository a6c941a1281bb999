import fc from 'fast-check';
import { expect, test } from 'vitest';
import { AppError } from '#core/app-error.ts';
import { copeland, COPELAND_LIMIT, outrankingMatrix } from './copeland.ts';

function scores(columns: readonly number[][], weights: number[]): number[] {
  const out = new Float64Array(columns[0]?.length ?? 0);
  copeland(
    columns.map((x) => Float64Array.from(x)),
    Float64Array.from(weights),
    out,
  );
  return [...out];
}

test('a firm gains one for each firm it beats and loses one for each that beats it', () => {
  expect(
    scores(
      [
        [9, 5, 1],
        [8, 6, 2],
      ],
      [1, 1],
    ),
  ).toEqual([2, 0, -2]);
});

test('the heavier indicators decide a pair, and even weights tie it', () => {
  expect(
    scores(
      [
        [9, 1],
        [1, 9],
      ],
      [60, 40],
    ),
  ).toEqual([1, -1]);
  expect(
    scores(
      [
        [9, 1],
        [1, 9],
      ],
      [50, 50],
    ),
  ).toEqual([0, 0]);
  expect(
    scores(
      [
        [9, 1],
        [9, 1],
        [1, 9],
      ],
      [0.1, 0.2, 0.3],
    ),
  ).toEqual([0, 0]);
});

test('how far ahead a firm is does not matter', () => {
  expect(scores([[1e9, 2, 1]], [1])).toEqual(scores([[3, 2, 1]], [1]));
});

test('pairs are decided on the indicators both firms have; a firm with none meets nobody', () => {
  expect(
    scores(
      [
        [9, Number.NaN, 5],
        [1, 8, Number.NaN],
      ],
      [10, 1],
    ),
  ).toEqual([0, 1, -1]);
  expect(scores([[9, Number.NaN, 5]], [1])).toEqual([1, Number.NaN, -1]);
});

test('wins and losses cancel out over all firms', () => {
  const score = fc.oneof(fc.integer({ min: 0, max: 4 }), fc.constant(Number.NaN));
  fc.assert(
    fc.property(fc.array(fc.tuple(score, score, score), { minLength: 1, maxLength: 12 }), (rows) => {
      const columns = [0, 1, 2].map((j) => rows.map((row) => row[j] ?? Number.NaN));
      const total = scores(columns, [3, 2, 2]).reduce((sum, s) => sum + (Number.isNaN(s) ? 0 : s), 0);
      expect(total).toBe(0);
    }),
  );
});

test('the outranking matrix holds the share of weight won, ties by half', () => {
  const matrix = outrankingMatrix([Float64Array.of(9, 1), Float64Array.of(4, 4)], Float64Array.of(30, 10));
  expect([...matrix]).toEqual([0, 0.875, 0.125, 0]);
});

test('more firms than can be compared pair by pair are refused', () => {
  const many = new Float64Array(COPELAND_LIMIT + 1);
  const columns = [many];
  const weights = Float64Array.of(1);
  const refusal = new AppError('copeland_too_many', { count: COPELAND_LIMIT + 1, limit: COPELAND_LIMIT });
  expect(() => copeland(columns, weights, many.slice())).toThrow(refusal);
  expect(() => outrankingMatrix(columns, weights)).toThrow(refusal);
});
