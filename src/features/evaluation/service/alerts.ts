// What somebody should look at: more of class D in a park, offices that are late, objections that wait, open faults.
import { beijingDay } from '#core/calendar/working-days.ts';
import { openTasks, visibleOpenFindings, waitingDisputes } from '#capabilities/collection/service/waiting.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { Alert } from '../contract/overview.ts';
import { groupRows, type RunColumns } from '../model/totals.ts';
import { selectLongInD, selectOpenAppeals } from '../store/waiting.ts';

/** A park is told of when its share of D grew by as much, and by as many enterprises. */
const SHARE_GREW = 0.05;
const FEWEST_MORE = 2;
const LONG = 2;
const MOST_IDS = 20;

type Shown = {
  readonly columns: RunColumns;
  readonly rows: Uint32Array;
  readonly last: { readonly columns: RunColumns; readonly rows: Uint32Array } | undefined;
  /** Of parks. */
  readonly names: ReadonlyMap<string, string>;
};

/** Without a run only what concerns the figures and the appeals of the period. */
export async function alertsOf(ctx: Ctx, period: string | null, shown: Shown | undefined): Promise<Alert[]> {
  if (period === null) return [];
  return [
    ...(shown === undefined ? [] : parksWithMoreD(shown)),
    ...alert('long_in_d', await selectLongInD(ctx, period, LONG), { years: LONG }),
    ...(await lateOffices(ctx, period)),
    ...(await waitingAppeals(ctx, period)),
    ...(await openErrors(ctx, period)),
    ...(await disputes(ctx, period)),
  ];
}

function alert(kind: Alert['kind'], ids: readonly string[], params: Alert['params'] = {}): Alert[] {
  return ids.length === 0 ? [] : [{ kind, count: ids.length, params, ids: ids.slice(0, MOST_IDS) }];
}

function parksWithMoreD({ columns, rows, last, names }: Shown): Alert[] {
  if (last === undefined) return [];
  const before = sharesOfWorst(last.columns, last.rows);
  return [...sharesOfWorst(columns, rows)]
    .flatMap(([park, now]): Alert[] => {
      const was = before.get(park);
      if (park === '' || was === undefined) return [];
      if (now.share - was.share < SHARE_GREW || now.count - was.count < FEWEST_MORE) return [];
      const params = {
        park: names.get(park) ?? '',
        before: was.count,
        after: now.count,
        share_before: was.share,
        share_after: now.share,
      };
      return [{ kind: 'park_more_d', count: now.count - was.count, params, ids: [park] }];
    })
    .toSorted((a, b) => b.count - a.count);
}

/** By park: how many of those evaluated are in the last class of the order. */
function sharesOfWorst(columns: RunColumns, rows: Uint32Array) {
  const evaluated = rows.filter((row) => (columns.final[row] ?? 255) < columns.ordered);
  const worst = columns.ordered - 1;
  return new Map(
    [...groupRows(columns.parkId, evaluated)].map(([park, of]) => {
      const count = of.filter((row) => columns.final[row] === worst).length;
      return [park, { count, share: count / of.length }] as const;
    }),
  );
}

async function lateOffices(ctx: Ctx, period: string): Promise<Alert[]> {
  // Who hands in what is none of a park's business.
  if (ctx.actor.role === 'park_manager') return [];
  const today = beijingDay(ctx.services.now());
  const late = (await openTasks(ctx)).filter((task) => task.period_id === period && task.due_on < today);
  return alert(
    'office_late',
    late.map(({ task_id }) => task_id),
    { due_on: late[0]?.due_on ?? '' },
  );
}

/** One for each evaluation of the period: they are decided one by one. */
async function waitingAppeals(ctx: Ctx, period: string): Promise<Alert[]> {
  const appeals = (await selectOpenAppeals(ctx)).filter((appeal) => appeal.period_id === period);
  return [...new Set(appeals.map(({ evaluation_id }) => evaluation_id))].flatMap((evaluation) => {
    const of = appeals.filter(({ evaluation_id }) => evaluation_id === evaluation);
    return alert(
      'appeals_waiting',
      of.map(({ appeal_id }) => appeal_id),
      { evaluation_id: evaluation, evaluation: of[0]?.evaluation_name ?? '' },
    );
  });
}

async function openErrors(ctx: Ctx, period: string): Promise<Alert[]> {
  const found = (await visibleOpenFindings(ctx)).find((of) => of.period_id === period);
  if (found === undefined || found.errors === 0) return [];
  return [{ kind: 'open_errors', count: found.errors, params: {}, ids: found.ids }];
}

async function disputes(ctx: Ctx, period: string): Promise<Alert[]> {
  const found = (await waitingDisputes(ctx)).find((of) => of.period_id === period);
  return found === undefined
    ? []
    : [{ kind: 'disputes_waiting', count: found.count, params: {}, ids: found.ids }];
}
