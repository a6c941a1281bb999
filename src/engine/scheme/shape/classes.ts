// How scores become classes: who is ranked with whom, ties, quotas or thresholds, exemptions and rules.
import * as z from 'zod';
import { Formula, Identifier, labels, Names, Num } from './common.ts';

const ClassName = z
  .string()
  .regex(/^[A-Z][A-Z0-9]{0,2}$/)
  .describe('A class letter such as A or T');

const Exemption = z.strictObject({
  when: Formula,
  class: ClassName,
  counts_as: ClassName.optional().describe(
    'The subject stays in the base of the quotas and takes one of the places of this class',
  ),
  ...labels,
});

const Rule = z.union([
  z.strictObject({ when: Formula, at_most: ClassName, ...labels }),
  z.strictObject({ when: Formula, at_least: ClassName, ...labels }),
  z.strictObject({ when: Formula, set: ClassName, ...labels }),
]);

export const Classes = z.strictObject({
  names: z
    .record(ClassName, z.strictObject(labels))
    .optional()
    .describe('What each class is called, such as 优先发展类'),
  pool: Names.optional().describe('Subjects are ranked within these groups'),
  exempt: z.array(Exemption).max(100).optional().describe('Not ranked; the first that holds gives the class'),
  ties: z
    .array(z.string().regex(/^[A-Za-z_][A-Za-z0-9_]* (asc|desc)$/))
    .max(10)
    .optional()
    .describe('How equal scores are ordered, such as `tax desc`'),
  tied: z
    .enum(['split', 'share'])
    .optional()
    .describe(
      'Still equal after `ties`: split fills quotas exactly in order of id (default), share gives all the better rank',
    ),
  quotas: z
    .record(ClassName, Num)
    .optional()
    .describe('Share of each class, best first; must add up to 100%'),
  pool_quotas: z
    .array(z.strictObject({ when: z.string(), quotas: z.record(ClassName, Num) }))
    .max(50)
    .optional()
    .describe('Other quotas for the pools of this name'),
  rounding: z
    .enum(['half_up', 'down', 'up'])
    .optional()
    .describe('How cumulative shares become whole numbers'),
  thresholds: z
    .record(ClassName, Num)
    .optional()
    .describe('Lowest score of each class, best first, instead of quotas'),
  conditions: z
    .record(ClassName, Formula)
    .optional()
    .describe('What a subject must also meet to be in a class; otherwise it falls to the next'),
  rules: z
    .array(Rule)
    .max(200)
    .optional()
    .describe('Ceilings, floors and fixed classes, applied in this order'),
});
export type Classes = z.infer<typeof Classes>;

const AdjustmentRule = z.strictObject({
  when: Formula,
  points: Formula,
  group: Identifier.optional().describe('Of the rules of one group only the largest counts'),
  ...labels,
});

const Adjustment = z.strictObject({
  max: Num.optional().describe('The sum counts up to this'),
  rules: z.array(AdjustmentRule).min(1).max(200),
});

export const Adjustments = z.strictObject({
  coefficient: z
    .union([
      z.strictObject({
        by: Identifier,
        values: z.record(z.string(), Num),
        otherwise: Num.optional(),
        ...labels,
      }),
      z.strictObject({ formula: Formula, ...labels }),
    ])
    .optional()
    .describe('Multiplies the sum of item scores, before bonus and penalty'),
  bonus: Adjustment.optional(),
  penalty: Adjustment.optional(),
});
export type Adjustments = z.infer<typeof Adjustments>;
