// Wordings of identity.
import type { Wording } from '#core/diagnostic.ts';

export const IDENTITY_MESSAGES = {
  account_exists: { zh: '账号“{username}”已存在', en: 'The account “{username}” exists already' },
  member_exists: {
    zh: '账号“{username}”已有权限，须先撤销',
    en: 'The account “{username}” has a role here; end it first',
  },
  account_of_administrator: {
    zh: '系统、安全、审计管理员的账号不能由他人重置或停用',
    en: 'The account of an administrator is not for others to reset or disable',
    hint: {
      zh: '停用：由安全管理员撤销授权；遗忘密码：由运维人员执行 mujun account reset',
      en: 'To stop it, the security administrator ends its role; a lost password is for the operator: mujun account reset',
    },
  },
  member_not_found: { zh: '没有这个账号', en: 'There is no such account' },
  member_without_scope: {
    zh: '该角色须指定所属部门、园区或企业',
    en: 'This role needs an office, a park or an enterprise to work for',
  },
  member_state_conflict: { zh: '该账号不在待授权状态', en: 'This account does not wait for a grant' },
  grant_by_another: {
    zh: '不能给自己或自己创建的账号授权',
    en: 'Nobody grants rights to themselves or to what they proposed',
  },
  last_administrator: {
    zh: '这是最后一名该类管理员，不能撤销',
    en: 'This is the last administrator of the kind',
  },
  account_of_several_zones: {
    zh: '该账号还属于其他开发区，请联系系统运维',
    en: 'This account belongs to other zones too; ask the operator',
  },
  password_change_required: {
    zh: '首次登录或密码已满90天，请先修改密码',
    en: 'The password has to be changed first',
    hint: { zh: 'POST /api/auth/change-password', en: 'POST /api/auth/change-password' },
  },
  second_factor_required: {
    zh: '您的角色须启用二次验证，请先启用',
    en: 'Your role needs a second factor; enrol it first',
    hint: {
      zh: '依次调用 POST /api/auth/two-factor/enable、POST /api/auth/two-factor/verify-totp',
      en: 'POST /api/auth/two-factor/enable, then POST /api/auth/two-factor/verify-totp',
    },
  },
  token_not_valid: { zh: '令牌无效、已过期或已吊销', en: 'The token is not valid, expired or revoked' },
  token_not_found: { zh: '没有这个令牌', en: 'There is no such token' },
} satisfies Record<string, Wording>;
