// A chart: drawn when it is in sight, described for those who cannot see it, with its table one click away.
import type { EChartsCoreOption } from 'echarts/core';
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { usePreferences } from '../client/preferences.ts';
import { UI } from '../ui/ui-words.ts';
import { useWords } from '../words/words.ts';
import './chart.css';
import { type Palette, readPalette } from './palette.ts';

export type ChartTable = {
  readonly head: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
};

type Props = {
  readonly title?: ReactNode;
  /** What it shows, in a sentence. */
  readonly label: string;
  /** In pixels, or all there is. */
  readonly height?: number | 'fill';
  /** Made by a tested function from the data and these colours. Keep it stable with useCallback or useMemo. */
  readonly option: (palette: Palette) => EChartsCoreOption;
  /** The numbers behind it. */
  readonly table: ChartTable;
  readonly onClick?: (name: string, data: unknown) => void;
};

type Instance = import('./echarts.ts').Drawn;

export function Chart({ title, label, height = 280, option, table, onClick }: Props) {
  const t = useWords(UI);
  const { theme, size } = usePreferences();
  const box = useRef<HTMLDivElement>(null);
  const drawn = useRef<Instance>(undefined);
  const click = useRef(onClick);
  useEffect(() => {
    click.current = onClick;
  });
  const [asTable, setAsTable] = useState(false);
  // Colours and type sizes are read from the page: another theme makes another option.
  const made = useMemo(() => ({ theme, size, of: option }), [theme, size, option]);

  useEffect(() => {
    const { current } = box;
    if (current === null || asTable) return undefined;
    let stopped = false;
    void import('./echarts.ts').then(({ draw }) => {
      if (stopped) return;
      const { of: prepare } = made;
      drawn.current ??= draw(current, (name, data) => click.current?.(name, data));
      drawn.current.show(prepare(readPalette(current)));
    });
    return () => {
      stopped = true;
    };
  }, [made, asTable]);

  useEffect(
    () => () => {
      drawn.current?.end();
      drawn.current = undefined;
    },
    [asTable],
  );

  return (
    <figure className="mj-chart" data-fill={height === 'fill'}>
      <figcaption className="mj-chart-head">
        <span>{title}</span>
        <button type="button" className="mj-link no-print" onClick={() => setAsTable(!asTable)}>
          {asTable ? t.asChart : t.asTable}
        </button>
      </figcaption>
      {asTable ? (
        <div
          className="mj-chart-table"
          style={height === 'fill' ? undefined : { maxHeight: height }}
          tabIndex={0}
          role="region"
          aria-label={label}
        >
          <table>
            <thead>
              <tr>
                {table.head.map((head) => (
                  <th key={head}>{head}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              {table.rows.map((row) => (
                <tr key={row.join()}>
                  {row.map((cell, i) => (
                    <td key={table.head[i]} className={typeof cell === 'number' ? 'num' : ''}>
                      {cell}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : (
        <div
          ref={box}
          className="mj-chart-place"
          role="img"
          aria-label={label}
          style={height === 'fill' ? undefined : { height }}
        />
      )}
    </figure>
  );
}
