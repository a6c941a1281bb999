import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  absorbRatios,
  conversionFactor,
  DIMENSIONLESS,
  divideUnits,
  multiplyUnits,
  parseUnit,
  powerUnit,
  sameDimension,
  type Unit,
} from './units.ts';

function unit(text: string): Unit {
  const parsed = parseUnit(text);
  if (!parsed) throw new Error(`no unit: ${text}`);
  return parsed;
}

const NAMES = [
  '元 万元 亿元 亩 平方米 m2 m² ㎡ 公顷 吨 千克 万吨 污染当量 人 千瓦时 kWh kW·h 万千瓦时 度 立方米 m3 吨标准煤 tce',
  '千克标准煤 万吨标准煤 kgce 年 月 户 家 项 件 个 分 % ％ ‰ 百分点 1 万元/亩 万元/(人·年) 万元/人·年 kgce/kWh',
  '万元／亩 万元/（人・年） 元*亩 万元/人/年 吨/万元 万元^2/亩 ',
].flatMap((line) => line.split(' '));
const anyUnit = fc.constantFrom(...NAMES).map(unit);

describe('parseUnit', () => {
  it.each(NAMES)('reads %s', (name) => {
    expect(parseUnit(name)?.text).toBe(name.trim());
  });

  it.each([
    '万',
    '元元',
    '万元/',
    '/亩',
    '(万元',
    '万元)',
    '()',
    '万元//亩',
    '元^',
    '元^1.5',
    '斤两',
    '千分',
    '万%',
    'constructor',
    '__proto__',
    '元 '.repeat(100),
  ])('refuses %s', (text) => {
    expect(parseUnit(text)).toBeUndefined();
  });

  it('keeps coal equivalent apart from mass, and counts of different things apart', () => {
    expect(sameDimension(unit('吨'), unit('吨标准煤'))).toBe(false);
    expect(sameDimension(unit('千瓦时'), unit('吨标准煤'))).toBe(false);
    expect(sameDimension(unit('家'), unit('户'))).toBe(false);
    expect(sameDimension(unit('分'), DIMENSIONLESS)).toBe(false);
  });

  it('takes 年 as said already: every figure belongs to one period', () => {
    expect(conversionFactor(unit('万元/(人·年)'), unit('万元/人'))).toBe(1);
    expect(conversionFactor(unit('元/人·月'), unit('元/人'))).toBe(12);
  });
});

describe('conversion', () => {
  it.each([
    ['公顷', '亩', 15],
    ['亩', '公顷', 1 / 15],
    ['平方米', '亩', 3 / 2000],
    ['亩', '平方米', 2000 / 3],
    ['平方公里', '亩', 1500],
    ['亿元', '万元', 10000],
    ['元', '万元', 1 / 10000],
    ['元/平方米', '万元/亩', 1 / 15],
    ['万元/亩', '元/平方米', 15],
    ['吨标准煤/万元', 'kgce/元', 0.1],
    ['万吨标准煤', '千克标准煤', 1e7],
    ['1', '%', 100],
    ['‰', '%', 0.1],
    ['度', '万千瓦时', 1 / 10000],
    ['万元/元', '%', 1e6],
  ])('%s → %s is exact', (from, to, factor) => {
    expect(conversionFactor(unit(from), unit(to))).toBe(factor);
  });

  it('is undefined between dimensions', () => {
    expect(conversionFactor(unit('万元'), unit('亩'))).toBeUndefined();
    expect(conversionFactor(unit('万元/亩'), unit('万元'))).toBeUndefined();
  });

  it('there and back is 1', () => {
    fc.assert(
      fc.property(anyUnit, anyUnit, (a, b) => {
        const there = conversionFactor(a, b);
        const back = conversionFactor(b, a);
        expect(there === undefined).toBe(back === undefined);
        expect((there ?? 1) * (back ?? 1)).toBeCloseTo(1, 12);
      }),
    );
  });
});

describe('products', () => {
  it('are written as an official would', () => {
    expect(divideUnits(unit('万元'), unit('亩')).text).toBe('万元/亩');
    expect(divideUnits(unit('万元'), unit('人·年')).text).toBe('万元/(人·年)');
    expect(divideUnits(unit('kgce'), unit('kWh')).text).toBe('千克标准煤/千瓦时');
    expect(multiplyUnits(unit('万元/亩'), unit('亩')).text).toBe('万元');
    expect(divideUnits(DIMENSIONLESS, unit('亩')).text).toBe('1/亩');
    expect(powerUnit(unit('万元'), 2).text).toBe('万元^2');
  });

  it('multiply out ratios that carry a scale', () => {
    expect(absorbRatios(multiplyUnits(unit('万元'), unit('%'))).text).toBe('万元');
    expect(absorbRatios(divideUnits(unit('万元'), unit('元')))).toEqual(DIMENSIONLESS);
    expect(absorbRatios(unit('万元/(人·年)')).text).toBe('万元/(人·年)');
  });

  it('dividing undoes multiplying, and the text parses back to the same unit', () => {
    fc.assert(
      fc.property(anyUnit, anyUnit, (a, b) => {
        const product = multiplyUnits(a, b);
        expect(conversionFactor(divideUnits(product, b), a)).toBe(1);
        const again = unit(product.text);
        expect(sameDimension(again, product)).toBe(true);
        expect(conversionFactor(again, product)).toBe(1);
      }),
    );
  });

  it('stay comparable to themselves only as far as numbers reach', () => {
    const vast = powerUnit(unit('亿元'), 1000);
    expect(conversionFactor(vast, vast)).toBeUndefined();
  });
});
