// Published lists: everybody may read them, and prove any row of them.
import { z } from 'zod';
import { InZone, pageOf, PageQuery } from '#core/endpoint.ts';
import { Uuid } from '#core/ids.ts';
import { WORKING_ROLES } from '#core/roles.ts';
import { Receipt } from '#engine/proof/receipt.ts';
import { PublicationPath, route } from './paths.ts';
import * as shapes from './shapes.ts';

export const publicationsContract = {
  listPublications: route
    .route({ method: 'GET', path: '/zones/{zone}/publications', summary: '公示与公布 · Publications' })
    .meta({ allow: 'public' })
    .input(InZone)
    .output(z.strictObject({ items: z.array(shapes.Publication) })),
  listPublishedRows: route
    .route({
      method: 'GET',
      path: '/zones/{zone}/publications/{publication_id}/rows',
      summary: '公布名单 · Published list',
    })
    .meta({ allow: 'public' })
    .input(
      PublicationPath.extend(PageQuery.shape).extend({
        class: z.string().max(20).optional(),
        /** Part of the name or of the credit code. */
        search: z.string().trim().max(100).optional(),
      }),
    )
    .output(pageOf(shapes.PublicRow)),
  getReceipt: route
    .route({
      method: 'GET',
      path: '/zones/{zone}/publications/{publication_id}/receipts/{enterprise_id}',
      summary: '核验凭据 · Receipt of a published row',
    })
    .meta({ allow: WORKING_ROLES })
    .input(PublicationPath.extend({ enterprise_id: Uuid }))
    .output(Receipt),
  getPublicReceipt: route
    .route({
      method: 'GET',
      path: '/zones/{zone}/publications/{publication_id}/receipt',
      summary: '公开核验凭据 · Receipt of a listed row',
      description: 'The list itself says as much as the receipt of any of its rows.',
    })
    .meta({ allow: 'public' })
    .input(PublicationPath.extend({ credit_code: z.string().trim().min(1).max(40) }))
    .output(Receipt),
};
