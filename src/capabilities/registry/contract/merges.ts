// Merging two records of one enterprise: what went over, and taking it back.
import { z } from 'zod';
import { endpoint, InZone } from '#core/endpoint.ts';
import { Uuid } from '#core/ids.ts';
import { Enterprise } from './enterprises.ts';

const Figures = z.record(z.string(), z.union([z.number(), z.string(), z.boolean()]));

export const EnterpriseMerge = z.strictObject({
  merge_id: Uuid,
  kept_id: Uuid,
  merged_id: Uuid,
  /** Of the merged record. */
  merged_name: z.string(),
  reason: z.string(),
  merged_by: z.string(),
  merged_at: z.iso.datetime(),
  occupancies: z.number().int(),
  parcels: z.number().int(),
  /** Accounts of the merged record that work for the kept one now. */
  members: z.number().int(),
  /** Figures the kept record lacked and has now. */
  figures: z.array(
    z.strictObject({
      period_id: z.string(),
      layer: z.enum(['declared', 'verified', 'adopted']),
      figures: Figures,
    }),
  ),
  /** Figures both had and that differ; each is an open finding of the kept record. */
  conflicts: z.array(z.strictObject({ period_id: z.string(), item_id: z.string() })),
  /** What became of the kept record's confirmation; `open` has to be confirmed anew. */
  confirmations: z.array(
    z.strictObject({ period_id: z.string(), became: z.enum(['carried', 'disputed', 'open', 'unchanged']) }),
  ),
  undone_reason: z.string().nullable(),
  undone_by: z.string().nullable(),
  undone_at: z.iso.datetime().nullable(),
});
export type EnterpriseMerge = z.infer<typeof EnterpriseMerge>;

const route = endpoint.$route({ tags: ['registry'] });
const Reason = z.string().trim().min(2).max(500);

export const mergesContract = {
  mergeEnterprises: route
    .route({
      method: 'POST',
      path: '/zones/{zone}/enterprises/{enterprise_id}/merge',
      summary: '合并企业 · Merge enterprises',
      description:
        'Land, figures, confirmations and accounts of `merge_id` go over to `enterprise_id`; see the merges of the enterprise for what did.',
    })
    .meta({ allow: ['evaluation_officer'] })
    .input(InZone.extend({ enterprise_id: Uuid, merge_id: Uuid, reason: Reason }))
    .output(Enterprise),
  listMerges: route
    .route({
      method: 'GET',
      path: '/zones/{zone}/enterprises/{enterprise_id}/merges',
      summary: '企业合并记录 · Merges of an enterprise',
      description: 'The newest first, of both sides: what it became part of, and what became part of it.',
    })
    .meta({ allow: ['evaluation_officer', 'leader'] })
    .input(InZone.extend({ enterprise_id: Uuid }))
    .output(z.strictObject({ items: z.array(EnterpriseMerge) })),
  undoMerge: route
    .route({
      method: 'POST',
      path: '/zones/{zone}/merges/{merge_id}/undo',
      summary: '撤销企业合并 · Take a merge back',
      description: 'What was changed again since the merge stays with the kept record, and is counted.',
    })
    .meta({ allow: ['evaluation_officer'] })
    .input(InZone.extend({ merge_id: Uuid, reason: Reason }))
    .output(z.strictObject({ merge: EnterpriseMerge, restored: z.number().int(), left: z.number().int() })),
};
