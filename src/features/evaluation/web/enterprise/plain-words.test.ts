import { describe, expect, test } from 'vitest';
import type {
  EnterpriseHistory,
  EnterpriseYear,
  IndicatorYear,
} from '#features/evaluation/contract/history.ts';
import { gapOf, plainReport } from './plain-words.ts';

const indicator = (change: Partial<IndicatorYear>): IndicatorYear => ({
  name: 'tax_per_mu',
  zh: '亩均税收',
  en: 'Tax per mu',
  unit: '万元/亩',
  better: 'higher',
  weight: 30,
  formula: 'tax / land',
  value: 5,
  points: 10,
  industry_median: 8,
  park_median: 8,
  pool_median: 10,
  ...change,
});
const year = (period_id: string, change: Partial<EnterpriseYear> = {}) =>
  ({ period_id, final_class: 'C', indicators: [], ...change }) as unknown as EnterpriseYear;
const history = (...periods: EnterpriseYear[]) => ({ periods }) as unknown as EnterpriseHistory;

describe('how far behind the median', () => {
  test('half of it is half', () => expect(gapOf(indicator({}))).toBe(0.5));
  test('where less is better, more is behind', () =>
    expect(gapOf(indicator({ better: 'lower', value: 15 }))).toBe(0.5));
  test('ahead is not behind', () => expect(gapOf(indicator({ value: 20 }))).toBe(0));
  test('what is absent is not behind', () => expect(gapOf(indicator({ value: null }))).toBe(0));
});

describe('the report', () => {
  test('names what brought most points and what is furthest behind', () => {
    const indicators = [
      indicator({ name: 'a', points: 3, value: 9 }),
      indicator({ name: 'b', points: 20, value: 30 }),
      indicator({ name: 'c', points: 1, value: 1 }),
    ];
    const report = plainReport(history(year('2024', { indicators }), year('2023')), '2024');
    expect(report?.best?.name).toBe('b');
    expect(report?.worst?.name).toBe('c');
    expect(report?.before?.period_id).toBe('2023');
  });
  test('an unknown year shows the latest', () =>
    expect(plainReport(history(year('2024'), year('2023')), '2030')?.year.period_id).toBe('2024'));
  test('without any year there is none', () => expect(plainReport(history(), '2024')).toBeUndefined());
});
