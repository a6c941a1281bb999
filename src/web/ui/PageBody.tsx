// The space of a page below the frame; `full` takes the height of the window, for one long table or map.
import type { ReactNode } from 'react';

export function PageBody({
  children,
  full = false,
}: {
  readonly children: ReactNode;
  readonly full?: boolean;
}) {
  return <div className={full ? 'mj-page mj-page-full' : 'mj-page'}>{children}</div>;
}
