// What notices say, by their code; pages and mails fill in the same sentences.
import type { Wording } from '#core/diagnostic.ts';

export const NOTICE_WORDINGS = {
  task_reminder: {
    zh: '填报任务将于{due_on}截止，请尽快提交',
    en: 'A task is due on {due_on}; please hand it in',
  },
  task_overdue: {
    zh: '填报任务已于{due_on}截止，逾期{days}天，请尽快提交',
    en: 'A task was due on {due_on}, {days} days ago; please hand it in',
  },
  task_returned: { zh: '填报被退回：{reason}', en: 'What you handed in was sent back: {reason}' },
  import_rejected: {
    zh: '导入的文件“{file}”被退回：{reason}',
    en: 'Your file “{file}” was refused: {reason}',
  },
  dispute_answered: {
    zh: '对“{item}”的异议已答复：{answer}',
    en: 'Your dispute about “{item}” was answered: {answer}',
  },
  appeal_accepted: { zh: '申诉已采纳：{reason}', en: 'Your appeal was accepted: {reason}' },
  appeal_rejected: { zh: '申诉未采纳：{reason}', en: 'Your appeal was rejected: {reason}' },
} satisfies Record<string, Wording>;
