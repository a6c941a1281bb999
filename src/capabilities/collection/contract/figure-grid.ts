// The figures of a period as a grid: an enterprise per row, an item per column, three layers in each cell.
import { z } from 'zod';
import { endpoint, InZone, PageQuery } from '#core/endpoint.ts';
import { Uuid } from '#core/ids.ts';
import { WORKING_ROLES } from '#core/roles.ts';
import { Confirmation } from './confirmations.ts';
import { Finding } from './findings.ts';
import { FigureValue } from './imports.ts';
import { Item, ItemId } from './items.ts';

const Layer = z.record(z.string(), FigureValue);

/** An item the caller may see. */
export const FigureField = Item.pick({
  item_id: true,
  name: true,
  kind: true,
  unit: true,
  office_id: true,
}).extend({
  /** Whether the caller may change it. */
  writable: z.boolean(),
});
export type FigureField = z.infer<typeof FigureField>;

export const FigureGridRow = z.strictObject({
  enterprise_id: Uuid,
  credit_code: z.string(),
  name: z.string(),
  park_id: Uuid.nullable(),
  /** Of the sheet; what a change of a figure has to name. */
  version: z.number().int(),
  /** Figures by item, those the caller may see; an item that is not there has none. */
  declared: Layer,
  verified: Layer,
  adopted: Layer,
  /** What counts of the three. */
  effective: Layer,
  findings: z.array(
    Finding.pick({
      item_id: true,
      code: true,
      severity: true,
      params: true,
      state: true,
      reason: true,
      decided_by: true,
      decided_at: true,
      version: true,
    }),
  ),
  confirmation: Confirmation.shape.state.nullable(),
});
export type FigureGridRow = z.infer<typeof FigureGridRow>;

export const FigureGridQuery = PageQuery.extend({
  park_id: Uuid.optional(),
  /** Part of the name, or the beginning of the credit code. */
  search: z.string().trim().max(100).optional(),
  /** Only enterprises without a figure of this item that counts. */
  missing: ItemId.optional(),
  /** Only enterprises with a finding; of one item where it is named. */
  finding: z.union([z.literal('any'), ItemId]).optional(),
  /** Which findings that means: those nobody has decided about, or those somebody has. */
  finding_state: z.enum(['open', 'settled']).default('open'),
});
export type FigureGridQuery = z.infer<typeof FigureGridQuery>;

export const FigureGrid = z.strictObject({
  fields: z.array(FigureField),
  items: z.array(FigureGridRow),
  next: z.string().nullable(),
  /** Of all pages. */
  count: z.number().int(),
});
export type FigureGrid = z.infer<typeof FigureGrid>;

export const figureGridContract = {
  listFigures: endpoint
    .route({
      method: 'GET',
      path: '/zones/{zone}/periods/{period_id}/figures',
      summary: '年度数据表（三层） · Figures of a period',
      tags: ['figures'],
    })
    .meta({ allow: WORKING_ROLES })
    .input(InZone.extend({ period_id: z.string().max(10) }).extend(FigureGridQuery.shape))
    .output(FigureGrid),
};
