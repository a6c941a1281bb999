// How an indicator's value becomes a score: normalisation, treatment of outliers, and the three special states of a value.
import * as z from 'zod';
import { Baseline, Names, Num } from './common.ts';

const limits = {
  cap: Num.optional().describe('Highest normalised value, such as 1.5 times the baseline'),
  floor: Num.optional().describe('Lowest normalised value'),
  out_of: Num.optional().describe('The normalised value that earns the full weight'),
};
const grouped = { by: Names.optional().describe('Take the statistics within these groups') };
const range = z.tuple([Num, Num]);

const Step = z.union([
  z.strictObject({ at_least: Num, points: Num }),
  z.strictObject({ above: Num, points: Num }),
  z.strictObject({ at_most: Num, points: Num }),
  z.strictObject({ below: Num, points: Num }),
  z.strictObject({ otherwise: Num }),
]);

/** One-word methods need no parameter; every method also has a long form that takes limits and groups. */
const SimpleMethod = z.enum([
  'minmax',
  'zscore',
  'percentile_rank',
  'rank',
  'borda',
  'fraction_of_max',
  'distance_to_max',
  'points',
]);

export const Score = z.union([
  SimpleMethod,
  z.strictObject({ ratio: Baseline, ...limits }),
  z.strictObject({ reverse_ratio: Baseline, ...limits }),
  z.strictObject({
    efficacy: z.strictObject({ low: Baseline.optional(), high: Baseline.optional() }),
    ...limits,
    ...grouped,
  }),
  z.strictObject({
    minmax: range,
    low: Baseline.optional(),
    high: Baseline.optional(),
    ...limits,
    ...grouped,
  }),
  z.strictObject({ zscore: range, ...limits, ...grouped }),
  z.strictObject({ percentile_rank: z.literal(true), ...limits, ...grouped }),
  z.strictObject({ rank: z.literal(true), ...limits, ...grouped }),
  z.strictObject({ borda: z.literal(true), ...limits, ...grouped }),
  z.strictObject({ fraction_of_max: z.literal(true), ...limits, ...grouped }),
  z.strictObject({ distance_to_max: z.literal(true), ...limits, ...grouped }),
  z.strictObject({ distance_to_target: Num, ...limits, ...grouped }),
  z.strictObject({ distance_to_reference: z.string(), ...limits }),
  z.strictObject({
    goalposts: range,
    to: range.optional(),
    truncate: z.boolean().optional(),
    ...limits,
  }),
  z.strictObject({ scaled: range, times: Num.optional(), ...limits }),
  z.strictObject({ steps: z.array(Step).min(1).max(100) }),
  z.strictObject({ points: z.literal(true), ...limits }),
]);
export type Score = z.infer<typeof Score>;

const test = z.strictObject({ skewness: z.number(), kurtosis: z.number() });

/** Treatment of outliers before normalisation: one transformation, or two with the skewness and kurtosis test between. */
export const Treatment = z.union([
  z.enum(['log', 'log_shifted', 'log_signed']),
  z.strictObject({ boxcox: z.number() }),
  z.strictObject({
    winsorise: z.number().int().min(1).max(1000),
    force: z.boolean().optional(),
    then: z
      .union([z.enum(['log', 'log_shifted', 'log_signed']), z.strictObject({ boxcox: z.number() })])
      .optional(),
    test: test.optional(),
  }),
]);
export type Treatment = z.infer<typeof Treatment>;

/** What happens to a value that is absent, zero or negative. */
export const Action = z.union([
  z.enum(['error', 'zero', 'full', 'mean_score', 'mean', 'median', 'leave_out']),
  z.strictObject({ points: Num }).describe('This item score, negative for a penalty'),
  z.strictObject({ value: Num }).describe('Take this value instead'),
  z.strictObject({ mean_score_by: Names }),
  z.strictObject({ mean_by: Names }),
  z.strictObject({ median_by: Names }),
]);
export type Action = z.infer<typeof Action>;
