import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileFormula, type FormulaContext } from './evaluate.ts';
import type { Expr } from './expr.ts';
import { direction } from './direction.ts';
import { parseFormula } from './parse.ts';

function read(text: string): Expr {
  const parsed = parseFormula(text);
  if ('diagnostics' in parsed) throw new Error(JSON.stringify(parsed.diagnostics));
  return parsed.expr;
}

describe('direction', () => {
  it.each([
    ['tax / land', 'tax', 'up'],
    ['tax / land', 'land', 'down'],
    ['tax / land', 'staff', 'none'],
    ['tax / (land + extra)', 'extra', 'down'],
    ['tax / (land - leased)', 'tax', 'mixed'],
    ['tax / (land - leased)', 'leased', 'mixed'],
    ['growth(tax)', 'tax', 'up'],
    ['tax[-1]', 'tax', 'none'],
    ['2 - x / mean', 'x', 'down'],
    ['-3 * x', 'x', 'down'],
    ['(x - y) * y', 'x', 'up'],
    ['(x - y) * y', 'y', 'mixed'],
    ['x - x * 0.5', 'x', 'mixed'],
    ['x - mean(x by park)', 'x', 'mixed'],
    ['1 - mean(x by park)', 'x', 'down'],
    ['count(x)', 'x', 'none'],
    ['x ^ 2', 'x', 'up'],
    ['x ^ -1', 'x', 'down'],
    ['(x - 1) ^ 2', 'x', 'mixed'],
    ['2 ^ x', 'x', 'mixed'],
    ['ln(x) + sqrt(x) + exp(x) + round(x, 2)', 'x', 'up'],
    ['abs(x)', 'x', 'up'],
    ['abs(-x)', 'x', 'up'],
    ['abs(x - 1)', 'x', 'mixed'],
    ['min(x, 3)', 'x', 'up'],
    ['max(x, -x)', 'x', 'mixed'],
    ['x > 3', 'x', 'up'],
    ['3 > x and x < 5', 'x', 'down'],
    ['not (x > 3)', 'x', 'down'],
    ['x == 3', 'x', 'mixed'],
    ['x in [1, 2]', 'x', 'mixed'],
    ['if(flag, x, 2 * x)', 'x', 'up'],
    ['if(x > 3, 1, 0)', 'x', 'mixed'],
    ['coalesce(x, 0)', 'x', 'up'],
    ['coalesce(ln(x - 1), 5)', 'x', 'mixed'],
    ['present(x)', 'x', 'none'],
    ['sum(1 / (x - 3))', 'x', 'mixed'],
  ])('%s in %s: %s', (text, name, expected) => {
    expect(direction(read(text), name)).toBe(expected);
  });

  it('holds for the values themselves', () => {
    const formula = fc.letrec<{ any: string; flag: string }>((tie) => ({
      any: fc.oneof(
        { maxDepth: 4, depthSize: 'medium' },
        fc.constantFrom('x', 'x', 'y', 'z', '2', '0.5', '-3'),
        fc
          .tuple(tie('any'), fc.constantFrom('+', '-', '*', '/', '^'), tie('any'))
          .map(([a, op, b]) => `(${a} ${op} ${b})`),
        fc
          .tuple(
            fc.constantFrom(
              '-',
              'abs',
              'ln',
              'sqrt',
              'exp',
              'round',
              'mean',
              'sum',
              'max',
              'min',
              'median',
              'count',
            ),
            tie('any'),
          )
          .map(([f, a]) => `${f}(${a})`),
        fc
          .tuple(fc.constantFrom('min', 'max', 'coalesce'), tie('any'), tie('any'))
          .map(([f, a, b]) => `${f}(${a}, ${b})`),
        fc.tuple(tie('flag'), tie('any'), tie('any')).map(([c, a, b]) => `if(${c}, ${a}, ${b})`),
      ),
      flag: fc.oneof(
        { maxDepth: 4 },
        fc
          .tuple(tie('any'), fc.constantFrom('==', '<', '>='), tie('any'))
          .map(([a, op, b]) => `(${a} ${op} ${b})`),
        tie('any').map((a) => `present(${a})`),
      ),
    })).any;
    const positive = fc.double({ min: 0.01, max: 20, noNaN: true });

    fc.assert(
      fc.property(formula, positive, positive, positive, positive, (text, x, step, y, z) => {
        const expr = read(text);
        const way = direction(expr, 'x');
        fc.pre(way !== 'mixed');
        const run = compileFormula(expr);
        const valueAt = (own: number) => {
          const columns = { x: Float64Array.of(own, 7), y: Float64Array.of(y, 2), z: Float64Array.of(z, 5) };
          const context: Pick<FormulaContext, 'rows' | 'numbers'> = {
            rows: 2,
            numbers: (name) => columns[name === 'x' ? 'x' : name === 'y' ? 'y' : 'z'],
          };
          const out = new Float64Array(2);
          const unread = () => {
            throw new Error('no categories here');
          };
          run({ ...context, category: unread, text: unread, groups: unread }, out);
          return out[0] ?? Number.NaN;
        };
        const [before, after] = [valueAt(x), valueAt(x + step)];
        fc.pre(!Number.isNaN(before) && !Number.isNaN(after));
        const slack = 1e-9 * (1 + Math.abs(before) + Math.abs(after));
        const change = Math.abs(after - before) <= slack ? 'none' : after > before ? 'up' : 'down';
        expect(['none', way]).toContain(change);
      }),
      { numRuns: 1000 },
    );
  });
});
