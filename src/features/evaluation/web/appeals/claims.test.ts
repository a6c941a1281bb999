import { expect, test } from 'vitest';
import { correctionsOf } from './claims.ts';

const figures = [
  { item_id: 'tax', kind: 'number' },
  { item_id: 'rd', kind: 'number' },
  { item_id: 'vetoed', kind: 'yes_no' },
  { item_id: 'grade', kind: 'choice' },
] as const;

test('figures are read as people write them, what is left empty claims nothing', () =>
  expect(correctionsOf({ tax: '1,234.50', rd: '　', vetoed: 'no', grade: '一级' }, figures)).toEqual({
    corrections: [
      { item_id: 'tax', value: 1234.5 },
      { item_id: 'vetoed', value: false },
      { item_id: 'grade', value: '一级' },
    ],
    wrong: [],
  }));

test('what is no number is named', () =>
  expect(correctionsOf({ tax: '约二百' }, figures)).toEqual({ corrections: [], wrong: ['tax'] }));

test('a draft may name what the evaluation no longer reads; it is not sent', () =>
  expect(correctionsOf({ gone: '1' }, figures)).toEqual({ corrections: [], wrong: [] }));
