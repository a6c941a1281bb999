import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FORMULA_MESSAGES } from './messages.ts';
import { isFormulaName, parseFormula } from './parse.ts';

/** The expression written out with every operator in parentheses. */
function written(text: string): string {
  const parsed = parseFormula(text);
  if ('diagnostics' in parsed) throw new Error(parsed.diagnostics.map((d) => d.code).join());
  return show(parsed.expr);
}

type Shown = Extract<ReturnType<typeof parseFormula>, { expr: unknown }>['expr'];

function show(expr: Shown): string {
  switch (expr.node) {
    case 'number':
    case 'flag':
      return String(expr.value);
    case 'text':
      return `'${expr.value}'`;
    case 'name':
      return expr.lag === 0 ? expr.name : `${expr.name}[-${expr.lag}]`;
    case 'negate':
    case 'not':
      return `(${expr.node} ${show(expr.operand)})`;
    case 'and':
    case 'or':
      return `(${show(expr.left)} ${expr.node} ${show(expr.right)})`;
    case 'arithmetic':
    case 'compare':
      return `(${show(expr.left)} ${expr.op} ${show(expr.right)})`;
    case 'in':
      return `(${show(expr.operand)} in ${JSON.stringify(expr.values)})`;
    case 'call':
      return `${expr.name}(${expr.args.map(show).join(', ')})`;
    case 'statistic':
      return `${expr.name}(${[show(expr.operand), ...expr.by].join(' by ')})`;
    case 'scale':
      return `(${show(expr.operand)} × ${expr.num}/${expr.den})`;
  }
}

function findings(text: string): [code: string, at: unknown][] {
  const parsed = parseFormula(text);
  return 'diagnostics' in parsed ? parsed.diagnostics.map((d) => [d.code, d.params['at']]) : [];
}

describe('parseFormula', () => {
  it.each([
    ['tax / land', '(tax / land)'],
    ['a - b - c', '((a - b) - c)'],
    ['a + b * c ^ d', '(a + (b * (c ^ d)))'],
    ['2 ^ 3 ^ x', '(2 ^ (3 ^ x))'],
    ['-x ^ 2', '(negate (x ^ 2))'],
    ['(-x) ^ 2', '((negate x) ^ 2)'],
    ['2 ^ -x ^ 2', '(2 ^ (negate (x ^ 2)))'],
    ['-x * y', '((negate x) * y)'],
    ['--x', '(negate (negate x))'],
    ['-2', '-2'],
    ['not a == b and c', '((not (a == b)) and c)'],
    ['(not a) == b', '((not a) == b)'],
    ['(not a == b) == c', '((not (a == b)) == c)'],
    ['not not x in [1]', '(not (not (x in [1])))'],
    ['!a && b || c', '(((not a) and b) or c)'],
    ['a or b and c', '(a or (b and c))'],
    ['a + 1 > b and c', '(((a + 1) > b) and c)'],
    ['industry in [\'C26\', "C27"]', '(industry in ["C26","C27"])'],
    ['x in [1, -2.5, .5, 1e3]', '(x in [1,-2.5,0.5,1000])'],
    ["starts_with(industry, 'C26')", "starts_with(industry, 'C26')"],
    ['x[-1] + x[ - 2 ]', '(x[-1] + x[-2])'],
    ['growth(x)', '((x / x[-1]) - 1)'],
    ['growth(x[-1])', '((x[-1] / x[-2]) - 1)'],
    ["date('1970-02-01')", '31'],
    ['mean(x / y by [park, industry])', 'mean((x / y) by park by industry)'],
    ['max(x)', 'max(x)'],
    ['max(x by park)', 'max(x by park)'],
    ['max(x, y, 1)', 'max(x, y, 1)'],
    ['sum(-x by park) / sum(x)', '(sum((negate x) by park) / sum(x))'],
    ['if(a > b, 1, 0)', 'if((a > b), 1, 0)'],
    ['android + order + input + nothing', '(((android + order) + input) + nothing)'],
    ['true\n  and false', '(true and false)'],
    ["name == 'it\\'s'", "(name == 'it's')"],
  ])('reads %s', (text, expected) => {
    expect(written(text)).toBe(expected);
  });

  it('takes the signs of a Chinese keyboard, and leaves quoted text alone', () => {
    expect(written('max（a，b）×２÷ｃ')).toBe('((max(a, b) * 2) / c)');
    expect(written('a≥b and c≠1')).toBe('((a >= b) and (c != 1))');
    expect(written('park == ‘Ａ区（东）’')).toBe("(park == 'Ａ区（东）')");
  });

  it('knows where every part stands', () => {
    const parsed = parseFormula(' (tax + bonus) / max(land, 1)');
    expect(parsed).toMatchObject({
      expr: { at: 1, left: { at: 1, right: { at: 8 } }, right: { at: 17, args: [{ at: 21 }, { at: 27 }] } },
    });
  });

  it.each([
    ['', 'formula_empty', 1],
    [' \n', 'formula_empty', 1],
    ['a b', 'formula_syntax', 3],
    ['max(a b)', 'formula_syntax', 7],
    ['(a) b', 'formula_syntax', 5],
    ['a = b', 'formula_syntax', 3],
    ['a & b', 'formula_syntax', 3],
    ['a)', 'formula_syntax', 2],
    ['max(a,) + 1', 'formula_syntax', 8],
    ['mean(x by [])', 'formula_unsupported', 11],
    ['+a', 'formula_syntax', 1],
    ['a == == b', 'formula_syntax', 6],
    ['and', 'formula_syntax', 1],
    ['a + by', 'formula_syntax', 5],
    ['3x', 'formula_syntax', 2],
    ['()', 'formula_unfinished', 3],
    ['a +', 'formula_unfinished', 4],
    ['max(a', 'formula_unfinished', 6],
    ["'abc", 'formula_unfinished', 5],
    ['a, b', 'formula_character', 2],
    ['(a, b)', 'formula_character', 3],
    ['a; b', 'formula_character', 2],
    ['20%', 'formula_character', 3],
    ['a % b', 'formula_character', 3],
    ['a ? b : c', 'formula_character', 3],
    ['`a`', 'formula_character', 1],
    ['亩均税收', 'formula_character', 1],
    ['$x', 'formula_character', 1],
    ['a \u202e b', 'formula_character', 3],
    ['a.b', 'formula_unsupported', 1],
    ['this', 'formula_unsupported', 1],
    ['[1, 2]', 'formula_unsupported', 1],
    ['x in []', 'formula_unsupported', 6],
    ['x in y', 'formula_unsupported', 6],
    ['x in [y]', 'formula_literal_expected', 7],
    ['x by g', 'formula_unsupported', 1],
    ['max(x, y by g)', 'formula_unsupported', 8],
    ['mean(x by g / h)', 'formula_unsupported', 11],
    ['x(1)(2)', 'formula_unsupported', 1],
    ['x[-1][-1]', 'formula_unsupported', 1],
    ['x[0]', 'formula_lag', 1],
    ['x[1]', 'formula_lag', 1],
    ['x[-1.5]', 'formula_lag', 1],
    ['x[-21]', 'formula_lag', 1],
    ['x[a]', 'formula_lag', 1],
    ['growth(x[-20])', 'formula_lag', 1],
    ['growth(x + 1)', 'formula_literal_expected', 8],
    ['1 + 1e999', 'formula_number', 5],
    ["date('2024-02-30')", 'formula_date', 6],
    ["date('2024-2-3')", 'formula_date', 6],
    ['date(x)', 'formula_date', 6],
    ['1 + foo(x)', 'unknown_function', 5],
    ['constructor(x)', 'unknown_function', 1],
    ['mean(x, y)', 'formula_arguments', 1],
    ['if(a, b)', 'formula_arguments', 1],
    ['ln()', 'formula_arguments', 1],
    ['coalesce(x)', 'formula_arguments', 1],
  ])('refuses %j with %s at %i', (text, code, at) => {
    expect(findings(text)).toEqual([[code, at]]);
  });

  it('suggests the function that was meant', () => {
    const parsed = parseFormula('meen(x by park)');
    const params = 'diagnostics' in parsed ? parsed.diagnostics.map((d) => d.params) : [];
    expect(params.map(({ name, suggestion }) => [name, suggestion])).toEqual([['meen', 'mean']]);
  });

  it.each([
    ['text', 'a'.repeat(1_000_000), 'formula_too_long'],
    ['parentheses', '('.repeat(100_000), 'formula_too_long'],
    ['parentheses within the length', '('.repeat(1999) + 'a' + ')'.repeat(1999), 'formula_too_deep'],
    ['prefixes', '!'.repeat(3999) + 'a', 'formula_too_deep'],
    ['words before an operand', 'not '.repeat(900) + 'a', 'formula_too_deep'],
    ['lists', '['.repeat(3000), 'formula_too_deep'],
    ['calls', 'abs('.repeat(900), 'formula_too_deep'],
    ['a long chain', Array.from({ length: 2000 }, () => 'a').join('+'), 'formula_too_large'],
    ['a long chain of powers', Array.from({ length: 2000 }, () => 'a').join('^'), 'formula_too_large'],
    ['many parts', `max(${'a+a,'.repeat(900)}a)`, 'formula_too_large'],
  ])('stops at too much: %s', (_, text, code) => {
    expect(findings(text).map(([found]) => found)).toEqual([code]);
  });

  it('allows 64 levels', () => {
    expect(findings('('.repeat(64) + 'a' + ')'.repeat(64))).toEqual([]);
    expect(findings('('.repeat(65) + 'a' + ')'.repeat(65))).toEqual([['formula_too_deep', 1]]);
  });

  it('recovers after a formula that was too deep', () => {
    parseFormula('('.repeat(100));
    expect(written('((a))')).toBe('a');
  });

  it('answers any text with plain data, never by throwing', () => {
    const signs = 'a x tax ( ) [ ] , + - * / ^ == < and or not in by 1 .5 if( mean( growth( x[-1] true';
    const odd = '\' " \\ constructor __proto__ toString 。 （ ，';
    const piece = fc.constantFrom(...signs.split(' '), ...odd.split(' '), ' ', 'and ', ' in ', ' by ');
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join('')),
    );
    fc.assert(
      fc.property(text, (formula) => {
        const parsed = parseFormula(formula);
        expect(JSON.parse(JSON.stringify(parsed))).toEqual(parsed);
        const codes = 'diagnostics' in parsed ? parsed.diagnostics.map((d) => d.code) : [];
        expect(codes.length > 0).toBe('diagnostics' in parsed);
        expect(Object.keys(FORMULA_MESSAGES)).toEqual(expect.arrayContaining(codes));
      }),
      { numRuns: 1000 },
    );
  });
});

describe('isFormulaName', () => {
  it.each(['tax', '_x1', 'mean', 'if'])('accepts %s', (name) => {
    expect(isFormulaName(name)).toBe(true);
    expect(written(name)).toBe(name);
  });

  it.each(['and', 'in', 'by', 'true', 'this', '1x', 'a b', 'a-b', '税收', ''])('refuses %j', (name) => {
    expect(isFormulaName(name)).toBe(false);
    expect(parseFormula(name)).not.toMatchObject({ expr: { node: 'name', name } });
  });
});
