// A zone at a glance: totals, classes, how they moved, the years before, and what needs attention.
import { z } from 'zod';
import { InZone } from '#core/endpoint.ts';
import { Uuid } from '#core/ids.ts';
import { EvaluationState } from './lifecycle.ts';
import { ClassField, Field, IndicatorField } from './fields.ts';
import { route } from './paths.ts';
import { PeriodId, Scope } from './shapes.ts';

const ClassCount = z.strictObject({ class: z.string(), count: z.number().int() });

/** Of a set of enterprises. Only enterprises with a class in the order (so not T) are `evaluated`. */
export const Totals = z.strictObject({
  enterprises: z.number().int(),
  evaluated: z.number().int(),
  /** In the order of classes, those with nobody in them too. */
  classes: z.array(ClassCount),
  score_mean: z.number().nullable(),
  score_median: z.number().nullable(),
  /** Sum of each number input; null where nobody has a figure. */
  inputs: z.record(z.string(), z.number().nullable()),
  /**
   * Each indicator of the set as a whole: Σ numerator ÷ Σ denominator where the formula is a quotient, so that large
   * enterprises weigh more; else null.
   */
  indicators: z.record(z.string(), z.number().nullable()),
});
export type Totals = z.infer<typeof Totals>;

const ParkTotals = Totals.extend({ park_id: Uuid.nullable(), name: z.string() });
/** By the first two digits of GB/T 4754; null for those without an industry. */
const IndustryTotals = Totals.extend({ industry_code: z.string().nullable(), name: z.string() });
const ScaleTotals = Totals.extend({ scale: z.enum(['above_scale', 'below_scale']).nullable() });

export const OverviewEvaluation = z.strictObject({
  evaluation_id: Uuid,
  run_id: Uuid,
  name: z.string(),
  period_id: z.string(),
  scope: Scope,
  state: EvaluationState,
  /** Whether the run is on a public list. */
  published: z.boolean(),
});
export type OverviewEvaluation = z.infer<typeof OverviewEvaluation>;

/** What somebody should look at. `ids` are those of the first twenty things concerned, of the kind that `kind` says. */
export const Alert = z.strictObject({
  kind: z.enum([
    'park_more_d',
    'long_in_d',
    'office_late',
    'appeals_waiting',
    'open_errors',
    'disputes_waiting',
  ]),
  count: z.number().int(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  /** Parks, enterprises, tasks, appeals, enterprises, enterprises: in the order of the kinds. */
  ids: z.array(z.string()).max(20),
});
export type Alert = z.infer<typeof Alert>;

export const Overview = z.strictObject({
  period_id: z.string().nullable(),
  /** The one shown, or null where nothing was computed yet (or published, for those who see published runs only). */
  evaluation: OverviewEvaluation.nullable(),
  /** Every evaluation of the period that could be shown; another one is asked for by `evaluation_id`. */
  evaluations: z.array(OverviewEvaluation),
  inputs: z.array(Field),
  indicators: z.array(IndicatorField),
  classes: z.array(ClassField),
  totals: Totals.nullable(),
  parks: z.array(ParkTotals),
  industries: z.array(IndustryTotals),
  scales: z.array(ScaleTotals),
  /**
   * From the run of the period before. Where that list had another scope, of those on both; '' stands for not being in
   * that run, or having no class.
   */
  transitions: z
    .strictObject({
      from_period: z.string(),
      cells: z.array(z.strictObject({ before: z.string(), after: z.string(), count: z.number().int() })),
    })
    .nullable(),
  /** Up to six periods, this one last; of a list with another scope, those who are on this one too. */
  trend: z.array(z.strictObject({ period_id: z.string(), run_id: Uuid, totals: Totals })),
  alerts: z.array(Alert),
});
export type Overview = z.infer<typeof Overview>;

export const overviewContract = {
  getOverview: route
    .route({
      method: 'GET',
      path: '/zones/{zone}/overview',
      summary: '总览 · Overview',
      description:
        'Of the period given, else of the latest with a run. Those who run the evaluation see the current official run, others the last published one; a park manager sees the own parks.',
    })
    .meta({ allow: ['leader', 'evaluation_officer', 'data_officer', 'expert', 'park_manager'] })
    .input(InZone.extend({ period_id: PeriodId.optional(), evaluation_id: Uuid.optional() }))
    .output(Overview),
};
