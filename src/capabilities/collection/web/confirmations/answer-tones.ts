// What an enterprise said, by tone.
import type { Answered } from '#capabilities/collection/contract/confirmations.ts';
import type { Tone } from '#web/ui/StatusTag.tsx';

export const ANSWER_TONES: Readonly<Record<Answered, Tone>> = {
  confirmed: 'good',
  disputed: 'warn',
  settled: 'busy',
  unanswered: 'plain',
};
