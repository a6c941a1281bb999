import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fillTemplate, type Diagnostic } from '#core/diagnostic.ts';
import { parseUnit, type Unit } from '#core/units.ts';
import { references } from './analyse.ts';
import { checkFormula, type Symbol, type SymbolTable } from './check.ts';
import { compileFormula } from './evaluate.ts';
import { listFunctions } from './functions.ts';
import { FORMULA_MESSAGES } from './messages.ts';
import { parseFormula } from './parse.ts';
import { compileScalar } from './scalar.ts';

function unit(text: string): Unit {
  const parsed = parseUnit(text);
  if (!parsed) throw new Error(`no unit: ${text}`);
  return parsed;
}

const SYMBOLS: SymbolTable = new Map<string, Symbol>([
  ['tax', { kind: 'number', unit: unit('万元') }],
  ['wage', { kind: 'number', unit: unit('元') }],
  ['land', { kind: 'number', unit: unit('亩') }],
  ['plot', { kind: 'number', unit: unit('公顷') }],
  ['share', { kind: 'number', unit: unit('%') }],
  ['staff', { kind: 'number', unit: unit('人·年') }],
  ['plain', { kind: 'number', unit: unit('1') }],
  ['free', { kind: 'number' }],
  ['founded', { kind: 'date' }],
  ['listed', { kind: 'date' }],
  ['accident', { kind: 'flag' }],
  ['industry', { kind: 'category' }],
  ['park', { kind: 'category' }],
  ['name', { kind: 'text' }],
]);

function checked(text: string, symbols = SYMBOLS) {
  const parsed = parseFormula(text);
  if ('diagnostics' in parsed) throw new Error(`${text}: ${parsed.diagnostics.map((d) => d.code).join()}`);
  return checkFormula(parsed.expr, symbols, ['indicators', 'x', 'value']);
}

function codes(text: string): string[] {
  return checked(text).diagnostics.map((d) => d.code);
}

describe('checkFormula', () => {
  it.each([
    ['tax / land', 'number', '万元/亩'],
    ['tax / staff', 'number', '万元/(人·年)'],
    ['tax * 2', 'number', '万元'],
    ['1 / land', 'number', '1/亩'],
    ['tax * land / land', 'number', '万元'],
    ['tax + wage', 'number', '万元'],
    ['wage - tax', 'number', '元'],
    ['tax / wage', 'number', ''],
    ['tax * share', 'number', '万元'],
    ['share * 2', 'number', '%'],
    ['share + 1', 'number', '%'],
    ['growth(tax)', 'number', ''],
    ['tax ^ 2 / tax', 'number', '万元'],
    ['(tax / wage) ^ 0.5', 'number', ''],
    ['sqrt(share)', 'number', ''],
    ['ln(tax)', 'number', ''],
    ['abs(-tax)', 'number', '万元'],
    ['round(tax / land, 2)', 'number', '万元/亩'],
    ['max(tax, 0, wage)', 'number', '万元'],
    ['if(accident, 0, wage)', 'number', '元'],
    ['coalesce(tax, 0)', 'number', '万元'],
    ['mean(tax by park)', 'number', '万元'],
    ['sum(tax by [park, accident]) / count(tax by park)', 'number', '万元'],
    ['founded - listed', 'number', '天'],
    ['free * land', 'number', '亩'],
    ['1 + 2', 'number', undefined],
    ['ln(100)', 'number', undefined],
    ['free', 'number', undefined],
    ['tax > 100 and not accident', 'flag', undefined],
    ['tax > wage', 'flag', undefined],
    ["industry == 'C26' or name != '甲'", 'flag', undefined],
    ['industry == industry[-1]', 'flag', undefined],
    ["industry in ['C26', 'C27']", 'flag', undefined],
    ['accident == true', 'flag', undefined],
    ['present(name)', 'flag', undefined],
    ["starts_with(name, '济宁')", 'flag', undefined],
    ["founded >= date('2022-01-01')", 'flag', undefined],
    ['if(accident, true, tax > 1)', 'flag', undefined],
    ['industry', 'category', undefined],
    ["'C26'", 'text', undefined],
  ])('%s is a %s in %s', (text, type, unitText) => {
    const result = checked(text);
    expect(result.diagnostics).toEqual([]);
    expect([result.type, result.unit?.text]).toEqual([type, unitText]);
  });

  it('converts different scales of one dimension where they meet', () => {
    const value = (text: string, numbers: Record<string, number>) =>
      compileScalar(checked(text).expr)((name) => numbers[name] ?? Number.NaN);
    expect(value('tax + wage', { tax: 2, wage: 12345 })).toBeCloseTo(3.2345, 14);
    expect(value('max(tax, wage)', { tax: 0, wage: 12345 })).toBe(1.2345);
    expect(value('wage > tax', { tax: 1, wage: 10001 })).toBe(1);
    expect(value('plot - land', { plot: 2, land: 15 })).toBe(1);
    expect(value('tax / wage', { tax: 1, wage: 10 })).toBe(1000);
    expect(value('tax * share', { tax: 300, share: 7 })).toBe(21);
    expect(value('share - plain', { share: 5, plain: 0.03 })).toBe(2);
    expect(value('sqrt(share)', { share: 25 })).toBe(0.5);
    expect(value('share ^ 2', { share: 50 })).toBe(0.25);
  });

  it.each([
    ['tax + land', ['formula_units_differ']],
    ['tax > land', ['formula_units_differ']],
    ['max(tax, land)', ['formula_units_differ']],
    ['if(accident, tax, land)', ['formula_units_differ']],
    ['coalesce(tax, land)', ['formula_units_differ']],
    ['tax + (land + tax / tax)', ['formula_units_differ']],
    ['tax + share', ['formula_units_differ']],
    ['tax ^ 0.5', ['formula_ratio_expected']],
    ['2 ^ tax', ['formula_ratio_expected']],
    ['sqrt(tax)', ['formula_ratio_expected']],
    ['taxx / land', ['unknown_name']],
    ['taxx + land + 1 > 0', ['unknown_name']],
    ['mean(tax by parc)', ['unknown_name']],
    ['constructor', ['unknown_name']],
    ['__proto__ + toString', ['unknown_name', 'unknown_name']],
    ['mean(tax by name)', ['formula_group']],
    ['mean(tax by land)', ['formula_group']],
    ['accident + 1', ['formula_number_expected']],
    ['industry * 2', ['formula_number_expected']],
    ['sum(accident by park)', ['formula_number_expected']],
    ['mean(industry)', ['formula_number_expected']],
    ["if(accident, 'a', 'b')", ['formula_number_expected', 'formula_number_expected']],
    ['tax and accident', ['formula_flag_expected']],
    ['not tax', ['formula_flag_expected']],
    ['if(tax, 1, 0)', ['formula_flag_expected']],
    ['if(accident, 1, true)', ['formula_types_differ']],
    ["tax == 'a'", ['formula_types_differ']],
    ['accident == 1', ['formula_types_differ']],
    ["tax in ['a']", ['formula_types_differ']],
    ['industry in [26]', ['formula_types_differ']],
    ['accident in [1]', ['formula_types_differ']],
    ["industry < 'C26'", ['formula_order']],
    ['accident > false', ['formula_order']],
    ["starts_with(tax, 'C')", ['formula_text_expected']],
    ["starts_with('C26', 'C')", ['formula_text_expected']],
    ['starts_with(industry, name)', ['formula_literal_expected']],
    ["present('a')", ['formula_text_expected']],
    ["'a' in ['a']", ['formula_text_expected']],
    ['round(tax, land)', ['formula_literal_expected']],
    ['round(tax, 1.5)', ['formula_literal_expected']],
  ])('finds in %s: %j', (text, expected) => {
    expect(codes(text)).toEqual(expected);
  });

  it('says where, and what was meant', () => {
    const [finding] = checked('1 + revenue_', new Map([['revenue', { kind: 'number' }]])).diagnostics;
    expect(finding).toEqual({
      code: 'unknown_name',
      severity: 'error',
      path: ['indicators', 'x', 'value'],
      params: { at: 5, name: 'revenue_', suggestion: 'revenue' },
    });
  });

  it('has wording in both languages that its findings fill completely', () => {
    const wrong = [
      '',
      'a'.repeat(5000),
      '('.repeat(99),
      `max(${'a+a,'.repeat(900)}a)`,
      '%',
      'a b',
      'a +',
      'a.b',
      'x[1]',
      '1e999',
    ];
    const findings: Diagnostic[] = [...wrong, "date('x')", 'foo(1)', 'ln()'].flatMap((text) => {
      const parsed = parseFormula(text);
      return 'diagnostics' in parsed ? parsed.diagnostics : [];
    });
    const found = [
      'foo',
      'not tax',
      'tax + land',
      'sqrt(tax)',
      'tax * accident',
      "accident == 'a'",
      'accident > true',
    ];
    for (const text of [...found, "present('a')", 'round(tax, tax)', 'mean(tax by tax)'])
      findings.push(...checked(text).diagnostics);
    expect(new Set(findings.map((d) => d.code))).toEqual(new Set(Object.keys(FORMULA_MESSAGES)));
    const wordings = new Map(Object.entries(FORMULA_MESSAGES));
    for (const { code, params } of findings) {
      const wording = wordings.get(code);
      for (const text of [wording?.zh, wording?.en, wording?.hint.zh, wording?.hint.en]) {
        expect(fillTemplate(text ?? '{absent}', params)).not.toMatch(/\{\w+\}/);
      }
    }
  });

  it('accepts the example of every function', () => {
    const names = ['tax', 'land', 'profit', 'revenue', 'rd', 'emission'];
    const symbols = new Map<string, Symbol>(names.map((name) => [name, { kind: 'number' }]));
    for (const name of ['industry', 'park']) symbols.set(name, { kind: 'category' });
    symbols.set('founded', { kind: 'date' });
    for (const { name, example } of listFunctions()) {
      expect(example).toContain(`${name}(`);
      expect(checked(example, symbols).diagnostics).toEqual([]);
    }
  });
});

describe('a formula reaches nothing but its inputs', () => {
  const own = "tax land industry accident taxx 1 2.5 'C26' true".split(' ');
  const foreign =
    'constructor __proto__ prototype toString hasOwnProperty globalThis process length arguments'.split(' ');
  const word = fc.constantFrom(...own, ...foreign);
  const formula = fc.letrec<{ any: string }>((tie) => ({
    any: fc.oneof(
      { maxDepth: 4 },
      word,
      fc
        .tuple(tie('any'), fc.constantFrom('+', '/', '^', '==', '<', ' and ', ' in '), tie('any'))
        .map((parts) => parts.join('')),
      fc
        .tuple(
          fc.constantFrom('not ', '-', 'abs', 'mean', 'growth', 'present', 'constructor', 'toString'),
          tie('any'),
        )
        .map(([f, x]) => `${f}(${x})`),
      fc.tuple(tie('any'), tie('any'), tie('any')).map((args) => `if(${args.join(', ')})`),
      tie('any').map((x) => `${x}[-1]`),
      tie('any').map((x) => `mean(${x} by constructor)`),
    ),
  })).any;

  it('whatever the text: no throw, every foreign name reported, every name asked for known', () => {
    fc.assert(
      fc.property(formula, (text) => {
        const parsed = parseFormula(text);
        if ('diagnostics' in parsed) return;
        const { expr, diagnostics } = checkFormula(parsed.expr, SYMBOLS, []);
        const reported = new Set(
          diagnostics.filter((d) => d.code === 'unknown_name').map((d) => d.params['name']),
        );
        for (const { name } of references(parsed.expr))
          expect(SYMBOLS.has(name) || reported.has(name)).toBe(true);

        const asked = new Set<string>();
        const ask = (name: string) => {
          asked.add(name);
          return Float64Array.of(1, 2);
        };
        const labels = (name: string) => {
          asked.add(name);
          return { kind: 'category' as const, codes: Int32Array.of(0, -1), labels: ['C26'] };
        };
        const out = new Float64Array(2);
        compileFormula(expr)(
          {
            rows: 2,
            numbers: ask,
            category: labels,
            text: () => ({ kind: 'text', bytes: new Uint8Array(0), offsets: new Uint32Array(3) }),
            groups: (names) => {
              names.forEach(ask);
              return { codes: Int32Array.of(0, 0), count: 1 };
            },
          },
          out,
        );
        const known = new Set(references(expr).map(({ name }) => name));
        for (const name of asked) expect(known.has(name)).toBe(true);
        for (const value of out) expect(Math.abs(value)).not.toBe(Number.POSITIVE_INFINITY);
      }),
      { numRuns: 2000 },
    );
  });
});
