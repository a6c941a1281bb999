// The scheme: an evaluation method as data. This is the one place where its shape is written.
import * as z from 'zod';
import { Adjustments, Classes } from './classes.ts';
import { Formula, Identifier, labels, Num } from './common.ts';
import { Action, Score, Treatment } from './score.ts';

export const Input = z.strictObject({
  ...labels,
  type: z.enum(['number', 'flag', 'category', 'text', 'date']).optional().describe('number unless stated'),
  unit: z
    .string()
    .max(50)
    .optional()
    .describe('Unit the formulas work in; data in another unit is converted'),
  min: z.number().optional(),
  max: z.number().optional(),
  exclusive: z.boolean().optional().describe('min and max themselves are not allowed'),
  optional: z.boolean().optional().describe('A value may be absent'),
  values: z.array(z.string()).max(1000).optional().describe('The only values a category may take'),
  aliases: z.array(z.string()).max(20).optional().describe('Other column headers for this input'),
  source: z.string().max(100).optional().describe('The office that supplies it'),
  convention: z.string().max(100).optional().describe('How it is counted, such as 当量值 or 等价值'),
  note: z.string().max(1000).optional(),
});
export type Input = z.infer<typeof Input>;

const Parameter = z.strictObject({
  ...labels,
  value: z
    .union([z.number(), z.string().regex(/^-?\d+(\.\d+)?%$/), z.literal('none')])
    .describe('A number or a percentage; `none` where a cap, a floor or a largest sum is not set'),
  published: z
    .boolean()
    .optional()
    .describe('false: the document leaves it open and this is our stated default'),
  note: z.string().max(1000).optional(),
});

const indicatorBody = {
  ...labels,
  value: Formula,
  unit: z.string().max(50).optional(),
  better: z.enum(['higher', 'lower']).optional().describe('higher unless stated'),
  note: z.string().max(1000).optional(),
};

export const Indicator = z.strictObject({
  ...indicatorBody,
  weight: Num.optional(),
  score: Score,
  treat: Treatment.optional(),
  missing: Action.optional().describe('The value is absent; error unless stated'),
  zero: Action.optional().describe('The value is exactly zero'),
  negative: Action.optional().describe('The value is below zero'),
});
export type Indicator = z.infer<typeof Indicator>;

export const Aggregation = z.union([
  z.enum(['sum', 'arithmetic', 'geometric', 'harmonic', 'copeland']),
  z.strictObject({ power: z.number() }),
]);
export type Aggregation = z.infer<typeof Aggregation>;

const WEIGHTING = ['given', 'equal', 'entropy', 'critic', 'standard_deviation', 'merec', 'pca'] as const;

export const Weighting = z.union([
  z.enum(WEIGHTING),
  z.strictObject({
    ahp: z
      .array(z.array(z.union([z.number(), z.string().regex(/^\d+\/\d+$/)])).max(20))
      .min(2)
      .max(20)
      .describe('Pairwise comparisons in the order of the children; consistency ratio below 0.1'),
  }),
]);
export type Weighting = z.infer<typeof Weighting>;

/** A group of indicators or of groups. A child named like an indicator is that indicator, with its weight. */
export type Group = {
  zh?: string | undefined;
  en?: string | undefined;
  weight?: Num | undefined;
  aggregate?: Aggregation | undefined;
  weighting?: Weighting | undefined;
  children: Record<string, Num | Group>;
};
export const Group: z.ZodType<Group> = z.strictObject({
  ...labels,
  weight: Num.optional(),
  aggregate: Aggregation.optional(),
  weighting: Weighting.optional(),
  get children() {
    return z.record(Identifier, z.union([Num, Group]));
  },
});

const Alternative = z.union([
  z.strictObject({ topsis: z.enum(['minmax', 'vector', 'max', 'sum']) }),
  z.strictObject({ vikor: z.number().min(0).max(1) }),
]);
export type Alternative = z.infer<typeof Alternative>;

export const Scheme = z
  .strictObject({
    format: z.literal(1).optional().describe('Version of the scheme language'),
    scheme: z
      .string()
      .regex(/^[a-z0-9][a-z0-9._-]{0,99}$/)
      .describe('Name of the scheme: small letters, digits, hyphens'),
    version: z.number().int().min(1),
    extends: z.string().max(200).optional().describe('Name or path of the scheme this one changes'),
    title: z.strictObject(labels),
    basis: z.string().max(500).optional().describe('The policy document'),
    note: z.string().max(4000).optional(),
    period: z.union([z.number().int(), z.string()]).optional(),
    subject: z.string().max(50).optional().describe('What is evaluated: enterprise, park, area, country'),
    id: z
      .strictObject({ ...labels, aliases: z.array(z.string()).max(20).optional() })
      .optional()
      .describe('The column that identifies a subject'),
    parameters: z.record(Identifier, Parameter).optional(),
    inputs: z.record(Identifier, Input),
    measures: z
      .record(Identifier, z.strictObject(indicatorBody))
      .optional()
      .describe('Named intermediate values that formulas use but that earn no score'),
    indicators: z.record(Identifier, Indicator),
    weight_total: Num.optional().describe('What the weights must add up to; 100 unless stated'),
    weighting: Weighting.optional(),
    aggregate: Aggregation.optional().describe('sum of item scores unless stated'),
    tree: Group.optional().describe('Indicators in groups of any depth; without it one level'),
    adjustments: Adjustments.optional(),
    round: z
      .strictObject({
        score: z.number().int().min(0).max(12).describe('Decimals of the score, half away from zero'),
        rank_by: z.enum(['rounded', 'exact']).optional().describe('rounded unless stated'),
      })
      .optional(),
    alternatives: z.array(Alternative).max(10).optional().describe('Other rankings to show beside the score'),
    classes: Classes.optional(),
  })
  .describe('Mujun evaluation scheme');
export type Scheme = z.infer<typeof Scheme>;
