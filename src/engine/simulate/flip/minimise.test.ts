import { expect, test } from 'vitest';
import { minimise, minimiseSteps } from './minimise.ts';

test('finds the bottom of a curve, of a kink, and an end', () => {
  expect(minimise((x) => 1 + (x - 0.3) ** 2, 0, 1, 2e-7)).toBeCloseTo(0.3, 3);
  expect(minimise((x) => 1 + Math.abs(x - 0.3) * (x > 0.3 ? 2 : 0.5), 0, 1, 2e-7)).toBeCloseTo(0.3, 6);
  expect(minimise((x) => 1 + x, 0, 1, 2e-7)).toBe(0);
  expect(minimise((x) => (x < 0.4 ? 2 - x : x), 0, 1, 2e-7)).toBeCloseTo(0.4, 6);
});

test('finds the best whole number among many', () => {
  expect(minimiseSteps((step) => (step - 137) ** 2, 0, 1000)).toBe(137);
});
