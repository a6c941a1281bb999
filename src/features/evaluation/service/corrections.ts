// Corrections after publication: one officer proposes what was computed anew, another person signs exactly that.
import { AppError } from '#core/app-error.ts';
import { recordEvent } from '#capabilities/audit/service/record.ts';
import { type Caller, type Ctx, transact } from '#platform/ctx.ts';
import { isUniqueViolation } from '#platform/db/violations.ts';
import { enqueue } from '#platform/jobs/enqueue.ts';
import type { CorrectionEffect, ListCorrection } from '../contract/corrections.ts';
import type { Evaluation, Publication, Run } from '../contract/shapes.ts';
import { selectOverrides } from '../store/adjustments.ts';
import {
  countChanges,
  decideCorrectionRow,
  hasOpenCorrection,
  insertCorrection,
  selectCorrection,
  selectCorrections,
  selectMoves,
} from '../store/corrections.ts';
import { lockEvaluation, updateEvaluation } from '../store/evaluations.ts';
import { lastPublication } from '../store/publications.ts';
import { freezeDataset } from './freeze.ts';
import { getPublication, publish } from './publications.ts';
import { computeRun, getRun, partsOf, saveRun } from './runs.ts';
import { getScheme, planOf } from './schemes.ts';
import { keepHistory } from './steps.ts';

export type CorrectionInput = { readonly publication_id: string; readonly reason: string };

export async function proposeCorrection(ctx: Ctx, input: CorrectionInput): Promise<{ job_id: string }> {
  const publication = await getPublication(ctx, input.publication_id);
  await correctable(ctx, publication);
  if (await hasOpenCorrection(ctx, publication.evaluation_id))
    throw new AppError('correction_exists_conflict');
  return { job_id: await enqueue(ctx, 'propose_correction', input) };
}

/** The evaluation of a list that counts, locked. */
async function correctable(
  ctx: Ctx,
  { publication_id, evaluation_id }: Pick<Publication, 'publication_id' | 'evaluation_id'>,
): Promise<Evaluation> {
  const evaluation = await lockEvaluation(ctx, evaluation_id);
  if (evaluation?.state !== 'final') throw new AppError('correction_before_final_conflict');
  const last = await lastPublication(ctx, evaluation_id);
  if (last?.publication_id !== publication_id) throw new AppError('publication_replaced_conflict');
  return evaluation;
}

/** The job's work: a dataset of the figures as they count now and its run. The evaluation and its list stay as they are. */
export async function performProposal(
  caller: Caller,
  input: CorrectionInput,
): Promise<{ correction_id: string }> {
  const publication = await transact(caller, (ctx) => getPublication(ctx, input.publication_id));
  const read = async (ctx: Ctx) => {
    const evaluation = await correctable(ctx, publication);
    const scheme = await getScheme(ctx, {
      scheme_id: evaluation.scheme_id,
      version: evaluation.scheme_version,
    });
    const dataset = await freezeDataset(ctx, evaluation, planOf(scheme.text), evaluation.dataset_id);
    const overrides = await selectOverrides(ctx, evaluation.evaluation_id);
    return { dataset, overrides, parts: await partsOf(ctx, dataset, evaluation, overrides) };
  };
  return computeRun(caller, publication.evaluation_id, read, async (ctx, found, computing) => {
    if (computing === undefined) throw new AppError('dataset_not_found');
    const evaluation = await correctable(ctx, publication);
    const { dataset, overrides } = found;
    const run = { ...evaluation, dataset_id: dataset, purpose: 'correction' as const, overrides };
    const run_id = await saveRun(ctx, run, computing);
    const correction_id = ctx.services.newId();
    const { evaluation_id, publication_id } = publication;
    await insertCorrection(ctx, {
      correction_id,
      evaluation_id,
      publication_id,
      run_id,
      reason: input.reason,
    }).catch((error: unknown) => {
      throw isUniqueViolation(error) ? new AppError('correction_exists_conflict') : error;
    });
    await recordEvent(ctx, {
      action: 'propose_correction',
      object: ['publication', publication_id],
      details: { correction: correction_id, run: run_id, reason: input.reason },
    });
    return { correction_id };
  });
}

export async function listCorrections(ctx: Ctx): Promise<{ items: ListCorrection[] }> {
  return { items: await selectCorrections(ctx) };
}

const MOST_MOVES = 500;

export async function getCorrection(
  ctx: Ctx,
  id: string,
): Promise<{ correction: ListCorrection; effect: CorrectionEffect }> {
  const correction = await correctionOf(ctx, id);
  const { run_id: before } = await getPublication(ctx, correction.publication_id);
  const after = correction.run_id;
  const pair = { before, after };
  const classes = classCounts(await getRun(ctx, before), await getRun(ctx, after));
  const counts = await countChanges(ctx, pair);
  const moves = await selectMoves(ctx, pair, MOST_MOVES);
  return { correction, effect: { run_before: before, run_after: after, classes, ...counts, moves } };
}

async function correctionOf(ctx: Ctx, id: string): Promise<ListCorrection> {
  const correction = await selectCorrection(ctx, id);
  if (correction === undefined) throw new AppError('correction_not_found');
  return correction;
}

/** In the order of the scheme; both runs are of the same one. */
function classCounts(before: Run, after: Run): CorrectionEffect['classes'] {
  const names = new Set([...before.summary.classes, ...after.summary.classes].map((one) => one.class));
  const of = ({ summary }: Run, name: string): number =>
    summary.classes.find((one) => one.class === name)?.count ?? 0;
  return [...names].map((name) => ({ class: name, before: of(before, name), after: of(after, name) }));
}

export type CorrectionSignature = {
  readonly correction_id: string;
  readonly signature: 'signed' | 'sent_back';
  readonly reason: string;
  readonly version: number;
};

/** Publishing writes every row, so it is a job; sending back is done at once. */
export async function signCorrection(
  ctx: Ctx,
  input: CorrectionSignature,
): Promise<{ correction: ListCorrection; job_id: string | null }> {
  const correction = await signable(ctx, input);
  if (input.signature === 'signed') {
    await correctable(ctx, correction);
    const { correction_id, reason, version } = input;
    return {
      correction,
      job_id: await enqueue(ctx, 'correct_publication', { correction_id, reason, version }),
    };
  }
  const saved = await decideCorrectionRow(ctx, input, { state: 'sent_back', reason: input.reason });
  if (saved === undefined) throw new AppError('changed_meanwhile');
  await recordEvent(ctx, {
    action: 'send_back_correction',
    object: ['publication', saved.publication_id],
    details: { correction: saved.correction_id, proposed_by: saved.proposed_by, reason: input.reason },
  });
  return { correction: saved, job_id: null };
}

/** By another person than who proposed it, and as that person saw it. */
async function signable(
  ctx: Ctx,
  { correction_id, version }: Omit<CorrectionSignature, 'signature'>,
): Promise<ListCorrection> {
  const correction = await correctionOf(ctx, correction_id);
  if (correction.proposed_by === ctx.actor.userId) throw new AppError('another_person_needed');
  if (correction.state !== 'proposed' || correction.version !== version)
    throw new AppError('changed_meanwhile');
  return correction;
}

/**
 * The job's work: the proposed run becomes the list that counts, beside the old one. Both lists and both runs stay as
 * they were and can be verified.
 */
export function performCorrection(
  caller: Caller,
  input: Omit<CorrectionSignature, 'signature'>,
): Promise<{ publication_id: string }> {
  return transact(caller, async (ctx) => {
    const published = await publishedBefore(ctx, input);
    if (published !== undefined) return published;
    const correction = await signable(ctx, input);
    const evaluation = await correctable(ctx, correction);
    const saved = await decideCorrectionRow(ctx, input, { state: 'signed', reason: input.reason });
    if (saved === undefined) throw new AppError('changed_meanwhile');
    const { run_id, reason } = correction;
    const { dataset_id } = await getRun(ctx, run_id);
    const notice = { notice_from: null, notice_until: null };
    const publication_id = await publish(ctx, evaluation, { run_id, kind: 'correction', ...notice, reason });
    await keepHistory(ctx, evaluation, run_id);
    if ((await updateEvaluation(ctx, evaluation, { dataset_id, run_id })) === undefined)
      throw new AppError('changed_meanwhile');
    await recordEvent(ctx, {
      action: 'correct_publication',
      object: ['publication', publication_id],
      details: {
        replaces: correction.publication_id,
        run: run_id,
        reason,
        proposed_by: correction.proposed_by,
        signed_because: input.reason,
      },
    });
    return { publication_id };
  });
}

/** A try whose process died after the list was saved and before its job was. */
async function publishedBefore(
  ctx: Ctx,
  { correction_id, version }: Omit<CorrectionSignature, 'signature'>,
): Promise<{ publication_id: string } | undefined> {
  const { state, version: now, decided_by: by, evaluation_id } = await correctionOf(ctx, correction_id);
  if (state !== 'signed' || now !== version + 1 || by !== ctx.actor.userId) return undefined;
  const last = await lastPublication(ctx, evaluation_id);
  return last && { publication_id: last.publication_id };
}
