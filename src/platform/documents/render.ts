// A document as a file, made on a thread of its own: the PDF compiler does not give way to anybody while it works.
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { DocumentFormat, OfficialDocument } from './document.ts';
import type { RenderReply, RenderTask } from './render-worker.ts';

/** The thread holds fonts and the compiler's memory, so it goes when nobody has asked for this long. */
const IDLE_MS = 60_000;

type Waiter = {
  readonly resolve: (bytes: Uint8Array<ArrayBuffer>) => void;
  readonly reject: (error: Error) => void;
};
type Thread = {
  readonly worker: Worker;
  readonly waiters: Map<number, Waiter>;
  idle: NodeJS.Timeout | undefined;
};

let thread: Thread | undefined;
let lastTicket = 0;

/** `scratch` is the folder of the process for files on their way; fonts are kept there. `at` is the time of making. */
export function renderDocument(
  scratch: string,
  document: OfficialDocument,
  format: DocumentFormat,
  at: Date,
): Promise<Uint8Array<ArrayBuffer>> {
  thread ??= startThread(scratch);
  const { worker, waiters } = thread;
  clearTimeout(thread.idle);
  worker.ref();
  lastTicket += 1;
  const ticket = lastTicket;
  return new Promise((resolve, reject) => {
    waiters.set(ticket, { resolve, reject });
    worker.postMessage({ ticket, document, format, at } satisfies RenderTask);
  });
}

/** For the end of a process or a test; whoever still waits gets an error. */
export async function stopRendering(): Promise<void> {
  const stopped = thread;
  if (stopped === undefined) return;
  thread = undefined;
  clearTimeout(stopped.idle);
  const exited = once(stopped.worker, 'exit');
  await stopped.worker.terminate();
  await exited;
}

function workerUrl(): URL {
  const isSource = new URL(import.meta.url).pathname.endsWith('.ts');
  return new URL(isSource ? './render-worker-source.mjs' : './render-worker.js', import.meta.url);
}

function startThread(scratch: string): Thread {
  const worker = new Worker(workerUrl(), { workerData: { scratch }, execArgv: [] });
  const started: Thread = { worker, waiters: new Map(), idle: undefined };
  const fail = (error: Error): void => {
    if (thread === started) thread = undefined;
    clearTimeout(started.idle);
    for (const { reject } of started.waiters.values()) reject(error);
    started.waiters.clear();
  };
  worker.on('error', fail);
  worker.on('exit', () => fail(new Error('the thread that renders documents ended')));
  worker.on('message', (reply: RenderReply) => {
    const waiter = started.waiters.get(reply.ticket);
    started.waiters.delete(reply.ticket);
    if (started.waiters.size === 0) rest(started);
    if (reply.kind === 'failed') waiter?.reject(new Error(reply.message));
    else waiter?.resolve(reply.bytes);
  });
  return started;
}

function rest(started: Thread): void {
  started.worker.unref();
  started.idle = setTimeout(() => {
    if (thread === started) thread = undefined;
    void started.worker.terminate();
  }, IDLE_MS);
  started.idle.unref();
}
