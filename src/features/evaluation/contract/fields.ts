// Names, units and meaning of the numbers of a run, so that pages can label them.
import { z } from 'zod';
import { route, RunPath } from './paths.ts';
import { WORKING_ROLES } from '#core/roles.ts';

/** Something with a name in the scheme: an input, an indicator, a class. */
export const Field = z.strictObject({
  name: z.string(),
  zh: z.string(),
  en: z.string(),
  unit: z.string().nullable(),
});
export type Field = z.infer<typeof Field>;

export const InputField = Field.extend({
  kind: z.enum(['number', 'flag', 'category', 'text', 'date']),
});
export type InputField = z.infer<typeof InputField>;

export const IndicatorField = Field.extend({
  better: z.enum(['higher', 'lower']),
  /** As the scheme states it; null where weights are computed from the figures. */
  weight: z.number().nullable(),
  /** The formula as it stands in the scheme. */
  formula: z.string(),
});
export type IndicatorField = z.infer<typeof IndicatorField>;

export const ClassField = z.strictObject({
  class: z.string(),
  zh: z.string(),
  en: z.string(),
  /** Whether it is better or worse than others; classes such as T stand outside the order. */
  ordered: z.boolean(),
});
export type ClassField = z.infer<typeof ClassField>;

/** Inputs are those the caller may see. */
export const RunFields = z.strictObject({
  title: z.strictObject({ zh: z.string(), en: z.string() }),
  inputs: z.array(InputField),
  indicators: z.array(IndicatorField),
  /** Best first, then those outside the order. */
  classes: z.array(ClassField),
});
export type RunFields = z.infer<typeof RunFields>;

export const fieldsContract = {
  getRunFields: route
    .route({
      method: 'GET',
      path: '/zones/{zone}/runs/{run_id}/fields',
      summary: '结果字段 · Fields of a run',
    })
    .meta({ allow: WORKING_ROLES, token: 'results:read' })
    .input(RunPath)
    .output(RunFields),
};
