// Which columns a reader shows and how wide: remembered in this browser, by the name of the table.
import { useCallback, useState } from 'react';

export type TableLayout = {
  readonly widths: Readonly<Record<string, number>>;
  /** Columns whose showing the reader has chosen, by name. */
  readonly shown: Readonly<Record<string, boolean>>;
};

const NONE: TableLayout = { widths: {}, shown: {} };

function read(key: string): TableLayout {
  try {
    return { ...NONE, ...(JSON.parse(localStorage.getItem(key) ?? '{}') as Partial<TableLayout>) };
  } catch {
    return NONE;
  }
}

export function useTableLayout(
  id: string,
): readonly [TableLayout, (change: (now: TableLayout) => TableLayout) => void] {
  const key = `mujun.table.${id}`;
  const [layout, setLayout] = useState(() => read(key));
  const change = useCallback(
    (by: (now: TableLayout) => TableLayout) =>
      setLayout((now) => {
        const next = by(now);
        try {
          localStorage.setItem(key, JSON.stringify(next));
        } catch {
          // Storage is full or forbidden: the layout lasts until the page is left.
        }
        return next;
      }),
    [key],
  );
  return [layout, change];
}
