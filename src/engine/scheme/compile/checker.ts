// What every part of the compilation shares: the scheme's names, its parameters, and the list of findings.
import type { Diagnostic, Params, Path } from '#core/diagnostic.ts';
import { parseUnit, type Unit } from '#core/units.ts';
import { constantValue, references } from '#engine/formula/analyse.ts';
import { checkFormula, type Symbol } from '#engine/formula/check.ts';
import type { Expr } from '#engine/formula/expr.ts';
import { parseFormula } from '#engine/formula/parse.ts';
import { convertUnit, substituteNumbers } from '#engine/formula/substitute.ts';
import type { Formula, Num } from '../shape/common.ts';
import type { Scheme } from '../shape/scheme.ts';

export type Checker = {
  readonly scheme: Scheme;
  readonly parameters: ReadonlyMap<string, number>;
  readonly symbols: Map<string, Symbol>;
  readonly diagnostics: Diagnostic[];
};

export type CheckedFormula = { readonly expr: Expr; readonly text: string; readonly unit: Unit | undefined };

export function report(
  checker: Checker,
  code: string,
  path: Path,
  params: Params = {},
  severity: Diagnostic['severity'] = 'error',
): void {
  checker.diagnostics.push({ code, severity, path, params });
}

/** A percentage such as "20%", or undefined when the text is none. */
export function percentage(text: string): number | undefined {
  const match = /^(-?\d+(?:\.\d+)?)%$/.exec(text.trim());
  // Dividing by 100 rounds correctly; multiplying by 0.01 would not.
  return match ? Number(match[1]) / 100 : undefined;
}

/** A number as the scheme may write it; a finding and NaN when it is none. */
export function resolveNumber(checker: Checker, value: Num, path: Path): number {
  if (typeof value === 'number') return value;
  const share = percentage(value);
  if (share !== undefined) return share;
  const parsed = parseFormula(value);
  if ('diagnostics' in parsed) return reject(checker, parsed.diagnostics, path);
  const names = new Map<string, Symbol>(
    [...checker.parameters.keys()].map((name) => [name, { kind: 'number' }]),
  );
  const checked = checkFormula(parsed.expr, names, path);
  if (checked.diagnostics.length > 0) return reject(checker, checked.diagnostics, path);
  const result = constantValue(checked.expr, checker.parameters);
  if (!Number.isFinite(result)) report(checker, 'number_undefined', path, { text: value });
  return result;
}

export function optionalNumber(
  checker: Checker,
  value: Num | undefined,
  path: Path,
  otherwise: number,
): number {
  return value === undefined ? otherwise : resolveNumber(checker, value, path);
}

/** A limit may be a parameter that is `none`: then there is no limit, as if none were written. */
export function optionalLimit(
  checker: Checker,
  value: Num | undefined,
  path: Path,
  otherwise: number,
): number {
  const none = typeof value === 'string' && Number.isNaN(checker.parameters.get(value));
  return none ? otherwise : optionalNumber(checker, value, path, otherwise);
}

function reject(checker: Checker, diagnostics: readonly Diagnostic[], path: Path): number {
  checker.diagnostics.push(...diagnostics.map((d) => ({ ...d, path })));
  return Number.NaN;
}

/** Parses and checks a formula, with parameters replaced by their numbers; undefined after findings. */
export function checkText(
  checker: Checker,
  formula: Formula,
  path: Path,
  expected: 'number' | 'flag',
): CheckedFormula | undefined {
  const text = String(formula);
  const parsed = parseFormula(text);
  if ('diagnostics' in parsed) {
    reject(checker, parsed.diagnostics, path);
    return undefined;
  }
  const checked = checkFormula(parsed.expr, checker.symbols, path);
  checker.diagnostics.push(...checked.diagnostics);
  if (checked.diagnostics.some((d) => d.severity === 'error')) return undefined;
  const fits = checked.type === expected || (expected === 'number' && checked.type === 'flag');
  if (!fits) {
    report(checker, expected === 'flag' ? 'formula_not_a_condition' : 'formula_not_a_number', path, { text });
    return undefined;
  }
  if (references(checked.expr).some(({ name }) => Number.isNaN(checker.parameters.get(name)))) {
    report(checker, 'number_undefined', path, { text });
    return undefined;
  }
  return { expr: substituteNumbers(checked.expr, checker.parameters), text, unit: checked.unit };
}

export function checkCondition(
  checker: Checker,
  formula: Formula,
  path: Path,
): { expr: Expr; text: string } | undefined {
  const checked = checkText(checker, formula, path, 'flag');
  return checked && { expr: checked.expr, text: checked.text };
}

/** A number formula brought into the stated unit; a finding when the units do not fit. */
export function checkQuantity(
  checker: Checker,
  formula: Formula,
  unitText: string | undefined,
  path: Path,
): CheckedFormula | undefined {
  const checked = checkText(checker, formula, [...path, 'value'], 'number');
  if (checked === undefined || unitText === undefined) return checked;
  const unit = parseUnit(unitText);
  if (unit === undefined) {
    report(checker, 'unit_unknown', [...path, 'unit'], { unit: unitText });
    return undefined;
  }
  if (checked.unit === undefined) return { ...checked, unit };
  const expr = convertUnit(checked.expr, checked.unit, unit);
  if (expr === undefined) {
    const params = { formula: checked.text, found: checked.unit.text, stated: unitText };
    report(checker, 'unit_mismatch', [...path, 'unit'], params);
    return undefined;
  }
  return { expr, text: checked.text, unit };
}

/** Names that must be categories or flags: the groups of a statistic, the pools of a ranking. */
export function checkGroupNames(
  checker: Checker,
  names: string | readonly string[] | undefined,
  path: Path,
): string[] {
  const list = names === undefined ? [] : typeof names === 'string' ? [names] : [...names];
  return list.filter((name) => {
    const kind = checker.symbols.get(name)?.kind;
    if (kind === 'category' || kind === 'flag') return true;
    report(checker, kind === undefined ? 'group_unknown' : 'group_not_a_category', path, { name });
    return false;
  });
}
