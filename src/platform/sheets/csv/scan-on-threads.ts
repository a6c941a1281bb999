// Shares the records of a CSV out between the helpers and the calling thread.
import type { SheetTask } from '../sheet-task.ts';
import type { Helper } from '../workers.ts';
import { joinParts, type Part, type ScannedFile } from './parts.ts';
import {
  FAILED,
  newShare,
  NOT_UTF8,
  type ParallelJob,
  RUNNING,
  scanPieces,
  type Share,
  stopAll,
} from './scan-parallel.ts';

export type ThreadedScan =
  | { readonly kind: 'scanned'; readonly file: ScannedFile }
  | { readonly kind: 'not_utf8' }
  /** A quote, too small a guess or a dead thread: one thread has to do it. */
  | { readonly kind: 'given_up' };

export async function scanOnThreads(
  job: ParallelJob,
  rows: number,
  helpers: readonly Helper[],
  onProgress: (done: number) => void,
): Promise<ThreadedScan> {
  const share = newShare(job, rows);
  const tickets = helpers.map((helper, i) => helper.send(scanTask(job, share, i + 2)));
  let own: Part;
  try {
    own = scanPieces(job, share, 1, onProgress);
  } catch (error) {
    stopAll(share, FAILED);
    await Promise.all(helpers.map((helper, i) => partOfHelper(helper, tickets[i] ?? 0, share, i + 2)));
    throw error;
  }
  const parts = await Promise.all(
    helpers.map((helper, i) => partOfHelper(helper, tickets[i] ?? 0, share, i + 2)),
  );
  const reason = Atomics.load(share.stop, 0);
  if (reason === NOT_UTF8) return { kind: 'not_utf8' };
  if (reason !== RUNNING) return { kind: 'given_up' };
  return {
    kind: 'scanned',
    file: joinParts(job.plan, share.columns, [own, ...parts.flatMap((part) => part ?? [])]),
  };
}

function scanTask(job: ParallelJob, share: Share, thread: number): SheetTask {
  return { kind: 'scan', job, share, thread };
}

/** A helper that was still starting has taken nothing and will find nothing left: it need not be waited for. */
async function partOfHelper(
  helper: Helper,
  ticket: number,
  share: Share,
  thread: number,
): Promise<Part | undefined> {
  if (!share.owners.includes(thread)) return undefined;
  try {
    const reply = await helper.wait(ticket);
    if (reply.kind === 'scanned') return reply.part;
  } catch {
    // The thread has died; what it had taken is lost.
  }
  stopAll(share, FAILED);
  return undefined;
}
