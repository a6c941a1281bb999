// Asks the computing thread what would lift an enterprise. One at a time: the thread keeps the run it was asked of last.
import type { RunParts } from '#engine/proof/recompute.ts';
import { line } from './in-turn.ts';
import type { LiftReply } from './lift.ts';
import { withThread } from './spare-thread.ts';
import { tellThread } from './thread-talk.ts';

const inTurn = line();

/** `key` names the run; its parts are read only when the thread does not have it. */
export function liftOnThread(
  key: string,
  creditCode: string,
  readParts: () => Promise<RunParts>,
): Promise<LiftReply> {
  return inTurn(() =>
    withThread(async (worker) => {
      let reply = await tellThread(worker, { task: 'lift', key, creditCode });
      if (reply.kind === 'parts_needed')
        reply = await tellThread(worker, { task: 'lift', key, creditCode, parts: await readParts() });
      if (reply.kind !== 'lift') throw new Error(`the computing thread said ${reply.kind}`);
      return reply.lift;
    }),
  );
}
