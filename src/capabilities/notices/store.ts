// SQL on notices.
import { type ColumnType, sql } from 'kysely';
import type { Ctx } from '#platform/ctx.ts';
import type { Notice } from './contract.ts';

type NoticeTables = {
  notice: {
    zone_id: string;
    notice_id: string;
    user_id: string;
    code: string;
    params: ColumnType<Notice['params'], string, never>;
    link: string | null;
    created_at: ColumnType<Date, Date, never>;
    read_at: Date | null;
  };
};

const NOTICE = ['notice_id', 'code', 'params', 'link', 'created_at', 'read_at'] as const;
const notices = (ctx: Ctx) => ctx.trx.withTables<NoticeTables>();

type Row = Omit<Notice, 'created_at' | 'read_at'> & { created_at: Date; read_at: Date | null };
const noticeOf = (row: Row): Notice => ({
  ...row,
  created_at: row.created_at.toISOString(),
  read_at: row.read_at?.toISOString() ?? null,
});

/** A statement takes 65,535 parameters at most. */
const ROWS_AT_ONCE = 1000;

export async function insertNotices(
  ctx: Ctx,
  users: readonly string[],
  notice: { readonly code: string; readonly params: Notice['params']; readonly link: string | null },
): Promise<void> {
  if (users.length === 0) return;
  const rows = users.map((user) => ({
    zone_id: ctx.zone,
    notice_id: ctx.services.newId(),
    user_id: user,
    code: notice.code,
    params: JSON.stringify(notice.params),
    link: notice.link,
    created_at: ctx.services.now(),
    read_at: null,
  }));
  for (let start = 0; start < rows.length; start += ROWS_AT_ONCE)
    await notices(ctx)
      .insertInto('notice')
      .values(rows.slice(start, start + ROWS_AT_ONCE))
      .execute();
}

export async function selectNotices(
  ctx: Ctx,
  page: { readonly limit: number; readonly before?: string | undefined },
): Promise<Notice[]> {
  let rows = notices(ctx)
    .selectFrom('notice')
    .select(NOTICE)
    .where('zone_id', '=', ctx.zone)
    .where('user_id', '=', ctx.actor.userId);
  if (page.before !== undefined) rows = rows.where('notice_id', '<', page.before);
  const found = await rows
    .orderBy('notice_id', 'desc')
    .limit(page.limit + 1)
    .execute();
  return found.map(noticeOf);
}

export async function markRead(ctx: Ctx, id: string): Promise<Notice | undefined> {
  const row = await notices(ctx)
    .updateTable('notice')
    .set({ read_at: ctx.services.now() })
    .where('zone_id', '=', ctx.zone)
    .where('user_id', '=', ctx.actor.userId)
    .where('notice_id', '=', id)
    .returning(NOTICE)
    .executeTakeFirst();
  return row && noticeOf(row);
}

/** Accounts of an office's data officers, or of one enterprise's users. */
export async function selectMembers(
  ctx: Ctx,
  of: { readonly office: string } | { readonly enterprise: string },
): Promise<string[]> {
  const condition =
    'office' in of
      ? sql`office_id = ${of.office}::uuid and role = 'data_officer'`
      : sql`${of.enterprise}::uuid = any (enterprise_ids) and role = 'enterprise_user'`;
  const { rows } = await sql<{ user_id: string }>`
    select user_id from membership where zone_id = ${ctx.zone} and state = 'active' and ${condition}
    order by user_id limit 1000`.execute(ctx.trx);
  return rows.map((row) => row.user_id);
}

/** Accounts of the users of any of these enterprises. */
export async function selectUsersOf(ctx: Ctx, enterprises: readonly string[]): Promise<string[]> {
  if (enterprises.length === 0) return [];
  const { rows } = await sql<{ user_id: string }>`
    select distinct m.user_id from membership m
    cross join unnest(m.enterprise_ids) as own(id)
    join unnest(${enterprises}::uuid[]) as wanted(id) on wanted.id = own.id
    where m.zone_id = ${ctx.zone} and m.state = 'active' and m.role = 'enterprise_user'
    order by m.user_id`.execute(ctx.trx);
  return rows.map((row) => row.user_id);
}
