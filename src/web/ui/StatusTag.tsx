// A state as a dot and a word.
import type { ReactNode } from 'react';

export type Tone = 'plain' | 'good' | 'busy' | 'warn' | 'bad';

export function StatusTag({ tone, children }: { readonly tone: Tone; readonly children: ReactNode }) {
  return (
    <span className="mj-tag" data-tone={tone}>
      {children}
    </span>
  );
}
