// A draft of an appeal, kept in this browser until it is submitted or its author signs out.
import { APPEAL_DRAFTS } from '#web/client/left-behind.ts';

export type Draft = {
  readonly statement: string;
  /** What each figure should be, as typed. */
  readonly claims: Readonly<Record<string, string>>;
};

const EMPTY: Draft = { statement: '', claims: {} };

const keyOf = (evaluation: string, enterprise: string): string =>
  `${APPEAL_DRAFTS}${evaluation}.${enterprise}`;

export function readDraft(evaluation: string, enterprise: string): Draft {
  try {
    const kept = JSON.parse(localStorage.getItem(keyOf(evaluation, enterprise)) ?? '{}') as Partial<Draft>;
    return { ...EMPTY, ...kept };
  } catch {
    return EMPTY;
  }
}

export function keepDraft(evaluation: string, enterprise: string, draft: Draft): void {
  localStorage.setItem(keyOf(evaluation, enterprise), JSON.stringify(draft));
}

export function dropDraft(evaluation: string, enterprise: string): void {
  localStorage.removeItem(keyOf(evaluation, enterprise));
}
