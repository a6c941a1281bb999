// Computes a run on a thread of its own, so that a large one does not keep everybody else waiting.
import { Worker } from 'node:worker_threads';
import type { RunParts } from '#engine/proof/recompute.ts';
import { compute, type ComputeReply } from './compute.ts';

/** Below this a run is done before a thread would have started. */
const WORTH_A_THREAD_ROWS = 10_000;

export type ComputeThread = {
  readonly compute: (parts: RunParts) => Promise<ComputeReply>;
  readonly close: () => Promise<void>;
};

/** A thread takes a second to load what it needs: open it before the parts are read. */
export function openComputeThread(rows: number): ComputeThread {
  if (rows < WORTH_A_THREAD_ROWS)
    return { compute: (parts) => Promise.resolve(compute(parts)), close: () => Promise.resolve() };
  const isSource = new URL(import.meta.url).pathname.endsWith('.ts');
  const url = new URL(isSource ? './compute-worker-source.mjs' : './compute-worker.js', import.meta.url);
  const worker = new Worker(url, { execArgv: [] });
  // Its death is told to whoever waits for it; before that nobody does.
  worker.on('error', () => {});
  return {
    compute: (parts) =>
      new Promise<ComputeReply>((resolve, reject) => {
        worker.once('message', resolve);
        worker.once('error', reject);
        worker.once('exit', (code) => reject(new Error(`the computing thread ended with ${code}`)));
        worker.postMessage(parts);
      }),
    close: async () => {
      await worker.terminate();
    },
  };
}
