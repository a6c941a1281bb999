import { describe, expect, test } from 'vitest';
import { type Column, footerOf, readSort, sortRows, writeSort } from './column.ts';

type Row = { readonly name: string; readonly score: number | null };
const base: Column<Row> = { id: 'score', title: '得分', width: 100, digits: 2, value: ({ score }) => score };
const columns: Column<Row>[] = [{ id: 'name', title: '企业', width: 100, value: ({ name }) => name }, base];
const rows: Row[] = [
  { name: '乙', score: 2 },
  { name: '甲', score: null },
  { name: '丙', score: 10 },
];
const names = (sort: string): string[] => sortRows(rows, columns, readSort(sort)).map(({ name }) => name);

describe('sorting', () => {
  test('absent values stay last in both directions', () => {
    expect(names('score')).toEqual(['乙', '丙', '甲']);
    expect(names('-score')).toEqual(['丙', '乙', '甲']);
  });
  test('Chinese names go by their sound', () => expect(names('name')).toEqual(['丙', '甲', '乙']));
  test('a column that is gone leaves the order as it was', () =>
    expect(names('-gone')).toEqual(['乙', '甲', '丙']));
  test('an address can be read and written', () =>
    expect(writeSort(readSort('-score') ?? { column: '', descending: false })).toBe('-score'));
});

describe('footers', () => {
  const score: Column<Row> = { ...base, footer: 'median' };
  test('the median leaves absent values out', () => expect(footerOf(rows, score)).toBe(6));
  test('the sum', () => expect(footerOf(rows, { ...score, footer: 'sum' })).toBe(12));
  test('of nothing there is none', () => expect(footerOf([], score)).toBeNull());
});
