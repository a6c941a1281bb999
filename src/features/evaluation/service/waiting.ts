// Use case: everything that waits for the caller, gathered from all parts of the product by what the role may do.
import {
  openTasks,
  ownOpenFindings,
  stagedImports,
  unconfirmedEnterprises,
  waitingDisputes,
} from '#capabilities/collection/service/waiting.ts';
import { listSubjects } from '#capabilities/registry/service/subjects.ts';
import { listMemberships } from '#capabilities/identity/service/members.ts';
import type { Role } from '#core/roles.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { WaitingWork } from '../contract/waiting.ts';
import { isWithin } from '../model/frame.ts';
import { isUnderWay, type Transition } from '../model/lifecycle.ts';
import { selectEvaluations } from '../store/evaluations.ts';
import { selectSchemes } from '../store/schemes.ts';
import { type OpenProposal, selectOpenAppeals, selectOpenProposals } from '../store/waiting.ts';
import { getEvaluation } from './steps.ts';

type Source = (ctx: Ctx) => Promise<WaitingWork[]>;

const OFFICER: readonly Source[] = [
  stepsToTake,
  appealsToDecide,
  appealsToSign,
  adjustmentsToDecide,
  correctionsToSign,
  schemesToDecide,
  disputesToAnswer,
  importsToAccept,
  findingsToExplain,
];

const SOURCES: Readonly<Partial<Record<Role, readonly Source[]>>> = {
  evaluation_officer: OFFICER,
  leader: [stepsToTake, appealsToSign, adjustmentsToDecide, correctionsToSign, schemesToDecide],
  data_officer: [tasksToHandIn, importsToAccept, findingsToExplain],
  enterprise_user: [confirmationsToGive, tasksToHandIn, importsToAccept],
  security_admin: [membershipsToGrant],
};

/** What is due first comes first. */
export async function listWaiting(ctx: Ctx): Promise<{ items: WaitingWork[] }> {
  const { role } = ctx.actor;
  const sources = role === 'system' || role === 'public' ? [] : (SOURCES[role] ?? []);
  const items: WaitingWork[] = [];
  // One after the other: the transaction has one connection.
  for (const source of sources) items.push(...(await source(ctx)));
  const due = (work: WaitingWork): string => work.due_on ?? '9999';
  return { items: items.toSorted((a, b) => (due(a) === due(b) ? 0 : due(a) < due(b) ? -1 : 1)) };
}

const MOST_IDS = 20;

type Place = Partial<Pick<WaitingWork, 'due_on' | 'period_id' | 'evaluation_id' | 'params'>>;

function waiting(kind: WaitingWork['kind'], ids: readonly string[], place: Place = {}): WaitingWork[] {
  if (ids.length === 0) return [];
  const nowhere = { due_on: null, period_id: null, evaluation_id: null, params: {} };
  return [{ ...nowhere, ...place, kind, count: ids.length, ids: ids.slice(0, MOST_IDS) }];
}

/** One line per value of the key, in the order of the rows. */
function grouped<Row>(rows: readonly Row[], key: (row: Row) => string): Row[][] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(key(row));
    if (group === undefined) groups.set(key(row), [row]);
    else group.push(row);
  }
  return [...groups.values()];
}

async function tasksToHandIn(ctx: Ctx): Promise<WaitingWork[]> {
  const own = (await openTasks(ctx)).filter(
    ({ office_id: office }) => ctx.actor.role === 'data_officer' || office === null,
  );
  return grouped(own, ({ period_id }) => period_id).flatMap((tasks) =>
    waiting(
      'office_task',
      tasks.map(({ task_id }) => task_id),
      {
        due_on: tasks[0]?.due_on ?? null,
        period_id: tasks[0]?.period_id ?? null,
        params: { campaign_id: tasks[0]?.campaign_id ?? '' },
      },
    ),
  );
}

async function importsToAccept(ctx: Ctx): Promise<WaitingWork[]> {
  const staged = await stagedImports(ctx);
  return grouped(staged, ({ period_id }) => period_id).flatMap((of) =>
    waiting(
      'staged_import',
      of.map(({ import_id }) => import_id),
      { period_id: of[0]?.period_id ?? null },
    ),
  );
}

async function findingsToExplain(ctx: Ctx): Promise<WaitingWork[]> {
  return (await ownOpenFindings(ctx)).flatMap(({ period_id, count, errors, ids }) =>
    waiting('open_finding', ids, { period_id, params: { errors } }).map((work) => ({ ...work, count })),
  );
}

async function disputesToAnswer(ctx: Ctx): Promise<WaitingWork[]> {
  return (await waitingDisputes(ctx)).flatMap(({ period_id, count, ids }) =>
    waiting('dispute', ids, { period_id }).map((work) => ({ ...work, count })),
  );
}

async function appealsToDecide(ctx: Ctx): Promise<WaitingWork[]> {
  return appeals(ctx, 'appeal_to_decide', (appeal) => appeal.state === 'submitted');
}

async function appealsToSign(ctx: Ctx): Promise<WaitingWork[]> {
  const { userId } = ctx.actor;
  return appeals(
    ctx,
    'appeal_to_sign',
    ({ state, proposed_by: by }) => state === 'proposed' && by !== userId,
  );
}

async function appeals(
  ctx: Ctx,
  kind: WaitingWork['kind'],
  isMine: (appeal: Awaited<ReturnType<typeof selectOpenAppeals>>[number]) => boolean,
): Promise<WaitingWork[]> {
  const open = (await selectOpenAppeals(ctx)).filter(isMine);
  return grouped(open, ({ evaluation_id }) => evaluation_id).flatMap((of) =>
    waiting(
      kind,
      of.map(({ appeal_id }) => appeal_id),
      {
        due_on: of[0]?.notice_until ?? null,
        period_id: of[0]?.period_id ?? null,
        evaluation_id: of[0]?.evaluation_id ?? null,
        params: { evaluation: of[0]?.evaluation_name ?? '' },
      },
    ),
  );
}

async function adjustmentsToDecide(ctx: Ctx): Promise<WaitingWork[]> {
  return ofOthers(ctx, 'adjustment_to_decide', await selectOpenProposals(ctx, 'adjustment'));
}

async function correctionsToSign(ctx: Ctx): Promise<WaitingWork[]> {
  return ofOthers(ctx, 'correction_to_sign', await selectOpenProposals(ctx, 'correction'));
}

/** Nobody signs what is their own; one line per evaluation. */
function ofOthers(
  { actor }: Ctx,
  kind: WaitingWork['kind'],
  proposals: readonly OpenProposal[],
): WaitingWork[] {
  const others = proposals.filter(({ proposed_by: by }) => by !== actor.userId);
  return grouped(others, ({ evaluation_id }) => evaluation_id).flatMap((of) =>
    waiting(
      kind,
      of.map(({ id }) => id),
      { period_id: of[0]?.period_id ?? null, evaluation_id: of[0]?.evaluation_id ?? null },
    ),
  );
}

async function schemesToDecide(ctx: Ctx): Promise<WaitingWork[]> {
  const submitted = (await selectSchemes(ctx)).filter(
    ({ state, created_by: by }) => state === 'submitted' && by !== ctx.actor.userId,
  );
  return waiting(
    'scheme_to_decide',
    submitted.map(({ scheme_id, version }) => `${scheme_id}/${version}`),
  );
}

/** Ways back, and putting away what is done, wait for nobody. */
const NOT_WAITED_FOR: ReadonlySet<Transition> = new Set([
  'reopen_collection',
  'unfreeze',
  'send_back',
  'archive',
]);

async function stepsToTake(ctx: Ctx): Promise<WaitingWork[]> {
  const items: WaitingWork[] = [];
  const open = (await selectEvaluations(ctx)).filter(isUnderWay);
  for (const { evaluation_id, period_id, name, state, notice_until } of open) {
    const { next } = await getEvaluation(ctx, evaluation_id);
    const ready = next.filter(
      (step) => step.allowed && step.unmet.length === 0 && !NOT_WAITED_FOR.has(step.transition),
    );
    const place = { due_on: state === 'notice' ? notice_until : null, period_id, evaluation_id };
    items.push(
      ...waiting(
        'step_to_take',
        ready.map(({ transition }) => transition),
        { ...place, params: { name, state } },
      ),
    );
  }
  return items;
}

async function confirmationsToGive(ctx: Ctx): Promise<WaitingWork[]> {
  const asked = (await selectEvaluations(ctx)).filter(({ state }) => state === 'confirming');
  const items: WaitingWork[] = [];
  for (const of of grouped(asked, ({ period_id }) => period_id)) {
    const { period_id = '', evaluation_id = null } = of[0] ?? {};
    const silent = new Set(await unconfirmedEnterprises(ctx, period_id));
    const ids = (await listSubjects(ctx, period_id))
      // Another evaluation of the same year may be past confirming.
      .filter((subject) => silent.has(subject.enterprise_id) && of.some((frame) => isWithin(frame, subject)))
      .map((subject) => subject.enterprise_id);
    items.push(...waiting('confirmation_to_give', ids, { period_id, evaluation_id }));
  }
  return items;
}

async function membershipsToGrant(ctx: Ctx): Promise<WaitingWork[]> {
  const { items } = await listMemberships(ctx);
  const proposed = items.filter(
    ({ state, proposed_by: by, user_id: id }) =>
      state === 'proposed' && by !== ctx.actor.userId && id !== ctx.actor.userId,
  );
  return waiting(
    'membership_to_grant',
    proposed.map(({ user_id }) => user_id),
  );
}
