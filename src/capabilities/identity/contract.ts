// Who may do what: memberships of a zone, accounts, sessions, tokens of departments' systems.
import { z } from 'zod';
import { endpoint, InZone, TokenScope } from '#core/endpoint.ts';
import { Uuid } from '#core/ids.ts';
import { ADMIN_ROLES, Role } from '#core/roles.ts';

export const Membership = z.strictObject({
  user_id: z.string(),
  username: z.string(),
  name: z.string(),
  role: Role,
  office_id: Uuid.nullable(),
  park_ids: z.array(Uuid),
  enterprise_ids: z.array(Uuid),
  state: z.enum(['proposed', 'active', 'ended']),
  proposed_by: z.string(),
  approved_by: z.string().nullable(),
  disabled: z.boolean(),
  two_factor: z.boolean(),
  version: z.number().int(),
});
export type Membership = z.infer<typeof Membership>;

export const Me = z.strictObject({
  user_id: z.string(),
  name: z.string(),
  role: Role,
  zone: z.string(),
  office_id: Uuid.nullable(),
  park_ids: z.array(Uuid),
  enterprise_ids: z.array(Uuid),
});
export type Me = z.infer<typeof Me>;

export const Session = z.strictObject({
  session_id: z.string(),
  address: z.string(),
  agent: z.string(),
  created_at: z.iso.datetime(),
  expires_at: z.iso.datetime(),
});
export type Session = z.infer<typeof Session>;

export const Token = z.strictObject({
  token_id: Uuid,
  name: z.string(),
  scopes: z.array(TokenScope),
  office_id: Uuid,
  expires_at: z.iso.datetime(),
  revoked_at: z.iso.datetime().nullable(),
  last_used_at: z.iso.datetime().nullable(),
});
export type Token = z.infer<typeof Token>;

/** What an administrator asks for; somebody else grants it. */
export const Proposal = z.strictObject({
  username: z.string().regex(/^[\w.@-]{2,64}$/),
  name: z.string().trim().min(1).max(100),
  role: Role,
  office_id: Uuid.nullable().default(null),
  park_ids: z.array(Uuid).max(50).default([]),
  enterprise_ids: z.array(Uuid).max(50).default([]),
});
export type Proposal = z.infer<typeof Proposal>;

const route = endpoint.$route({ tags: ['identity'] });
const MemberPath = InZone.extend({ user_id: z.string().max(64) });
const OneTime = z.strictObject({ membership: Membership, one_time_password: z.string().nullable() });

/** A zone somebody may enter, and what as. */
export const OwnZone = z.strictObject({
  zone: z.string(),
  name: z.string(),
  role: Role,
  synthetic: z.boolean(),
});
export type OwnZone = z.infer<typeof OwnZone>;

/** Who somebody is, for lists that name who did something. */
export const Person = z.strictObject({ user_id: z.string(), name: z.string(), role: Role });
export type Person = z.infer<typeof Person>;

export const identityContract = {
  listMyZones: route
    .route({ method: 'GET', path: '/me', summary: '我的开发区 · My zones' })
    .meta({ allow: 'signed_in' })
    .output(z.strictObject({ user_id: z.string(), name: z.string(), zones: z.array(OwnZone) })),
  getMe: route
    .route({ method: 'GET', path: '/zones/{zone}/me', summary: '我的身份 · Who I am here' })
    .meta({ allow: 'signed_in' })
    .input(InZone)
    .output(Me),
  listPeople: route
    .route({
      method: 'GET',
      path: '/zones/{zone}/people',
      summary: '人员姓名 · Names of the people of a zone',
      description: 'Everybody who has or had a role here, so that histories can say who it was.',
    })
    .meta({
      allow: ['leader', 'evaluation_officer', 'data_officer', 'park_manager', 'expert', ...ADMIN_ROLES],
    })
    .input(InZone)
    .output(z.strictObject({ items: z.array(Person) })),
  listMemberships: route
    .route({ method: 'GET', path: '/zones/{zone}/members', summary: '账号与权限 · Members' })
    .meta({ allow: ADMIN_ROLES })
    .input(InZone)
    .output(z.strictObject({ items: z.array(Membership) })),
  exportPermissions: route
    .route({
      method: 'GET',
      path: '/zones/{zone}/members/export',
      summary: '导出权限清单（CSV、XLSX） · Export who may do what',
    })
    .meta({ allow: ['security_admin', 'audit_admin'], raw: true })
    .input(InZone.extend({ format: z.enum(['csv', 'xlsx']).default('xlsx') })),
  proposeMember: route
    .route({
      method: 'POST',
      path: '/zones/{zone}/members',
      summary: '创建账号 · Add an account',
      successStatus: 201,
    })
    .meta({ allow: ['system_admin'] })
    .input(InZone.extend(Proposal.shape))
    .output(OneTime),
  approveMember: route
    .route({ method: 'POST', path: '/zones/{zone}/members/{user_id}/approve', summary: '授权 · Grant' })
    .meta({ allow: ['security_admin'] })
    .input(MemberPath.extend({ version: z.number().int() }))
    .output(Membership),
  endMember: route
    .route({
      method: 'POST',
      path: '/zones/{zone}/members/{user_id}/end',
      summary: '撤销授权 · End a membership',
    })
    .meta({ allow: ['security_admin'] })
    .input(MemberPath.extend({ version: z.number().int() }))
    .output(Membership),
  resetMemberPassword: route
    .route({
      method: 'POST',
      path: '/zones/{zone}/members/{user_id}/reset-password',
      summary: '重置密码 · New password',
    })
    .meta({ allow: ['system_admin'] })
    .input(MemberPath)
    .output(OneTime),
  setMemberDisabled: route
    .route({
      method: 'POST',
      path: '/zones/{zone}/members/{user_id}/disable',
      summary: '停用、启用账号 · Disable',
    })
    .meta({ allow: ['system_admin'] })
    .input(MemberPath.extend({ disabled: z.boolean() }))
    .output(Membership),
  unlockMember: route
    .route({
      method: 'POST',
      path: '/zones/{zone}/members/{user_id}/unlock',
      summary: '解除登录锁定 · Unlock',
    })
    .meta({ allow: ['system_admin'] })
    .input(MemberPath)
    .output(Membership),
  listSessions: route
    .route({ method: 'GET', path: '/zones/{zone}/members/{user_id}/sessions', summary: '会话 · Sessions' })
    .meta({ allow: ['system_admin', 'security_admin'] })
    .input(MemberPath)
    .output(z.strictObject({ items: z.array(Session) })),
  endSessions: route
    .route({
      method: 'POST',
      path: '/zones/{zone}/members/{user_id}/sessions/end',
      summary: '强制下线 · End sessions',
    })
    .meta({ allow: ['system_admin', 'security_admin'] })
    .input(MemberPath)
    .output(z.strictObject({ ended: z.literal(true) })),
  listTokens: route
    .route({ method: 'GET', path: '/zones/{zone}/tokens', summary: '接口令牌 · API tokens' })
    .meta({ allow: ['security_admin', 'audit_admin'] })
    .input(InZone)
    .output(z.strictObject({ items: z.array(Token) })),
  createToken: route
    .route({
      method: 'POST',
      path: '/zones/{zone}/tokens',
      summary: '签发令牌 · Issue a token',
      successStatus: 201,
    })
    .meta({ allow: ['security_admin'] })
    .input(
      InZone.extend({
        name: z.string().trim().min(1).max(100),
        scopes: z.array(TokenScope).min(1),
        office_id: Uuid,
        days: z.number().int().min(1).max(366),
      }),
    )
    .output(z.strictObject({ token: Token, secret: z.string() })),
  revokeToken: route
    .route({
      method: 'POST',
      path: '/zones/{zone}/tokens/{token_id}/revoke',
      summary: '吊销令牌 · Revoke a token',
    })
    .meta({ allow: ['security_admin'] })
    .input(InZone.extend({ token_id: Uuid }))
    .output(Token),
};
