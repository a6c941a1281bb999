import { expect, test } from 'vitest';
import { typedValue } from './typed-value.ts';

const t = { yes: 'Yes', no: 'No' };

test('figures are read by their kind, and nothing is made of what is not one', () => {
  expect(typedValue('number', ' 1,234.5 ', t)).toBe(1234.5);
  expect(typedValue('number', '约二百', t)).toBeUndefined();
  expect(typedValue('number', '', t)).toBeUndefined();
  expect(typedValue('yes_no', 'No', t)).toBe(false);
  expect(typedValue('yes_no', '12', t)).toBeUndefined();
  expect(typedValue('text', ' 甲 ', t)).toBe('甲');
});
