// Whether the earlier periods a plan reads are there, with the columns it reads.
import type { Diagnostic } from '#core/diagnostic.ts';
import { references } from '../formula/analyse.ts';
import type { Plan, ValuePlan } from '../scheme/plan.ts';
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
      diagnostics.push({ code: 'history_input_missing', severity: 'error', path: [], params: { lag, input } });
    }
  }
  return diagnostics;
}

/** Inputs read from each earlier period, by how many periods back. */
function periodsRead(plan: Plan): Map<number, Set<string>> {
  const read = new Map<number, Set<string>>();
  const values = new Map(plan.values.map((value) => [value.name, value]));
  const visit = (name: string, lag: number): void => {
    const value = values.get(name);
    if (value !== undefined) return visitValue(value, lag);
    if (lag === 0) return;
    const inputs = read.get(lag) ?? new Set();
    read.set(lag, inputs.add(name));
  };
  const visitValue = (value: ValuePlan, lag: number): void => {
    for (const reference of references(value.expr)) visit(reference.name, lag + reference.lag);
  };
  for (const value of plan.values) visitValue(value, 0);
  for (const indicator of plan.indicators) {
    if (usesLastYear(indicator.score.how)) visitValue(indicator, 1);
  }
  return read;
}

function usesLastYear(how: Plan['indicators'][number]['score']['how']): boolean {
  const bases = 'base' in how ? [how.base] : how.method === 'minmax' || how.method === 'efficacy' ? [how.low, how.high] : [];
  return bases.some((base) => base.kind === 'statistic' && base.lastYear);
}
