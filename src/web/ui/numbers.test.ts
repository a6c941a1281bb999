import { expect, test } from 'vitest';
import { money } from './numbers.ts';

test('money is in the unit that people say for its size', () => {
  expect(money(9_999, 'zh')).toEqual({ text: '9,999.00', unit: '万元' });
  expect(money(461_200, 'zh')).toEqual({ text: '46.12', unit: '亿元' });
  expect(money(9_999, 'en')).toEqual({ text: '99.99', unit: 'million CNY' });
  expect(money(2_360_092, 'en')).toEqual({ text: '23.60', unit: 'billion CNY' });
  expect(money(null, 'zh')).toEqual({ text: '—', unit: '' });
});

test('an amount beside another shares its unit', () =>
  expect(money(9_500, 'zh', 10_200)).toEqual({ text: '0.95', unit: '亿元' }));
