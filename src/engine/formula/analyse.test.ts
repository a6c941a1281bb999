import { describe, expect, it } from 'vitest';
import { parseUnit } from '#core/units.ts';
import { constantValue, divisionParts, hasGroupStatistics, references } from './analyse.ts';
import { checkFormula, type Symbol } from './check.ts';
import type { Expr } from './expr.ts';
import { parseFormula } from './parse.ts';
import { compileScalar } from './scalar.ts';
import { convertUnit, substituteNumbers } from './substitute.ts';

function read(text: string): Expr {
  const parsed = parseFormula(text);
  if ('diagnostics' in parsed) throw new Error(JSON.stringify(parsed.diagnostics));
  return parsed.expr;
}

function unit(text: string) {
  const parsed = parseUnit(text);
  if (!parsed) throw new Error(`no unit: ${text}`);
  return parsed;
}

describe('references', () => {
  it('names every input once per period, with the groups of statistics', () => {
    expect(references(read('growth(x) + x * mean(y by [park, industry]) + x[-1] + constructor'))).toEqual([
      { name: 'x', lag: 0 },
      { name: 'x', lag: 1 },
      { name: 'y', lag: 0 },
      { name: 'park', lag: 0 },
      { name: 'industry', lag: 0 },
      { name: 'constructor', lag: 0 },
    ]);
  });
});

describe('hasGroupStatistics', () => {
  it.each([
    ['x / mean(x)', true],
    ['if(a, 1, max(x by g))', true],
    ['max(x, y) + abs(x)', false],
  ])('%s: %s', (text, expected) => {
    expect(hasGroupStatistics(read(text))).toBe(expected);
  });
});

describe('constantValue', () => {
  it.each([
    ['ln(100)', Math.log(100)],
    ['2 * base', 24],
    ['x', Number.NaN],
    ['base[-1]', Number.NaN],
    ['mean(base)', Number.NaN],
    ['constructor', Number.NaN],
  ])('%s is %d', (text, expected) => {
    expect(constantValue(read(text), new Map([['base', 12]]))).toBe(expected);
  });
});

describe('divisionParts', () => {
  it('finds the outermost division', () => {
    expect(divisionParts(read('(a - b) / (c / d)'))).toMatchObject({
      numerator: { op: '-' },
      denominator: { op: '/' },
    });
    expect(divisionParts(read('a / b + 1'))).toBeUndefined();
    expect(divisionParts(read('a'))).toBeUndefined();
  });

  it('keeps a change of units with the numerator', () => {
    const symbols = new Map<string, Symbol>([
      ['rd', { kind: 'number', unit: unit('元') }],
      ['revenue', { kind: 'number', unit: unit('万元') }],
    ]);
    const { expr, unit: found } = checkFormula(read('rd / revenue'), symbols, []);
    const percent = found && convertUnit(expr, found, unit('%'));
    const parts = percent && divisionParts(percent);
    if (!parts) throw new Error('a division');
    const figures = (name: string) => (name === 'rd' ? 30_000 : 50);
    expect(compileScalar(parts.numerator)(figures)).toBe(300);
    expect(compileScalar(parts.denominator)(figures)).toBe(50);
    expect(compileScalar(percent)(figures)).toBe(6);
  });
});

describe('substituteNumbers', () => {
  it('puts numbers in place of names, everywhere', () => {
    const expr = substituteNumbers(
      read('base * if(x > base[-1], mean(base by g), -base)'),
      new Map([['base', 3]]),
    );
    expect(references(expr).map(({ name }) => name)).toEqual(['x', 'g']);
    expect(compileScalar(expr)(() => 1)).toBe(-9);
  });
});

describe('convertUnit', () => {
  it('is exact, and undefined between dimensions', () => {
    const expr = convertUnit(read('x'), unit('元'), unit('万元'));
    expect(expr && compileScalar(expr)(() => 12345)).toBe(1.2345);
    expect(convertUnit(read('x'), unit('元'), unit('亩'))).toBeUndefined();
    expect(convertUnit(read('x'), unit('元'), unit('元'))).toEqual(read('x'));
  });
});
