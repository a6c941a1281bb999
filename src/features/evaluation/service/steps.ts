// Use cases on an evaluation's life: begin one, see what it may do next, and take the steps.
import { AppError } from '#core/app-error.ts';
import { addDays, addWorkingDays, beijingDay } from '#core/calendar/working-days.ts';
import type { Override } from '#engine/run/evaluate.ts';
import { recordEvent } from '#capabilities/audit/service/record.ts';
import { openErrors, periodBefore } from '#capabilities/collection/service/checks.ts';
import { getPeriod } from '#capabilities/registry/service/places.ts';
import { type Caller, type Ctx, transact } from '#platform/ctx.ts';
import { enqueue } from '#platform/jobs/enqueue.ts';
import type { Evaluation, NextStep, Scope, StepTaken } from '../contract/shapes.ts';
import { isOpen } from '../model/appeal-state.ts';
import {
  findStep,
  type Need,
  type Step,
  stepsFrom,
  type Transition,
  unmetNeeds,
} from '../model/lifecycle.ts';
import { selectAdjustments, selectOverrides } from '../store/adjustments.ts';
import { selectAppeals } from '../store/appeals.ts';
import {
  type EvaluationChange,
  insertEvaluation,
  insertStep,
  lockEvaluation,
  selectEvaluation,
  selectEvaluations,
  selectSteps,
  updateEvaluation,
} from '../store/evaluations.ts';
import { writeClassHistory } from '../store/publications.ts';
import { selectRun } from '../store/runs.ts';
import { freezeDataset } from './freeze.ts';
import { publish } from './publications.ts';
import { computeRun, partsOf, saveRun } from './runs.ts';
import { getScheme, planOfVersion } from './schemes.ts';

/** Working days of a public notice when nothing else is asked for: 济宁经开区 and most others take five. */
const NOTICE_DAYS = 5;

export type StepInput = {
  readonly evaluation_id: string;
  readonly transition: Transition;
  readonly version: number;
  readonly reason?: string | undefined;
  readonly notice_days?: number | undefined;
};

export async function listEvaluations(ctx: Ctx): Promise<{ items: Evaluation[] }> {
  return { items: await selectEvaluations(ctx) };
}

export async function createEvaluation(
  ctx: Ctx,
  input: {
    name: string;
    period_id: string;
    scheme_id: string;
    scheme_version: number;
    scope?: Scope | undefined;
    land_from_mu?: number | null | undefined;
    land_below_mu?: number | null | undefined;
  },
): Promise<Evaluation> {
  const { name, period_id, scheme_id, scheme_version, scope = 'all' } = input;
  const { land_from_mu = null, land_below_mu = null } = input;
  if (land_from_mu !== null && land_below_mu !== null && land_below_mu <= land_from_mu)
    throw new AppError('evaluation_land_bounds');
  await getPeriod(ctx, period_id);
  await getScheme(ctx, { scheme_id, version: scheme_version });
  const evaluation: Evaluation = {
    evaluation_id: ctx.services.newId(),
    name,
    period_id,
    scheme_id,
    scheme_version,
    scope,
    land_from_mu,
    land_below_mu,
    state: 'draft',
    dataset_id: null,
    run_id: null,
    notice_from: null,
    notice_until: null,
    version: 1,
  };
  await insertEvaluation(ctx, evaluation);
  await recordEvent(ctx, {
    action: 'create_evaluation',
    object: ['evaluation', evaluation.evaluation_id],
    details: { name, period_id, scheme_id, scheme_version, scope, land_from_mu, land_below_mu },
  });
  return evaluation;
}

export async function getEvaluation(
  ctx: Ctx,
  id: string,
): Promise<{ evaluation: Evaluation; next: NextStep[]; steps: StepTaken[] }> {
  const evaluation = await selectEvaluation(ctx, id);
  if (evaluation === undefined) throw new AppError('evaluation_not_found');
  const met = await metNeeds(ctx, evaluation, undefined);
  const next = stepsFrom(evaluation.state).map(({ transition, to, zh, en, ...step }) => ({
    transition,
    to,
    zh,
    en,
    allowed: step.roles.some((role) => role === ctx.actor.role),
    // A reason is given with the step itself.
    unmet: step.needs.filter((need) => need !== 'reason' && !met.has(need)),
  }));
  return { evaluation, next, steps: await selectSteps(ctx, id) };
}

/** Which of all needs are met now; a reason only when one is given. */
async function metNeeds(ctx: Ctx, evaluation: Evaluation, reason: string | undefined): Promise<Set<Need>> {
  const { evaluation_id: id } = evaluation;
  const scheme = await getScheme(ctx, {
    scheme_id: evaluation.scheme_id,
    version: evaluation.scheme_version,
  });
  const run = evaluation.run_id === null ? undefined : await selectRun(ctx, evaluation.run_id);
  const appeals = await selectAppeals(ctx, id);
  const adjustments = await selectAdjustments(ctx, id);
  const today = beijingDay(ctx.services.now());
  // An appeal counts against the run it was made about: after a new run it is dealt with.
  const current = appeals.filter((appeal) => appeal.run_id === evaluation.run_id);
  const isMet: Readonly<Record<Need, boolean>> = {
    scheme_approved: scheme.state === 'approved',
    no_open_errors: (await openErrors(ctx, evaluation.period_id)) === 0,
    dataset: evaluation.dataset_id !== null,
    run: run !== undefined,
    another_person: run !== undefined && run.created_by !== ctx.actor.userId,
    no_open_adjustments: adjustments.every(({ state }) => state !== 'proposed'),
    notice_ended: evaluation.notice_until !== null && today > evaluation.notice_until,
    no_open_appeals: !appeals.some(isOpen),
    accepted_appeals: current.some(({ state }) => state === 'accepted'),
    no_accepted_appeals: current.every(({ state }) => state !== 'accepted'),
    reason: reason !== undefined && reason.length >= 2,
  };
  return new Set((Object.keys(isMet) as Need[]).filter((need) => isMet[need]));
}

/** Steps that read or write every enterprise. */
const HEAVY: ReadonlySet<Transition> = new Set([
  'freeze',
  'compute',
  'review',
  'refreeze',
  'publish_notice',
  'finalise',
]);

/** Refuses at once what cannot be done; what takes longer is left to a job that checks again. */
export async function takeStep(
  ctx: Ctx,
  input: StepInput,
): Promise<{ evaluation: Evaluation; job_id: string | null }> {
  const evaluation = await lockEvaluation(ctx, input.evaluation_id);
  const step = await checkedStep(ctx, evaluation, input);
  if (HEAVY.has(input.transition) && evaluation !== undefined) {
    const { evaluation_id, transition, version, reason, notice_days } = input;
    const job = { evaluation_id, transition, version, reason, notice_days };
    return { evaluation, job_id: await enqueue(ctx, 'take_step', job) };
  }
  return { evaluation: await moveOn(ctx, evaluation, step, input, {}), job_id: null };
}

async function checkedStep(ctx: Ctx, evaluation: Evaluation | undefined, input: StepInput): Promise<Step> {
  if (evaluation === undefined) throw new AppError('evaluation_not_found');
  if (evaluation.version !== input.version) throw new AppError('changed_meanwhile');
  const step = findStep(evaluation.state, input.transition);
  if (step === undefined) throw new AppError('step_not_from_here_conflict', { state: evaluation.state });
  if (!step.roles.some((role) => role === ctx.actor.role)) throw new AppError('forbidden');
  const unmet = unmetNeeds(step, await metNeeds(ctx, evaluation, input.reason));
  if (unmet.length > 0) {
    const findings = unmet.map((need) => ({
      code: `need_${need}`,
      severity: 'error' as const,
      path: [],
      params: { until: evaluation.notice_until ?? '' },
    }));
    throw new AppError('step_needs_more', { step: step.zh }, findings);
  }
  return step;
}

async function moveOn(
  ctx: Ctx,
  evaluation: Evaluation | undefined,
  step: Step,
  input: StepInput,
  change: EvaluationChange,
): Promise<Evaluation> {
  const moved = evaluation && (await updateEvaluation(ctx, evaluation, { ...change, state: step.to }));
  if (evaluation === undefined || moved === undefined) throw new AppError('changed_meanwhile');
  await insertStep(ctx, evaluation.evaluation_id, {
    transition: step.transition,
    from_state: evaluation.state,
    to_state: step.to,
    reason: input.reason ?? null,
  });
  await recordEvent(ctx, {
    action: step.transition,
    object: ['evaluation', evaluation.evaluation_id],
    details: {
      from: evaluation.state,
      to: step.to,
      reason: input.reason ?? '',
      dataset: moved.dataset_id,
      run: moved.run_id,
    },
  });
  return moved;
}

/** The job's work. A step is one transaction; only computing reads first and writes when it has the result. */
export async function performStep(caller: Caller, input: StepInput): Promise<{ state: string }> {
  const taken = await transact(caller, (ctx) => takenBefore(ctx, input));
  if (taken !== undefined) return taken;
  if (input.transition === 'compute' || input.transition === 'review') return performRun(caller, input);
  return transact(caller, async (ctx) => {
    const evaluation = await lockEvaluation(ctx, input.evaluation_id);
    const step = await checkedStep(ctx, evaluation, input);
    if (evaluation === undefined) throw new AppError('evaluation_not_found');
    const change = await CHANGES[input.transition]?.(ctx, evaluation, input);
    const moved = await moveOn(ctx, evaluation, step, input, change ?? {});
    return { state: moved.state };
  });
}

/** A try whose process died after the step was saved and before its job was: this same step is not taken twice. */
async function takenBefore(
  ctx: Ctx,
  { evaluation_id: id, transition, version }: StepInput,
): Promise<{ state: string } | undefined> {
  const evaluation = await selectEvaluation(ctx, id);
  if (evaluation?.version !== version + 1) return undefined;
  const last = (await selectSteps(ctx, id)).at(-1);
  const isThis = last?.transition === transition && last.actor === ctx.actor.userId;
  return isThis ? { state: evaluation.state } : undefined;
}

type Change = (ctx: Ctx, evaluation: Evaluation, input: StepInput) => Promise<EvaluationChange>;

const CHANGES: Readonly<Partial<Record<Transition, Change>>> = {
  freeze,
  refreeze: freeze,
  publish_notice: async (ctx, evaluation, input) => {
    const from = beijingDay(ctx.services.now());
    const until = addWorkingDays(from, input.notice_days ?? NOTICE_DAYS);
    const notice = { notice_from: addDays(from, 1), notice_until: until };
    await publish(ctx, evaluation, {
      run_id: runOf(evaluation),
      kind: 'notice',
      ...notice,
      reason: input.reason ?? null,
    });
    return notice;
  },
  finalise: async (ctx, evaluation, input) => {
    const run_id = runOf(evaluation);
    const nothing = { notice_from: null, notice_until: null };
    await publish(ctx, evaluation, { run_id, kind: 'final', ...nothing, reason: input.reason ?? null });
    await keepHistory(ctx, evaluation, run_id);
    return {};
  },
};

async function freeze(ctx: Ctx, evaluation: Evaluation): Promise<EvaluationChange> {
  const plan = await planOfVersion(ctx, evaluation);
  return { dataset_id: await freezeDataset(ctx, evaluation, plan, evaluation.dataset_id) };
}

function runOf({ run_id: id }: Evaluation): string {
  if (id === null) throw new AppError('run_not_found');
  return id;
}

export async function keepHistory(ctx: Ctx, evaluation: Evaluation, run: string): Promise<void> {
  const before = await periodBefore(ctx, evaluation.period_id);
  await writeClassHistory(ctx, {
    period: evaluation.period_id,
    before,
    run,
    evaluation: evaluation.evaluation_id,
  });
}

/** Computing, and reviewing where classes were changed by hand: the reviewed run is computed with the changes in it. */
function performRun(caller: Caller, input: StepInput): Promise<{ state: string }> {
  const read = async (ctx: Ctx) => {
    const found = await lockEvaluation(ctx, input.evaluation_id);
    await checkedStep(ctx, found, input);
    if (found === undefined || found.dataset_id === null) throw new AppError('dataset_not_found');
    const overrides = await selectOverrides(ctx, input.evaluation_id);
    const run = found.run_id === null ? undefined : await selectRun(ctx, found.run_id);
    const needed = input.transition === 'compute' || !sameOverrides(run?.overrides ?? [], overrides);
    const { dataset_id } = found;
    return { dataset_id, parts: needed ? await partsOf(ctx, dataset_id, found, overrides) : undefined };
  };
  return computeRun(caller, input.evaluation_id, read, async (ctx, { dataset_id, parts }, computing) => {
    const found = await lockEvaluation(ctx, input.evaluation_id);
    const step = await checkedStep(ctx, found, input);
    if (computing === undefined || parts === undefined || found === undefined) {
      return { state: (await moveOn(ctx, found, step, input, {})).state };
    }
    const run = { ...found, dataset_id, purpose: 'official' as const, overrides: parts.overrides };
    const run_id = await saveRun(ctx, run, computing);
    return { state: (await moveOn(ctx, found, step, input, { run_id })).state };
  });
}

function sameOverrides(a: readonly Override[], b: readonly Override[]): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
