// Which way a formula's value moves when one input grows: lets a search for the smallest change know that it may bisect.
import { type CallExpr, type Expr, partsOf, type StatisticExpr } from './expr.ts';

/** `mixed` is also the answer when it cannot be told. Growing and standing still both count as `up`. */
export type Direction = 'up' | 'down' | 'none' | 'mixed';

type Sign = 'positive' | 'negative' | 'unknown';

/** The effect of this period's `name` on the value, all numbers read being positive; other rows' figures stand still. */
export function direction(expr: Expr, name: string): Direction {
  const of = (part: Expr): Direction => direction(part, name);
  switch (expr.node) {
    case 'number':
    case 'flag':
    case 'text':
      return 'none';
    case 'name':
      return expr.name === name && expr.lag === 0 && expr.holds === 'number' ? 'up' : 'none';
    case 'scale':
      return of(expr.operand);
    case 'negate':
    case 'not':
      return opposite(of(expr.operand));
    case 'and':
    case 'or':
      return together(of(expr.left), of(expr.right));
    case 'arithmetic':
      return arithmetic(expr.op, expr.left, expr.right, name);
    case 'compare': {
      const [left, right] = [of(expr.left), of(expr.right)];
      if (expr.op === '>' || expr.op === '>=') return together(left, opposite(right));
      if (expr.op === '<' || expr.op === '<=') return together(opposite(left), right);
      return together(left, right) === 'none' ? 'none' : 'mixed';
    }
    case 'in':
      return of(expr.operand) === 'none' ? 'none' : 'mixed';
    case 'call':
      return call(expr, name);
    case 'statistic':
      return statistic(expr, name);
  }
}

function arithmetic(op: '+' | '-' | '*' | '/' | '^', left: Expr, right: Expr, name: string): Direction {
  const [byLeft, byRight] = [direction(left, name), direction(right, name)];
  switch (op) {
    case '+':
      return together(byLeft, byRight);
    case '-':
      return together(byLeft, opposite(byRight));
    case '*':
      return together(times(byLeft, signOf(right)), times(byRight, signOf(left)));
    case '/':
      // A denominator that may pass through zero makes the value jump.
      if (byRight !== 'none' && signOf(right) === 'unknown') return 'mixed';
      return together(times(byLeft, signOf(right)), times(opposite(byRight), signOf(left)));
    case '^':
      if (byRight !== 'none' || signOf(left) !== 'positive')
        return together(byLeft, byRight) === 'none' ? 'none' : 'mixed';
      return times(byLeft, signOf(right));
  }
}

function call({ name: called, args }: CallExpr, name: string): Direction {
  const parts = args.map((part) => direction(part, name));
  const [first = 'none', ...others] = parts;
  switch (called) {
    case 'if':
      return first === 'none' ? others.reduce(together) : 'mixed';
    case 'coalesce':
    case 'present':
      if (args.some((part) => comesAndGoes(part, name))) return 'mixed';
      return called === 'present' ? 'none' : parts.reduce(together);
    case 'min':
    case 'max':
      return parts.reduce(together);
    case 'abs': {
      const [operand] = args;
      return operand ? times(first, signOf(operand)) : 'none';
    }
    case 'starts_with':
      return 'none';
    default:
      return first;
  }
}

function statistic({ name: statisticName, operand, by }: StatisticExpr, name: string): Direction {
  if (by.includes(name) || comesAndGoes(operand, name)) return 'mixed';
  return statisticName === 'count' ? 'none' : direction(operand, name);
}

/** Whether `name` can turn the value from absent to present or back: where absent values are skipped, it then jumps. */
function comesAndGoes(expr: Expr, name: string): boolean {
  return direction(expr, name) !== 'none' && mayBeAbsent(expr);
}

function mayBeAbsent(expr: Expr): boolean {
  if (partsOf(expr).some(mayBeAbsent)) return true;
  if (expr.node === 'arithmetic' && expr.op === '/') return signOf(expr.right) === 'unknown';
  if (expr.node === 'arithmetic' && expr.op === '^')
    return signOf(expr.left) !== 'positive' || expr.right.node !== 'number';
  if (expr.node !== 'call') return false;
  if (expr.name === 'exp') return true; // beyond exp(709) there is no number
  const needsPositive = expr.name === 'ln' || expr.name === 'log10' || expr.name === 'sqrt';
  return needsPositive && expr.args.some((operand) => signOf(operand) !== 'positive');
}

/** Of the value, all numbers read being positive. */
function signOf(expr: Expr): Sign {
  switch (expr.node) {
    case 'number':
      return expr.value < 0 ? 'negative' : 'positive';
    case 'name':
    case 'flag':
    case 'compare':
    case 'in':
    case 'not':
    case 'and':
    case 'or':
      return 'positive';
    case 'scale':
      return signOf(expr.operand);
    case 'statistic':
      return expr.name === 'count' ? 'positive' : signOf(expr.operand);
    case 'negate':
      return product(signOf(expr.operand), 'negative');
    case 'arithmetic': {
      const [left, right] = [signOf(expr.left), signOf(expr.right)];
      if (expr.op === '+') return left === right ? left : 'unknown';
      if (expr.op === '-') return left === product(right, 'negative') ? left : 'unknown';
      if (expr.op === '^') return left === 'positive' ? 'positive' : 'unknown';
      return product(left, right);
    }
    case 'call':
      return signOfCall(expr);
    case 'text':
      return 'unknown';
  }
}

function signOfCall({ name, args }: CallExpr): Sign {
  switch (name) {
    case 'abs':
    case 'exp':
    case 'sqrt':
    case 'present':
    case 'starts_with':
      return 'positive';
    case 'if':
      return common(args.slice(1));
    case 'min':
    case 'max':
    case 'coalesce':
      return common(args);
    case 'ln':
    case 'log10':
    case 'round': // a small number becomes zero
      return 'unknown';
  }
}

function common(parts: readonly Expr[]): Sign {
  const signs = new Set(parts.map(signOf));
  const [only = 'unknown'] = signs;
  return signs.size === 1 ? only : 'unknown';
}

function product(x: Sign, y: Sign): Sign {
  if (x === 'unknown' || y === 'unknown') return 'unknown';
  return x === y ? 'positive' : 'negative';
}

function times(way: Direction, sign: Sign): Direction {
  if (way === 'none' || sign === 'positive') return way;
  return sign === 'negative' ? opposite(way) : 'mixed';
}

function opposite(way: Direction): Direction {
  if (way === 'up') return 'down';
  return way === 'down' ? 'up' : way;
}

function together(x: Direction, y: Direction): Direction {
  if (x === 'none') return y;
  return y === 'none' || x === y ? x : 'mixed';
}
