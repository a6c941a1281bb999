// The thread that computes runs: parts in, reply out.
import { parentPort } from 'node:worker_threads';
import type { RunParts } from '#engine/proof/recompute.ts';
import { compute } from './compute.ts';

parentPort?.on('message', (parts: RunParts) => {
  parentPort?.postMessage(compute(parts));
});
