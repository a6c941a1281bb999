// A remark set off from the text: a hint, a warning, a result.
import type { ReactNode } from 'react';
import type { Tone } from './StatusTag.tsx';

export function Note({ tone = 'plain', children }: { readonly tone?: Tone; readonly children: ReactNode }) {
  return (
    <div className="mj-note" data-tone={tone} role={tone === 'bad' ? 'alert' : undefined}>
      {children}
    </div>
  );
}
