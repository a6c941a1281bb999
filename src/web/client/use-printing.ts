// When the page went to the printer, while it is there: tables then show every row, and maps a picture of themselves.
import { useSyncExternalStore } from 'react';
import { flushSync } from 'react-dom';

let since: string | undefined;
const listeners = new Set<() => void>();

/** The browser takes the page as it is when the listener returns. */
function set(now: string | undefined): void {
  flushSync(() => {
    since = now;
    for (const tell of listeners) tell();
  });
}
window.addEventListener('beforeprint', () => set(new Date().toISOString()));
window.addEventListener('afterprint', () => set(undefined));

function subscribe(tell: () => void): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}

/** Undefined: on the screen only. */
export const usePrinting = (): string | undefined => useSyncExternalStore(subscribe, () => since);
