// How a person wants to see the pages: language, brightness, size of type. Kept in this browser.
import { useSyncExternalStore } from 'react';

export type Lang = 'zh' | 'en';
export type Preferences = {
  readonly lang: Lang;
  readonly theme: 'light' | 'dark' | 'system';
  readonly size: 'normal' | 'large';
};

const KEY = 'mujun.preferences';
const listeners = new Set<() => void>();
let current = read();

function read(): Preferences {
  const usual: Preferences = { lang: 'zh', theme: 'light', size: 'normal' };
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}');
    return { ...usual, ...(kept as Partial<Preferences>) };
  } catch {
    // A browser that keeps nothing, or kept something else: the usual ones do.
    return usual;
  }
}

export function setPreferences(change: Partial<Preferences>): void {
  current = { ...current, ...change };
  try {
    localStorage.setItem(KEY, JSON.stringify(current));
  } catch {
    // Full or forbidden storage: the choice lasts until the page is left.
  }
  applyToPage();
  for (const tell of listeners) tell();
}

export const preferences = (): Preferences => current;

export const isDark = ({ theme }: Preferences): boolean =>
  theme === 'dark' || (theme === 'system' && window.matchMedia('(prefers-color-scheme: dark)').matches);

export function applyToPage(): void {
  const root = document.documentElement;
  root.lang = current.lang === 'zh' ? 'zh-CN' : 'en';
  root.dataset['theme'] = isDark(current) ? 'dark' : 'light';
  root.dataset['size'] = current.size;
}

function subscribe(tell: () => void): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}

export function usePreferences(): Preferences {
  return useSyncExternalStore(subscribe, preferences);
}
