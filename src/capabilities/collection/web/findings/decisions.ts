// What can be decided about findings, in the order of their keys.
import type { FindingDecision } from '#capabilities/collection/contract/findings.ts';
import type { Shown } from './finding-list.ts';

export type Decision = FindingDecision['state'];

export const DECISIONS: Readonly<Record<Shown, readonly Decision[]>> = {
  open: ['accepted', 'explained'],
  settled: ['open'],
};

/** Of the words of the collection. */
export const DECISION_WORDS = { accepted: 'right', explained: 'explained', open: 'reopen' } as const;

/** As many as one request takes. */
export const MOST_AT_ONCE = 500;
