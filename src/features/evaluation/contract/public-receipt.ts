// The receipt of a row of a published list, for everybody: the list itself says as much.
import { z } from 'zod';
import { Receipt } from '#engine/proof/receipt.ts';
import { PublicationPath, route } from './paths.ts';

export const publicReceiptContract = {
  getPublicReceipt: route
    .route({
      method: 'GET',
      path: '/zones/{zone}/publications/{publication_id}/receipt',
      summary: '公开核验凭据 · Receipt of a listed row',
    })
    .meta({ allow: 'public' })
    .input(PublicationPath.extend({ credit_code: z.string().trim().min(1).max(40) }))
    .output(Receipt),
};
