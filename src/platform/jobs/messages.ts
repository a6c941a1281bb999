// Wordings of what can happen to background work.
import type { Wording } from '#core/diagnostic.ts';

export const JOB_MESSAGES = {
  job_cancelled: { zh: '任务已取消', en: 'The job was cancelled' },
  job_kind_unknown: {
    zh: '本版本不认识“{kind}”类任务',
    en: 'This version does not know jobs of the kind “{kind}”',
  },
  job_not_found: { zh: '没有这个任务', en: 'There is no such job' },
} satisfies Record<string, Wording>;
