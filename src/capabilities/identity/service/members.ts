// Use cases of identity. Three hands for every account: one asks for it, another grants it, a third can look at all.
import { randomBytes } from 'node:crypto';
import { AppError } from '#core/app-error.ts';
import type { TokenScope } from '#core/endpoint.ts';
import { ADMIN_ROLES, type Role } from '#core/roles.ts';
import { recordEvent } from '#capabilities/audit/service/record.ts';
import {
  createAccount,
  endSessions,
  findAccount,
  resetPassword,
  setDisabled,
  unlockAccount,
} from '#platform/auth/accounts.ts';
import { type Actor, type Caller, type Ctx, transact } from '#platform/ctx.ts';
import type { Database } from '#platform/db/database.ts';
import { isForeignKeyViolation } from '#platform/db/violations.ts';
import type { Me, Membership, Proposal, Session, Token } from '../contract.ts';
import { hashToken } from './identify.ts';
import {
  hasOffice,
  insertMembership,
  insertToken,
  proposeAgain,
  revokeTokenRow,
  selectMemberships,
  selectOwnZones,
  selectSessions,
  selectTokens,
  setMembershipState,
} from '../store.ts';

export function getMe({ actor, zone }: Ctx): Me {
  if (actor.role === 'public' || actor.role === 'system') throw new AppError('not_signed_in');
  return {
    user_id: actor.userId,
    name: actor.name,
    role: actor.role,
    zone,
    office_id: actor.officeId ?? null,
    park_ids: [...actor.parkIds],
    enterprise_ids: [...actor.enterpriseIds],
  };
}

/** Also for those whose password has to be changed first: it tells nothing of the zones but their names. */
export async function listMyZones(database: Database, actor: Actor) {
  return { user_id: actor.userId, name: actor.name, zones: await selectOwnZones(database, actor.userId) };
}

export async function listMemberships(ctx: Ctx): Promise<{ items: Membership[] }> {
  return { items: await selectMemberships(ctx) };
}

async function getMember(ctx: Ctx, userId: string): Promise<Membership> {
  const [member] = await selectMemberships(ctx, userId);
  if (member === undefined) throw new AppError('member_not_found');
  return member;
}

export type OneTime = { membership: Membership; one_time_password: string | null };

/**
 * The account comes first, of no zone and without rights; only then the zone asks for its membership. An account that
 * exists already, from another zone or a membership that ended, keeps its password.
 */
export async function proposeMember(caller: Caller, proposal: Proposal): Promise<OneTime> {
  checkScope(proposal);
  const { pool } = caller.services.database;
  const known = await findAccount(pool, proposal.username);
  if (known === caller.actor.userId) throw new AppError('grant_by_another');
  await transact(caller, (ctx) => checkProposal(ctx, proposal, known));
  const made = known === undefined ? await createAccount(pool, proposal) : undefined;
  const userId = known ?? made?.userId ?? '';
  return transact(caller, async (ctx) => {
    if (!(await proposeAgain(ctx, userId, proposal))) await insertMembership(ctx, userId, proposal);
    await recordEvent(ctx, {
      action: 'propose_member',
      object: ['account', userId],
      details: { ...proposal },
    });
    return { membership: await getMember(ctx, userId), one_time_password: made?.password ?? null };
  });
}

/** Before an account is made, so that none is left behind by a proposal that could not be. */
async function checkProposal(ctx: Ctx, proposal: Proposal, known: string | undefined): Promise<void> {
  if (proposal.office_id !== null && !(await hasOffice(ctx, proposal.office_id)))
    throw new AppError('office_not_found');
  if (known === undefined) return;
  const [member] = await selectMemberships(ctx, known);
  if (member !== undefined && member.state !== 'ended')
    throw new AppError('member_exists', { username: proposal.username });
}

/** A role without the scope it works in would see nothing, or worse, be read as everything. */
function checkScope({
  role,
  office_id: office,
  park_ids: parks,
  enterprise_ids: enterprises,
}: Proposal): void {
  const needs: Readonly<Partial<Record<Role, boolean>>> = {
    data_officer: office !== null,
    park_manager: parks.length > 0,
    enterprise_user: enterprises.length > 0,
  };
  if (needs[role] === false) throw new AppError('member_without_scope');
}

export async function approveMember(
  ctx: Ctx,
  input: { user_id: string; version: number },
): Promise<Membership> {
  const member = await getMember(ctx, input.user_id);
  if (member.state !== 'proposed') throw new AppError('member_state_conflict');
  if (member.proposed_by === ctx.actor.userId || member.user_id === ctx.actor.userId)
    throw new AppError('grant_by_another');
  const change = { state: 'active' as const, approved_by: ctx.actor.userId };
  if (!(await setMembershipState(ctx, input, change))) throw new AppError('changed_meanwhile');
  await recordEvent(ctx, {
    action: 'approve_member',
    object: ['account', input.user_id],
    details: { role: member.role },
  });
  return getMember(ctx, input.user_id);
}

export async function endMember(ctx: Ctx, input: { user_id: string; version: number }): Promise<Membership> {
  const member = await getMember(ctx, input.user_id);
  if (member.user_id === ctx.actor.userId) throw new AppError('grant_by_another');
  // A zone without one of its three administrators could not be administered any more.
  if (ADMIN_ROLES.some((role) => role === member.role)) {
    const { items } = await listMemberships(ctx);
    const others = items.filter(
      ({ role, state, user_id }) => role === member.role && state === 'active' && user_id !== member.user_id,
    );
    if (others.length === 0) throw new AppError('last_administrator');
  }
  if (!(await setMembershipState(ctx, input, { state: 'ended' }))) throw new AppError('changed_meanwhile');
  await recordEvent(ctx, {
    action: 'end_member',
    object: ['account', input.user_id],
    details: { role: member.role },
  });
  return getMember(ctx, input.user_id);
}

/**
 * An account of several zones is not one zone's to lock or reset. Nor is that of an administrator: who could give it a
 * new password could be that administrator.
 */
async function ownAccount(caller: Caller, userId: string, action: string): Promise<Membership> {
  const member = await transact(caller, async (ctx) => {
    const found = await getMember(ctx, userId);
    if (found.user_id === ctx.actor.userId) throw new AppError('grant_by_another');
    if (found.state !== 'ended' && ADMIN_ROLES.some((role) => role === found.role))
      throw new AppError('account_of_administrator');
    await recordEvent(ctx, { action, object: ['account', userId] });
    return found;
  });
  const { rows } = await caller.services.database.pool.query(
    `select 1 from membership where user_id = $1 and zone_id <> $2 and state = 'active' limit 1`,
    [userId, caller.zone],
  );
  if (rows.length > 0) throw new AppError('account_of_several_zones');
  return member;
}

export async function resetMemberPassword(caller: Caller, userId: string): Promise<OneTime> {
  const membership = await ownAccount(caller, userId, 'reset_password');
  return { membership, one_time_password: await resetPassword(caller.services.database.pool, userId) };
}

export async function setMemberDisabled(
  caller: Caller,
  input: { user_id: string; disabled: boolean },
): Promise<Membership> {
  await ownAccount(caller, input.user_id, input.disabled ? 'disable_account' : 'enable_account');
  await setDisabled(caller.services.database.pool, input.user_id, input.disabled);
  return transact(caller, (ctx) => getMember(ctx, input.user_id));
}

export async function unlockMember(caller: Caller, userId: string): Promise<Membership> {
  const membership = await transact(caller, async (ctx) => {
    const found = await getMember(ctx, userId);
    await recordEvent(ctx, { action: 'unlock_account', object: ['account', userId] });
    return found;
  });
  await unlockAccount(caller.services.database.pool, userId);
  return membership;
}

export async function listSessions(ctx: Ctx, userId: string): Promise<{ items: Session[] }> {
  return { items: await selectSessions(ctx, userId) };
}

export async function endMemberSessions(caller: Caller, userId: string): Promise<{ ended: true }> {
  await transact(caller, async (ctx) => {
    await getMember(ctx, userId);
    await recordEvent(ctx, { action: 'end_sessions', object: ['account', userId] });
  });
  await endSessions(caller.services.database.pool, userId);
  return { ended: true };
}

export async function listTokens(ctx: Ctx): Promise<{ items: Token[] }> {
  return { items: await selectTokens(ctx) };
}

const DAY_MS = 86_400_000;

/** The secret is shown this once; only its hash is kept. */
export async function createToken(
  ctx: Ctx,
  input: { name: string; scopes: TokenScope[]; office_id: string; days: number },
): Promise<{ token: Token; secret: string }> {
  const secret = `mj_${randomBytes(32).toString('hex')}`;
  const expiresAt = new Date(ctx.services.now().getTime() + input.days * DAY_MS);
  const { name, scopes, office_id } = input;
  const token = await insertToken(ctx, { name, scopes, office_id, hash: hashToken(secret), expiresAt }).catch(
    (error: unknown) => {
      throw isForeignKeyViolation(error) ? new AppError('office_not_found') : error;
    },
  );
  await recordEvent(ctx, {
    action: 'create_token',
    object: ['token', token.token_id],
    details: { name, scopes, office_id },
  });
  return { token, secret };
}

export async function revokeToken(ctx: Ctx, id: string): Promise<Token> {
  const token = await revokeTokenRow(ctx, id);
  if (token === undefined) throw new AppError('token_not_found');
  await recordEvent(ctx, { action: 'revoke_token', object: ['token', id], details: { name: token.name } });
  return token;
}
