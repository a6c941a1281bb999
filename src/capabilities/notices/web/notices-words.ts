// Words of the notices.
import { words } from '#web/words/words.ts';

export const NOTICES = words({
  answer: (n: string) =>
    n === '0' ? ['没有未读通知', 'No unread notices'] : [`${n} 条未读通知`, `${n} unread notices`],
  markAll: ['全部标为已读', 'Mark all as read'],
  markOne: ['标为已读', 'Mark as read'],
  open: ['查看', 'Open'],
  empty: ['还没有通知', 'No notices yet'],
  emptyHint: [
    '催报、退回、申诉结果等会出现在这里。',
    'Reminders, returned work and decisions on appeals appear here.',
  ],
  more: ['更早的通知', 'Earlier notices'],
});
