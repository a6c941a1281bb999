// Whether the screen is of some kind, and notice when it stops being one.
import { useSyncExternalStore } from 'react';

/** Made once per query, outside of components. */
export function watching(query: string): () => boolean {
  const list = window.matchMedia(query);
  const subscribe = (tell: () => void): (() => void) => {
    list.addEventListener('change', tell);
    return () => list.removeEventListener('change', tell);
  };
  const isSo = (): boolean => list.matches;
  return () => useSyncExternalStore(subscribe, isSo);
}
