// Whether the screen is a narrow one, and notice when it stops being one.
import { useSyncExternalStore } from 'react';

const narrow = window.matchMedia('(max-width: 720px)');

function subscribe(tell: () => void): () => void {
  narrow.addEventListener('change', tell);
  return () => narrow.removeEventListener('change', tell);
}

export const usePhone = (): boolean => useSyncExternalStore(subscribe, () => narrow.matches);
