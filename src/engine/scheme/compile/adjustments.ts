// Coefficient, bonus and penalty rules.
import type { Path } from '#core/diagnostic.ts';
import type { AdjustmentPlan, CoefficientPlan, Plan } from '../plan.ts';
import type { Adjustments } from '../shape/classes.ts';
import { type Checker, checkCondition, checkText, optionalLimit, report, resolveNumber } from './checker.ts';

export function compileAdjustments(checker: Checker): Plan['adjustments'] {
  const spec = checker.scheme.adjustments;
  return {
    coefficient: compileCoefficient(checker, spec?.coefficient),
    bonus: compileAdjustment(checker, spec?.bonus, ['adjustments', 'bonus']),
    penalty: compileAdjustment(checker, spec?.penalty, ['adjustments', 'penalty']),
  };
}

function compileCoefficient(checker: Checker, spec: Adjustments['coefficient']): CoefficientPlan | undefined {
  const path: Path = ['adjustments', 'coefficient'];
  if (spec === undefined) return undefined;
  if ('formula' in spec) {
    const checked = checkText(checker, spec.formula, [...path, 'formula'], 'number');
    return checked && { kind: 'formula', text: checked.text, expr: checked.expr, zh: spec.zh, en: spec.en };
  }
  if (checker.symbols.get(spec.by)?.kind !== 'category') {
    report(checker, 'group_not_a_category', [...path, 'by'], { name: spec.by });
    return undefined;
  }
  const values = new Map(
    Object.entries(spec.values).map(([key, n]) => [key, resolveNumber(checker, n, [...path, 'values', key])]),
  );
  const otherwise =
    spec.otherwise === undefined ? undefined : resolveNumber(checker, spec.otherwise, [...path, 'otherwise']);
  return { kind: 'table', by: spec.by, values, otherwise, zh: spec.zh, en: spec.en };
}

function compileAdjustment(
  checker: Checker,
  spec: Adjustments['bonus'],
  path: Path,
): AdjustmentPlan | undefined {
  if (spec === undefined) return undefined;
  const rules = spec.rules.flatMap((rule, i) => {
    const at: Path = [...path, 'rules', i];
    const when = checkCondition(checker, rule.when, [...at, 'when']);
    const points = checkText(checker, rule.points, [...at, 'points'], 'number');
    if (when === undefined || points === undefined) return [];
    // A bonus may take away, as officially settled points do; a penalty that gives is a slip of the sign.
    if (path.includes('penalty') && points.expr.node === 'number' && points.expr.value < 0) {
      report(checker, 'points_negative', [...at, 'points'], { points: points.text });
    }
    return [{ ...when, points: points.expr, group: rule.group, zh: rule.zh, en: rule.en }];
  });
  return { max: optionalLimit(checker, spec.max, [...path, 'max'], Number.POSITIVE_INFINITY), rules };
}
