// The engine from a page's side: one worker, answers as promises. Moves of a slider never pile up: only the newest is computed.
import { latestWins } from './latest.ts';
import type {
  Change,
  Explained,
  FlipAnswer,
  Frozen,
  Kind,
  Opened,
  Questions,
  Request,
  Response,
  RobustnessAnswer,
  Tried,
} from './messages.ts';

export type EngineClient = {
  /** The buffers of the datasets are handed over: the page has them no more. */
  readonly open: (frozen: Frozen) => Promise<Opened>;
  /** Undefined: a newer change was asked for meanwhile. */
  readonly evaluate: (change: Change) => Promise<Tried | undefined>;
  readonly explain: (row: number) => Promise<Explained>;
  readonly robustness: (options: Questions['robustness']['asks']) => Promise<RobustnessAnswer>;
  readonly flip: (
    row: number,
    target: string,
    options?: Questions['flip']['asks']['options'],
  ) => Promise<FlipAnswer>;
  /** Ends the worker; whatever is still asked is never answered. */
  readonly close: () => void;
};

type Pending = { readonly settle: (answers: never) => void; readonly refuse: (error: Error) => void };

/** Long work (robustness) deserves a client of its own, so that moves do not wait behind it. */
export function startEngine(): EngineClient {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'engine' });
  const pending = new Map<number, Pending>();
  let last = 0;

  worker.addEventListener('message', ({ data }: MessageEvent<Response>) => {
    const asked = pending.get(data.id);
    pending.delete(data.id);
    if ('failure' in data) asked?.refuse(new Error(data.failure));
    else asked?.settle(data.answers as never);
  });
  // A worker that cannot be loaded or breaks answers nobody any more.
  worker.addEventListener('error', (event) => {
    for (const { refuse } of pending.values()) refuse(new Error(event.message));
    pending.clear();
  });

  function ask<K extends Kind>(
    kind: K,
    asks: Questions[K]['asks'],
    transfer: Transferable[] = [],
  ): Promise<Questions[K]['answers']> {
    const id = ++last;
    return new Promise((settle, refuse) => {
      pending.set(id, { settle, refuse });
      const request = { id, kind, asks } as Request;
      worker.postMessage(request, transfer);
    });
  }

  return {
    open: (frozen) =>
      ask('open', frozen, frozen.previous === null ? [frozen.dataset] : [frozen.dataset, frozen.previous]),
    evaluate: latestWins((change: Change) => ask('evaluate', change)),
    explain: (row) => ask('explain', { row }),
    robustness: (options) => ask('robustness', options),
    flip: (row, target, options) =>
      ask('flip', options === undefined ? { row, target } : { row, target, options }),
    close: () => {
      worker.terminate();
      pending.clear();
    },
  };
}
