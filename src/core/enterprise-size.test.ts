import { expect, test } from 'vitest';
import { sizeClassOf, type SizeClass } from './enterprise-size.ts';

const absent = Number.NaN;

test.each<[number, number, SizeClass | undefined]>([
  [1000, 40000, 'large'],
  [999, 400000, 'medium'],
  [5000, 39999, 'medium'],
  [300, 2000, 'medium'],
  [5000, 1999, 'small'],
  [299, 50000, 'small'],
  [20, 300, 'small'],
  [5000, 299, 'micro'],
  [19, 50000, 'micro'],
  [0, 0, 'micro'],
  [absent, 299, 'micro'],
  [19, absent, 'micro'],
  [absent, 50000, undefined],
  [500, absent, undefined],
])('industry with %d employees and %d 万元 revenue is %s', (employees, revenue, size) => {
  expect(sizeClassOf('industry', employees, revenue)).toBe(size);
});

test.each<[number, number, SizeClass]>([
  [300, 10000, 'large'],
  [300, 9999, 'medium'],
  [100, 1000, 'medium'],
  [99, 1000, 'small'],
  [10, 50, 'small'],
  [9, 50, 'micro'],
])('software with %d employees and %d 万元 revenue is %s', (employees, revenue, size) => {
  expect(sizeClassOf('software', employees, revenue)).toBe(size);
});
