import { describe, expect, test } from 'vitest';
import { ENERGY_SOURCES, toStandardCoal } from './energy.ts';

const GRID = { 2021: { electricity: 0.3025, heat: 0.0386 }, 2022: { electricity: 0.3009 } };

describe('toStandardCoal', () => {
  test('coal, diesel and electricity by their calorific values', () => {
    const { tce, steps, diagnostics } = toStandardCoal(
      { raw_coal: 1000, diesel: 20, electricity: 150 },
      { basis: 'calorific' },
    );
    expect(diagnostics).toEqual([]);
    expect(tce).toBeCloseTo(714.3 + 29.142 + 184.35, 9);
    expect(steps.map(({ source, unit, coefficient }) => [source, unit, coefficient])).toEqual([
      ['raw_coal', '吨', 0.7143],
      ['diesel', '吨', 1.4571],
      ['electricity', '万千瓦时', 0.1229],
    ]);
    expect(steps.reduce((sum, step) => sum + step.tce, 0)).toBe(tce);
  });

  test('electricity by its equivalent value follows the year', () => {
    const of = (year: number) =>
      toStandardCoal({ electricity: 150 }, { basis: 'equivalent', year, equivalents: GRID }).tce;
    expect(of(2021)).toBeCloseTo(453.75, 9);
    expect(of(2022)).toBeCloseTo(451.35, 9);
  });

  test('an equivalent value is never assumed', () => {
    const { tce, diagnostics } = toStandardCoal(
      { raw_coal: 10, electricity: 150, heat: 200 },
      { basis: 'equivalent', year: 2022, equivalents: GRID },
    );
    expect(tce).toBeNaN();
    expect(diagnostics).toEqual([
      {
        code: 'energy_coefficient_missing',
        severity: 'error',
        path: ['heat'],
        params: { zh: '热力', en: 'heat' },
      },
    ]);
    const other = toStandardCoal({ electricity: 1 }, { basis: 'equivalent', year: 2023, equivalents: GRID });
    expect(other.diagnostics.map((d) => d.path)).toEqual([['electricity']]);
  });

  test('the two gases with a range in the standard need a stated coefficient', () => {
    const open = Object.keys(ENERGY_SOURCES).filter((source) =>
      Number.isNaN(toStandardCoal({ [source]: 1 }, { basis: 'calorific' }).tce),
    );
    expect(open).toEqual(['natural_gas', 'coke_oven_gas']);
    expect(
      toStandardCoal({ natural_gas: 30 }, { basis: 'calorific', stated: { natural_gas: 1.33 } }).tce,
    ).toBeCloseTo(399, 9);
  });

  test('a measured coefficient goes before the one of the standard', () => {
    expect(
      toStandardCoal({ raw_coal: 100 }, { basis: 'calorific', stated: { raw_coal: 0.6 } }).tce,
    ).toBeCloseTo(60, 9);
  });

  test('heat, water and air in their own units', () => {
    const { tce } = toStandardCoal({ heat: 1000, fresh_water: 2, compressed_air: 5 }, { basis: 'calorific' });
    expect(tce).toBeCloseTo(34.12 + 5.142 + 2, 9);
  });

  test('energy passed on to others is taken off, zero is a figure', () => {
    expect(toStandardCoal({ raw_coal: 100, heat: -500 }, { basis: 'calorific' }).tce).toBeCloseTo(
      71.43 - 17.06,
      9,
    );
    expect(toStandardCoal({ raw_coal: 0 }, { basis: 'calorific' }).tce).toBe(0);
  });

  test('an absent amount or no amount at all leaves the sum absent', () => {
    const { tce, diagnostics } = toStandardCoal({ raw_coal: 100, coke: Number.NaN }, { basis: 'calorific' });
    expect(tce).toBeNaN();
    expect(diagnostics.map((d) => [d.code, d.path])).toEqual([['energy_amount_absent', ['coke']]]);
    expect(toStandardCoal({}, { basis: 'calorific' }).tce).toBeNaN();
  });
});
