// Whether the earlier periods a plan reads are there, with the columns it reads.
import type { Diagnostic, Params } from '#core/diagnostic.ts';
import { references } from '../formula/analyse.ts';
import type { Expr } from '../formula/expr.ts';
import type { IndicatorPlan, Plan } from '../scheme/plan.ts';
import { adjustmentFormulas } from '../score/adjust.ts';
import { baselineFormulas, baselinesOf } from '../score/baseline.ts';
import type { Column } from '../table/column.ts';
import type { Dataset } from './dataset.ts';

export function checkHistory(plan: Plan, dataset: Dataset): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  for (const [lag, inputs] of periodsRead(plan)) {
    const earlier = dataset.history?.[lag - 1];
    if (earlier === undefined) {
      const params = { lag, inputs: [...inputs].join(', ') };
      diagnostics.push({ code: 'history_missing', severity: 'error', path: [], params });
      continue;
    }
    for (const input of inputs) {
      if (earlier.table.columns.has(input)) continue;
      diagnostics.push({
        code: 'history_input_missing',
        severity: 'error',
        path: [],
        params: { lag, input },
      });
    }
  }
  return [...diagnostics, ...checkGroups(plan, dataset)];
}

/** A group whose last year is unknown has no baseline: its subjects would silently lose the indicator. */
function checkGroups(plan: Plan, dataset: Dataset): Diagnostic[] {
  const [earlier] = dataset.history ?? [];
  if (earlier === undefined) return [];
  return [...groupsOfLastYear(plan)].flatMap((input): Diagnostic[] => {
    const now = labelsOf(dataset.table.columns.get(input));
    const column = earlier.table.columns.get(input);
    if (column === undefined) return [historyFinding('history_input_missing', { lag: 1, input })];
    const before = labelsOf(column);
    const missing = [...now].filter((label) => !before.has(label));
    if (missing.length === 0) return [];
    const params = { input, missing: missing.join('、'), known: [...before].join('、') };
    return [historyFinding('history_group_missing', params)];
  });
}

function historyFinding(code: string, params: Params): Diagnostic {
  return { code, severity: 'error', path: [], params };
}

function groupsOfLastYear(plan: Plan): Set<string> {
  const names = plan.indicators.flatMap(({ score }) =>
    baselinesOf(score.how).flatMap((base) => {
      if (base.kind !== 'statistic' || !base.lastYear) return [];
      return base.by.length > 0 ? base.by : score.by;
    }),
  );
  return new Set(names);
}

/** Labels in use; flags and numbers have none. */
function labelsOf(column: Column | undefined): Set<string> {
  if (column?.kind !== 'category') return new Set();
  const used = new Set(column.codes);
  return new Set(column.labels.filter((_, code) => used.has(code)));
}

/** Inputs read from each earlier period, by how many periods back. */
function periodsRead(plan: Plan): Map<number, Set<string>> {
  const read = new Map<number, Set<string>>();
  const values = new Map(plan.values.map((value) => [value.name, value]));
  const visit = (expr: Expr, lag: number): void => {
    for (const reference of references(expr)) {
      const back = lag + reference.lag;
      const value = values.get(reference.name);
      if (value !== undefined) visit(value.expr, back);
      else if (back > 0) read.set(back, (read.get(back) ?? new Set()).add(reference.name));
    }
  };
  for (const value of plan.values) visit(value.expr, 0);
  for (const indicator of plan.indicators) visitBaselines(indicator, visit);
  for (const expr of [...adjustmentFormulas(plan.adjustments), ...classFormulas(plan)]) visit(expr, 0);
  return read;
}

function visitBaselines({ expr, score }: IndicatorPlan, visit: (expr: Expr, lag: number) => void): void {
  const lastYear = baselinesOf(score.how).some((base) => base.kind === 'statistic' && base.lastYear);
  for (const formula of [expr, ...baselineFormulas(score.how)]) visit(formula, lastYear ? 1 : 0);
}

function classFormulas({ classes }: Plan): Expr[] {
  if (classes === undefined) return [];
  return [...classes.exempt, ...classes.conditions.values(), ...classes.rules].map(({ expr }) => expr);
}
