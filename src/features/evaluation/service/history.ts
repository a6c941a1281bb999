// Use case: an enterprise over the years, each indicator beside the medians of its industry, its park and its pool.
import { divisionOf } from '#core/industry.ts';
import { confirmationState } from '#capabilities/collection/service/confirmations.ts';
import { getEnterprise } from '#capabilities/registry/service/enterprises.ts';
import { listParks } from '#capabilities/registry/service/places.ts';
import type { Run } from '#engine/run/evaluate.ts';
import type { Ctx } from '#platform/ctx.ts';
import { APPEAL_READERS } from '../contract/appeals.ts';
import type { EnterpriseHistory, EnterpriseYear, IndicatorYear } from '../contract/history.ts';
import type { OverviewEvaluation } from '../contract/overview.ts';
import { medianOfSorted, picked, type RunColumns } from '../model/totals.ts';
import type { Appeal, ResultRow } from '../contract/shapes.ts';
import { selectAppeal } from '../store/appeals.ts';
import { type ListedOn, selectAppealsOf, selectListsOf, selectYearsInDOf } from '../store/history.ts';
import { selectRunRow } from '../store/runs.ts';
import { asSeenBy } from './appeals.ts';
import { indicatorFields } from './fields.ts';
import { officialRuns } from './official-runs.ts';
import { columnsOf } from './run-columns.ts';
import { loadRun } from './runs.ts';
import { seesWholeZone } from './visible-rows.ts';

const MOST_YEARS = 6;
/** With fewer, a median would tell somebody’s own figure to the others; who sees the whole zone sees them anyway. */
const FEWEST_COMPARED = 5;

export async function getEnterpriseHistory(ctx: Ctx, enterpriseId: string): Promise<EnterpriseHistory> {
  const enterprise = await getEnterprise(ctx, enterpriseId);
  const { enterprise_id, credit_code, name, park_id, industry_code } = enterprise;
  const parks = (await listParks(ctx)).items;
  const known = {
    lists: await selectListsOf(ctx, enterpriseId),
    yearsInD: await selectYearsInDOf(ctx, enterpriseId),
  };
  const periods: EnterpriseYear[] = [];
  for (const evaluation of await officialRuns(ctx)) {
    if (periods.length === MOST_YEARS) break;
    const row = await selectRunRow(ctx, evaluation.run_id, enterpriseId);
    if (row !== undefined) periods.push(await yearOf(ctx, evaluation, row, known));
  }
  const found: Appeal[] = [];
  const readsAppeals = APPEAL_READERS.some((role) => role === ctx.actor.role);
  for (const id of readsAppeals ? await selectAppealsOf(ctx, enterpriseId) : []) {
    const appeal = await selectAppeal(ctx, id);
    if (appeal !== undefined) found.push(appeal);
  }
  return {
    enterprise_id,
    credit_code,
    name,
    park_id,
    park_name: parks.find((park) => park.park_id === park_id)?.name ?? null,
    industry_code,
    industry_name: industry_code === null ? null : (divisionOf(industry_code)?.zh ?? null),
    periods,
    appeals: await asSeenBy(ctx, found),
  };
}

type Known = { readonly lists: readonly ListedOn[]; readonly yearsInD: ReadonlyMap<string, number> };

async function yearOf(
  ctx: Ctx,
  evaluation: OverviewEvaluation,
  row: ResultRow,
  { lists, yearsInD }: Known,
): Promise<EnterpriseYear> {
  const { run, rowOf } = await loadRun(ctx, evaluation.run_id);
  const at = rowOf(row.credit_code);
  const { period_id, evaluation_id, name, scope, state, run_id, published } = evaluation;
  const { final_class, score, rank, pool } = row;
  return {
    period_id,
    evaluation_id,
    evaluation_name: name,
    scope,
    state,
    run_id,
    published,
    class: row.class,
    final_class,
    score,
    rank,
    pool,
    pool_size: rankedInPool(run, at),
    years_in_d: yearsInD.get(period_id) ?? 0,
    indicators: indicatorsOf(run, at, row, seesWholeZone(ctx) ? 1 : FEWEST_COMPARED),
    publications: lists
      .filter((list) => list.evaluation_id === evaluation_id)
      .map(({ publication_id, kind, title, published_at }) => ({
        publication_id,
        kind,
        title,
        published_at,
      })),
    confirmation: await confirmationState(ctx, period_id, row.enterprise_id),
  };
}

function rankedInPool({ classified: { pools, ranking }, rows }: Run, at: number): number {
  let count = 0;
  for (let row = 0; row < rows; row++) if (pools[row] === pools[at] && ranking.rank[row] !== 0) count += 1;
  return count;
}

function indicatorsOf(run: Run, at: number, row: ResultRow, fewest: number): IndicatorYear[] {
  const columns = columnsOf(run);
  const { pools } = run.classified;
  const industry = rowsLike(columns, at, columns.division);
  const park = rowsLike(columns, at, columns.parkId);
  const pool = rowsWhere(columns, (other) => pools[other] === pools[at]);
  return indicatorFields(run.plan).map((field, i) => {
    const values = columns.indicators[i]?.values ?? new Float64Array();
    const [value, points] = row.indicators[field.name] ?? [null, null];
    const median = (rows: readonly number[]): number | null => {
      const known = picked(values, rows);
      return known.length < fewest ? null : medianOfSorted(known.toSorted());
    };
    return {
      ...field,
      value,
      points,
      industry_median: median(industry),
      park_median: median(park),
      pool_median: median(pool),
    };
  });
}

/** Nobody is like who has no industry or no park. */
function rowsLike(columns: RunColumns, at: number, texts: readonly string[]): number[] {
  const own = texts[at] ?? '';
  return own === '' ? [] : rowsWhere(columns, (row) => texts[row] === own);
}

function rowsWhere({ rows }: RunColumns, isIn: (row: number) => boolean): number[] {
  const found: number[] = [];
  for (let row = 0; row < rows; row++) if (isIn(row)) found.push(row);
  return found;
}
