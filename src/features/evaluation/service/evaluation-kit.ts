// What a browser needs to evaluate the frozen figures itself, exactly as they were evaluated here.
import { AppError } from '#core/app-error.ts';
import { ENGINE_VERSION } from '#engine/version.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { Evaluation } from '../contract/shapes.ts';
import type { EvaluationKit } from '../contract/tables.ts';
import { selectOverrides } from '../store/adjustments.ts';
import { selectEvaluation } from '../store/evaluations.ts';
import { type Dataset, selectDataset, selectDatasetHead, selectRuns } from '../store/runs.ts';
import { requireAllInputs } from './fields.ts';
import { getScheme, planOf } from './schemes.ts';

export async function getEvaluationKit(ctx: Ctx, evaluationId: string): Promise<EvaluationKit> {
  const evaluation = await frozen(ctx, evaluationId);
  const dataset = await selectDatasetHead(ctx, evaluation.dataset_id);
  if (dataset === undefined) throw new AppError('dataset_not_found');
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
      previous: dataset.has_history,
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

export type DatasetFile = {
  readonly hash: string;
  /** Within the same transaction, or not at all. */
  readonly bytes: () => Promise<Buffer>;
};

/** The Arrow file of the figures, and its hash; throws `inputs_hidden` for whom an item of it hides. */
export function datasetFile(ctx: Ctx, evaluationId: string): Promise<DatasetFile> {
  return fileOf(ctx, evaluationId, '', ({ arrow }) => arrow);
}

/** That of the period before; throws `dataset_not_found` where the scheme reads none. */
export function previousDatasetFile(ctx: Ctx, evaluationId: string): Promise<DatasetFile> {
  return fileOf(ctx, evaluationId, '-1', ({ history }) => history);
}

async function fileOf(
  ctx: Ctx,
  evaluationId: string,
  suffix: string,
  part: (dataset: Dataset) => Buffer | null,
): Promise<DatasetFile> {
  const { dataset_id: id } = await frozen(ctx, evaluationId);
  const head = await selectDatasetHead(ctx, id);
  if (head === undefined || (suffix !== '' && !head.has_history)) throw new AppError('dataset_not_found');
  await requireAllInputs(ctx, head.columns);
  const bytes = async (): Promise<Buffer> => {
    const dataset = await selectDataset(ctx, id);
    const found = dataset && part(dataset);
    if (found === undefined || found === null) throw new AppError('dataset_not_found');
    return found;
  };
  return { hash: `${head.hash}${suffix}`, bytes };
}

async function frozen(ctx: Ctx, evaluationId: string): Promise<Evaluation & { readonly dataset_id: string }> {
  const evaluation = await selectEvaluation(ctx, evaluationId);
  if (evaluation === undefined) throw new AppError('evaluation_not_found');
  const { dataset_id } = evaluation;
  if (dataset_id === null) throw new AppError('dataset_not_found');
  return { ...evaluation, dataset_id };
}
