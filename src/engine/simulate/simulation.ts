// What every simulation starts from: the run as the figures stand, and the means to run the scheme again with them varied.
import { type Diagnostic, hasErrors } from '#core/diagnostic.ts';
import type { Dataset } from '../run/dataset.ts';
import { createEvaluator, evaluate, type Evaluator, type Run } from '../run/evaluate.ts';
import type { Plan } from '../scheme/plan.ts';
import { checkUncertainty, createSampler, type Sampler, type Uncertainty } from './uncertainty.ts';

export type Simulation = { readonly point: Run; readonly sampler: Sampler; readonly evaluator: Evaluator };

export type OpenedSimulation = {
  readonly simulation: Simulation | undefined;
  readonly diagnostics: readonly Diagnostic[];
};

export function openSimulation(plan: Plan, dataset: Dataset, uncertainty: Uncertainty): OpenedSimulation {
  const { run: point, diagnostics: findings } = evaluate(plan, dataset);
  const diagnostics = [...findings, ...checkUncertainty(plan, uncertainty)];
  if (point === undefined || hasErrors(diagnostics)) return { simulation: undefined, diagnostics };
  // The sampler takes the columns themselves, before the evaluator puts varied ones in their place.
  const sampler = createSampler(plan, (name) => point.context.numbers(name, 0), uncertainty);
  const evaluator = createEvaluator(plan, dataset, point.context, sampler.varied);
  return { simulation: { point, sampler, evaluator }, diagnostics };
}

/** Mean absolute change of the overall rank, in places, over the subjects ranked both times; 0 when there are none. */
export function meanRankShift(before: Int32Array, after: Int32Array): number {
  let shift = 0;
  let ranked = 0;
  for (let row = 0; row < before.length; row++) {
    const [from, to] = [before[row] as number, after[row] as number];
    if (from === 0 || to === 0) continue;
    shift += Math.abs(to - from);
    ranked++;
  }
  return ranked === 0 ? 0 : shift / ranked;
}

/** Subjects whose class differs. */
export function countChanged(before: Uint8Array, after: Uint8Array): number {
  let changed = 0;
  for (let row = 0; row < before.length; row++) if (before[row] !== after[row]) changed++;
  return changed;
}
