import { expect, test } from 'vitest';
import type { EnterpriseYear } from '#features/evaluation/contract/history.ts';
import { seriesOf } from './indicator-series.ts';

const year = (period_id: string, value: number, name = 'tax_per_mu') =>
  ({
    period_id,
    indicators: [{ name, value, industry_median: 1, park_median: null }],
  }) as unknown as EnterpriseYear;

test('years run from left to right, and what a year did not have is absent', () => {
  const shown = year('2024', 9);
  const [series] = seriesOf([shown, year('2023', 7, 'another'), year('2022', 5)], shown);
  expect(series?.periods).toEqual(['2022', '2023', '2024']);
  expect(series?.own).toEqual([5, null, 9]);
  expect(series?.industry).toEqual([1, null, 1]);
  expect(series?.park).toEqual([null, null, null]);
});
