// Use case of the overview: a run added up in every way a leader asks for, beside the years before.
import { AppError } from '#core/app-error.ts';
import { industryDivisions } from '#core/industry.ts';
import { listParks, listPeriods } from '#capabilities/registry/service/places.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { Overview, OverviewEvaluation, Totals } from '../contract/overview.ts';
import { groupRows, type RunColumns, totalsOf } from '../model/totals.ts';
import { alertsOf } from './alerts.ts';
import { classFields, indicatorFields, inputFields, visibleInputs } from './fields.ts';
import { earlierRuns, officialRuns } from './official-runs.ts';
import { columnsOf } from './run-columns.ts';
import { loadRun } from './runs.ts';
import { visibleRows } from './visible-rows.ts';

const MOST_PERIODS = 6;

export async function getOverview(
  ctx: Ctx,
  asked: { period_id?: string | undefined; evaluation_id?: string | undefined },
): Promise<Overview> {
  const runs = await officialRuns(ctx);
  const shown = choose(runs, asked);
  const period = shown?.period_id ?? asked.period_id ?? null;
  const evaluations = runs.filter(({ period_id }) => period_id === period);
  if (shown === undefined)
    return { ...NOTHING, period_id: period, alerts: await alertsOf(ctx, period, undefined) };
  const { run } = await loadRun(ctx, shown.run_id);
  const inputs = await visibleInputs(ctx, run.plan);
  const hides = hiding(new Set(inputs.map(({ name }) => name)));
  const columns = columnsOf(run);
  const rows = await visibleRows(ctx, shown.run_id, columns);
  const earlier = earlierRuns(runs, shown, await periodsBefore(ctx, shown.period_id));
  const before = earlier[0];
  const within = comparable(shown, columns, rows);
  const last = before && { period_id: before.period_id, ...(await columnsWithin(ctx, before, within)) };
  const names = new Map((await listParks(ctx)).items.map((park) => [park.park_id, park.name]));
  const parts = (texts: readonly string[]) =>
    [...groupRows(texts, rows)]
      .map(([key, of]) => ({ key, totals: hides(totalsOf(columns, of)) }))
      .toSorted((a, b) => b.totals.enterprises - a.totals.enterprises);
  return {
    period_id: shown.period_id,
    evaluation: shown,
    evaluations,
    inputs: inputFields(inputs)
      .filter(({ kind }) => kind === 'number')
      .map(({ name, zh, en, unit }) => ({ name, zh, en, unit })),
    indicators: indicatorFields(run.plan),
    classes: classFields(run.plan),
    totals: hides(totalsOf(columns, rows)),
    parks: parts(columns.parkId).map(({ key, totals }) => ({
      park_id: key === '' ? null : key,
      name: names.get(key) ?? '',
      ...totals,
    })),
    industries: parts(columns.division).map(({ key, totals }) => ({
      industry_code: key === '' ? null : key,
      name: DIVISIONS.get(key) ?? '',
      ...totals,
    })),
    scales: parts(columns.scale).map(({ key, totals }) => ({
      scale: key === 'above_scale' || key === 'below_scale' ? key : null,
      ...totals,
    })),
    transitions:
      last === undefined
        ? null
        : { from_period: last.period_id, cells: transitionsOf(last.columns, last.rows, columns, rows) },
    trend: await trendOf(ctx, [shown, ...earlier], hides, within),
    alerts: await alertsOf(ctx, shown.period_id, { columns, rows, last, names }),
  };
}

const DIVISIONS = new Map(industryDivisions().map(({ code, zh }) => [code, zh]));

const NOTHING: Omit<Overview, 'period_id' | 'alerts'> = {
  evaluation: null,
  evaluations: [],
  inputs: [],
  indicators: [],
  classes: [],
  totals: null,
  parks: [],
  industries: [],
  scales: [],
  transitions: null,
  trend: [],
};

function choose(
  runs: readonly OverviewEvaluation[],
  { period_id, evaluation_id }: { period_id?: string | undefined; evaluation_id?: string | undefined },
): OverviewEvaluation | undefined {
  if (evaluation_id !== undefined) {
    const found = runs.find((run) => run.evaluation_id === evaluation_id);
    if (found === undefined) throw new AppError('evaluation_not_found');
    return found;
  }
  const of = period_id === undefined ? runs : runs.filter((run) => run.period_id === period_id);
  const [latest] = of;
  return of.find((run) => run.period_id === latest?.period_id && run.scope === 'all') ?? latest;
}

/** Periods of the same kind that ended before this one began, the latest first. */
async function periodsBefore(ctx: Ctx, id: string): Promise<string[]> {
  const { items } = await listPeriods(ctx);
  const period = items.find((one) => one.period_id === id);
  if (period === undefined) return [];
  return items
    .filter(({ kind, ends_on }) => kind === period.kind && ends_on < period.starts_on)
    .toSorted((a, b) => (a.ends_on < b.ends_on ? 1 : -1))
    .slice(0, MOST_PERIODS - 1)
    .map((one) => one.period_id);
}

type Within = (evaluation: OverviewEvaluation, enterpriseId: string) => boolean;

/** A list of everybody is compared with one of some by those who are on both: else a year would seem to have lost the rest. */
function comparable(shown: OverviewEvaluation, { enterpriseId }: RunColumns, rows: Uint32Array): Within {
  const present = new Set(Array.from(rows, (row) => enterpriseId[row] ?? ''));
  return ({ scope }, id) => scope === shown.scope || present.has(id);
}

async function columnsWithin(
  ctx: Ctx,
  evaluation: OverviewEvaluation,
  within: Within,
): Promise<{ columns: RunColumns; rows: Uint32Array }> {
  const columns = columnsOf((await loadRun(ctx, evaluation.run_id)).run);
  const visible = await visibleRows(ctx, evaluation.run_id, columns);
  return { columns, rows: visible.filter((row) => within(evaluation, columns.enterpriseId[row] ?? '')) };
}

/** Sums of figures an item hides from the caller are hidden too. */
function hiding(visible: ReadonlySet<string>): (totals: Totals) => Totals {
  return (totals) => ({
    ...totals,
    inputs: Object.fromEntries(Object.entries(totals.inputs).filter(([name]) => visible.has(name))),
  });
}

/** One evaluation after the other: a transaction has one connection. */
async function trendOf(
  ctx: Ctx,
  latestFirst: readonly OverviewEvaluation[],
  hides: (totals: Totals) => Totals,
  within: Within,
): Promise<Overview['trend']> {
  const trend: Overview['trend'] = [];
  for (const evaluation of latestFirst.toReversed()) {
    const { columns, rows } = await columnsWithin(ctx, evaluation, within);
    const { period_id, run_id } = evaluation;
    trend.push({ period_id, run_id, totals: hides(totalsOf(columns, rows)) });
  }
  return trend;
}

/** From class to class, '' for not there; those who were there before and are not now are counted too. */
function transitionsOf(
  before: RunColumns,
  beforeRows: Uint32Array,
  after: RunColumns,
  afterRows: Uint32Array,
): { before: string; after: string; count: number }[] {
  const classes = (columns: RunColumns, rows: Uint32Array) =>
    new Map(
      Array.from(rows, (row) => [
        columns.enterpriseId[row] ?? '',
        columns.classes[columns.final[row] ?? 255] ?? '',
      ]),
    );
  const [was, is] = [classes(before, beforeRows), classes(after, afterRows)];
  const counts = new Map<string, { before: string; after: string; count: number }>();
  for (const id of new Set([...was.keys(), ...is.keys()])) {
    const [from, to] = [was.get(id) ?? '', is.get(id) ?? ''];
    const key = `${from}→${to}`;
    const cell = counts.get(key) ?? { before: from, after: to, count: 0 };
    counts.set(key, { ...cell, count: cell.count + 1 });
  }
  return [...counts.values()].filter((cell) => cell.before !== '' || cell.after !== '');
}
