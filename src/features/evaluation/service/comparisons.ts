// Trials beside the official run: another scheme on the same frozen figures, and corrections after publication.
import { AppError } from '#core/app-error.ts';
import { recordEvent } from '#capabilities/audit/service/record.ts';
import { type Caller, type Ctx, transact } from '#platform/ctx.ts';
import { enqueue } from '#platform/jobs/enqueue.ts';
import { selectOverrides } from '../store/adjustments.ts';
import { lockEvaluation, selectEvaluation, updateEvaluation } from '../store/evaluations.ts';
import { lastPublication } from '../store/publications.ts';
import { freezeDataset } from './freeze.ts';
import { getPublication, publish } from './publications.ts';
import { computeRun, partsOf, saveRun } from './runs.ts';
import { getScheme, planOf } from './schemes.ts';
import { keepHistory } from './steps.ts';

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

export type CorrectionInput = { publication_id: string; reason: string };

export async function correctPublication(ctx: Ctx, input: CorrectionInput): Promise<{ job_id: string }> {
  const publication = await getPublication(ctx, input.publication_id);
  const evaluation = await selectEvaluation(ctx, publication.evaluation_id);
  if (evaluation?.state !== 'final') throw new AppError('correction_before_final_conflict');
  const last = await lastPublication(ctx, publication.evaluation_id);
  if (last?.publication_id !== publication.publication_id)
    throw new AppError('publication_replaced_conflict');
  return { job_id: await enqueue(ctx, 'correct_publication', input) };
}

/**
 * A new dataset from the figures as they count now, a new run, a new list beside the old one. Both lists and both runs
 * stay as they were and can be verified.
 */
export async function performCorrection(
  caller: Caller,
  input: CorrectionInput,
): Promise<{ publication_id: string }> {
  const { evaluation_id } = await transact(caller, (ctx) => getPublication(ctx, input.publication_id));
  const read = async (ctx: Ctx) => {
    const evaluation = await lockEvaluation(ctx, evaluation_id);
    if (evaluation?.state !== 'final') throw new AppError('correction_before_final_conflict');
    const scheme = await getScheme(ctx, {
      scheme_id: evaluation.scheme_id,
      version: evaluation.scheme_version,
    });
    const dataset = await freezeDataset(ctx, evaluation, planOf(scheme.text), evaluation.dataset_id);
    const overrides = await selectOverrides(ctx, evaluation_id);
    return { evaluation, dataset, overrides, parts: await partsOf(ctx, dataset, evaluation, overrides) };
  };
  return computeRun(caller, evaluation_id, read, async (ctx, begun, computing) => {
    if (computing === undefined) throw new AppError('dataset_not_found');
    const evaluation = await lockEvaluation(ctx, begun.evaluation.evaluation_id);
    if (evaluation?.version !== begun.evaluation.version) throw new AppError('changed_meanwhile');
    const { dataset, overrides } = begun;
    const run_id = await saveRun(
      ctx,
      { ...evaluation, dataset_id: dataset, purpose: 'official', overrides },
      computing,
    );
    const list = {
      run_id,
      kind: 'correction' as const,
      notice_from: null,
      notice_until: null,
      reason: input.reason,
    };
    const publication_id = await publish(ctx, evaluation, list);
    await keepHistory(ctx, evaluation, run_id);
    await updateEvaluation(ctx, evaluation, { dataset_id: dataset, run_id });
    await recordEvent(ctx, {
      action: 'correct_publication',
      object: ['publication', publication_id],
      details: { replaces: input.publication_id, run: run_id, reason: input.reason },
    });
    return { publication_id };
  });
}
