// Asks the computing thread what would lift an enterprise. One at a time: the thread keeps the run it was asked of last.
import type { RunParts } from '#engine/proof/recompute.ts';
import type { LiftReply } from './lift.ts';
import { keepThread, takeThread } from './spare-thread.ts';
import { tellThread } from './thread-talk.ts';

let last: Promise<unknown> = Promise.resolve();

/** `key` names the run; its parts are read only when the thread does not have it. */
export function liftOnThread(
  key: string,
  creditCode: string,
  readParts: () => Promise<RunParts>,
): Promise<LiftReply> {
  const mine = last.then(() => ask(key, creditCode, readParts));
  // Whoever comes next waits for this one, however it ends.
  last = mine.catch(() => {});
  return mine;
}

async function ask(key: string, creditCode: string, readParts: () => Promise<RunParts>): Promise<LiftReply> {
  const worker = takeThread();
  let isIdle = false;
  try {
    let reply = await tellThread(worker, { task: 'lift', key, creditCode });
    if (reply.kind === 'parts_needed')
      reply = await tellThread(worker, { task: 'lift', key, creditCode, parts: await readParts() });
    isIdle = true;
    if (reply.kind !== 'lift') throw new Error(`the computing thread said ${reply.kind}`);
    return reply.lift;
  } finally {
    if (isIdle) await keepThread(worker);
    else await worker.terminate();
  }
}
