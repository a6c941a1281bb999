// One computing thread is kept for a minute after it was needed: freezing is followed by computing, and one year's trials
// by one another. Loading a new one takes about as long as computing a run.
import { Worker } from 'node:worker_threads';

const KEPT_MS = 60_000;

let spare: { readonly worker: Worker; readonly timer: NodeJS.Timeout } | undefined;

/** Kept for others when the work ends well; what a thread is at after anything else, nobody knows. */
export async function withThread<Result>(work: (worker: Worker) => Promise<Result>): Promise<Result> {
  const worker = takeThread();
  try {
    const result = await work(worker);
    await keepThread(worker);
    return result;
  } catch (error) {
    await worker.terminate();
    throw error;
  }
}

/** The spare thread or a new one; it is the caller's until it comes back by `keepThread`, or is terminated. */
export function takeThread(): Worker {
  const worker = spare === undefined ? startThread() : spare.worker;
  forget(worker);
  worker.ref();
  return worker;
}

/** For a thread that has nothing left to say. */
export async function keepThread(worker: Worker): Promise<void> {
  if (spare !== undefined) {
    await worker.terminate();
    return;
  }
  const timer = setTimeout(() => void worker.terminate(), KEPT_MS);
  // Neither keeps the program from ending.
  timer.unref();
  worker.unref();
  spare = { worker, timer };
}

/** Lets a thread load while there is other work to do. */
export function prepareThread(): void {
  if (spare === undefined) void keepThread(startThread());
}

function startThread(): Worker {
  const isSource = new URL(import.meta.url).pathname.endsWith('.ts');
  const url = new URL(isSource ? './compute-worker-source.mjs' : './compute-worker.js', import.meta.url);
  const worker = new Worker(url, { execArgv: [] });
  // Its death is told to whoever waits for it; before that nobody does.
  worker.on('error', () => {});
  worker.on('exit', () => forget(worker));
  return worker;
}

function forget(worker: Worker): void {
  if (spare?.worker !== worker) return;
  clearTimeout(spare.timer);
  spare = undefined;
}
