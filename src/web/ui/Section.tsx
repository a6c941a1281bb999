// A part of a page with its heading on a hairline.
import type { ReactNode } from 'react';

type Props = { readonly title: ReactNode; readonly aside?: ReactNode; readonly children: ReactNode };

export function Section({ title, aside, children }: Props) {
  return (
    <section className="mj-section">
      <div className="mj-section-head">
        <h2>{title}</h2>
        {aside !== undefined && <div className="meta">{aside}</div>}
      </div>
      {children}
    </section>
  );
}
