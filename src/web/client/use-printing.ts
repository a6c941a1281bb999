// Whether the page is being printed: tables then show every row, and maps a picture of themselves.
import { useSyncExternalStore } from 'react';
import { flushSync } from 'react-dom';

let printing = false;
const listeners = new Set<() => void>();

/** The browser takes the page as it is when the listener returns. */
function set(now: boolean): void {
  flushSync(() => {
    printing = now;
    for (const tell of listeners) tell();
  });
}
window.addEventListener('beforeprint', () => set(true));
window.addEventListener('afterprint', () => set(false));

function subscribe(tell: () => void): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}

export const usePrinting = (): boolean => useSyncExternalStore(subscribe, () => printing);
