// Use case: what would lift an enterprise to the next better class, as far as the caller may see the figures.
import { AppError } from '#core/app-error.ts';
import { namesOf } from '#engine/explain/show.ts';
import type { Run } from '#engine/run/evaluate.ts';
import { describeFlip } from '#engine/simulate/describe-flip.ts';
import type { FigureChange, Flip } from '#engine/simulate/flip.ts';
import { type Caller, transact } from '#platform/ctx.ts';
import type { FigureMove, Lift } from '../contract/lift.ts';
import type { ResultRow } from '../contract/shapes.ts';
import { selectRunRow } from '../store/runs.ts';
import type { LiftReply } from '../worker/lift.ts';
import { liftOnThread } from '../worker/lift-on-thread.ts';
import { visibleInputs } from './fields.ts';
import { getRun, loadRun, partsOfRun } from './runs.ts';

/** What was asked of late; a run never changes. */
const FOUND = new Map<string, LiftReply>();
const MOST_FOUND = 500;

/** The thread works while no transaction is held. */
export async function getLift(
  caller: Caller,
  { run_id, enterprise_id }: { run_id: string; enterprise_id: string },
): Promise<Lift> {
  const { record, row, run, visible } = await transact(caller, async (ctx) => {
    const found = await getRun(ctx, run_id);
    const own = await selectRunRow(ctx, run_id, enterprise_id);
    if (own === undefined) throw new AppError('result_not_found');
    const loaded = await loadRun(ctx, run_id);
    const inputs = await visibleInputs(ctx, loaded.run.plan);
    return { record: found, row: own, run: loaded.run, visible: new Set(inputs.map(({ name }) => name)) };
  });
  const key = `${caller.zone} ${run_id}`;
  const known = FOUND.get(`${key} ${enterprise_id}`);
  const reply =
    known ??
    (await liftOnThread(key, row.credit_code, () => transact(caller, (ctx) => partsOfRun(ctx, record))));
  remember(`${key} ${enterprise_id}`, reply);
  return liftOf(reply, row, run, visible);
}

function remember(key: string, reply: LiftReply): void {
  FOUND.delete(key);
  FOUND.set(key, reply);
  const [oldest] = FOUND.keys();
  if (FOUND.size > MOST_FOUND && oldest !== undefined) FOUND.delete(oldest);
}

function liftOf({ flip, firmness }: LiftReply, row: ResultRow, run: Run, visible: ReadonlySet<string>): Lift {
  const { enterprise_id } = row;
  if (flip === undefined)
    return { ...NOWHERE, enterprise_id, from: row.class, sentences: { zh: [], en: [] }, firmness };
  const shown = { ...within(flip, visible), id: row.name };
  return {
    enterprise_id,
    from: shown.from ?? null,
    target: shown.target,
    reachable: shown.reachable,
    obstacle: shown.obstacle ?? null,
    points: finite(shown.points),
    rank: finite(shown.rank),
    last_rank: finite(shown.lastRank),
    singles: shown.singles.flatMap(({ change, proven }) =>
      change === undefined ? [] : [{ ...moveOf(change, run), proven }],
    ),
    pair:
      shown.pair === undefined
        ? null
        : [moveOf(shown.pair.changes[0], run), moveOf(shown.pair.changes[1], run)],
    sentences: { zh: describeFlip(shown, run, 'zh'), en: describeFlip(shown, run, 'en') },
    firmness,
  };
}

const NOWHERE = {
  target: null,
  reachable: false,
  obstacle: null,
  points: null,
  rank: null,
  last_rank: null,
  singles: [],
  pair: null,
};

/** Without the figures that an item hides from the caller. */
function within(flip: Flip, visible: ReadonlySet<string>): Flip {
  return {
    ...flip,
    singles: flip.singles.filter(({ input }) => visible.has(input)),
    pair: flip.pair?.changes.every(({ input }) => visible.has(input)) === true ? flip.pair : undefined,
  };
}

function moveOf({ input, from, to, shown, relative }: FigureChange, run: Run): FigureMove {
  const plan = run.plan.inputs.find(({ name }) => name === input);
  return {
    input,
    ...namesOf(plan ?? {}, input),
    unit: plan?.unit ?? null,
    from: finite(from),
    to,
    shown,
    relative: finite(relative),
  };
}

const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);
