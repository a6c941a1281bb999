import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { categoryColumn, textColumn } from '../table/column.ts';
import { checkFormula, type Symbol } from './check.ts';
import { compileFormula, type FormulaContext } from './evaluate.ts';
import type { Expr } from './expr.ts';
import { parseFormula } from './parse.ts';
import { compileScalar } from './scalar.ts';

type Numbers = readonly (number | null)[];
type Data = {
  readonly rows: number;
  readonly numbers?: Readonly<Record<string, Numbers>>;
  readonly flags?: Readonly<Record<string, Numbers>>;
  readonly categories?: Readonly<Record<string, readonly (string | null)[]>>;
  readonly texts?: Readonly<Record<string, readonly string[]>>;
};

/** Columns of an earlier period are called `x[-1]`. */
function contextOf(data: Data): FormulaContext {
  const of = <T>(columns: Readonly<Record<string, T>> | undefined, name: string, lag: number): T => {
    const column = columns?.[lag === 0 ? name : `${name}[-${lag}]`];
    if (column === undefined) throw new Error(`no column ${name}`);
    return column;
  };
  return {
    rows: data.rows,
    numbers: (name, lag) =>
      Float64Array.from(of({ ...data.numbers, ...data.flags }, name, lag), (value) => value ?? Number.NaN),
    category: (name, lag) => categoryColumn(of(data.categories, name, lag)),
    text: (name, lag) => textColumn(of(data.texts, name, lag)),
    groups: (names) => {
      const keys = Array.from({ length: data.rows }, (_, row) => {
        const parts = names.map((name) => of({ ...data.categories, ...data.flags }, name, 0)[row] ?? null);
        return parts.includes(null) ? null : parts.join(' ');
      });
      const { codes, labels } = categoryColumn(keys);
      return { codes, count: labels.length };
    },
  };
}

function symbolsOf(data: Data): Map<string, Symbol> {
  const symbols = new Map<string, Symbol>();
  for (const name of Object.keys(data.numbers ?? {})) symbols.set(name, { kind: 'number' });
  for (const name of Object.keys(data.flags ?? {})) symbols.set(name, { kind: 'flag' });
  for (const name of Object.keys(data.categories ?? {})) symbols.set(name, { kind: 'category' });
  for (const name of Object.keys(data.texts ?? {})) symbols.set(name, { kind: 'text' });
  return symbols;
}

function readChecked(text: string, data: Data): Expr {
  const parsed = parseFormula(text);
  if ('diagnostics' in parsed) throw new Error(JSON.stringify(parsed.diagnostics));
  const { expr, diagnostics } = checkFormula(parsed.expr, symbolsOf(data), []);
  expect(diagnostics).toEqual([]);
  return expr;
}

function columnOf(expr: Expr, data: Data): number[] {
  const out = new Float64Array(data.rows).fill(-99);
  compileFormula(expr)(contextOf(data), out);
  return [...out];
}

function scalarOf(expr: Expr, data: Data): number[] {
  const context = contextOf(data);
  const compiled = compileScalar(expr);
  return Array.from({ length: data.rows }, (_, row) =>
    compiled(
      (name, lag) => context.numbers(name, lag)[row] ?? Number.NaN,
      (name, lag) => {
        const text = data.texts?.[name]?.[row];
        if (text !== undefined) return text === '' ? undefined : text;
        const { codes, labels } = context.category(name, lag);
        return labels[codes[row] ?? -1];
      },
      (node) => columnOf(node, data)[row] ?? Number.NaN,
    ),
  );
}

/** By column; by row must give the same. */
function evaluate(text: string, data: Data): number[] {
  const expr = readChecked(text, data);
  const column = columnOf(expr, data);
  expect(scalarOf(expr, data)).toEqual(column);
  return column;
}

const none = Number.NaN;
/** Every pair of false, true, absent. */
const PAIRS: Data = {
  rows: 9,
  flags: { a: [0, 0, 0, 1, 1, 1, null, null, null], b: [0, 1, null, 0, 1, null, 0, 1, null] },
};
const NUMBERS: Data = {
  rows: 5,
  numbers: {
    x: [6, -6, 0, null, 2],
    y: [3, 3, 3, 3, 0],
    'x[-1]': [4, 4, 0, 4, null],
    'x[-2]': [1, 1, 1, 1, 1],
  },
};
const LABELS: Data = {
  rows: 4,
  categories: {
    industry: ['C261', 'C27', null, 'C266'],
    'industry[-1]': ['C27', 'C27', 'C27', 'C266'],
    main: ['C27', 'C27', 'C27', null],
  },
  texts: { name: ['济宁甲', '', '乙', 'C266'] },
};

describe('arithmetic', () => {
  it.each([
    ['x / y', [2, -2, 0, none, none]],
    ['x + y', [9, -3, 3, none, 2]],
    ['y - x', [-3, 9, 3, none, -2]],
    ['x * y', [18, -18, 0, none, 0]],
    ['x ^ 2', [36, 36, 0, none, 4]],
    ['x ^ 0', [1, 1, 1, none, 1]],
    ['x ^ -1', [1 / 6, -1 / 6, none, none, 0.5]],
    ['x ^ 0.5', [Math.sqrt(6), none, 0, none, Math.SQRT2]],
    ['-x', [-6, 6, 0, none, -2]],
    ['1 - x / y', [-1, 3, 1, none, none]],
    ['(x + 1) / (y + 1) + (x - 1) / (y - 1)', [17 / 4, -5 / 4 - 7 / 2, 1 / 4 - 1 / 2, none, 3 - 1]],
    ['abs(x)', [6, 6, 0, none, 2]],
    ['ln(x)', [Math.log(6), none, none, none, Math.log(2)]],
    ['log10(x * 100 - 500)', [2, none, none, none, none]],
    ['sqrt(x)', [Math.sqrt(6), none, 0, none, Math.SQRT2]],
    ['exp(x * 1000)', [none, 0, 1, none, none]],
    ['min(x, y)', [3, -6, 0, none, 0]],
    ['max(x, y, 2)', [6, 3, 3, none, 2]],
    ['round(x / 4)', [2, -2, 0, none, 1]],
    ['round(x / 16, 2)', [0.38, -0.38, 0, none, 0.13]],
    ['round(x * 100 + 50, -2)', [700, -600, 100, none, 300]],
    ['x[-1] + x[-2]', [5, 5, 1, 5, none]],
    ['growth(x)', [0.5, -2.5, none, none, none]],
    ['coalesce(x / y, x, 7)', [2, -2, 0, 7, 2]],
    ['if(x > 0, x, y)', [6, 3, 3, none, 2]],
    ['if(present(x), 1, 0)', [1, 1, 1, 0, 1]],
    ['3', [3, 3, 3, 3, 3]],
    ['2 * 3 + 1', [7, 7, 7, 7, 7]],
    ['1 / 0', [none, none, none, none, none]],
    ['1e308 * 10', [none, none, none, none, none]],
    ['x', [6, -6, 0, none, 2]],
  ])('%s', (text, expected) => {
    expect(evaluate(text, NUMBERS)).toEqual(expected);
  });
});

describe('conditions', () => {
  it('numbers that differ only in binary are equal', () => {
    const values = (text: string) => evaluate(text, NUMBERS);
    expect(values('0.55 * 100 >= 55')[0]).toBe(1);
    expect(values('1.15 - 1 >= 0.15')[0]).toBe(1);
    expect(values('0.1 + 0.2 == 0.3')[0]).toBe(1);
    expect(values('0.55 * 100 > 55')[0]).toBe(0);
    expect(values('0.3 < 0.1 + 0.2')[0]).toBe(0);
    expect(values('0.1500001 > 0.15')[0]).toBe(1);
  });

  it.each([
    ['a and b', [0, 0, 0, 0, 1, none, 0, none, none]],
    ['a or b', [0, 1, none, 1, 1, 1, none, 1, none]],
    ['not a', [1, 1, 1, 0, 0, 0, none, none, none]],
    ['a == b', [1, 0, none, 0, 1, none, none, none, none]],
    ['a != b', [0, 1, none, 1, 0, none, none, none, none]],
    ['if(a, 1, 0)', [0, 0, 0, 1, 1, 1, none, none, none]],
    ['a or true', [1, 1, 1, 1, 1, 1, 1, 1, 1]],
    ['present(a) and b', [0, 1, none, 0, 1, none, 0, 0, 0]],
  ])('%s follows Kleene', (text, expected) => {
    expect(evaluate(text, PAIRS)).toEqual(expected);
  });

  it.each([
    ['x < y', [0, 1, 1, none, 0]],
    ['x <= 0', [0, 1, 1, none, 0]],
    ['x > y', [1, 0, 0, none, 1]],
    ['x >= 2', [1, 0, 0, none, 1]],
    ['x == 2', [0, 0, 0, none, 1]],
    ['x != 2', [1, 1, 1, none, 0]],
    ['x in [0, -6]', [0, 1, 1, none, 0]],
    ['2 > 1', [1, 1, 1, 1, 1]],
  ])('%s is absent where a side is', (text, expected) => {
    expect(evaluate(text, NUMBERS)).toEqual(expected);
  });
});

describe('categories and texts', () => {
  it.each([
    ["industry == 'C27'", [0, 1, none, 0]],
    ["'C27' != industry", [1, 0, none, 1]],
    ["industry in ['C27', 'C261']", [1, 1, none, 0]],
    ["starts_with(industry, 'C26')", [1, 0, none, 1]],
    ['industry == industry[-1]', [0, 1, none, 1]],
    ['industry == main', [0, 1, none, none]],
    ['industry == name', [0, none, none, 1]],
    ["name == '乙'", [0, none, 1, 0]],
    ["starts_with(name, '济宁')", [1, none, 0, 0]],
    ['present(industry)', [1, 1, 0, 1]],
    ['present(name)', [1, 0, 1, 1]],
    ["industry == 'unheard of'", [0, 0, none, 0]],
    ["'a' == 'a'", [1, 1, 1, 1]],
  ])('%s', (text, expected) => {
    expect(evaluate(text, LABELS)).toEqual(expected);
  });

  it('are no number', () => {
    expect(columnOf(readChecked('industry', LABELS), LABELS)).toEqual([none, none, none, none]);
    expect(columnOf(readChecked("'C26'", LABELS), LABELS)).toEqual([none, none, none, none]);
  });
});

describe('group statistics', () => {
  const data: Data = {
    rows: 6,
    numbers: { x: [1, 2, null, 4, 10, null] },
    categories: { park: ['A', 'A', 'A', 'B', null, 'C'] },
    flags: { old: [1, 0, 1, 1, 1, 1] },
  };

  it.each([
    ['mean(x by park)', [1.5, 1.5, 1.5, 4, none, none]],
    ['sum(x by park)', [3, 3, 3, 4, none, none]],
    ['median(x by park)', [1.5, 1.5, 1.5, 4, none, none]],
    ['count(x by park)', [2, 2, 2, 1, none, 0]],
    ['max(x by park)', [2, 2, 2, 4, none, none]],
    ['min(x by park)', [1, 1, 1, 4, none, none]],
    ['sum(x by [park, old])', [1, 2, 1, 4, none, none]],
    ['sum(x)', [17, 17, 17, 17, 17, 17]],
    ['mean(x)', [4.25, 4.25, 4.25, 4.25, 4.25, 4.25]],
    ['median(x)', [3, 3, 3, 3, 3, 3]],
    ['max(x) - min(x)', [9, 9, 9, 9, 9, 9]],
    ['count(x)', [4, 4, 4, 4, 4, 4]],
    ['count(1 by park)', [3, 3, 3, 1, none, 1]],
    ['x / mean(x by park)', [1 / 1.5, 2 / 1.5, none, 1, none, none]],
    ['sum(x - mean(x by park) by park)', [0, 0, 0, 0, none, none]],
    ['mean(x) / 17 * sum(x) + x', [5.25, 6.25, none, 8.25, 14.25, none]],
    ['sum(if(x > 1, 1, 0) by park)', [1, 1, 1, 1, none, none]],
    ['mean(ln(x - 100))', [none, none, none, none, none, none]],
    ['sum(x / x * 1e308)', [none, none, none, none, none, none]],
  ])('%s skips absent values', (text, expected) => {
    expect(evaluate(text, data)).toEqual(expected);
  });
});

describe('compileFormula', () => {
  it('gives the same program to data of any length, and leaves other rows alone', () => {
    const run = compileFormula(readChecked('(x + y) / (x - y) - (x / y) / (y / x)', NUMBERS));
    const results = [2, 5, 3].map((rows) => {
      const out = new Float64Array(6).fill(-99);
      run({ ...contextOf(NUMBERS), rows }, out);
      return [...out];
    });
    const [two = [], five = [], three = []] = results;
    expect(three.slice(0, 3)).toEqual(five.slice(0, 3));
    expect(two).toEqual([...five.slice(0, 2), -99, -99, -99, -99]);
    expect(five[5]).toBe(-99);
  });

  it('does not change the columns it reads', () => {
    const context = contextOf(NUMBERS);
    const x = context.numbers('x', 0);
    const before = [...x];
    compileFormula(readChecked('-(x + 1) * x - abs(x)', NUMBERS))(
      { ...context, numbers: () => x },
      new Float64Array(5),
    );
    expect([...x]).toEqual(before);
  });

  it('may run within itself, for an earlier period', () => {
    const run = compileFormula(readChecked('(x + 1) * (x[-1] + 2)', NUMBERS));
    const context = contextOf(NUMBERS);
    const nested: FormulaContext = {
      ...context,
      numbers: (name, lag) => {
        if (lag === 0) return context.numbers(name, 0);
        const past = new Float64Array(5);
        run(context, past);
        return past;
      },
    };
    const out = new Float64Array(5);
    run(nested, out);
    expect(out[0]).toBe(7 * (7 * 6 + 2));
  });

  it('has nothing to do for no rows', () => {
    const out = new Float64Array(0);
    compileFormula(readChecked('1 + 1', { rows: 0 }))({ ...contextOf(NUMBERS), rows: 0 }, out);
    expect(out).toEqual(new Float64Array(0));
  });
});

describe('by row and by column', () => {
  const NAMES = { numbers: ['x', 'y', 'x[-1]', 'y[-1]'], flags: ['f', 'g'], labels: ['c', 'd'] };
  const value = fc.oneof(
    fc.double({ noDefaultInfinity: true }),
    fc.constantFrom(0, 1, -1, 0.5, null),
    fc.integer({ min: -9, max: 9 }),
  );
  const label = fc.constantFrom('C26', 'C27', null);
  const column = <T>(of: fc.Arbitrary<T>) => fc.array(of, { minLength: 4, maxLength: 4 });
  const columns = <T>(names: readonly string[], of: fc.Arbitrary<T>) =>
    fc
      .tuple(...names.map(() => column(of)))
      .map((all) => Object.fromEntries(names.map((name, i) => [name, all[i] ?? []])));
  const data = fc.record({
    rows: fc.constant(4),
    numbers: columns(NAMES.numbers, value),
    flags: columns(NAMES.flags, fc.constantFrom(0, 1, null)),
    categories: columns(NAMES.labels, label),
  });

  const { number: formula } = fc.letrec<{ number: string; flag: string }>((tie) => ({
    number: fc.oneof(
      { depthSize: 'medium', withCrossShrink: true },
      fc.constantFrom('x', 'y', 'x[-1]', 'growth(y)', '0', '1', '2', '0.5', '-3'),
      fc
        .tuple(tie('number'), fc.constantFrom('+', '-', '*', '/', '^'), tie('number'))
        .map(([a, op, b]) => `(${a} ${op} ${b})`),
      fc
        .tuple(fc.constantFrom('-', 'abs', 'ln', 'log10', 'sqrt', 'exp', 'round'), tie('number'))
        .map(([f, a]) => `${f}(${a})`),
      fc
        .tuple(fc.constantFrom('min', 'max', 'coalesce'), tie('number'), tie('number'))
        .map(([f, a, b]) => `${f}(${a}, ${b})`),
      fc.tuple(tie('flag'), tie('number'), tie('number')).map(([c, a, b]) => `if(${c}, ${a}, ${b})`),
      fc
        .tuple(
          fc.constantFrom('mean', 'sum', 'median', 'count', 'min', 'max'),
          tie('number'),
          fc.constantFrom('', ' by c', ' by [c, f]'),
        )
        .map(([f, a, by]) => `${f}(${a}${by})`),
    ),
    flag: fc.oneof(
      { depthSize: 'medium', withCrossShrink: true },
      fc.constantFrom(
        'f',
        'g',
        'true',
        'false',
        "(c == 'C26')",
        '(c != d)',
        "starts_with(d, 'C')",
        "(d in ['C27'])",
        'present(c)',
      ),
      fc
        .tuple(tie('number'), fc.constantFrom('==', '!=', '<', '<=', '>', '>='), tie('number'))
        .map(([a, op, b]) => `(${a} ${op} ${b})`),
      fc
        .tuple(tie('flag'), fc.constantFrom('and', 'or', '=='), tie('flag'))
        .map(([a, op, b]) => `(${a} ${op} ${b})`),
      fc.oneof(
        tie('flag').map((a) => `(not ${a})`),
        tie('number').map((a) => `present(${a})`),
        tie('number').map((a) => `(${a} in [0, 1, -2])`),
      ),
    ),
  }));

  it('a formula has one meaning, bit for bit, and is never infinite', () => {
    fc.assert(
      fc.property(formula, data, (text, figures) => {
        fc.pre(text.length < 4000 && 'expr' in parseFormula(text));
        for (const result of evaluate(text, figures))
          expect(Number.isFinite(result) || Number.isNaN(result)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});
