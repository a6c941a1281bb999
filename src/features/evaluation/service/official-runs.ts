// The runs that count for the caller, by period: current ones for those who run the evaluation, public ones for others.
import { listPeriods } from '#capabilities/registry/service/places.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { OverviewEvaluation } from '../contract/overview.ts';
import { selectOfficialRuns } from '../store/official-runs.ts';
import { seesUnpublished } from './runs.ts';

/** The latest period first, and of one period the latest evaluation. */
export async function officialRuns(ctx: Ctx): Promise<OverviewEvaluation[]> {
  const { items } = await listPeriods(ctx);
  const ends = new Map(items.map((period) => [period.period_id, period.ends_on]));
  const endOf = ({ period_id }: OverviewEvaluation): string => ends.get(period_id) ?? '';
  const runs = await selectOfficialRuns(ctx, !seesUnpublished(ctx));
  return runs.toSorted((a, b) => (endOf(a) === endOf(b) ? 0 : endOf(a) < endOf(b) ? 1 : -1));
}

/** Of each earlier period the run of the same scope, else one of everybody; the latest first. */
export function earlierRuns(
  runs: readonly OverviewEvaluation[],
  shown: OverviewEvaluation,
  periodsBefore: readonly string[],
): OverviewEvaluation[] {
  return periodsBefore.flatMap((period) => {
    const of = runs.filter((run) => run.period_id === period && run.published);
    const found = of.find(({ scope }) => scope === shown.scope) ?? of.find(({ scope }) => scope === 'all');
    return found === undefined ? [] : [found];
  });
}
