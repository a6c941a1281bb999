import { describe, expect, test } from 'vitest';
import { formulaInWords, givenOf } from './figures.ts';

const tax = { name: 'tax', zh: '税收', en: 'Tax', unit: '万元', kind: 'number' as const };

describe('figures behind an indicator', () => {
  const figures = { value: 12.4, normalised: 1.4, weight: 40, tax: 142.58, 'tax[-1]': null, secret: 3 };
  const given = givenOf({ figures }, { inputs: [tax] });
  test('are those from outside, with their year', () =>
    expect(given.map(({ input, lag, value }) => [input, lag, value])).toEqual([
      ['tax', 0, 142.58],
      ['tax', 1, null],
      ['secret', 0, 3],
    ]));
  test('have a name where the reader may see them', () =>
    expect(given.map(({ field }) => field?.zh)).toEqual(['税收', '税收', undefined]));
});

describe('a formula in words', () => {
  const label = (name: string): string | undefined => ({ tax: '税收', land: '用地面积' })[name];
  test('knows names and signs', () => expect(formulaInWords('tax / land', label)).toBe('税收 ÷ 用地面积'));
  test('leaves functions, numbers and unknown names as they are', () =>
    expect(formulaInWords('max(tax, 0) * 1.5 + taxes', label)).toBe('max(税收, 0) × 1.5 + taxes'));
});
