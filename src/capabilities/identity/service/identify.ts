// Who sends a request: a person by the session cookie, a department's system by its token. Asked anew for each request,
// so that what was revoked is refused at once.
import { createHash } from 'node:crypto';
import { AppError } from '#core/app-error.ts';
import { ADMIN_ROLES, Role } from '#core/roles.ts';
import type { Auth } from '#platform/auth/auth.ts';
import { type Actor, PUBLIC_ACTOR } from '#platform/ctx.ts';
import type { Database } from '#platform/db/database.ts';
import { NotAMember, type TokenActor } from '#platform/http/access.ts';

const PASSWORD_DAYS = 90;
const SESSION_HOURS = 12;
const DAY_MS = 86_400_000;

/** Outside a zone nobody has a role: the actor is only a name. */
export type Identify = (headers: Headers, zone: string | undefined) => Promise<Actor | undefined>;

/** Without `secondFactor` the three administrators need one, except in a synthetic zone. */
export function createIdentify(
  database: Database,
  auth: Auth,
  now: () => Date,
  secondFactor?: readonly Role[],
): Identify {
  const needsFactor = (role: Role, synthetic: boolean): boolean =>
    secondFactor?.includes(role) ?? (!synthetic && ADMIN_ROLES.some((admin) => admin === role));
  return async (headers, zone) => {
    const bearer = /^Bearer (mj_\w+)$/.exec(headers.get('authorization') ?? '')?.[1];
    if (bearer !== undefined) {
      if (zone === undefined) throw new AppError('token_not_valid');
      return tokenActor(database, zone, bearer, now());
    }
    if (!(headers.get('cookie') ?? '').includes('session_token')) return undefined;
    const found = await sessionOf(auth, headers);
    if (found === null) return undefined;
    if (now().getTime() - found.session.createdAt.getTime() > SESSION_HOURS * 3_600_000) return undefined;
    if (zone === undefined)
      return { ...PUBLIC_ACTOR, userId: found.user.id, name: found.user.name, via: 'session' };
    return memberActor(database, zone, found.user, now(), needsFactor);
  };
}

/** The library wraps whatever goes wrong with its database into an error of its own. */
async function sessionOf(auth: Auth, headers: Headers) {
  try {
    return await auth.api.getSession({ headers });
  } catch (error) {
    const failed =
      error instanceof Error &&
      'body' in error &&
      JSON.stringify(error.body).includes('FAILED_TO_GET_SESSION');
    throw failed ? new AppError('database_unavailable') : error;
  }
}

type Member = {
  readonly role: string | null;
  readonly office_id: string | null;
  readonly park_ids: string[] | null;
  readonly enterprise_ids: string[] | null;
  readonly must_change: boolean;
  readonly password_changed_at: Date;
  readonly disabled_at: Date | null;
  readonly synthetic: boolean | null;
  readonly two_factor: boolean;
};

async function memberActor(
  database: Database,
  zone: string,
  user: { readonly id: string; readonly name: string },
  now: Date,
  needsFactor: (role: Role, synthetic: boolean) => boolean,
): Promise<Actor> {
  const { rows } = await database.pool.query<Member>(
    `select m.role, m.office_id, m.park_ids, m.enterprise_ids, s.must_change, s.password_changed_at, s.disabled_at, z.synthetic,
            coalesce(u."twoFactorEnabled", false) as two_factor
     from auth_security s
     join auth_user u on u.id = s.user_id
     left join membership m on m.user_id = s.user_id and m.zone_id = $1 and m.state = 'active'
     left join zone z on z.zone_id = $1
     where s.user_id = $2`,
    [zone, user.id],
  );
  const [member] = rows;
  const role = Role.safeParse(member?.role);
  if (member === undefined || member.disabled_at !== null || !role.success) throw new NotAMember(user);
  const old = now.getTime() - member.password_changed_at.getTime() > PASSWORD_DAYS * DAY_MS;
  if (member.must_change || (old && member.synthetic !== true))
    throw new AppError('password_change_required');
  if (!member.two_factor && needsFactor(role.data, member.synthetic === true))
    throw new AppError('second_factor_required');
  return {
    userId: user.id,
    name: user.name,
    role: role.data,
    via: 'session',
    ...(member.office_id === null ? {} : { officeId: member.office_id }),
    parkIds: member.park_ids ?? [],
    enterpriseIds: member.enterprise_ids ?? [],
  };
}

export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex');

async function tokenActor(database: Database, zone: string, token: string, now: Date): Promise<TokenActor> {
  const { rows } = await database.pool.query<{
    token_id: string;
    name: string;
    scopes: string[];
    office_id: string;
    stale: boolean;
  }>(
    `select token_id, name, scopes, office_id, coalesce(last_used_at < $3::timestamptz - interval '1 minute', true) as stale
     from api_token where zone_id = $1 and token_hash = $2 and revoked_at is null and expires_at > $3`,
    [zone, hashToken(token), now],
  );
  const [found] = rows;
  if (found === undefined) throw new AppError('token_not_valid');
  if (found.stale)
    await database.pool.query('update api_token set last_used_at = $3 where zone_id = $1 and token_id = $2', [
      zone,
      found.token_id,
      now,
    ]);
  return {
    userId: `token:${found.token_id}`,
    name: found.name,
    role: 'data_officer',
    via: 'token',
    officeId: found.office_id,
    parkIds: [],
    enterpriseIds: [],
    scopes: found.scopes,
  };
}
