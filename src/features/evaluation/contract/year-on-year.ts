// A run beside the published one of the period before: from which class to which, who moved, and what moved them.
import { z } from 'zod';
import { pageOf, PageQuery } from '#core/endpoint.ts';
import { Uuid } from '#core/ids.ts';
import { route, RunPath, STAFF } from './paths.ts';
import * as shapes from './shapes.ts';

/** The run compared with, and the list that published it. */
export const PreviousRun = z.strictObject({
  period_id: shapes.PeriodId,
  evaluation_id: Uuid,
  evaluation_name: z.string(),
  run_id: Uuid,
  publication_id: Uuid,
  published_at: z.iso.datetime(),
  scheme_id: shapes.SchemeId,
  scheme_version: z.number().int(),
});
export type PreviousRun = z.infer<typeof PreviousRun>;

/** What changed a score and by how many points; the parts of a mover add up to its change of score. */
export const ScoreChange = z.strictObject({
  kind: z.enum(['indicator', 'coefficient', 'bonus', 'penalty', 'rule', 'cap', 'rounding', 'other']),
  /** Of the indicator, in the scheme that has it; else the kind. */
  name: z.string(),
  zh: z.string(),
  part: z.number(),
});
export type ScoreChange = z.infer<typeof ScoreChange>;

/** `changes` are the largest first; none where one of the two scores is absent. */
export const Mover = shapes.Move.extend({ changes: z.array(ScoreChange) });
export type Mover = z.infer<typeof Mover>;

export const YearOnYear = z.strictObject({
  previous: PreviousRun,
  /** Whether both runs are of the same version of the same scheme: else a move may come from the scheme. */
  same_scheme: z.boolean(),
  /** Else this year's list is held against that of everybody, and who is not in this year's scope counts as left. */
  same_scope: z.boolean(),
  /** Best first; then '' for no class, or not in the run. */
  classes: z.array(z.string()),
  /** Enterprises by class before (rows) and after (columns), in the order of `classes`. */
  transitions: z.array(z.array(z.number().int())),
  up: z.number().int(),
  down: z.number().int(),
  same: z.number().int(),
  entered: z.number().int(),
  left: z.number().int(),
  /** Whose class changed, best rank of this year first, those without a rank last. */
  movers: pageOf(Mover),
});
export type YearOnYear = z.infer<typeof YearOnYear>;

export const yearOnYearContract = {
  compareWithPreviousYear: route
    .route({
      method: 'GET',
      path: '/zones/{zone}/runs/{run_id}/year-on-year',
      summary: '与上年比较 · Compare with the year before',
      description:
        'The run is compared with the one behind the latest final or corrected list among the concluded evaluations of the period before, of the same kind of period and the same scope and bounds of land, else of all enterprises. Enterprises are matched by credit code.',
    })
    .meta({ allow: STAFF })
    .input(
      RunPath.extend(PageQuery.shape).extend({ limit: z.coerce.number().int().min(1).max(100).default(50) }),
    )
    .output(YearOnYear),
};
