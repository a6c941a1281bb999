import { describe, expect, test } from 'vitest';
import { parseScheme } from './read.ts';
import { formulaKit } from './formula-facts.ts';

const { scheme } = parseScheme({
  scheme: 's',
  version: 1,
  title: { zh: '方案' },
  parameters: { cap: { value: 1.5 } },
  inputs: {
    tax: { zh: '税收', unit: '万元' },
    land: { unit: '亩' },
    park: { type: 'category' },
  },
  indicators: { tax_per_mu: { zh: '亩均税收', value: 'tax / land', weight: 100, score: { ratio: 3 } } },
});
if (scheme === undefined) throw new Error('the scheme of this test is one');
const kit = formulaKit(scheme);

describe('a formula while it is typed', () => {
  test.each([
    ['tax / land', 'number', '万元/亩'],
    ['tax_per_mu * 2', 'number', '万元/亩'],
    ['tax > 3', 'flag', undefined],
    ['park', 'category', undefined],
    ['3 + cap', 'number', undefined],
  ])('%s is a %s in %s', (formula, type, unit) => {
    expect(kit.facts(formula)).toEqual({ type, unit, diagnostics: [] });
  });

  test('names what is wrong, and where', () => {
    expect(kit.facts('tax + land').diagnostics).toMatchObject([{ code: 'formula_units_differ' }]);
    expect(kit.facts('tax / lnd').diagnostics).toMatchObject([{ code: 'unknown_name', params: { at: 7 } }]);
    expect(kit.facts('tax /').diagnostics).toHaveLength(1);
  });

  test('offers every name with its unit', () => {
    expect(kit.names.map(({ name, section, unit }) => [name, section, unit])).toEqual([
      ['tax', 'inputs', '万元'],
      ['land', 'inputs', '亩'],
      ['park', 'inputs', undefined],
      ['cap', 'parameters', undefined],
      ['tax_per_mu', 'indicators', '万元/亩'],
    ]);
  });
});
