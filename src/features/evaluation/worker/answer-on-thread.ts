// Asks a computing thread about large runs, one question at a time.
import type { RunParts } from '#engine/proof/recompute.ts';
import { line } from './in-turn.ts';
import type { RunAnswer, RunQuestion } from './run-questions.ts';
import { withThread } from './spare-thread.ts';
import { tellThread } from './thread-talk.ts';

const inTurn = line();

/**
 * `readParts` reads the run asked about, or the one before and the one after, when it is this question's turn: those who
 * wait hold nothing but their place.
 */
export function answerOnThread(
  question: RunQuestion,
  readParts: () => Promise<readonly RunParts[]>,
): Promise<RunAnswer> {
  return inTurn(async () => {
    const parts = await readParts();
    return withThread(async (worker) => {
      const reply = await tellThread(worker, { task: 'answer', question, parts });
      if (reply.kind !== 'answer') throw new Error(`the computing thread said ${reply.kind}`);
      return reply.answer;
    });
  });
}
