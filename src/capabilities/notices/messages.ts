// Wordings of notices, and of what goes wrong with them.
import type { Wording } from '#core/diagnostic.ts';
import { NOTICE_WORDINGS } from './model.ts';

export const NOTICE_MESSAGES = {
  ...NOTICE_WORDINGS,
  notice_not_found: { zh: '没有这条通知', en: 'There is no such notice' },
} satisfies Record<string, Wording>;
