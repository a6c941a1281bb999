// Which number of a scheme matters most: each is moved a little, alone, and the scheme is run again.
import { type Diagnostic, hasErrors } from '#core/diagnostic.ts';
import type { Dataset } from '../run/dataset.ts';
import { createEvaluator, evaluate, type Run } from '../run/evaluate.ts';
import type { Plan } from '../scheme/plan.ts';
import { type Lever, leversOf } from './levers.ts';
import { countChanged, meanRankShift } from './simulation.ts';

export type SensitivityOptions = {
  /** How far each number is moved, as a share of itself: 0.1 unless stated. */
  readonly relative?: number;
};

export type Effect = {
  /** The number after it was moved. */
  readonly value: number;
  /** Subjects whose class differs, and the mean absolute change of the overall rank. */
  readonly changed: number;
  readonly rankShift: number;
  /** The subject whose rank changes most, the first of equals; undefined when nobody's does. */
  readonly furthest:
    | { readonly row: number; readonly rankBefore: number; readonly rankAfter: number }
    | undefined;
};

export type Sensitivity = Pick<Lever, 'kind' | 'name' | 'pool' | 'value'> & {
  readonly lower: Effect;
  readonly higher: Effect;
};

export type SensitivityResult = {
  /** Largest effect first. */
  readonly sensitivity: readonly Sensitivity[] | undefined;
  readonly diagnostics: readonly Diagnostic[];
};

/**
 * One-at-a-time sensitivity: weights, baselines, caps, quotas and thresholds (levers.ts).
 * Source: OECD/JRC Handbook 2008, step 7 (uncertainty and sensitivity analysis).
 * Errors: those of `evaluate`, and `change_out_of_range`.
 */
export function sensitivity(
  plan: Plan,
  dataset: Dataset,
  options: SensitivityOptions = {},
): SensitivityResult {
  const { relative = 0.1 } = options;
  const { run: point, diagnostics: findings } = evaluate(plan, dataset);
  const diagnostics = [...findings, ...checkChange(relative)];
  if (point === undefined || hasErrors(diagnostics)) return { sensitivity: undefined, diagnostics };
  const asStated = createEvaluator(plan, dataset, point.context, []);
  const effectOf = (lever: Lever, factor: number): Effect => {
    const { value, plan: moved, variation = {} } = lever.move(factor);
    const evaluator = moved === undefined ? asStated : createEvaluator(moved, dataset, point.context, []);
    return { value, ...compareWith(point, evaluator.run(variation)) };
  };
  const levers = leversOf(point).map((lever): Sensitivity => {
    const { kind, name, pool, value } = lever;
    return {
      kind,
      name,
      pool,
      value,
      lower: effectOf(lever, 1 - relative),
      higher: effectOf(lever, 1 + relative),
    };
  });
  return { sensitivity: levers.toSorted(byEffect), diagnostics };
}

function compareWith(point: Run, run: Run): Omit<Effect, 'value'> {
  const [before, after] = [point.classified.ranking.rank, run.classified.ranking.rank];
  return {
    changed: countChanged(point.final, run.final),
    rankShift: meanRankShift(before, after),
    furthest: furthestOf(before, after),
  };
}

function furthestOf(before: Int32Array, after: Int32Array): Effect['furthest'] {
  let furthest: Effect['furthest'];
  let most = 0;
  for (let row = 0; row < before.length; row++) {
    const [rankBefore, rankAfter] = [before[row] as number, after[row] as number];
    const shift = rankBefore === 0 || rankAfter === 0 ? 0 : Math.abs(rankAfter - rankBefore);
    if (shift <= most) continue;
    most = shift;
    furthest = { row, rankBefore, rankAfter };
  }
  return furthest;
}

/** By the classes that change, then by the ranks that shift, each in the worse of both directions. */
function byEffect(a: Sensitivity, b: Sensitivity): number {
  const changed = ({ lower, higher }: Sensitivity): number => Math.max(lower.changed, higher.changed);
  const shift = ({ lower, higher }: Sensitivity): number => Math.max(lower.rankShift, higher.rankShift);
  const byChanged = changed(b) - changed(a);
  return byChanged === 0 ? shift(b) - shift(a) : byChanged;
}

function checkChange(relative: number): Diagnostic[] {
  if (relative > 0 && relative < 1) return [];
  return [{ code: 'change_out_of_range', severity: 'error', path: [], params: { relative } }];
}
