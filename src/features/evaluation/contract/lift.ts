// What would lift an enterprise to the next better class, and how firm the class it has is.
import { z } from 'zod';
import { Uuid } from '#core/ids.ts';
import { route, RunPath } from './paths.ts';

/** A figure that reaches the class, in the unit of the scheme. */
export const FigureMove = z.strictObject({
  input: z.string(),
  zh: z.string(),
  en: z.string(),
  unit: z.string().nullable(),
  from: z.number().nullable(),
  /** The nearest figure that reaches the class, and the nearest one with few decimals that still does. */
  to: z.number(),
  shown: z.number(),
  /** (to − from) ÷ |from|; null where the figure is absent or zero. */
  relative: z.number().nullable(),
});
export type FigureMove = z.infer<typeof FigureMove>;

/** How often each class came out when figures and weights were a little off. */
export const Firmness = z.strictObject({
  draws: z.number().int(),
  seed: z.number().int(),
  /** The spreads drawn from: ±5 % of every figure, ±10 % of every weight. */
  figures: z.number(),
  weights: z.number(),
  /** Share of the draws in which the class stayed, and its standard error. */
  kept: z.number(),
  kept_error: z.number(),
  classes: z.array(z.strictObject({ class: z.string(), share: z.number() })),
  score_mean: z.number().nullable(),
  score_sd: z.number().nullable(),
  rank_low: z.number().nullable(),
  rank_high: z.number().nullable(),
});
export type Firmness = z.infer<typeof Firmness>;

export const Lift = z.strictObject({
  enterprise_id: Uuid,
  /** The class by the scheme, and the next better one; null in the best class or without one. */
  from: z.string().nullable(),
  target: z.string().nullable(),
  reachable: z.boolean(),
  /** Why no change of a figure reaches it. */
  obstacle: z
    .enum(['exempt', 'ruled', 'no_score', 'no_places', 'capped', 'no_effect', 'out_of_range'])
    .nullable(),
  /** Points still missing; place in the pool, and the last place that has the class. Null where that is not what is missing. */
  points: z.number().nullable(),
  rank: z.number().nullable(),
  last_rank: z.number().nullable(),
  /** One figure alone, nearest first. */
  singles: z.array(FigureMove.extend({ proven: z.boolean() })),
  /** The best two together, where they need less than one. */
  pair: z.tuple([FigureMove, FigureMove]).nullable(),
  /** The same in words, the answer first. */
  sentences: z.strictObject({ zh: z.array(z.string()), en: z.array(z.string()) }),
  /** Null for zones so large that it would take too long. */
  firmness: Firmness.nullable(),
});
export type Lift = z.infer<typeof Lift>;

export const liftContract = {
  getLift: route
    .route({
      method: 'GET',
      path: '/zones/{zone}/runs/{run_id}/results/{enterprise_id}/lift',
      summary: '升档距离与稳健性 · What would lift it, and how firm it is',
    })
    .meta({ allow: ['leader', 'evaluation_officer', 'park_manager', 'enterprise_user', 'expert'] })
    .input(RunPath.extend({ enterprise_id: Uuid }))
    .output(Lift),
};
