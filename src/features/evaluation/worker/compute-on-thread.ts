// Computes a run on a thread of its own, so that a large one does not keep everybody else waiting.
import { Worker } from 'node:worker_threads';
import type { RunParts } from '#engine/proof/recompute.ts';
import { compute, type ComputeReply } from './compute.ts';

/** Below this a run is done before a thread would have started. */
const WORTH_A_THREAD_BYTES = 1_000_000;

export async function computeOnThread(parts: RunParts): Promise<ComputeReply> {
  if (parts.dataset.length < WORTH_A_THREAD_BYTES) return compute(parts);
  const isSource = new URL(import.meta.url).pathname.endsWith('.ts');
  const url = new URL(isSource ? './compute-worker-source.mjs' : './compute-worker.js', import.meta.url);
  const worker = new Worker(url, { workerData: parts, execArgv: [] });
  try {
    return await new Promise<ComputeReply>((resolve, reject) => {
      worker.once('message', resolve);
      worker.once('error', reject);
      worker.once('exit', (code) => reject(new Error(`the computing thread ended with ${code}`)));
    });
  } finally {
    await worker.terminate();
  }
}
