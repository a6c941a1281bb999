// Evidence chosen for an appeal that is not sent yet: in memory only, for a browser keeps no files for a page.
import { useState } from 'react';

const chosen = new Map<string, readonly File[]>();

/** `draft` names the draft; the files outlast the page, not the tab. */
export function useDraftFiles(draft: string): {
  readonly files: readonly File[];
  readonly set: (files: readonly File[]) => void;
} {
  const [files, setFiles] = useState(() => chosen.get(draft) ?? []);
  return {
    files,
    set: (next) => {
      if (next.length === 0) chosen.delete(draft);
      else chosen.set(draft, next);
      setFiles(next);
    },
  };
}
