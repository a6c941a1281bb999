// Wordings of what signing in, passwords and the second factor may be refused for.
import type { Wording } from '#core/diagnostic.ts';
import { LEAST_LENGTH } from './password-rules.ts';

export const AUTH_MESSAGES = {
  credentials_not_valid: { zh: '账号或密码不正确', en: 'The account or the password is not right' },
  sign_in_locked: {
    zh: '失败次数过多，已暂停登录',
    en: 'Too many failed attempts; signing in is stopped for a while',
    hint: {
      zh: '请{minutes}分钟后再试，或请系统管理员解除锁定',
      en: 'Try again in {minutes} minutes, or ask the system administrator to unlock the account',
    },
  },
  account_disabled: {
    zh: '账号已停用',
    en: 'The account is disabled',
    hint: { zh: '请联系系统管理员', en: 'Ask the system administrator' },
  },
  password_not_valid: { zh: '当前密码不正确', en: 'The present password is not right' },
  password_too_short: {
    zh: `新密码不足${LEAST_LENGTH}位`,
    en: `The new password has fewer than ${LEAST_LENGTH} signs`,
  },
  password_too_long: { zh: '新密码过长', en: 'The new password is too long' },
  password_too_simple: {
    zh: '新密码过于简单',
    en: 'The new password is too simple',
    hint: {
      zh: '须含大写字母、小写字母、数字、符号中的三类',
      en: 'It needs three of these: capitals, small letters, digits, other signs',
    },
  },
  password_has_name: { zh: '新密码不能包含账号名', en: 'The new password must not contain the account name' },
  password_common: {
    zh: '新密码过于常见，容易被猜中',
    en: 'The new password is a common one and easily guessed',
  },
  password_used_before: {
    zh: '新密码与最近用过的密码相同',
    en: 'The new password is one of the last that were used',
  },
  second_factor_not_valid: {
    zh: '动态口令或恢复码不正确',
    en: 'The code of the second factor is not right',
    hint: {
      zh: '请核对手机时间后输入新的口令；恢复码只能用一次',
      en: 'Check the clock of the phone and enter a new code; a recovery code works once',
    },
  },
  second_factor_too_late: {
    zh: '未在时限内完成二次验证，请重新登录',
    en: 'The second factor came too late; sign in again',
  },
  second_factor_locked: {
    zh: '二次验证失败次数过多，已暂停15分钟',
    en: 'Too many failed second factors; stopped for 15 minutes',
  },
  second_factor_not_enrolled: {
    zh: '该账号未启用二次验证',
    en: 'The account has no second factor',
    hint: { zh: 'POST /api/auth/two-factor/enable', en: 'POST /api/auth/two-factor/enable' },
  },
  second_factor_enrolled: {
    zh: '该账号已启用二次验证',
    en: 'The account has a second factor already',
  },
  single_sign_on_not_set_up: { zh: '未配置统一身份认证', en: 'Single sign-on is not set up' },
  single_sign_on_failed: {
    zh: '统一身份认证未成功（{reason}）',
    en: 'Single sign-on did not succeed ({reason})',
    hint: { zh: '请重新登录，或改用密码登录', en: 'Sign in again, or by password' },
  },
  identity_unknown: {
    zh: '该统一身份尚未关联账号',
    en: 'This identity is joined to no account',
    hint: {
      zh: '请先用密码登录，再调用 POST /api/auth/link-social 关联',
      en: 'Sign in by password first and join it: POST /api/auth/link-social',
    },
  },
  identity_linked_elsewhere: {
    zh: '该统一身份已关联其他账号',
    en: 'This identity is joined to another account',
  },
  identity_not_found: { zh: '没有这项关联', en: 'There is no such identity of the account' },
  password_stays: { zh: '密码登录方式不能解除', en: 'The password of an account cannot be given up' },
} satisfies Record<string, Wording>;
