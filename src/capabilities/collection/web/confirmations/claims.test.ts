import { expect, test } from 'vitest';
import { disputesOf } from './claims.ts';

test('a dispute needs a figure and grounds', () =>
  expect(
    disputesOf(
      {
        tax: { value: '1,200', reason: '完税证明' },
        rd: { value: '约三百', reason: '账簿' },
        land: { value: '12', reason: '' },
        energy: { value: '', reason: '' },
      },
      () => true,
    ),
  ).toEqual({ disputes: [{ item_id: 'tax', value: 1200, reason: '完税证明' }], wrong: ['rd', 'land'] }));
