// Enterprises that look like one: found by their names and accounts, and told apart by a person.
import { z } from 'zod';
import { endpoint, InZone } from '#core/endpoint.ts';
import { Uuid } from '#core/ids.ts';
import { Enterprise } from './enterprises.ts';

/** Enterprises that may be one and the same, and why. */
export const DuplicateGroup = z.strictObject({
  reason: z.enum(['same_name', 'same_account']),
  value: z.string(),
  enterprises: z.array(Enterprise.pick({ enterprise_id: true, credit_code: true, name: true, status: true })),
  /** Who said last that all of them are different enterprises; null while at least two may be one. */
  distinct: z.strictObject({ reason: z.string(), said_by: z.string(), said_at: z.iso.datetime() }).nullable(),
});
export type DuplicateGroup = z.infer<typeof DuplicateGroup>;

const route = endpoint.$route({ tags: ['registry'] });
const path = '/zones/{zone}/enterprises/duplicates' as const;

export const duplicatesContract = {
  listDuplicates: route
    .route({ method: 'GET', path, summary: '疑似重复企业 · Possible duplicates' })
    .meta({ allow: ['evaluation_officer'] })
    .input(InZone)
    .output(z.strictObject({ items: z.array(DuplicateGroup) })),
  judgeDuplicates: route
    .route({
      method: 'POST',
      path: `${path}/judge`,
      summary: '认定是否同一企业 · Tell enterprises apart',
      description:
        'Distinct: no two of the enterprises are one, and they are no longer asked about. Otherwise what was said before is taken back.',
    })
    .meta({ allow: ['evaluation_officer'] })
    .input(
      InZone.extend({
        enterprise_ids: z
          .array(Uuid)
          .min(2)
          .max(50)
          .refine((ids) => new Set(ids).size === ids.length),
        distinct: z.boolean(),
        reason: z.string().trim().min(2).max(500),
      }),
    )
    .output(z.strictObject({ pairs: z.number().int() })),
};
