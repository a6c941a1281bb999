// What is asked of whole runs: of small ones at once, of large ones on a thread, so that nobody else waits meanwhile.
import type { Ctx } from '#platform/ctx.ts';
import type { Move } from '../contract/shapes.ts';
import { answerOnThread } from '../worker/answer-on-thread.ts';
import { WORTH_A_THREAD_ROWS } from '../worker/compute-on-thread.ts';
import { answerOf, type CodedMove, type RunAnswer, type RunQuestion } from '../worker/run-questions.ts';
import { getRun, loadRun, partsOfRun } from './runs.ts';

/** Of one run, or of the one before and the one after. */
export async function askRuns(
  ctx: Ctx,
  question: RunQuestion,
  before: string,
  after = before,
): Promise<RunAnswer> {
  const sizes = [await getRun(ctx, before), await getRun(ctx, after)].map(({ summary }) => summary.rows);
  if (Math.max(...sizes) < WORTH_A_THREAD_ROWS)
    return answerOf(question, (await loadRun(ctx, before)).run, (await loadRun(ctx, after)).run);
  const first = await partsOfRun(ctx, before);
  return answerOnThread(question, after === before ? [first] : [first, await partsOfRun(ctx, after)]);
}

type Known = ReadonlyMap<string, { readonly id: string; readonly name: string }>;

/** Enterprises by their codes, as `selectRunIds` finds them. */
export function namedMove({ code, ...move }: CodedMove, known: Known): Move {
  const found = known.get(code);
  return { enterprise_id: found?.id ?? '', name: found?.name ?? code, ...move };
}
