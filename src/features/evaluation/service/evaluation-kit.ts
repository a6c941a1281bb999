// What a browser needs to evaluate the frozen figures itself, exactly as they were evaluated here.
import { AppError } from '#core/app-error.ts';
import { ENGINE_VERSION } from '#engine/version.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { EvaluationKit } from '../contract/tables.ts';
import { selectOverrides } from '../store/adjustments.ts';
import { selectEvaluation } from '../store/evaluations.ts';
import { type Dataset, selectDataset, selectRuns } from '../store/runs.ts';
import { getScheme, planOf } from './schemes.ts';

export async function getEvaluationKit(ctx: Ctx, evaluationId: string): Promise<EvaluationKit> {
  const { evaluation, dataset } = await frozen(ctx, evaluationId);
  const { scheme_id, scheme_version: version, run_id } = evaluation;
  const scheme = await getScheme(ctx, { scheme_id, version });
  const runs = (await selectRuns(ctx, evaluationId)).filter((run) => run.dataset_id === dataset.dataset_id);
  // After another freeze the latest run still is the one of the figures before.
  const official = runs.find((run) => run.run_id === run_id);
  return {
    evaluation_id: evaluationId,
    period_id: evaluation.period_id,
    dataset: {
      dataset_id: dataset.dataset_id,
      hash: dataset.hash,
      rows: dataset.row_count,
      columns: dataset.columns,
      previous: dataset.history !== null,
    },
    scheme: { scheme_id, version, hash: scheme.hash, text: scheme.text },
    parameters: parametersOf(scheme.text),
    overrides: [...(official?.overrides ?? (await selectOverrides(ctx, evaluationId)))],
    engine_version: ENGINE_VERSION,
    run: official === undefined ? null : { run_id: official.run_id, result_hash: official.result_hash },
    comparisons: runs
      .filter(({ purpose }) => purpose === 'comparison')
      .map((run) => ({
        run_id: run.run_id,
        scheme_id: run.scheme_id,
        scheme_version: run.scheme_version,
        result_hash: run.result_hash,
      })),
  };
}

function parametersOf(text: string): Record<string, number> {
  const { parameters } = planOf(text);
  return Object.fromEntries([...parameters].filter(([, value]) => Number.isFinite(value)));
}

/** The Arrow file of the figures, and its hash. */
export async function datasetFile(ctx: Ctx, evaluationId: string): Promise<{ bytes: Buffer; hash: string }> {
  const { dataset } = await frozen(ctx, evaluationId);
  return { bytes: dataset.arrow, hash: dataset.hash };
}

/** That of the period before; throws `dataset_not_found` where the scheme reads none. */
export async function previousDatasetFile(
  ctx: Ctx,
  evaluationId: string,
): Promise<{ bytes: Buffer; hash: string }> {
  const { dataset } = await frozen(ctx, evaluationId);
  if (dataset.history === null) throw new AppError('dataset_not_found');
  return { bytes: dataset.history, hash: `${dataset.hash}-1` };
}

async function frozen(ctx: Ctx, evaluationId: string) {
  const evaluation = await selectEvaluation(ctx, evaluationId);
  if (evaluation === undefined) throw new AppError('evaluation_not_found');
  const dataset: Dataset | undefined =
    evaluation.dataset_id === null ? undefined : await selectDataset(ctx, evaluation.dataset_id);
  if (dataset === undefined) throw new AppError('dataset_not_found');
  return { evaluation, dataset };
}
