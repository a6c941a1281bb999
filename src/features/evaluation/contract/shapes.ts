// The shapes of evaluations: schemes, runs, results, appeals, publications.
import { z } from 'zod';
import { Uuid } from '#core/ids.ts';
import { Item } from '#capabilities/collection/contract/items.ts';
import { EvaluationState, Need, Transition } from './lifecycle.ts';

export const SchemeId = z.string().regex(/^[a-z][a-z0-9-]{1,60}$/);
export const PeriodId = z.string().max(10);

export const Scheme = z.strictObject({
  scheme_id: SchemeId,
  version: z.number().int(),
  title: z.string(),
  hash: z.string(),
  state: z.enum(['draft', 'submitted', 'approved', 'retired']),
  created_by: z.string(),
  decided_by: z.string().nullable(),
  reason: z.string().nullable(),
});
export type Scheme = z.infer<typeof Scheme>;

/** Who is evaluated: every enterprise at work, or those above or below the statistical scale. */
export const Scope = z.enum(['all', 'above_scale', 'below_scale']);
export type Scope = z.infer<typeof Scope>;

/** Of those, only who has land within these bounds, as 占地3亩以上 does; the lower one is included. */
const LandBound = z.number().positive().max(1e6).nullable();

export const Evaluation = z.strictObject({
  evaluation_id: Uuid,
  name: z.string(),
  period_id: PeriodId,
  scheme_id: SchemeId,
  scheme_version: z.number().int(),
  scope: Scope,
  land_from_mu: LandBound,
  land_below_mu: LandBound,
  state: EvaluationState,
  dataset_id: Uuid.nullable(),
  run_id: Uuid.nullable(),
  notice_from: z.iso.date().nullable(),
  notice_until: z.iso.date().nullable(),
  version: z.number().int(),
});
export type Evaluation = z.infer<typeof Evaluation>;

/** A step the evaluation could take next, and what it still needs. */
export const NextStep = z.strictObject({
  transition: Transition,
  to: EvaluationState,
  zh: z.string(),
  en: z.string(),
  allowed: z.boolean(),
  unmet: z.array(Need),
});
export type NextStep = z.infer<typeof NextStep>;

export const StepTaken = z.strictObject({
  seq: z.number().int(),
  transition: z.string(),
  from_state: z.string(),
  to_state: z.string(),
  reason: z.string().nullable(),
  actor: z.string(),
  role: z.string(),
  at: z.iso.datetime(),
});
export type StepTaken = z.infer<typeof StepTaken>;

const ClassCount = z.strictObject({ class: z.string(), count: z.number().int() });

export const Run = z.strictObject({
  run_id: Uuid,
  evaluation_id: Uuid,
  dataset_id: Uuid,
  scheme_id: SchemeId,
  scheme_version: z.number().int(),
  scheme_hash: z.string(),
  dataset_hash: z.string(),
  engine_version: z.string(),
  result_hash: z.string(),
  /** A run of a correction counts from the day it is signed. */
  purpose: z.enum(['official', 'comparison', 'correction']),
  summary: z.strictObject({
    rows: z.number().int(),
    classes: z.array(ClassCount),
    warnings: z.array(
      z.strictObject({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) }),
    ),
    indicators: z.array(z.strictObject({ name: z.string(), zh: z.string(), unit: z.string().nullable() })),
  }),
  created_by: z.string(),
  created_at: z.iso.datetime(),
});
export type Run = z.infer<typeof Run>;

export const ResultRow = z.strictObject({
  enterprise_id: Uuid,
  position: z.number().int(),
  credit_code: z.string(),
  name: z.string(),
  park_id: Uuid.nullable(),
  industry_code: z.string().nullable(),
  score: z.number().nullable(),
  /** The computed class, and the one that counts after an approved adjustment. */
  class: z.string().nullable(),
  final_class: z.string().nullable(),
  rank: z.number().int().nullable(),
  pool: z.string().nullable(),
  /** Value and points of each indicator. */
  indicators: z.record(z.string(), z.tuple([z.number().nullable(), z.number().nullable()])),
});
export type ResultRow = z.infer<typeof ResultRow>;

export const ExplainStep: z.ZodType<ExplainStep> = z.lazy(() =>
  z.strictObject({
    kind: z.string(),
    name: z.string(),
    zh: z.string(),
    en: z.string(),
    part: z.number().nullable(),
    figures: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
    children: z.array(ExplainStep),
  }),
);
export type ExplainStep = {
  kind: string;
  name: string;
  zh: string;
  en: string;
  part: number | null;
  figures: Record<string, string | number | null>;
  children: ExplainStep[];
};

export const Explanation = z.strictObject({
  row: ResultRow,
  tree: ExplainStep,
  class_steps: z.array(ExplainStep),
  d_years: z.number().int(),
});
export type Explanation = z.infer<typeof Explanation>;

export const Adjustment = z.strictObject({
  adjustment_id: Uuid,
  run_id: Uuid,
  enterprise_id: Uuid,
  from_class: z.string(),
  to_class: z.string(),
  reason: z.string(),
  state: z.enum(['proposed', 'approved', 'refused']),
  proposed_by: z.string(),
  decided_by: z.string().nullable(),
  decision_reason: z.string().nullable(),
  version: z.number().int(),
});
export type Adjustment = z.infer<typeof Adjustment>;

/** Who is somewhere else in another run than in the official one. */
export const Move = z.strictObject({
  enterprise_id: Uuid,
  name: z.string(),
  class_before: z.string(),
  class_after: z.string(),
  score_before: z.number().nullable(),
  score_after: z.number().nullable(),
  rank_before: z.number().int(),
  rank_after: z.number().int(),
});
export type Move = z.infer<typeof Move>;

export const Effect = z.strictObject({
  own: Move,
  /** Everybody else whose class changes; ranks alone move for many, so they are only counted. */
  others: z.array(Move),
  ranks_moved: z.number().int(),
});
export type Effect = z.infer<typeof Effect>;

/** A figure of the frozen dataset, in the unit of the catalogue. */
export const FrozenFigure = z.strictObject({
  ...Item.pick({ item_id: true, name: true, unit: true, kind: true, choices: true }).shape,
  value: z.union([z.number(), z.string(), z.boolean()]).nullable(),
});
export type FrozenFigure = z.infer<typeof FrozenFigure>;

export const Correction = z.strictObject({
  item_id: z.string().max(63),
  value: z.union([z.number(), z.string().max(500), z.boolean()]),
});
export type Correction = z.infer<typeof Correction>;

/** What one person would decide; it takes effect when another one signs. */
export const Proposal = z.strictObject({
  decision: z.enum(['accepted', 'rejected']),
  reason: z.string(),
  by: z.string(),
  at: z.iso.datetime(),
});
export type Proposal = z.infer<typeof Proposal>;

export const Appeal = z.strictObject({
  appeal_id: Uuid,
  evaluation_id: Uuid,
  run_id: Uuid,
  enterprise_id: Uuid,
  statement: z.string(),
  corrections: z.array(Correction),
  /** An enterprise sees a proposed decision as `submitted`: it may still be sent back. */
  state: z.enum(['submitted', 'proposed', 'accepted', 'rejected', 'withdrawn']),
  submitted_by: z.string(),
  submitted_at: z.iso.datetime(),
  effect: Effect.nullable(),
  /** Who proposed what was decided, or waits for a signature. */
  proposal: Proposal.nullable(),
  decided_by: z.string().nullable(),
  decided_at: z.iso.datetime().nullable(),
  decision_reason: z.string().nullable(),
  version: z.number().int(),
});
export type Appeal = z.infer<typeof Appeal>;

/** `name` is the enterprise's, as it stands in the run appealed against. */
export const ListedAppeal = Appeal.extend({ name: z.string() });
export type ListedAppeal = z.infer<typeof ListedAppeal>;

export const Publication = z.strictObject({
  publication_id: Uuid,
  evaluation_id: Uuid,
  run_id: Uuid,
  seq: z.number().int(),
  kind: z.enum(['notice', 'final', 'correction']),
  title: z.string(),
  merkle_root: z.string(),
  row_count: z.number().int(),
  replaces: Uuid.nullable(),
  notice_from: z.iso.date().nullable(),
  notice_until: z.iso.date().nullable(),
  reason: z.string().nullable(),
  published_at: z.iso.datetime(),
});
export type Publication = z.infer<typeof Publication>;

export const PublicRow = z.strictObject({
  position: z.number().int(),
  credit_code: z.string(),
  name: z.string(),
  class: z.string(),
  score: z.string().nullable(),
  rank: z.number().int().nullable(),
});
export type PublicRow = z.infer<typeof PublicRow>;
