import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatNumber, readNumber } from './number-text.ts';
import { roundHalfAwayFromZero } from './rounding.ts';

describe('readNumber', () => {
  test.each([
    ['0', 0],
    ['-0', 0],
    ['24.097', 24.097],
    ['1,234.5', 1234.5],
    ['1，234.5', 1234.5],
    ['12,345,678', 12345678],
    ['1, 234', 1234],
    ['1 234 567.8', 1234567.8],
    ['1\u00a0234', 1234],
    ['１２３．５', 123.5],
    ['　 12 \t', 12],
    ['+3', 3],
    ['- 3', -3],
    ['−3', -3],
    ['–3', -3],
    ['－３', -3],
    ['(1,234.5)', -1234.5],
    ['（50）', -50],
    ['.5', 0.5],
    ['12.', 12],
    ['1.2E-05', 0.000012],
  ])('%j is %d', (text, value) => {
    expect(readNumber(text)).toEqual({ kind: 'number', value, percent: false });
  });

  test.each([
    ['3.02%', 3.02],
    ['３．０２％', 3.02],
    ['(2 %)', -2],
  ])('%j is %d with a percent sign', (text, value) => {
    expect(readNumber(text)).toEqual({ kind: 'number', value, percent: true });
  });

  test.each([
    '',
    '  ',
    '　',
    '—',
    '——',
    '-',
    '－',
    '/',
    '／',
    '无',
    ' 无数据 ',
    'N/A',
    'n/a',
    '#N/A',
    'NaN',
    'null',
  ])('%j is absent', (text) => {
    expect(readNumber(text)).toEqual({ kind: 'absent' });
  });

  test.each(['3.2万', '3.2 亿', '1,200 万元', '15亩', '¥500', '￥500', '8左右', '-4吨'])(
    '%j carries a unit and is not converted',
    (text) => {
      expect(readNumber(text)).toEqual({ kind: 'bad', problem: 'with_unit' });
    },
  );

  test.each([
    '约',
    '1,23',
    '1,2345',
    '12 34',
    '1.2.3',
    '--5',
    '(-5)',
    '()',
    '2024-06',
    '1e999',
    '#DIV/0!',
    '3%%',
    'Infinity',
  ])('%j is no number', (text) => {
    expect(readNumber(text)).toEqual({ kind: 'bad', problem: 'not_a_number' });
  });

  test('reads every number JavaScript can write', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(readNumber(String(value))).toEqual({
          kind: 'number',
          value: value === 0 ? 0 : value,
          percent: false,
        });
      }),
    );
  });
});

describe('formatNumber', () => {
  test.each([
    [1234.5, 2, '1,234.50'],
    [-1234567.891, 2, '-1,234,567.89'],
    [1.005, 2, '1.01'],
    [999.995, 2, '1,000.00'],
    [-0.001, 2, '0.00'],
    [123, 0, '123'],
    [1000, 0, '1,000'],
    [0.1234567, 6, '0.123457'],
    [1e21, 0, '1,000,000,000,000,000,000,000'],
    [-1e21, 1, '-1,000,000,000,000,000,000,000.0'],
    [1e-9, 3, '0.000'],
    [Number.NaN, 2, '—'],
  ])('%d with %d digits reads %s', (value, digits, text) => {
    expect(formatNumber(value, digits)).toBe(text);
  });

  test('what is shown reads back as the rounded value', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1e12, max: 1e12, noNaN: true }),
        fc.integer({ min: 0, max: 4 }),
        (value, digits) => {
          expect(readNumber(formatNumber(value, digits))).toMatchObject({
            value: roundHalfAwayFromZero(value, digits),
          });
        },
      ),
    );
  });
});
