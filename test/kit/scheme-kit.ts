// Small schemes and datasets for tests: a scheme as an object, figures as rows.
import { type Diagnostic, hasErrors } from '#core/diagnostic.ts';
import { compileScheme } from '#engine/scheme/compile.ts';
import type { Plan } from '#engine/scheme/plan.ts';
import { parseScheme } from '#engine/scheme/read.ts';
import { type Dataset } from '#engine/run/dataset.ts';
import { evaluate, type Override, type Run } from '#engine/run/evaluate.ts';
import { categoryColumn, type Column, numberColumn, textColumn } from '#engine/table/column.ts';

export type Row = Readonly<Record<string, number | string | boolean | null>>;

/** The findings of a scheme given as an object, from shape and compilation. */
export function findingsOf(
  scheme: unknown,
  parameters: Readonly<Record<string, number>> = {},
): readonly Diagnostic[] {
  const parsed = parseScheme(scheme);
  return parsed.scheme === undefined
    ? parsed.diagnostics
    : compileScheme(parsed.scheme, parameters).diagnostics;
}

export function planOf(scheme: unknown, parameters: Readonly<Record<string, number>> = {}): Plan {
  const parsed = parseScheme(scheme);
  if (parsed.scheme === undefined)
    throw new Error(`scheme not understood: ${JSON.stringify(parsed.diagnostics)}`);
  const { plan, diagnostics } = compileScheme(parsed.scheme, parameters);
  if (plan === undefined || hasErrors(diagnostics))
    throw new Error(`scheme refused: ${JSON.stringify(diagnostics)}`);
  return plan;
}

/** Rows with an `id` and the plan's inputs; a name that is missing in a row is absent. */
export function datasetOf(
  plan: Plan,
  rows: readonly Row[],
  history: readonly (readonly Row[])[] = [],
): Dataset {
  const columns = new Map<string, Column>();
  for (const { name, kind } of plan.inputs) {
    const cells = rows.map((row) => row[name] ?? null);
    if (kind === 'category')
      columns.set(name, categoryColumn(cells.map((cell) => (cell === null ? null : String(cell)))));
    else if (kind === 'text') columns.set(name, textColumn(cells.map((cell) => String(cell ?? ''))));
    else columns.set(name, numberColumn(cells.map((cell) => (cell === null ? null : Number(cell)))));
  }
  return {
    ids: textColumn(rows.map((row, i) => String(row.id ?? `E${i}`))),
    table: { rows: rows.length, columns },
    history: history.map((earlier) => datasetOf(plan, earlier)),
  };
}

export function runOf(
  scheme: unknown,
  rows: readonly Row[],
  history: readonly (readonly Row[])[] = [],
  overrides: readonly Override[] = [],
): Run {
  const plan = planOf(scheme);
  const { run, diagnostics } = evaluate(plan, datasetOf(plan, rows, history), overrides);
  if (run === undefined) throw new Error(`data refused: ${JSON.stringify(diagnostics)}`);
  return run;
}

/** Class letters by row. */
export function classesOf(run: Run): string[] {
  return Array.from(run.final, (position) => run.plan.classes?.all[position] ?? '');
}

/** A scheme of one indicator `x`, scored as its own points, with anything else laid over it. */
export function oneIndicator(over: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return {
    scheme: 'one',
    version: 1,
    title: { zh: '单项' },
    inputs: { x: { zh: '数值' } },
    indicators: { item: { zh: '指标', value: 'x', weight: 100, score: 'points' } },
    ...over,
  };
}
