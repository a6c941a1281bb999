// Helper threads that parse and format rows beside the calling thread. They are started early, while there is other work
// to do, serve reading and writing alike, and are closed at the end.
import {
  MessageChannel,
  receiveMessageOnPort,
  type MessagePort,
  type Transferable,
  Worker,
} from 'node:worker_threads';
import type { SheetReply, SheetTask } from './sheet-task.ts';

/** Below this a file is read and written before a thread would have started. */
export const WORTH_WORKERS_BYTES = 2_000_000;

export type Helper = {
  /** Whether the thread has started and is alive. */
  isReady(): boolean;
  /** Sends a task and returns its ticket. */
  send(task: SheetTask, transfer?: readonly Transferable[]): number;
  /** The reply, if it has come; does not wait for the event loop. */
  take(ticket: number): SheetReply | undefined;
  /** Rejects when the thread has died. */
  wait(ticket: number): Promise<SheetReply>;
};

export type SheetWorkers = { readonly helpers: readonly Helper[]; readonly close: () => Promise<void> };

export const NO_WORKERS: SheetWorkers = { helpers: [], close: () => Promise.resolve() };

/** Starts `threads - 1` helpers, because the calling thread works too. */
export function openWorkers(threads: number): SheetWorkers {
  const started = Array.from({ length: Math.max(0, threads - 1) }, startHelper);
  return {
    helpers: started.map(({ helper }) => helper),
    close: async () => {
      await Promise.all(started.map(({ stop }) => stop()));
    },
  };
}

/** Beside this module: TypeScript as long as we run from the sources, JavaScript once bundled. */
function workerUrl(): URL {
  const isSource = new URL(import.meta.url).pathname.endsWith('.ts');
  return new URL(isSource ? './sheet-worker-source.mjs' : './sheet-worker.js', import.meta.url);
}

function startHelper(): { helper: Helper; stop: () => Promise<unknown> } {
  const { port1, port2 } = new MessageChannel();
  const worker = new Worker(workerUrl(), { workerData: port2, transferList: [port2], execArgv: [] });
  const helper = new PortHelper(port1);
  worker.on('error', (error) => {
    helper.fail(error);
  });
  worker.unref();
  return {
    helper,
    stop: async () => {
      port1.close();
      await worker.terminate();
    },
  };
}

type Waiter = { readonly resolve: (reply: SheetReply) => void; readonly reject: (error: Error) => void };

class PortHelper implements Helper {
  private readonly port: MessagePort;
  private readonly replies = new Map<number, SheetReply>();
  private readonly waiters = new Map<number, Waiter>();
  private lastTicket = 0;
  private started = false;
  private failure: Error | undefined;

  constructor(port: MessagePort) {
    this.port = port;
    port.on('message', (message: unknown) => {
      this.accept(message as PortMessage);
    });
    port.unref();
  }

  isReady(): boolean {
    this.poll();
    return this.started && this.failure === undefined;
  }

  send(task: SheetTask, transfer: readonly Transferable[] = []): number {
    this.lastTicket += 1;
    this.port.postMessage({ ticket: this.lastTicket, task }, transfer);
    return this.lastTicket;
  }

  take(ticket: number): SheetReply | undefined {
    this.poll();
    const reply = this.replies.get(ticket);
    this.replies.delete(ticket);
    return reply;
  }

  async wait(ticket: number): Promise<SheetReply> {
    const reply = this.take(ticket);
    if (reply !== undefined) return reply;
    if (this.failure !== undefined) throw this.failure;
    this.port.ref();
    return new Promise((resolve, reject) => {
      this.waiters.set(ticket, { resolve, reject });
    });
  }

  fail(error: Error): void {
    this.failure = error;
    for (const waiter of this.waiters.values()) waiter.reject(error);
    this.waiters.clear();
    this.port.unref();
  }

  private poll(): void {
    for (;;) {
      const received: { message: PortMessage } | undefined = receiveMessageOnPort(this.port);
      if (received === undefined) return;
      this.accept(received.message);
    }
  }

  private accept(message: PortMessage): void {
    if (message === 'ready') {
      this.started = true;
      return;
    }
    const waiter = this.waiters.get(message.ticket);
    this.waiters.delete(message.ticket);
    if (this.waiters.size === 0) this.port.unref();
    if (waiter === undefined) this.replies.set(message.ticket, message.reply);
    else waiter.resolve(message.reply);
  }
}

type PortMessage = 'ready' | { readonly ticket: number; readonly reply: SheetReply };
