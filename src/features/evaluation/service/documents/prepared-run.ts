// What all reports of one run share: names, averages, and the search for what would lift an enterprise.
import { AppError } from '#core/app-error.ts';
import { beijingDay } from '#core/calendar/working-days.ts';
import type { Run as EngineRun } from '#engine/run/evaluate.ts';
import { standardColumns } from '#engine/run/result-columns.ts';
import { createFlipper, type Flipper } from '#engine/simulate/flip.ts';
import { itemsHiddenFrom } from '#capabilities/collection/service/items.ts';
import { getZone, listParks } from '#capabilities/registry/service/places.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { Evaluation } from '#features/evaluation/contract/shapes.ts';
import { selectLastLetterhead } from '#features/evaluation/store/documents.ts';
import { selectEvaluation } from '#features/evaluation/store/evaluations.ts';
import { selectPublications } from '#features/evaluation/store/publications.ts';
import type { RunRecord } from '#features/evaluation/store/runs.ts';
import { getRun, loadRun } from '../runs.ts';

export type PreparedRun = {
  readonly record: RunRecord;
  readonly evaluation: Evaluation;
  readonly run: EngineRun;
  readonly rowOf: (creditCode: string) => number;
  readonly issuer: string;
  readonly parks: ReadonlyMap<string, string>;
  /** The day the result became public, or was computed as long as it is not. */
  readonly day: string;
  /** Mean points of each indicator over everybody with a rank, by name, and the mean score. */
  readonly meanPoints: ReadonlyMap<string, number>;
  readonly meanScore: number;
  readonly ranked: number;
  readonly flipper: Flipper;
  /** Inputs whose figures the reader may not see. */
  readonly hidden: ReadonlySet<string>;
};

export async function prepareRun(ctx: Ctx, runId: string): Promise<PreparedRun> {
  const record = await getRun(ctx, runId);
  const evaluation = await selectEvaluation(ctx, record.evaluation_id);
  if (evaluation === undefined) throw new AppError('evaluation_not_found');
  const { run, rowOf } = await loadRun(ctx, runId);
  const published = (await selectPublications(ctx)).find(({ run_id }) => run_id === runId);
  const since = new Date(published?.published_at ?? record.created_at);
  const letterhead = await selectLastLetterhead(ctx);
  const ranked = rankedRows(run);
  return {
    record,
    evaluation,
    run,
    rowOf,
    issuer: letterhead?.issuer ?? (await getZone(ctx)).name,
    parks: new Map((await listParks(ctx)).items.map(({ park_id, name }) => [park_id, name])),
    day: beijingDay(since),
    meanPoints: meanPoints(run, ranked),
    meanScore: mean(ranked.map((row) => run.score[row] ?? Number.NaN)),
    ranked: ranked.length,
    flipper: createFlipper(run, { quick: true, pair: false }),
    hidden: await itemsHiddenFrom(ctx),
  };
}

function rankedRows({ rows, classified }: EngineRun): number[] {
  return Array.from({ length: rows }, (_, row) => row).filter((row) => classified.ranking.rank[row] !== 0);
}

function meanPoints(run: EngineRun, ranked: readonly number[]): Map<string, number> {
  const columns = new Map(standardColumns(run, 'zh').map((column) => [column.name, column]));
  return new Map(
    run.plan.indicators.map(({ name }) => {
      const points = columns.get(`${name}.score`);
      const at = points?.kind === 'computed' ? points.at : () => Number.NaN;
      return [name, mean(ranked.map((row) => at(row)))];
    }),
  );
}

/** Of the numbers that are there. */
export function mean(values: readonly number[]): number {
  const known = values.filter(Number.isFinite);
  return known.length === 0 ? Number.NaN : known.reduce((sum, value) => sum + value, 0) / known.length;
}
