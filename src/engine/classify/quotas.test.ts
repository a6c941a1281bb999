import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { QuotaPlan } from '../scheme/plan.ts';
import { lastRanks } from './quotas.ts';

const BILLION = 1_000_000_000;
const plan = (...percent: number[]): QuotaPlan => {
  let sum = 0;
  const cumulative = percent.map((p) => (sum += Math.round((p / 100) * BILLION)));
  return { classes: percent.map((_, i) => String.fromCharCode(65 + i)), cumulative };
};
const sizes = (last: readonly number[]): number[] => last.map((rank, i) => rank - (last[i - 1] ?? 0));

test('published counts: 巢湖 2021, 120 under 20/45/30/5', () => {
  expect(sizes(lastRanks(plan(20, 45, 30, 5), 120, [], 'half_up'))).toEqual([24, 54, 36, 6]);
});

test('published counts: 济宁高新区 2023 below scale, 100 under 20/40/35/5', () => {
  expect(sizes(lastRanks(plan(20, 40, 35, 5), 100, [], 'half_up'))).toEqual([20, 40, 35, 5]);
});

test('half a place goes to the better class, exactly and whatever the fraction looks like in binary', () => {
  // 0.7 × 15 = 10.5 and 0.35 × 10 = 3.5: floating point alone would miss the second.
  expect(lastRanks(plan(20, 50, 25, 5), 15, [], 'half_up')).toEqual([3, 11, 14, 15]);
  expect(lastRanks(plan(35, 65), 10, [], 'half_up')).toEqual([4, 10]);
  expect(lastRanks(plan(35, 65), 10, [], 'down')).toEqual([3, 10]);
  expect(lastRanks(plan(35, 65), 10, [], 'up')).toEqual([4, 10]);
});

test('places already taken by subjects that are not ranked are not given again', () => {
  expect(sizes(lastRanks(plan(20, 40, 35, 5), 275, [0, 10, 0, 0], 'half_up'))).toEqual([55, 100, 96, 14]);
});

test('the places always add up to the base', () => {
  const shares = fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(
      shares,
      fc.integer({ min: 0, max: 9_000_000 }),
      fc.constantFrom('half_up', 'down', 'up'),
      (parts, base, rounding) => {
        const total = parts.reduce((a, b) => a + b, 0);
        let sum = 0;
        const cumulative = parts.map((p, i) =>
          i === parts.length - 1 ? BILLION : (sum += Math.floor((p / total) * BILLION)),
        );
        const last = lastRanks({ classes: parts.map(String), cumulative }, base, [], rounding);
        expect(last.at(-1)).toBe(base);
        for (let i = 1; i < last.length; i++) expect(last[i]).toBeGreaterThanOrEqual(last[i - 1] as number);
      },
    ),
  );
});
