// An expression broken down to operators. Both evaluators, by column and by row, walk this program, so that a formula has one meaning.
import type { CallExpr, CompareExpr, Expr, NameExpr, StatisticExpr } from './expr.ts';
import * as operators from './operators.ts';

/** A category's label or a text; undefined when absent. */
type Label = string | undefined;

export type Program =
  | { readonly kind: 'constant'; readonly value: number }
  | { readonly kind: 'column'; readonly name: string; readonly lag: number }
  | { readonly kind: 'unary'; readonly operator: operators.UnaryOperator; readonly of: Program }
  | {
      readonly kind: 'binary';
      readonly operator: operators.BinaryOperator;
      readonly left: Program;
      readonly right: Program;
    }
  | { readonly kind: 'choice'; readonly condition: Program; readonly yes: Program; readonly no: Program }
  | { readonly kind: 'label'; readonly of: NameExpr; readonly test: (label: Label) => number }
  | { readonly kind: 'labels'; readonly left: NameExpr; readonly right: NameExpr }
  | { readonly kind: 'statistic'; readonly expr: StatisticExpr; readonly of: Program };

const ARITHMETIC = {
  '+': operators.add,
  '-': operators.subtract,
  '*': operators.multiply,
  '/': operators.divide,
  '^': operators.power,
} as const;

const UNARY = {
  abs: operators.absolute,
  ln: operators.ln,
  log10: operators.log10,
  sqrt: operators.sqrt,
  exp: operators.exp,
} as const;

const ABSENT: Program = { kind: 'constant', value: Number.NaN };

/** Text where a number belongs has no value: absent. The checker reports it before. */
export function programOf(expr: Expr): Program {
  switch (expr.node) {
    case 'number':
      return { kind: 'constant', value: expr.value };
    case 'flag':
      return { kind: 'constant', value: Number(expr.value) };
    case 'text':
      return ABSENT;
    case 'name':
      return expr.holds === 'number' ? { kind: 'column', name: expr.name, lag: expr.lag } : ABSENT;
    case 'scale':
      return scaled(programOf(expr.operand), expr.num, expr.den);
    case 'negate':
      return unary(operators.negate, programOf(expr.operand));
    case 'not':
      return unary(operators.not, programOf(expr.operand));
    case 'and':
      return binary(operators.both, programOf(expr.left), programOf(expr.right));
    case 'or':
      return binary(operators.either, programOf(expr.left), programOf(expr.right));
    case 'arithmetic':
      return binary(ARITHMETIC[expr.op], programOf(expr.left), programOf(expr.right));
    case 'compare':
      return comparison(expr);
    case 'in': {
      const { operand, values } = expr;
      if (isLabelled(operand)) return label(operand, (text) => values.includes(text));
      return unary(
        operators.memberOf(values.filter((value) => typeof value === 'number')),
        programOf(operand),
      );
    }
    case 'call':
      return call(expr);
    case 'statistic':
      return { kind: 'statistic', expr, of: programOf(expr.operand) };
  }
}

function unary(operator: operators.UnaryOperator, of: Program): Program {
  return { kind: 'unary', operator, of };
}

function binary(operator: operators.BinaryOperator, left: Program, right: Program): Program {
  return { kind: 'binary', operator, left, right };
}

// Dividing by 10000 rounds correctly, multiplying by 0.0001 does not.
function scaled(of: Program, num: number, den: number): Program {
  const multiplied = num === 1 ? of : binary(operators.multiply, of, { kind: 'constant', value: num });
  return den === 1 ? multiplied : binary(operators.divide, multiplied, { kind: 'constant', value: den });
}

function comparison({ op, left, right }: CompareExpr): Program {
  if (op === '!=') return unary(operators.not, equality(left, right));
  if (op === '==') return equality(left, right);
  const [x, y] = [programOf(left), programOf(right)];
  if (op === '<') return binary(operators.less, x, y);
  if (op === '<=') return binary(operators.lessOrEqual, x, y);
  return op === '>' ? binary(operators.less, y, x) : binary(operators.lessOrEqual, y, x);
}

function equality(left: Expr, right: Expr): Program {
  if (isLabelled(left) && isLabelled(right)) return { kind: 'labels', left, right };
  if (isLabelled(left) && right.node === 'text') return label(left, (text) => text === right.value);
  if (isLabelled(right) && left.node === 'text') return label(right, (text) => text === left.value);
  if (left.node === 'text' && right.node === 'text')
    return { kind: 'constant', value: Number(left.value === right.value) };
  return binary(operators.equal, programOf(left), programOf(right));
}

function call({ name, args }: CallExpr): Program {
  const [first, second] = args;
  const parts = args.map(programOf);
  const [x = ABSENT, y = ABSENT, z = ABSENT] = parts;
  switch (name) {
    case 'if':
      return { kind: 'choice', condition: x, yes: y, no: z };
    case 'min':
      return parts.reduce((left, right) => binary(operators.smaller, left, right));
    case 'max':
      return parts.reduce((left, right) => binary(operators.larger, left, right));
    case 'coalesce':
      return parts.reduce((left, right) => binary(operators.firstPresent, left, right));
    case 'round':
      return binary(operators.round, x, second === undefined ? { kind: 'constant', value: 0 } : y);
    case 'present':
      if (first && isLabelled(first))
        return { kind: 'label', of: first, test: (text) => Number(text !== undefined) };
      return unary(operators.present, x);
    case 'starts_with': {
      const start = second?.node === 'text' ? second.value : undefined;
      if (first === undefined || !isLabelled(first) || start === undefined) return ABSENT;
      return label(first, (text) => text.startsWith(start));
    }
    default:
      return unary(UNARY[name], x);
  }
}

function label(of: NameExpr, test: (text: string) => boolean): Program {
  return { kind: 'label', of, test: (text) => (text === undefined ? Number.NaN : Number(test(text))) };
}

function isLabelled(expr: Expr): expr is NameExpr {
  return expr.node === 'name' && expr.holds !== 'number';
}
