// Corrections after publication: one officer proposes what was computed anew, another person signs exactly that.
import { AppError } from '#core/app-error.ts';
import { recordEvent } from '#capabilities/audit/service/record.ts';
import { type Caller, type Ctx, transact } from '#platform/ctx.ts';
import { enqueue } from '#platform/jobs/enqueue.ts';
import type { CorrectionEffect, ListCorrection } from '../contract/corrections.ts';
import type { Evaluation, Publication } from '../contract/shapes.ts';
import { selectOverrides } from '../store/adjustments.ts';
import {
  decideCorrectionRow,
  insertCorrection,
  selectCorrection,
  selectCorrections,
  selectOpenCorrection,
} from '../store/corrections.ts';
import { lockEvaluation, updateEvaluation } from '../store/evaluations.ts';
import { lastPublication, publicationOfRun } from '../store/publications.ts';
import { correctionEffect } from './correction-effect.ts';
import { freezeDataset } from './freeze.ts';
import { getPublication, publish } from './publications.ts';
import { computeRun, getRun, partsOf, saveRun } from './runs.ts';
import { planOfVersion } from './schemes.ts';
import { keepHistory } from './steps.ts';

export type CorrectionInput = { readonly publication_id: string; readonly reason: string };

export async function proposeCorrection(ctx: Ctx, input: CorrectionInput): Promise<{ job_id: string }> {
  await proposable(ctx, await getPublication(ctx, input.publication_id));
  return { job_id: await enqueue(ctx, 'propose_correction', input) };
}

type OfList = Pick<Publication, 'publication_id' | 'evaluation_id'>;

/** The evaluation of a list that counts, locked. */
async function correctable(ctx: Ctx, { publication_id, evaluation_id }: OfList): Promise<Evaluation> {
  const evaluation = await lockEvaluation(ctx, evaluation_id);
  if (evaluation?.state !== 'final') throw new AppError('correction_before_final_conflict');
  const last = await lastPublication(ctx, evaluation_id);
  if (last?.publication_id !== publication_id) throw new AppError('publication_replaced_conflict');
  return evaluation;
}

/** One of which no other correction waits for its signature: nothing is frozen and computed in vain. */
async function proposable(ctx: Ctx, publication: OfList): Promise<Evaluation> {
  const evaluation = await correctable(ctx, publication);
  if ((await selectOpenCorrection(ctx, publication.evaluation_id)) !== undefined)
    throw new AppError('correction_exists_conflict');
  return evaluation;
}

/** The job's work: a dataset of the figures as they count now and its run. The evaluation and its list stay as they are. */
export async function performProposal(
  caller: Caller,
  input: CorrectionInput,
): Promise<{ correction_id: string }> {
  const { publication, proposed } = await transact(caller, async (ctx) => {
    const found = await getPublication(ctx, input.publication_id);
    return { publication: found, proposed: await proposedBefore(ctx, found, input.reason) };
  });
  if (proposed !== undefined) return proposed;
  const read = async (ctx: Ctx) => {
    const evaluation = await proposable(ctx, publication);
    const plan = await planOfVersion(ctx, evaluation);
    const dataset = await freezeDataset(ctx, evaluation, plan, evaluation.dataset_id);
    const overrides = await selectOverrides(ctx, evaluation.evaluation_id);
    return { dataset, overrides, parts: await partsOf(ctx, dataset, evaluation, overrides) };
  };
  return computeRun(caller, publication.evaluation_id, read, async (ctx, found, computing) => {
    if (computing === undefined) throw new AppError('dataset_not_found');
    const evaluation = await proposable(ctx, publication);
    const { dataset, overrides } = found;
    const run = { ...evaluation, dataset_id: dataset, purpose: 'correction' as const, overrides };
    const run_id = await saveRun(ctx, run, computing);
    const correction_id = ctx.services.newId();
    const { evaluation_id, publication_id } = publication;
    const { reason } = input;
    await insertCorrection(ctx, { correction_id, evaluation_id, publication_id, run_id, reason });
    await recordEvent(ctx, {
      action: 'propose_correction',
      object: ['publication', publication_id],
      details: { correction: correction_id, run: run_id, reason },
    });
    return { correction_id };
  });
}

/** A try whose process died after the proposal was saved and before its job was. */
async function proposedBefore(
  ctx: Ctx,
  { publication_id, evaluation_id }: OfList,
  reason: string,
): Promise<{ correction_id: string } | undefined> {
  const open = await selectOpenCorrection(ctx, evaluation_id);
  const isThis =
    open?.publication_id === publication_id &&
    open.reason === reason &&
    open.proposed_by === ctx.actor.userId;
  return isThis ? { correction_id: open.correction_id } : undefined;
}

export async function listCorrections(ctx: Ctx): Promise<{ items: ListCorrection[] }> {
  return { items: await selectCorrections(ctx) };
}

export async function getCorrection(
  ctx: Ctx,
  id: string,
): Promise<{ correction: ListCorrection; effect: CorrectionEffect }> {
  const correction = await correctionOf(ctx, id);
  const { run_id: before } = await getPublication(ctx, correction.publication_id);
  return { correction, effect: await correctionEffect(ctx, before, correction.run_id) };
}

async function correctionOf(ctx: Ctx, id: string): Promise<ListCorrection> {
  const correction = await selectCorrection(ctx, id);
  if (correction === undefined) throw new AppError('correction_not_found');
  return correction;
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
  const correction = await correctionOf(ctx, input.correction_id);
  requireSignable(ctx, correction, input.version);
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
function requireSignable({ actor }: Ctx, correction: ListCorrection, version: number): void {
  if (correction.proposed_by === actor.userId) throw new AppError('another_person_needed');
  if (correction.state !== 'proposed' || correction.version !== version)
    throw new AppError('changed_meanwhile');
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
    const correction = await correctionOf(ctx, input.correction_id);
    const published = await publishedBefore(ctx, correction, input.version);
    if (published !== undefined) return published;
    requireSignable(ctx, correction, input.version);
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
  { state, version: now, decided_by: by, run_id }: ListCorrection,
  version: number,
): Promise<{ publication_id: string } | undefined> {
  const isThis = state === 'signed' && now === version + 1 && by === ctx.actor.userId;
  return isThis ? publicationOfRun(ctx, run_id) : undefined;
}
