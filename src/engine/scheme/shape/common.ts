// Words that every part of a scheme uses: names, labels, numbers, formulas, baselines.
import * as z from 'zod';

export const Identifier = z
  .string()
  .regex(/^[A-Za-z_][A-Za-z0-9_]{0,63}$/)
  .describe('A short name of letters, digits and underscores');

/** Labels stand beside the thing they name: Chinese first, English where there is one. */
export const labels = {
  zh: z.string().max(200).optional().describe('Chinese label, as officials write it'),
  en: z.string().max(200).optional().describe('English label'),
};

/** A formula in the scheme's expression language, or a plain number or flag. */
export const Formula = z
  .union([z.string().min(1).max(4000), z.number(), z.boolean()])
  .describe('A formula over inputs, indicators and parameters, such as `tax / land`');

/** A number, a percentage ("20%"), or a formula over parameters only ("ln(100)", "cap_multiple"). */
export const Num = z
  .union([z.number(), z.string().min(1).max(200)])
  .describe('A number, a percentage such as 20%, a parameter name, or a formula over parameters');

export const Names = z.union([Identifier, z.array(Identifier).min(1).max(5)]);

const STATISTICS = ['mean', 'weighted_mean', 'median', 'max', 'min'] as const;

/** A statistic over the evaluated subjects: `p90` is the 90th percentile. */
const Statistic = z.union([z.enum(STATISTICS), z.string().regex(/^p\d{1,2}(\.\d+)?$/)]);

export const Baseline = z
  .union([
    Num,
    z.strictObject({
      of: Statistic.describe(
        'mean, weighted_mean (sum of numerators over sum of denominators), median, max, min, or a percentile such as p90',
      ),
      by: Names.optional().describe('Take the statistic within these groups'),
      last_year: z.boolean().optional().describe("Take it over last year's figures"),
      where: Formula.optional().describe('Only over the subjects for which this holds'),
      times: Num.optional().describe('Multiply the statistic by this'),
    }),
  ])
  .describe('What a value is measured against: a number or a statistic');
export type Baseline = z.infer<typeof Baseline>;
export type Formula = z.infer<typeof Formula>;
export type Num = z.infer<typeof Num>;
