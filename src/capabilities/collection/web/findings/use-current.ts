// Which finding is looked at. Side by side with the list one always is. On a narrow screen the opened one covers the list,
// and stands in the address: the way back of the phone then leads to the list, not away from the page.
import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { useFilters } from '#web/client/place.ts';
import type { FindingLine } from './finding-list.ts';

export function useCurrent(sorted: readonly FindingLine[], phone: boolean) {
  const { filters, set } = useFilters();
  const navigate = useNavigate();
  const [last, setLast] = useState<string>();
  const cameFromList = useRef(false);
  const { open } = filters;
  const at = sorted.findIndex(({ key }) => key === (phone ? open : last));
  const close = (): void => {
    if (cameFromList.current) window.history.back();
    else set({ open: undefined });
  };
  return {
    /** Where it stands in the list; on a narrow screen -1 when none is open. */
    at: phone ? at : Math.max(0, at),
    /** What the list marks: also where somebody was before going back to it. */
    marked: phone ? last : sorted[Math.max(0, at)]?.key,
    /** Undefined: none is left. */
    go: (line: FindingLine | undefined): void => {
      setLast(line?.key);
      if (!phone) return;
      if (line === undefined) close();
      else if (at >= 0) set({ open: line.key });
      else {
        cameFromList.current = true;
        void navigate({ to: '.', search: { ...filters, open: line.key } });
      }
    },
    close,
  };
}
