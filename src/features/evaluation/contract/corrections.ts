// Correcting a published list: one proposes what was computed anew, another signs it or sends it back.
import { z } from 'zod';
import { InZone } from '#core/endpoint.ts';
import { Uuid } from '#core/ids.ts';
import { JobStarted, OFFICER, PublicationPath, Reason, route, STAFF } from './paths.ts';
import { Move } from './shapes.ts';

export const ListCorrection = z.strictObject({
  correction_id: Uuid,
  evaluation_id: Uuid,
  /** The list it corrects. */
  publication_id: Uuid,
  /** The run that takes the place of the published one. */
  run_id: Uuid,
  reason: z.string(),
  state: z.enum(['proposed', 'signed', 'sent_back']),
  proposed_by: z.string(),
  proposed_at: z.iso.datetime(),
  decided_by: z.string().nullable(),
  decided_at: z.iso.datetime().nullable(),
  decision_reason: z.string().nullable(),
  version: z.number().int(),
});
export type ListCorrection = z.infer<typeof ListCorrection>;

/** A date is a text. */
const Cell = z.union([z.number(), z.string(), z.boolean()]).nullable();

const CorrectedFigure = z.strictObject({
  enterprise_id: z.string(),
  name: z.string(),
  input: z.string(),
  zh: z.string(),
  en: z.string(),
  unit: z.string().nullable(),
  before: Cell,
  after: Cell,
});
export type CorrectedFigure = z.infer<typeof CorrectedFigure>;

/** What the list would say otherwise: the figures of both runs side by side. */
export const CorrectionEffect = z.strictObject({
  classes: z.array(z.strictObject({ class: z.string(), before: z.number().int(), after: z.number().int() })),
  /** How many have another class, are new on the list or no longer on it; `moves` has the first 500, best first. */
  moved: z.number().int(),
  ranks_moved: z.number().int(),
  scores_moved: z.number().int(),
  moves: z.array(Move),
  /**
   * Figures that the corrected list is made from otherwise, the first 500 of `figures_changed`, in the unit of the scheme;
   * of enterprises on both lists, and of inputs the caller may see.
   */
  figures_changed: z.number().int(),
  figures: z.array(CorrectedFigure),
});
export type CorrectionEffect = z.infer<typeof CorrectionEffect>;

const CorrectionPath = InZone.extend({ correction_id: Uuid });

export const correctionsContract = {
  proposeCorrection: route
    .route({
      method: 'POST',
      path: '/zones/{zone}/publications/{publication_id}/corrections',
      summary: '提出公布后更正 · Propose to correct a published list',
      description:
        'Freezes and computes anew with the figures as they are now. Nothing is published before somebody else signs.',
      successStatus: 202,
    })
    .meta({ allow: OFFICER })
    .input(PublicationPath.extend({ reason: Reason }))
    .output(JobStarted),
  listCorrections: route
    .route({ method: 'GET', path: '/zones/{zone}/corrections', summary: '更正 · Corrections of lists' })
    .meta({ allow: STAFF })
    .input(InZone)
    .output(z.strictObject({ items: z.array(ListCorrection) })),
  getCorrection: route
    .route({
      method: 'GET',
      path: '/zones/{zone}/corrections/{correction_id}',
      summary: '更正前后对照 · A correction and what it changes',
    })
    .meta({ allow: STAFF })
    .input(CorrectionPath)
    .output(z.strictObject({ correction: ListCorrection, effect: CorrectionEffect })),
  signCorrection: route
    .route({
      method: 'POST',
      path: '/zones/{zone}/corrections/{correction_id}/sign',
      summary: '更正复签 · Sign a correction',
      description:
        'By somebody else than who proposed it: signed, a job publishes the proposed run beside the old list; sent back, nothing is published.',
    })
    .meta({ allow: STAFF })
    .input(
      CorrectionPath.extend({
        signature: z.enum(['signed', 'sent_back']),
        reason: Reason,
        version: z.number().int(),
      }),
    )
    .output(z.strictObject({ correction: ListCorrection, job_id: Uuid.nullable() })),
};
