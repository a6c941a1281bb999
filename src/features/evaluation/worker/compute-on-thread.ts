// Computes a run on a thread of its own, so that a large one does not keep everybody else waiting.
import { on } from 'node:events';
import type { Worker } from 'node:worker_threads';
import type { Diagnostic } from '#core/diagnostic.ts';
import type { RunParts } from '#engine/proof/recompute.ts';
import { compute, type Proof } from './compute.ts';
import type { ThreadReply, ThreadTask } from './compute-worker.ts';
import { type RowPiece, rowPieces } from './row-pieces.ts';
import { keepThread, prepareThread, takeThread } from './spare-thread.ts';

/** Below this a run is done before a thread would have started. */
export const WORTH_A_THREAD_ROWS = 10_000;

/** A run that is being computed: all pieces first, then the proof. */
export type Computing = {
  readonly pieces: AsyncIterable<RowPiece> | Iterable<RowPiece>;
  readonly proof: () => Promise<Proof>;
};

type Begun =
  | { readonly ok: true; readonly computing: Computing }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

export type ComputeThread = {
  readonly compute: (parts: RunParts) => Promise<Begun>;
  readonly close: () => Promise<void>;
};

const HERE: ComputeThread = {
  compute: (parts) => Promise.resolve(computeHere(parts)),
  close: () => Promise.resolve(),
};

/** A thread takes a second to load what it needs: open it before the parts are read. */
export function openComputeThread(rows: number): ComputeThread {
  if (rows < WORTH_A_THREAD_ROWS) return HERE;
  const worker = takeThread();
  let isBusy = false;
  return {
    compute: async (parts) => {
      isBusy = true;
      const replies = repliesOf(worker);
      worker.postMessage({ task: 'compute', parts } satisfies ThreadTask);
      const first = await next(replies);
      if (first.kind === 'begun')
        return { ok: true, computing: computingOn(replies, () => (isBusy = false)) };
      isBusy = false;
      return { ok: false, diagnostics: first.kind === 'failed' ? first.diagnostics : [] };
    },
    close: async () => {
      // Whoever did not wait for the end leaves a thread that still has things to say.
      if (isBusy) await worker.terminate();
      else await keepThread(worker);
    },
  };
}

/** Whoever freezes computes next: the thread loads while the figures are being read. */
export function prepareComputeThread(rows: number): void {
  if (rows >= WORTH_A_THREAD_ROWS) prepareThread();
}

function computeHere(parts: RunParts): Begun {
  const reply = compute(parts);
  if (!reply.ok) return reply;
  const { rows, prove } = reply.computed;
  return { ok: true, computing: { pieces: rowPieces(rows), proof: () => Promise.resolve(prove()) } };
}

function computingOn(replies: AsyncIterator<ThreadReply>, done: () => void): Computing {
  let proof: Proof | undefined;
  async function* pieces(): AsyncGenerator<RowPiece> {
    while (proof === undefined) {
      const reply = await next(replies);
      if (reply.kind === 'piece') yield reply.piece;
      else if (reply.kind === 'proof') proof = reply.proof;
      else throw new Error(`the computing thread said ${reply.kind} in between`);
    }
    done();
  }
  return {
    pieces: pieces(),
    proof: () =>
      proof === undefined
        ? Promise.reject(new Error('pieces come before the proof'))
        : Promise.resolve(proof),
  };
}

async function* repliesOf(worker: Worker): AsyncGenerator<ThreadReply, undefined> {
  for await (const [reply] of on(worker, 'message', { close: ['exit'] })) yield reply as ThreadReply;
  return undefined;
}

async function next(replies: AsyncIterator<ThreadReply>): Promise<ThreadReply> {
  const result: IteratorResult<ThreadReply, unknown> = await replies.next();
  if (result.done === true) throw new Error('the computing thread ended');
  return result.value;
}
