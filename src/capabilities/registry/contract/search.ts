// Search while somebody types, over everything the caller may see.
import { z } from 'zod';
import { endpoint, InZone } from '#core/endpoint.ts';
import { WORKING_ROLES } from '#core/roles.ts';
import { Enterprise } from './enterprises.ts';

/** Enough for a list under an input; whoever wants more types more. */
export const MOST_HITS = 20;

export const EnterpriseHit = Enterprise.pick({
  enterprise_id: true,
  credit_code: true,
  name: true,
  park_id: true,
  status: true,
}).extend({
  /** By what it was found: the beginning of its code, its name, or the initials of its name. */
  matched: z.enum(['credit_code', 'name', 'initials']),
});
export type EnterpriseHit = z.infer<typeof EnterpriseHit>;

export const searchContract = {
  search: endpoint
    .route({
      method: 'GET',
      path: '/zones/{zone}/search',
      summary: '全局搜索 · Search',
      description:
        'Enterprises by name, by the initials of the name in pinyin, and by the beginning of the credit code; at most 20, those that begin with the text first.',
      tags: ['registry'],
    })
    .meta({ allow: WORKING_ROLES, token: 'registry:read' })
    .input(InZone.extend({ q: z.string().trim().min(1).max(100) }))
    .output(z.strictObject({ enterprises: z.array(EnterpriseHit) })),
};
