// The figures of an enterprise in three layers, and their history.
import { z } from 'zod';
import { endpoint, InZone } from '#core/endpoint.ts';
import { Uuid } from '#core/ids.ts';
import { WORKING_ROLES } from '#core/roles.ts';
import { FigureValue, Layer } from './imports.ts';
import { ItemId } from './items.ts';

const Value = FigureValue.nullable();

export const FigureLine = z.strictObject({
  item_id: ItemId,
  name: z.string(),
  unit: z.string().nullable(),
  declared: Value,
  verified: Value,
  adopted: Value,
  /** What counts: adopted, else verified, else declared where the item has no source office. */
  effective: Value,
  effective_layer: Layer.nullable(),
  /** What counted in the period before. */
  before: Value,
});
export type FigureLine = z.infer<typeof FigureLine>;

export const FigureSheet = z.strictObject({
  enterprise_id: Uuid,
  period_id: z.string(),
  /** The one of the same kind that ended last before this one began; null: there is none. */
  period_before: z.string().nullable(),
  version: z.number().int(),
  lines: z.array(FigureLine),
});
export type FigureSheet = z.infer<typeof FigureSheet>;

/** One change of one figure: who, when, why, and from which cell of which file. */
export const FigureChange = z.strictObject({
  /** Whose record it was: that of a merged enterprise, where the figure came over from it. */
  enterprise_id: Uuid,
  version: z.number().int(),
  layer: Layer,
  from: Value,
  to: Value,
  changed_by: z.string(),
  changed_at: z.iso.datetime(),
  reason: z.string().nullable(),
  import_id: Uuid.nullable(),
  file_name: z.string().nullable(),
  row_number: z.number().int().nullable(),
  column: z.string().nullable(),
});
export type FigureChange = z.infer<typeof FigureChange>;

const route = endpoint.$route({ tags: ['figures'] });
const PeriodPath = InZone.extend({ period_id: z.string().max(10) });
const EnterprisePath = PeriodPath.extend({ enterprise_id: Uuid });
const path = '/zones/{zone}/periods/{period_id}/enterprises/{enterprise_id}' as const;

export const figuresContract = {
  getFigures: route
    .route({ method: 'GET', path: `${path}/figures`, summary: '企业数据（三层） · Figures of an enterprise' })
    .meta({ allow: WORKING_ROLES })
    .input(EnterprisePath)
    .output(FigureSheet),
  listFigureChanges: route
    .route({
      method: 'GET',
      path: `${path}/figures/{item_id}/changes`,
      summary: '数据修改痕迹 · History of a figure',
    })
    .meta({ allow: WORKING_ROLES })
    .input(EnterprisePath.extend({ item_id: ItemId }))
    .output(z.strictObject({ items: z.array(FigureChange) })),
  setFigure: route
    .route({ method: 'PUT', path: `${path}/figures/{item_id}`, summary: '更正单个数据 · Correct one figure' })
    .meta({ allow: ['evaluation_officer', 'data_officer', 'enterprise_user'] })
    .input(
      EnterprisePath.extend({
        item_id: ItemId,
        value: Value,
        reason: z.string().trim().min(2).max(500),
        version: z.number().int(),
      }),
    )
    .output(FigureSheet),
};
