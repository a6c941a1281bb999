// Names, types and units of an expression, before it runs. Different scales of one dimension (元, 万元) are converted where they
// meet, which is why the checker hands back an expression of its own.
import type { Diagnostic, Params, Path } from '#core/diagnostic.ts';
import {
  absorbRatios,
  DIMENSIONLESS,
  divideUnits,
  isDimensionless,
  multiplyUnits,
  parseUnit,
  powerUnit,
  sameDimension,
  type Unit,
} from '#core/units.ts';
import type { ArithmeticExpr, CallExpr, CompareExpr, Expr, InExpr, NameExpr, StatisticExpr } from './expr.ts';
import type { FormulaCode } from './messages.ts';
import { convertUnit } from './substitute.ts';
import { suggest } from './suggest.ts';

/** What a name stands for. A number without a unit is not checked for units; a date counts days. */
export type Symbol =
  | { readonly kind: 'number' | 'flag' | 'date'; readonly unit?: Unit }
  | { readonly kind: 'category' | 'text' };

export type SymbolTable = ReadonlyMap<string, Symbol>;

export type CheckedFormula = {
  readonly type: 'number' | 'flag' | 'category' | 'text';
  /** Undefined for plain literals and whatever has no stated unit: it fits every unit. */
  readonly unit: Unit | undefined;
  /** The expression with changes of scale written out and names marked with what they hold. Run this one. */
  readonly expr: Expr;
  readonly diagnostics: Diagnostic[];
};

type Type = CheckedFormula['type'] | 'unknown';

/** A part that has been checked. `unknown` follows a finding, so that one mistake is reported once. */
type Typed = { readonly expr: Expr; readonly type: Type; readonly unit: Unit | undefined };

type Checker = { readonly symbols: SymbolTable; readonly path: Path; readonly diagnostics: Diagnostic[] };

const DAY = parseUnit('天');
const LARGEST_POWER = 8;
const MOST_DECIMALS = 15;

/** Checks an expression against the names it may use. Findings carry `path` and, as `at`, the character of the formula from 1. */
export function checkFormula(expr: Expr, symbols: SymbolTable, path: Path): CheckedFormula {
  const checker: Checker = { symbols, path, diagnostics: [] };
  const { type, unit, expr: checked } = check(checker, expr);
  return {
    type: type === 'unknown' ? 'number' : type,
    unit,
    expr: checked,
    diagnostics: checker.diagnostics,
  };
}

function report(checker: Checker, expr: Expr, code: FormulaCode, params: Params = {}): void {
  const at = (expr.at ?? 0) + 1;
  checker.diagnostics.push({ code, severity: 'error', path: checker.path, params: { at, ...params } });
}

function check(checker: Checker, expr: Expr): Typed {
  switch (expr.node) {
    case 'number':
      return { expr, type: 'number', unit: undefined };
    case 'flag':
      return flag(expr);
    case 'text':
      return { expr, type: 'text', unit: undefined };
    case 'name':
      return checkName(checker, expr);
    case 'negate': {
      const operand = checkNumber(checker, expr.operand);
      return { ...operand, expr: { ...expr, operand: operand.expr } };
    }
    case 'scale': {
      const operand = checkNumber(checker, expr.operand);
      return { ...operand, expr: { ...expr, operand: operand.expr } };
    }
    case 'not':
      return flag({ ...expr, operand: checkFlag(checker, expr.operand) });
    case 'and':
    case 'or':
      return flag({ ...expr, left: checkFlag(checker, expr.left), right: checkFlag(checker, expr.right) });
    case 'arithmetic':
      return checkArithmetic(checker, expr);
    case 'compare':
      return checkCompare(checker, expr);
    case 'in':
      return checkIn(checker, expr);
    case 'call':
      return checkCall(checker, expr);
    case 'statistic':
      return checkStatistic(checker, expr);
  }
}

function flag(expr: Expr): Typed {
  return { expr, type: 'flag', unit: undefined };
}

function checkName(checker: Checker, expr: NameExpr): Typed {
  const symbol = checker.symbols.get(expr.name);
  if (symbol === undefined) {
    const suggestion = suggest(expr.name, checker.symbols.keys());
    report(checker, expr, 'unknown_name', { name: expr.name, suggestion });
    return { expr, type: 'unknown', unit: undefined };
  }
  switch (symbol.kind) {
    case 'number':
      return { expr, type: 'number', unit: symbol.unit };
    case 'date':
      return { expr, type: 'number', unit: DAY };
    case 'flag':
      return flag(expr);
    case 'category':
    case 'text':
      return { expr: { ...expr, holds: symbol.kind }, type: symbol.kind, unit: undefined };
  }
}

function checkNumber(checker: Checker, expr: Expr): Typed {
  const typed = check(checker, expr);
  if (typed.type === 'number' || typed.type === 'unknown') return typed;
  report(checker, expr, 'formula_number_expected');
  return { ...typed, type: 'unknown' };
}

function checkFlag(checker: Checker, expr: Expr): Expr {
  const typed = check(checker, expr);
  if (typed.type !== 'flag' && typed.type !== 'unknown') report(checker, expr, 'formula_flag_expected');
  return typed.expr;
}

function checkArithmetic(checker: Checker, expr: ArithmeticExpr): Typed {
  if (expr.op === '^') return checkPower(checker, expr);
  const left = checkNumber(checker, expr.left);
  const right = checkNumber(checker, expr.right);
  if (expr.op === '+' || expr.op === '-') {
    const { exprs, unit } = bringTogether(checker, expr, [left, right]);
    const [x = left.expr, y = right.expr] = exprs;
    return { expr: { ...expr, left: x, right: y }, type: 'number', unit };
  }
  const result: Expr = { ...expr, left: left.expr, right: right.expr };
  if (right.unit === undefined) return { expr: result, type: 'number', unit: left.unit };
  if (left.unit === undefined && expr.op === '*') return { expr: result, type: 'number', unit: right.unit };
  const x = left.unit ?? DIMENSIONLESS;
  return plain(result, expr.op === '*' ? multiplyUnits(x, right.unit) : divideUnits(x, right.unit));
}

/** Ratios of a scale of their own are multiplied out: 万元 × % is 万元, 万元 ÷ 元 a plain number. */
function plain(expr: Expr, unit: Unit): Typed {
  const target = absorbRatios(unit);
  const converted = convertUnit(expr, unit, target);
  return converted ? { expr: converted, type: 'number', unit: target } : { expr, type: 'number', unit };
}

function checkPower(checker: Checker, expr: ArithmeticExpr): Typed {
  const base = checkNumber(checker, expr.left);
  const exponent = expr.right.node === 'number' ? expr.right.value : undefined;
  if (exponent !== undefined && Number.isInteger(exponent) && Math.abs(exponent) <= LARGEST_POWER) {
    const result: Expr = { ...expr, left: base.expr };
    return base.unit === undefined
      ? { expr: result, type: 'number', unit: undefined }
      : plain(result, powerUnit(base.unit, exponent));
  }
  const left = asRatio(checker, base);
  const right = asRatio(checker, checkNumber(checker, expr.right));
  return { expr: { ...expr, left, right }, type: 'number', unit: base.unit && DIMENSIONLESS };
}

function asRatio(checker: Checker, { expr, unit }: Typed): Expr {
  if (unit === undefined) return expr;
  const converted = convertUnit(expr, unit, DIMENSIONLESS);
  if (converted === undefined) report(checker, expr, 'formula_ratio_expected', { unit: unit.text });
  return converted ?? expr;
}

function checkCompare(checker: Checker, expr: CompareExpr): Typed {
  const sides = [check(checker, expr.left), check(checker, expr.right)];
  const bySize = expr.op !== '==' && expr.op !== '!=';
  if (bySize && sides.some(({ type }) => type !== 'number' && type !== 'unknown')) {
    report(checker, expr, 'formula_order');
    return flag(expr);
  }
  const { exprs } = combine(checker, expr, sides);
  const [left = expr.left, right = expr.right] = exprs;
  return flag({ ...expr, left, right });
}

function checkIn(checker: Checker, expr: InExpr): Typed {
  const operand = check(checker, expr.operand);
  const wanted = isTextual(operand.type) ? 'string' : 'number';
  const fits = operand.type === 'unknown' || expr.values.every((value) => typeof value === wanted);
  if (operand.type === 'flag' || !fits) report(checker, expr, 'formula_types_differ');
  if (operand.type === 'text' && operand.expr.node === 'text')
    report(checker, expr.operand, 'formula_text_expected');
  return flag({ ...expr, operand: operand.expr });
}

function checkCall(checker: Checker, expr: CallExpr): Typed {
  const { name, args } = expr;
  const [first = expr, second] = args;
  switch (name) {
    case 'if': {
      const condition = checkFlag(checker, first);
      const branches = args.slice(1).map((branch) => checkValue(checker, branch));
      const { exprs, type, unit } = combine(checker, expr, branches);
      return { expr: { ...expr, args: [condition, ...exprs] }, type, unit };
    }
    case 'coalesce': {
      const { exprs, type, unit } = combine(
        checker,
        expr,
        args.map((value) => checkValue(checker, value)),
      );
      return { expr: { ...expr, args: exprs }, type, unit };
    }
    case 'min':
    case 'max': {
      const { exprs, unit } = bringTogether(
        checker,
        expr,
        args.map((value) => checkNumber(checker, value)),
      );
      return { expr: { ...expr, args: exprs }, type: 'number', unit };
    }
    case 'present':
      return flag({ ...expr, args: [checkPresent(checker, first)] });
    case 'starts_with': {
      const label = check(checker, first);
      const fits = label.type === 'unknown' || (isTextual(label.type) && label.expr.node === 'name');
      if (!fits) report(checker, first, 'formula_text_expected');
      if (second?.node !== 'text') report(checker, second ?? expr, 'formula_literal_expected');
      return flag({ ...expr, args: [label.expr, ...args.slice(1)] });
    }
    case 'round': {
      const value = checkNumber(checker, first);
      const digits = second === undefined ? 0 : second.node === 'number' ? second.value : Number.NaN;
      if (!Number.isInteger(digits) || Math.abs(digits) > MOST_DECIMALS) {
        report(checker, second ?? expr, 'formula_literal_expected');
      }
      return { ...value, expr: { ...expr, args: [value.expr, ...args.slice(1)] } };
    }
    case 'abs': {
      const value = checkNumber(checker, first);
      return { ...value, expr: { ...expr, args: [value.expr] } };
    }
    case 'sqrt': {
      const value = checkNumber(checker, first);
      return ratio({ ...expr, args: [asRatio(checker, value)] }, value);
    }
    case 'ln':
    case 'log10':
    case 'exp': {
      // Any unit will do, as in ln(revenue); only a ratio's own scale would change the meaning.
      const value = checkNumber(checker, first);
      const isRatio = value.unit !== undefined && isDimensionless(value.unit);
      return ratio({ ...expr, args: [isRatio ? asRatio(checker, value) : value.expr] }, value);
    }
  }
}

function ratio(expr: Expr, of: Typed): Typed {
  return { expr, type: 'number', unit: of.unit && DIMENSIONLESS };
}

function checkPresent(checker: Checker, expr: Expr): Expr {
  const typed = check(checker, expr);
  if (typed.expr.node === 'text') report(checker, expr, 'formula_text_expected');
  return typed.expr;
}

/** A number or a flag: what a result column can hold. */
function checkValue(checker: Checker, expr: Expr): Typed {
  const typed = check(checker, expr);
  if (!isTextual(typed.type)) return typed;
  report(checker, expr, 'formula_number_expected');
  return { ...typed, type: 'unknown' };
}

function checkStatistic(checker: Checker, expr: StatisticExpr): Typed {
  const operand = checkNumber(checker, expr.operand);
  for (const name of expr.by) {
    const kind = checker.symbols.get(name)?.kind;
    if (kind === undefined) {
      report(checker, expr, 'unknown_name', { name, suggestion: suggest(name, checker.symbols.keys()) });
    } else if (kind !== 'category' && kind !== 'flag') {
      report(checker, expr, 'formula_group', { name });
    }
  }
  const unit = expr.name === 'count' ? DIMENSIONLESS : operand.unit;
  return { expr: { ...expr, operand: operand.expr }, type: 'number', unit };
}

function isTextual(type: Type): boolean {
  return type === 'category' || type === 'text';
}

/** Values of one type: numbers in one unit, or flags, or categories and texts. */
function combine(
  checker: Checker,
  at: Expr,
  values: readonly Typed[],
): { exprs: Expr[]; type: Type; unit: Unit | undefined } {
  const exprs = values.map(({ expr }) => expr);
  const families = new Set(values.map(({ type }) => (isTextual(type) ? 'text' : type)));
  families.delete('unknown');
  const [type = 'unknown', other] = families;
  if (other !== undefined) {
    report(checker, at, 'formula_types_differ');
    return { exprs, type: 'unknown', unit: undefined };
  }
  return type === 'number'
    ? { type, ...bringTogether(checker, at, values) }
    : { exprs, type, unit: undefined };
}

/** Numbers in the unit of the first that has one. */
function bringTogether(
  checker: Checker,
  at: Expr,
  values: readonly Typed[],
): { exprs: Expr[]; unit: Unit | undefined } {
  const unit = values.find((value) => value.unit !== undefined)?.unit;
  const odd = values.find((value) => unit && value.unit && !sameDimension(value.unit, unit))?.unit;
  if (unit && odd) {
    report(checker, at, 'formula_units_differ', { left: nameOf(unit), right: nameOf(odd) });
    return { exprs: values.map((value) => value.expr), unit: undefined };
  }
  const exprs = values.map(({ expr, unit: own }) => (unit && own && convertUnit(expr, own, unit)) ?? expr);
  return { exprs, unit };
}

function nameOf(unit: Unit): string {
  return unit.text === '' ? '1' : unit.text;
}
