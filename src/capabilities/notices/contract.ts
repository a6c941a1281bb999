// What the platform tells a person: reminders, returned work, decisions.
import { z } from 'zod';
import { endpoint, InZone, pageOf, PageQuery } from '#core/endpoint.ts';
import { Uuid } from '#core/ids.ts';

export const Notice = z.strictObject({
  notice_id: Uuid,
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  link: z.string().nullable(),
  created_at: z.iso.datetime(),
  read_at: z.iso.datetime().nullable(),
});
export type Notice = z.infer<typeof Notice>;

const route = endpoint.$route({ tags: ['notices'] });

export const noticesContract = {
  listNotices: route
    .route({ method: 'GET', path: '/zones/{zone}/notices', summary: '我的通知 · My notices' })
    .meta({ allow: 'signed_in' })
    .input(InZone.extend(PageQuery.shape))
    .output(pageOf(Notice)),
  readNotice: route
    .route({
      method: 'POST',
      path: '/zones/{zone}/notices/{notice_id}/read',
      summary: '标为已读 · Mark as read',
    })
    .meta({ allow: 'signed_in' })
    .input(InZone.extend({ notice_id: Uuid }))
    .output(Notice),
};
