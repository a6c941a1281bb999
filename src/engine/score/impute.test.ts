import { expect, test } from 'vitest';
import { fillAbsent, impute } from './impute.ts';
import { sameForAll } from './per-group.ts';
import { mean, median } from './statistics.ts';

const x = Float64Array.of(1, Number.NaN, 3, 100, Number.NaN, 8, Number.NaN);

test('absent values take the mean or the median of the others', () => {
  const out = new Float64Array(x.length);
  impute(x, mean, out);
  expect([...out]).toEqual([1, 28, 3, 100, 28, 8, 28]);
  impute(x, median, out);
  expect([...out]).toEqual([1, 5.5, 3, 100, 5.5, 8, 5.5]);
});

test('by group they take the group’s, and stay absent in a group with nothing to go by', () => {
  const out = new Float64Array(x.length);
  impute(x, mean, out, { codes: Int32Array.of(0, 0, 0, 1, 1, 2, 3), count: 4 });
  expect([...out]).toEqual([1, 2, 3, 100, 100, 8, Number.NaN]);
});

test('zero and negative values are not absent', () => {
  const out = Float64Array.of(0, -5, Number.NaN);
  fillAbsent(out, sameForAll(9), out);
  expect([...out]).toEqual([0, -5, 9]);
});
