// Whether an area is too narrow for columns: its width is the reader's choice, so the width of the screen does not tell.
import { type RefObject, useEffect, useRef, useState } from 'react';

export function useNarrow(least: number): [RefObject<HTMLDivElement | null>, boolean] {
  const area = useRef<HTMLDivElement>(null);
  const [isNarrow, setNarrow] = useState(false);
  useEffect(() => {
    const watch = new ResizeObserver(([entry]) => {
      const width = entry?.contentRect.width ?? 0;
      // An area that is put away has no width.
      if (width > 0) setNarrow(width < least);
    });
    if (area.current !== null) watch.observe(area.current);
    return () => watch.disconnect();
  }, [least]);
  return [area, isNarrow];
}
