// Wordings of the errors any endpoint may end with.
import type { Wording } from '#core/diagnostic.ts';

export const HTTP_MESSAGES = {
  not_signed_in: { zh: '请先登录', en: 'Please sign in first' },
  forbidden: { zh: '您没有此项操作的权限', en: 'You may not do this' },
  not_a_member: { zh: '您的账号不属于该开发区', en: 'Your account does not belong to this zone' },
  invalid_input: {
    zh: '提交的内容有误',
    en: 'What was sent is not valid',
    hint: { zh: '请按errors中列出的字段逐项修改', en: 'Correct the fields listed in errors' },
  },
  cross_site: { zh: '拒绝来自其他网站的请求', en: 'Requests from another site are refused' },
  endpoint_not_found: { zh: '没有这个接口', en: 'There is no such endpoint' },
  zone_not_found: { zh: '没有这个开发区', en: 'There is no such zone' },
  changed_meanwhile: {
    zh: '在您处理期间，他人已作修改，您的操作未保存',
    en: 'Somebody else changed this in the meantime; what you did was not saved',
    hint: { zh: '请刷新后重新处理', en: 'Reload and do it again' },
  },
  upload_too_large: {
    zh: '提交的内容超过{limit} MB',
    en: 'What was sent is larger than {limit} MB',
  },
  idempotency_key_reused: {
    zh: '幂等键“{key}”已用于另一个请求',
    en: 'The idempotency key “{key}” was used for another request',
  },
  cursor_not_understood: {
    zh: '翻页位置无效',
    en: 'The cursor is not one of ours',
    hint: { zh: '请从第一页重新查询', en: 'Start again from the first page' },
  },
  too_many_requests: {
    zh: '请求过于频繁',
    en: 'Too many requests',
    hint: { zh: '请{seconds}秒后再试', en: 'Try again in {seconds} seconds' },
  },
  internal_error: {
    zh: '系统内部错误，操作未完成',
    en: 'An internal error; the operation was not completed',
    hint: { zh: '请将request_id告知系统管理员', en: 'Give request_id to the system administrator' },
  },
} satisfies Record<string, Wording>;
