import { expect, test } from 'vitest';
import { averagePercentChange, compoundGrowth } from './growth.ts';

test('compound growth is the steady rate that leads from first to last', () => {
  expect(compoundGrowth(100, 121, 2)).toBeCloseTo(0.1, 12);
  expect(compoundGrowth(100, 81, 2)).toBeCloseTo(-0.1, 12);
});

test('average change is measured in percent of the first value', () => {
  expect(averagePercentChange(200, 260, 3)).toBeCloseTo(10, 12);
  expect(averagePercentChange(-50, -25, 1)).toBeCloseTo(50, 12);
});

test('growth from nothing, from a loss or over no time is absent', () => {
  expect(compoundGrowth(0, 5, 1)).toBeNaN();
  expect(compoundGrowth(-3, 5, 1)).toBeNaN();
  expect(compoundGrowth(3, 5, 0)).toBeNaN();
  expect(averagePercentChange(0, 5, 1)).toBeNaN();
});
