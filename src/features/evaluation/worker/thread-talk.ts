// One task and its one reply, for what a computing thread answers at once.
import { once } from 'node:events';
import type { Worker } from 'node:worker_threads';
import type { ThreadReply, ThreadTask } from './compute-worker.ts';

export async function tellThread(worker: Worker, task: ThreadTask): Promise<ThreadReply> {
  worker.postMessage(task);
  const ended = new AbortController();
  const exit = once(worker, 'exit', { signal: ended.signal }).then(() => {
    throw new Error('the computing thread ended');
  });
  // Told to whoever waits below, or to nobody any more.
  exit.catch(() => {});
  try {
    const [reply] = (await Promise.race([once(worker, 'message'), exit])) as [ThreadReply];
    return reply;
  } finally {
    ended.abort();
  }
}
