// Use cases of notices: tell an office or an enterprise, read one's own.
import { AppError } from '#core/app-error.ts';
import type { Ctx } from '#platform/ctx.ts';
import { pageFrom } from '#platform/db/cursor.ts';
import type { Notice } from './contract.ts';
import { insertNotices, markRead, selectMembers, selectNotices, selectUsersOf } from './store.ts';

export type Message = { readonly code: string; readonly params: Notice['params']; readonly link?: string };

/** Returns how many people were told. */
export async function notifyOffice(ctx: Ctx, office: string | null, message: Message): Promise<number> {
  return office === null ? 0 : tell(ctx, await selectMembers(ctx, { office }), message);
}

export async function notifyEnterprise(ctx: Ctx, enterprise: string, message: Message): Promise<number> {
  return tell(ctx, await selectMembers(ctx, { enterprise }), message);
}

export async function notifyUser(ctx: Ctx, user: string, message: Message): Promise<void> {
  await tell(ctx, [user], message);
}

/** Each user once, however many of the enterprises are theirs. */
export async function notifyEnterprises(
  ctx: Ctx,
  enterprises: readonly string[],
  message: Message,
): Promise<number> {
  return tell(ctx, await selectUsersOf(ctx, enterprises), message);
}

async function tell(ctx: Ctx, users: readonly string[], { code, params, link }: Message): Promise<number> {
  await insertNotices(ctx, users, { code, params, link: link ?? null });
  return users.length;
}

export async function listNotices(
  ctx: Ctx,
  query: { limit: number; cursor?: string | undefined },
): Promise<{ items: Notice[]; next: string | null }> {
  if (query.cursor !== undefined && !/^[0-9a-f-]{36}$/.test(query.cursor))
    throw new AppError('cursor_not_understood');
  const rows = await selectNotices(ctx, { limit: query.limit, before: query.cursor });
  return pageFrom(rows, query.limit, (row) => row.notice_id);
}

export async function readNotice(ctx: Ctx, id: string): Promise<Notice> {
  const notice = await markRead(ctx, id);
  if (notice === undefined) throw new AppError('notice_not_found');
  return notice;
}
