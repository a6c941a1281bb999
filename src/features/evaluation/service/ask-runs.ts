// What is asked of whole runs: of small ones at once, of large ones on a thread, so that nobody else waits meanwhile.
import type { Ctx } from '#platform/ctx.ts';
import type { Move } from '../contract/shapes.ts';
import type { RunRecord } from '../store/runs.ts';
import { answerOnThread } from '../worker/answer-on-thread.ts';
import { WORTH_A_THREAD_ROWS } from '../worker/compute-on-thread.ts';
import { answerOf, type CodedMove, type RunAnswer, type RunQuestion } from '../worker/run-questions.ts';
import { loadRun, partsOfRun } from './runs.ts';

/** Of one run, or of the one before and the one after; that the caller may see them was checked. */
export async function askRuns(
  ctx: Ctx,
  question: RunQuestion,
  before: RunRecord,
  after = before,
): Promise<RunAnswer> {
  if (Math.max(before.summary.rows, after.summary.rows) < WORTH_A_THREAD_ROWS) {
    const [first, second] = [await loadRun(ctx, before.run_id), await loadRun(ctx, after.run_id)];
    return answerOf(question, first.run, second.run);
  }
  return answerOnThread(question, async () => {
    const first = await partsOfRun(ctx, before);
    return after === before ? [first] : [first, await partsOfRun(ctx, after)];
  });
}

type Known = ReadonlyMap<string, { readonly id: string; readonly name: string }>;

/** Enterprises by their codes, as `selectRunIds` finds them. */
export function namedMove({ code, ...move }: CodedMove, known: Known): Move {
  const found = known.get(code);
  return { enterprise_id: found?.id ?? '', name: found?.name ?? code, ...move };
}
