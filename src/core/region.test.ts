import { expect, test } from 'vitest';
import { checkCreditCode } from './credit-code.ts';
import { findRegion, REGIONS } from './region.ts';

test('the high-tech zone is one region under two codes', () => {
  const zone = findRegion('370871', 'statistics');
  expect(zone?.zh).toBe('济宁高新技术产业开发区');
  expect(findRegion('370890', 'government')).toBe(zone);
  expect(findRegion('370871')).toBe(zone);
  expect(findRegion('370890')).toBe(zone);
});

test('a code of one system is unknown to the other', () => {
  expect(findRegion('370871', 'government')).toBeUndefined();
  expect(findRegion('370890', 'statistics')).toBeUndefined();
});

test('statistics know neither the new area nor the economic zone', () => {
  expect(findRegion('370892', 'government')?.zh).toBe('济宁经济技术开发区');
  expect(findRegion('370892', 'statistics')).toBeUndefined();
});

test.each([
  ['370800', '济宁市'],
  ['370883', '邹城市'],
  ['370881100201', '曲阜市'],
  [' ３７０８１１ ', '任城区'],
  ['370882', '兖州区'],
])('%s is %s', (code, zh) => {
  expect(findRegion(code)?.zh).toBe(zh);
});

test.each(['', '3708', '3708710', '440300', 'abcdef'])('%j is no region of Jining', (code) => {
  expect(findRegion(code)).toBeUndefined();
});

test('a credit code leads to the region of its registering authority', () => {
  expect(findRegion(checkCreditCode('11370881004339597L').region)?.en).toBe('Qufu');
});

test('no code stands for two regions', () => {
  const codes = REGIONS.flatMap(({ codes: c }) => [...new Set([...c.statistics, ...c.government])]);
  expect(new Set(codes).size).toBe(codes.length);
});
