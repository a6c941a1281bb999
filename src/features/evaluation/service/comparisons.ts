// Trials beside the official run: another scheme on the same frozen figures.
import { AppError } from '#core/app-error.ts';
import { recordEvent } from '#capabilities/audit/service/record.ts';
import type { Caller, Ctx } from '#platform/ctx.ts';
import { enqueue } from '#platform/jobs/enqueue.ts';
import { selectEvaluation } from '../store/evaluations.ts';
import { computeRun, partsOf, saveRun } from './runs.ts';
import { getScheme } from './schemes.ts';

export type ComparisonInput = { evaluation_id: string; scheme_id: string; scheme_version: number };

export async function compareWithScheme(ctx: Ctx, input: ComparisonInput): Promise<{ job_id: string }> {
  await getScheme(ctx, { scheme_id: input.scheme_id, version: input.scheme_version });
  const evaluation = await selectEvaluation(ctx, input.evaluation_id);
  if (evaluation === undefined) throw new AppError('evaluation_not_found');
  if (evaluation.dataset_id === null) throw new AppError('dataset_not_found');
  return { job_id: await enqueue(ctx, 'compare_scheme', input) };
}

/** The job's work; the evaluation itself is not touched. */
export function performComparison(caller: Caller, input: ComparisonInput): Promise<{ run_id: string }> {
  const read = async (ctx: Ctx) => {
    const evaluation = await selectEvaluation(ctx, input.evaluation_id);
    if (evaluation === undefined || evaluation.dataset_id === null) throw new AppError('dataset_not_found');
    return { dataset: evaluation.dataset_id, parts: await partsOf(ctx, evaluation.dataset_id, input, []) };
  };
  return computeRun(caller, input.evaluation_id, read, async (ctx, { dataset }, computing) => {
    if (computing === undefined) throw new AppError('dataset_not_found');
    const run = { ...input, dataset_id: dataset, purpose: 'comparison' as const, overrides: [] };
    const run_id = await saveRun(ctx, run, computing);
    await recordEvent(ctx, {
      action: 'compare_scheme',
      object: ['run', run_id],
      details: { scheme: input.scheme_id, version: input.scheme_version },
    });
    return { run_id };
  });
}
