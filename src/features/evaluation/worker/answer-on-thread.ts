// Asks a computing thread about large runs. One question at a time, so that many askers do not take all the memory; whoever
// waits needs nothing more from the database, so that it may wait inside its transaction.
import type { RunParts } from '#engine/proof/recompute.ts';
import type { RunAnswer, RunQuestion } from './run-questions.ts';
import { keepThread, takeThread } from './spare-thread.ts';
import { tellThread } from './thread-talk.ts';

let last: Promise<unknown> = Promise.resolve();

/** `parts` of the run asked about, or of the one before and the one after. */
export function answerOnThread(question: RunQuestion, parts: readonly RunParts[]): Promise<RunAnswer> {
  const mine = last.then(() => ask(question, parts));
  // Whoever comes next waits for this one, however it ends.
  last = mine.catch(() => {});
  return mine;
}

async function ask(question: RunQuestion, parts: readonly RunParts[]): Promise<RunAnswer> {
  const worker = takeThread();
  let isIdle = false;
  try {
    const reply = await tellThread(worker, { task: 'answer', question, parts });
    isIdle = true;
    if (reply.kind !== 'answer') throw new Error(`the computing thread said ${reply.kind}`);
    return reply.answer;
  } finally {
    if (isIdle) await keepThread(worker);
    else await worker.terminate();
  }
}
