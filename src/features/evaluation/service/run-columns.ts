// A run as columns that are added up and compared, made once per run in memory.
import { divisionOf } from '#core/industry.ts';
import { divisionParts } from '#engine/formula/analyse.ts';
import type { Expr } from '#engine/formula/expr.ts';
import type { Run } from '#engine/run/evaluate.ts';
import type { RunColumns } from '../model/totals.ts';
import { scaleOf, texts } from './run-table.ts';

const MADE = new WeakMap<Run, RunColumns>();

export function columnsOf(run: Run): RunColumns {
  const known = MADE.get(run);
  if (known !== undefined) return known;
  const made = makeColumns(run);
  MADE.set(run, made);
  return made;
}

function makeColumns(run: Run): RunColumns {
  const { plan, context, dataset } = run;
  const all = (read: (row: number) => string): string[] =>
    Array.from({ length: run.rows }, (_, row) => read(row));
  const column = (name: string) => dataset.table.columns.get(name);
  const filled = (expr: Expr): Float64Array => {
    const out = new Float64Array(run.rows);
    context.fill(expr, out);
    return out;
  };
  return {
    rows: run.rows,
    enterpriseId: all(texts(column('enterprise_id'))),
    parkId: all(texts(column('park_id'))),
    division: all(cached(texts(column('industry')), (code) => divisionOf(code)?.code ?? '')),
    scale: all(scaleOf(column('scale'))),
    classes: plan.classes?.all ?? [],
    ordered: plan.classes?.order.length ?? 0,
    final: run.final,
    score: run.score,
    inputs: plan.inputs
      .filter(({ kind }) => kind === 'number')
      .map(({ name }) => ({ name, values: context.numbers(name, 0) })),
    indicators: plan.indicators.map(({ name, expr }, i) => {
      const parts = divisionParts(expr);
      return {
        name,
        values: run.items[i]?.values ?? new Float64Array(run.rows).fill(Number.NaN),
        quotient: parts && { above: filled(parts.numerator), below: filled(parts.denominator) },
      };
    }),
  };
}

/** Few different codes stand in many rows. */
function cached(read: (row: number) => string, of: (text: string) => string): (row: number) => string {
  const known = new Map<string, string>();
  return (row) => {
    const text = read(row);
    const found = known.get(text) ?? of(text);
    known.set(text, found);
    return found;
  };
}
