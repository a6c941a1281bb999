// Whole runs as Arrow: one table for grids and charts, and everything to evaluate the same figures in a browser.
import { z } from 'zod';
import { Uuid } from '#core/ids.ts';
import { WORKING_ROLES } from '#core/roles.ts';
import { EvaluationPath, route, RunPath, STAFF } from './paths.ts';
import { SchemeId } from './shapes.ts';

/**
 * Everything a browser needs to run the evaluation as it was run here: `loadScheme(scheme.text)` and `compileScheme` with
 * `parameters`, the datasets of the two endpoints beside this one, and `overrides`.
 */
export const EvaluationKit = z.strictObject({
  evaluation_id: Uuid,
  period_id: z.string(),
  dataset: z.strictObject({
    dataset_id: Uuid,
    hash: z.string(),
    rows: z.number().int(),
    columns: z.array(z.string()),
    /** Whether `dataset/previous` has the figures of the period before. */
    previous: z.boolean(),
  }),
  /** The text loads alone: what it extends is merged in. */
  scheme: z.strictObject({
    scheme_id: SchemeId,
    version: z.number().int(),
    hash: z.string(),
    text: z.string(),
  }),
  /** The value of every parameter of the scheme that has one. */
  parameters: z.record(z.string(), z.number()),
  /** Changes of class by hand that the official run contains; `id` is a credit code. */
  overrides: z.array(z.strictObject({ id: z.string(), class: z.string(), reason: z.string() })),
  engine_version: z.string(),
  /** The official run of this dataset, null before it was computed. */
  run: z.strictObject({ run_id: Uuid, result_hash: z.string() }).nullable(),
  /** Other runs of this dataset: trials of schemes. */
  comparisons: z.array(
    z.strictObject({
      run_id: Uuid,
      scheme_id: SchemeId,
      scheme_version: z.number().int(),
      result_hash: z.string(),
    }),
  ),
});
export type EvaluationKit = z.infer<typeof EvaluationKit>;

export const tablesContract = {
  getRunTable: route
    .route({
      method: 'GET',
      path: '/zones/{zone}/runs/{run_id}/table',
      summary: '结果全表（Arrow） · A run as one table',
      description: [
        'An Arrow IPC stream, one row per enterprise within reach, best first: `enterprise_id`, `credit_code`, `name`,',
        '`park_id`, `industry_code`, `scale` (above_scale, below_scale), `score`, `rank`, `pool`, `class`, `final_class`,',
        '`last_class`, `last_score`, `last_rank` (of the final list of the period before, null where there is none), for each',
        'indicator its value `v:<name>` and points `p:<name>`, and each input within sight `i:<name>`. Absent values are null.',
      ].join(' '),
    })
    .meta({ allow: WORKING_ROLES, token: 'results:read', raw: true })
    .input(RunPath),
  getEvaluationKit: route
    .route({
      method: 'GET',
      path: '/zones/{zone}/evaluations/{evaluation_id}/plan',
      summary: '浏览器内测算所需 · What a browser needs to evaluate',
    })
    .meta({ allow: STAFF })
    .input(EvaluationPath)
    .output(EvaluationKit),
  getDataset: route
    .route({
      method: 'GET',
      path: '/zones/{zone}/evaluations/{evaluation_id}/dataset',
      summary: '冻结数据集（Arrow） · The frozen dataset',
      description: 'The Arrow file of the figures as they were frozen; its column `id` has the credit codes.',
    })
    .meta({ allow: STAFF, raw: true })
    .input(EvaluationPath),
  getPreviousDataset: route
    .route({
      method: 'GET',
      path: '/zones/{zone}/evaluations/{evaluation_id}/dataset/previous',
      summary: '上年数据集（Arrow） · The dataset of the period before',
      description: 'Frozen with the dataset where the scheme reads last year’s figures; else there is none.',
    })
    .meta({ allow: STAFF, raw: true })
    .input(EvaluationPath),
};
