import { expect, test } from 'vitest';
import { hasReference, REFERENCE_FOLDER } from './reference.ts';
import { SOURCES } from './sources.ts';

const checks = hasReference() ? SOURCES.flatMap((source) => source.checks()) : [];

test('the reference numbers are at hand', ({ skip }) => {
  skip(!hasReference(), `nothing to compare with: no reference numbers at ${REFERENCE_FOLDER}`);
  expect(checks.length).toBeGreaterThan(0);
});

test.each(checks.map((check) => [`${check.source}: ${check.item}`, check] as const))('%s', (_name, check) => {
  expect(check.compared).toBeGreaterThan(0);
  expect(check.maxDifference).toBeLessThanOrEqual(check.tolerance);
});
