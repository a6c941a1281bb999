// The thread that computes a run: parts in, reply out, then it ends.
import { parentPort, workerData } from 'node:worker_threads';
import type { RunParts } from '#engine/proof/recompute.ts';
import { compute } from './compute.ts';

parentPort?.postMessage(compute(workerData as RunParts));
