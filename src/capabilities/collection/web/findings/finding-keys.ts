// The keys with which findings are worked through: up and down, choose, and a digit for each decision.
import { useEffect } from 'react';

export type FindingKey =
  | { readonly step: 1 | -1 }
  | { readonly decision: number }
  | { readonly choose: true };

const STEPS: Readonly<Record<string, 1 | -1>> = { j: 1, arrowdown: 1, k: -1, arrowup: -1 };

/** What a key means; undefined: nothing here. */
export function keyOf(key: string): FindingKey | undefined {
  const step = STEPS[key.toLowerCase()];
  if (step !== undefined) return { step };
  if (key.toLowerCase() === 'x') return { choose: true };
  return /^[12]$/.test(key) ? { decision: Number(key) - 1 } : undefined;
}

/** Anywhere on the page, but not where somebody types or chooses, and not what the table has already done. */
export function useFindingKeys(onKey: (key: FindingKey) => void): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return;
      const within = 'input:not([type=checkbox]), textarea, .ant-modal, .ant-select-dropdown';
      if (event.target instanceof Element && event.target.closest(within) !== null) return;
      const key = keyOf(event.key);
      if (key === undefined) return;
      event.preventDefault();
      onKey(key);
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [onKey]);
}
