import { describe, expect, test } from 'vitest';
import { isAdditive } from './additive.ts';

const number = (unit: string | null, additive: boolean | null = null) =>
  isAdditive({ kind: 'number', unit, additive });

describe('figures that add up', () => {
  test.each(['万元', '吨标准煤', '人', '万千瓦时', '吨', '件', '平方米'])('%s does', (unit) => {
    expect(number(unit)).toBe(true);
  });

  test.each(['%', '万元/亩', '万元/人', '倍', '分', null, '不认识的单位'])('%s does not', (unit) => {
    expect(number(unit)).toBe(false);
  });

  test('what the item says goes before its unit, but only numbers can', () => {
    expect(number('万元', false)).toBe(false);
    expect(number(null, true)).toBe(true);
    expect(isAdditive({ kind: 'yes_no', unit: null, additive: true })).toBe(false);
    expect(isAdditive({ kind: 'text', unit: null, additive: null })).toBe(false);
  });
});
