// Words of one's own account.
import { words } from '#web/words/words.ts';

export const ACCOUNT = words({
  answer: ['我的账号', 'My account'],
  answerPassword: ['请先修改密码', 'Change your password first'],
  answerFactor: ['请先启用动态口令', 'Set up a second factor first'],
  back: ['返回', 'Back'],
  password: ['修改密码', 'Change the password'],
  rules: [
    '至少 10 位，含大写、小写、数字、符号中的三类，不含账号名，不与最近用过的 6 个相同。',
    'At least 10 characters, three of upper case, lower case, digits and signs, without the account name, none of the last six.',
  ],
  current: ['当前密码', 'Current password'],
  next: ['新密码', 'New password'],
  again: ['再输一次新密码', 'New password again'],
  different: ['两次输入的新密码不同', 'The two new passwords differ'],
  change: ['修改', 'Change'],
  changed: ['密码已修改', 'The password was changed'],
  factor: ['动态口令（第二因素）', 'Second factor'],
  factorHint: [
    '用手机上的身份验证器（TOTP）扫码，登录时除密码外再输 6 位数字。',
    'Scan with an authenticator (TOTP); at sign-in you give its six digits besides the password.',
  ],
  begin: ['启用', 'Set up'],
  renew: ['验证并启用', 'Check and set up'],
  code: ['验证器上的 6 位数字', 'Six digits of the authenticator'],
  secret: ['不能扫码时，手工输入密钥', 'Where scanning is not possible, type the secret'],
  recovery: [
    '恢复码：手机丢失时每个可用一次。请抄下来，放在安全的地方，离开本页后不再显示。',
    'Recovery codes: each works once when the phone is lost. Write them down; they are not shown again.',
  ],
  on: ['已启用', 'Set up'],
  off: ['停用', 'Remove'],
  government: ['政务统一身份认证', 'Government single sign-on'],
  governmentHint: [
    '绑定后可用政务身份登录本账号。',
    'Once joined, the government identity signs in to this account.',
  ],
  join: ['绑定', 'Join'],
});
