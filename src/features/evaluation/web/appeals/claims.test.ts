import { expect, test } from 'vitest';
import { correctionsOf } from './claims.ts';

const t = { yes: '是', no: '否' };
const isNumber = (item: string): boolean => item !== 'vetoed';

test('figures are read as people write them, what is left empty claims nothing', () =>
  expect(correctionsOf({ tax: '1,234.50', rd: '　', vetoed: '否' }, isNumber, t)).toEqual({
    corrections: [
      { item_id: 'tax', value: 1234.5 },
      { item_id: 'vetoed', value: false },
    ],
    wrong: [],
  }));

test('what is no number is named', () =>
  expect(correctionsOf({ tax: '约二百', vetoed: 'x' }, isNumber, t)).toEqual({
    corrections: [],
    wrong: ['tax', 'vetoed'],
  }));
