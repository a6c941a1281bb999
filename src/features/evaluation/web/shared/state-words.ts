// An evaluation and its states, as people call them, and how finished each is.
import { type Pair, words } from '#web/words/words.ts';
import type { Tone } from '#web/ui/StatusTag.tsx';
import type { EvaluationState } from '#features/evaluation/model/lifecycle.ts';

export const STATE_WORDS: Readonly<Record<EvaluationState, Pair>> = {
  draft: ['起草', 'Draft'],
  collecting: ['填报中', 'Collecting'],
  confirming: ['企业确认', 'Confirming'],
  frozen: ['已冻结', 'Frozen'],
  computed: ['已计算', 'Computed'],
  reviewed: ['已审核', 'Reviewed'],
  notice: ['公示中', 'Public notice'],
  appeals: ['申诉处理', 'Appeals'],
  final: ['已公布', 'Final'],
  archived: ['已归档', 'Archived'],
};

export const CHOICE = words({ choose: ['评价批次', 'Evaluation'] });

export function toneOf(state: EvaluationState): Tone {
  if (state === 'final') return 'good';
  if (state === 'archived' || state === 'draft') return 'plain';
  return state === 'notice' || state === 'appeals' ? 'warn' : 'busy';
}
