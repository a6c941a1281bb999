// SQL on memberships and tokens. Accounts are of no zone; of them only what a zone's administrators need is read here.
import { type ColumnType, sql } from 'kysely';
import type { Ctx } from '#platform/ctx.ts';
import type { Database } from '#platform/db/database.ts';
import type { Membership, OwnZone, Person, Proposal, Session, Token } from './contract.ts';
import type { MovedMember } from './service/merged-enterprises.ts';

type IdentityTables = {
  membership: Omit<Membership, 'username' | 'name' | 'disabled' | 'two_factor'> & { zone_id: string };
  api_token: Omit<Token, 'expires_at' | 'revoked_at' | 'last_used_at'> & {
    zone_id: string;
    token_hash: string;
    created_by: string;
    created_at: ColumnType<Date, Date, never>;
    expires_at: Date;
    revoked_at: Date | null;
    last_used_at: Date | null;
  };
};

const identity = (ctx: Ctx) => ctx.trx.withTables<IdentityTables>();

/** With the names of the accounts, which the application's role may not read by itself. */
export async function selectMemberships(ctx: Ctx, userId?: string): Promise<Membership[]> {
  const { rows } = await sql<Membership>`
    select m.user_id, a.username, a.name, m.role, m.office_id, m.park_ids, m.enterprise_ids, m.state, m.proposed_by,
           m.approved_by, a.disabled, a.two_factor, m.version
    from membership m join account_of_member a on a.user_id = m.user_id
    where m.zone_id = ${ctx.zone} and (${userId ?? null}::text is null or m.user_id = ${userId ?? null})
    order by a.username`.execute(ctx.trx);
  return rows;
}

/** Of everybody who has or had a role in the zone. */
export async function selectPeople(ctx: Ctx): Promise<Person[]> {
  const { rows } = await sql<Person>`
    select m.user_id, a.name, m.role from membership m join account_of_member a on a.user_id = m.user_id
    where m.zone_id = ${ctx.zone} order by m.user_id`.execute(ctx.trx);
  return rows;
}

/** A membership with names instead of ids, for people to read. */
export type NamedMembership = Pick<
  Membership,
  'user_id' | 'username' | 'name' | 'role' | 'state' | 'disabled' | 'two_factor'
> & {
  readonly office: string | null;
  readonly parks: string | null;
  readonly enterprises: string | null;
  readonly locked: boolean;
};

/** By account name, after the given one. */
export async function selectNamedMemberships(
  ctx: Ctx,
  after: string,
  limit: number,
): Promise<NamedMembership[]> {
  const { rows } = await sql<NamedMembership>`
    select m.user_id, a.username, a.name, m.role, m.state, a.disabled, a.two_factor, a.locked, o.name as office,
           (select string_agg(p.name, '、' order by p.code) from park p
            where p.zone_id = m.zone_id and p.park_id = any (m.park_ids)) as parks,
           (select string_agg(e.name, '、' order by e.credit_code) from enterprise e
            where e.zone_id = m.zone_id and e.enterprise_id = any (m.enterprise_ids)) as enterprises
    from membership m
    join account_of_member a on a.user_id = m.user_id
    left join office o on o.zone_id = m.zone_id and o.office_id = m.office_id
    where m.zone_id = ${ctx.zone} and a.username > ${after}
    order by a.username limit ${limit}`.execute(ctx.trx);
  return rows;
}

export type NamedToken = Pick<Token, 'name' | 'scopes'> & {
  readonly office: string;
  readonly last_used_at: Date | null;
};

/** Those that are worth something now. */
export async function selectNamedTokens(ctx: Ctx): Promise<NamedToken[]> {
  const { rows } = await sql<NamedToken>`
    select t.name, t.scopes, o.name as office, t.last_used_at
    from api_token t join office o on o.zone_id = t.zone_id and o.office_id = t.office_id
    where t.zone_id = ${ctx.zone} and t.revoked_at is null and t.expires_at > ${ctx.services.now()}
    order by t.token_id`.execute(ctx.trx);
  return rows;
}

export async function insertMembership(ctx: Ctx, userId: string, proposal: Proposal): Promise<void> {
  const { role, office_id, park_ids, enterprise_ids } = proposal;
  await identity(ctx)
    .insertInto('membership')
    .values({
      zone_id: ctx.zone,
      user_id: userId,
      role,
      office_id,
      park_ids,
      enterprise_ids,
      state: 'proposed',
      proposed_by: ctx.actor.userId,
      approved_by: null,
      version: 1,
    })
    .execute();
}

/** A membership that ended is asked for anew; false when there is none. */
export async function proposeAgain(ctx: Ctx, userId: string, proposal: Proposal): Promise<boolean> {
  const { role, office_id, park_ids, enterprise_ids } = proposal;
  const { numUpdatedRows } = await identity(ctx)
    .updateTable('membership')
    .set((row) => ({
      role,
      office_id,
      park_ids,
      enterprise_ids,
      state: 'proposed' as const,
      proposed_by: ctx.actor.userId,
      approved_by: null,
      version: row('version', '+', 1),
    }))
    .where('zone_id', '=', ctx.zone)
    .where('user_id', '=', userId)
    .where('state', '=', 'ended')
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export async function hasOffice(ctx: Ctx, officeId: string): Promise<boolean> {
  const { rows } = await sql`
    select 1 from office where zone_id = ${ctx.zone} and office_id = ${officeId}`.execute(ctx.trx);
  return rows.length === 1;
}

export async function setMembershipState(
  ctx: Ctx,
  { user_id: id, version }: Pick<Membership, 'user_id' | 'version'>,
  change: { readonly state: Membership['state']; readonly approved_by?: string },
): Promise<boolean> {
  const { numUpdatedRows } = await identity(ctx)
    .updateTable('membership')
    .set({ ...change, version: version + 1 })
    .where('zone_id', '=', ctx.zone)
    .where('user_id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Whoever has `from` in scope has `to` instead; what ended stays as it was. */
export async function moveScope(ctx: Ctx, from: string, to: string): Promise<MovedMember[]> {
  const { rows } = await sql<MovedMember>`
    with own as (
      select user_id, ${to}::uuid = any (enterprise_ids) as had_both from membership
      where zone_id = ${ctx.zone} and state <> 'ended' and ${from}::uuid = any (enterprise_ids)
      order by user_id for update)
    update membership m set version = m.version + 1, enterprise_ids = case
      when own.had_both then array_remove(m.enterprise_ids, ${from}::uuid)
      else array_replace(m.enterprise_ids, ${from}::uuid, ${to}::uuid) end
    from own where m.zone_id = ${ctx.zone} and m.user_id = own.user_id
    returning m.user_id, m.version, own.had_both`.execute(ctx.trx);
  return rows;
}

/** Gives `from` back to one of them; false when its membership was changed since. */
export async function moveScopeBack(
  ctx: Ctx,
  { user_id: id, version, had_both }: MovedMember,
  from: string,
  to: string,
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update membership set version = version + 1, enterprise_ids = case
      when ${had_both}::boolean then array_append(enterprise_ids, ${from}::uuid)
      else array_replace(enterprise_ids, ${to}::uuid, ${from}::uuid) end
    where zone_id = ${ctx.zone} and user_id = ${id} and version = ${version} and state <> 'ended'`.execute(
    ctx.trx,
  );
  return numAffectedRows === 1n;
}

const TOKEN = [
  'token_id',
  'name',
  'scopes',
  'office_id',
  'expires_at',
  'revoked_at',
  'last_used_at',
] as const;

type TokenRow = Pick<IdentityTables['api_token'], (typeof TOKEN)[number]>;
const tokenOf = (row: TokenRow): Token => ({
  ...row,
  expires_at: row.expires_at.toISOString(),
  revoked_at: row.revoked_at?.toISOString() ?? null,
  last_used_at: row.last_used_at?.toISOString() ?? null,
});

export async function selectTokens(ctx: Ctx): Promise<Token[]> {
  const rows = await identity(ctx)
    .selectFrom('api_token')
    .select(TOKEN)
    .where('zone_id', '=', ctx.zone)
    .orderBy('token_id', 'desc')
    .execute();
  return rows.map(tokenOf);
}

export async function insertToken(
  ctx: Ctx,
  token: Pick<Token, 'name' | 'scopes' | 'office_id'> & { readonly hash: string; readonly expiresAt: Date },
): Promise<Token> {
  const row = await identity(ctx)
    .insertInto('api_token')
    .values({
      zone_id: ctx.zone,
      token_id: ctx.services.newId(),
      name: token.name,
      token_hash: token.hash,
      scopes: token.scopes,
      office_id: token.office_id,
      created_by: ctx.actor.userId,
      created_at: ctx.services.now(),
      expires_at: token.expiresAt,
      revoked_at: null,
      last_used_at: null,
    })
    .returning(TOKEN)
    .executeTakeFirstOrThrow();
  return tokenOf(row);
}

export async function revokeTokenRow(ctx: Ctx, id: string): Promise<Token | undefined> {
  const row = await identity(ctx)
    .updateTable('api_token')
    .set({ revoked_at: ctx.services.now() })
    .where('zone_id', '=', ctx.zone)
    .where('token_id', '=', id)
    .returning(TOKEN)
    .executeTakeFirst();
  return row && tokenOf(row);
}

/** As the owner of the tables: a person's zones are of no one zone. */
export async function selectOwnZones(database: Database, userId: string): Promise<OwnZone[]> {
  const { rows } = await sql<OwnZone>`
    select m.zone_id as zone, z.name, m.role, z.synthetic
    from membership m join zone z on z.zone_id = m.zone_id
    where m.user_id = ${userId} and m.state = 'active' order by m.zone_id`.execute(database.kysely);
  return rows;
}

export async function selectSessions(ctx: Ctx, userId: string): Promise<Session[]> {
  const { rows } = await sql<{
    session_id: string;
    address: string;
    agent: string;
    created_at: Date;
    expires_at: Date;
  }>`
    select session_id, address, agent, created_at, expires_at from session_of_member
    where zone_id = ${ctx.zone} and user_id = ${userId} order by created_at desc`.execute(ctx.trx);
  return rows.map((row) => ({
    ...row,
    created_at: row.created_at.toISOString(),
    expires_at: row.expires_at.toISOString(),
  }));
}
