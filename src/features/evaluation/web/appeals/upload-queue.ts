// Evidence on its way to the server, one file after the other: kept while pages change, so that what failed can be sent again.

export type Upload = {
  readonly id: number;
  readonly file: File;
  readonly state: 'waiting' | 'sending' | 'failed';
  readonly error: unknown;
};

/** Files are kept by the path they are sent to: the evidence of one appeal. */
export type UploadQueue = {
  readonly add: (path: string, files: readonly File[]) => void;
  readonly retry: (path: string, id: number) => void;
  readonly drop: (path: string, id: number) => void;
  /** The same list as long as nothing changed. */
  readonly of: (path: string) => readonly Upload[];
  readonly subscribe: (listener: () => void) => () => void;
};

const NONE: readonly Upload[] = [];

/** `sent` is called after each file the server has taken. */
export function uploadQueue(
  send: (path: string, file: File) => Promise<unknown>,
  sent: () => void,
): UploadQueue {
  const uploads = new Map<string, readonly Upload[]>();
  const listeners = new Set<() => void>();
  let next = 1;
  let isSending = false;
  const of = (path: string): readonly Upload[] => uploads.get(path) ?? NONE;
  const set = (path: string, list: readonly Upload[]): void => {
    uploads.set(path, list);
    for (const listener of listeners) listener();
  };
  const change = (path: string, id: number, to: Partial<Upload>): void =>
    set(
      path,
      of(path).map((upload) => (upload.id === id ? { ...upload, ...to } : upload)),
    );
  const drop = (path: string, id: number): void =>
    set(
      path,
      of(path).filter((upload) => upload.id !== id),
    );
  const firstWaiting = (): [string, Upload] | undefined => {
    for (const [path, list] of uploads) {
      const waiting = list.find(({ state }) => state === 'waiting');
      if (waiting !== undefined) return [path, waiting];
    }
    return undefined;
  };
  const work = async (): Promise<void> => {
    if (isSending) return;
    isSending = true;
    for (let found = firstWaiting(); found !== undefined; found = firstWaiting()) {
      const [path, { id, file }] = found;
      change(path, id, { state: 'sending', error: undefined });
      try {
        await send(path, file);
        drop(path, id);
        sent();
      } catch (error) {
        change(path, id, { state: 'failed', error });
      }
    }
    isSending = false;
  };
  return {
    add: (path, files) => {
      const added = files.map((file): Upload => ({ id: next++, file, state: 'waiting', error: undefined }));
      set(path, [...of(path), ...added]);
      void work();
    },
    retry: (path, id) => {
      change(path, id, { state: 'waiting' });
      void work();
    },
    drop,
    of,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
