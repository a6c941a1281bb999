// What an enterprise may have said about its figures, for filters. Written out: the contract itself would bring its whole
// schema library into the page.
import type { Answered } from '#capabilities/collection/contract/confirmations.ts';

export const ANSWERED = [
  'confirmed',
  'disputed',
  'settled',
  'unanswered',
] as const satisfies readonly Answered[];

export const isAnswered = (text: string | undefined): text is Answered =>
  ANSWERED.some((answered) => answered === text);
