// The same rows on a narrow screen: a card each, with the columns that matter there.
import type { Virtualizer } from '@tanstack/react-virtual';
import type { Column } from './column.ts';
import { shownCell } from './shown-cell.ts';

type Props<Row> = {
  readonly virtual: Virtualizer<HTMLDivElement, Element>;
  readonly rows: readonly Row[];
  readonly columns: readonly Column<Row>[];
  readonly rowKey: (row: Row) => string;
  readonly onOpen: ((row: Row) => void) | undefined;
  /** Index of the row that stands open, or was opened last. */
  readonly current: number;
};

export function RowCards<Row>({ virtual, rows, columns, rowKey, onOpen, current }: Props<Row>) {
  const [title, ...rest] = columns;
  const chosen = rest.filter(({ phone }) => phone === true);
  const facts = chosen.length > 0 ? chosen : rest.slice(0, 4);
  return (
    <div
      className="mj-cards mj-tbody"
      role="rowgroup"
      style={{ height: virtual.getTotalSize(), position: 'relative' }}
    >
      {virtual.getVirtualItems().map(({ index, start }) => {
        const row = rows[index];
        if (row === undefined || title === undefined) return null;
        return (
          <div
            key={rowKey(row)}
            ref={virtual.measureElement}
            data-index={index}
            className="mj-tr"
            role="row"
            aria-rowindex={index + 1}
            data-current={index === current}
            data-clickable={onOpen !== undefined}
            style={{ transform: `translateY(${start}px)`, width: '100%' }}
            onClick={() => onOpen?.(row)}
          >
            <div className="mj-card-title" role="gridcell">
              {shownCell(title, row)}
            </div>
            <div className="mj-card-facts" role="gridcell">
              {facts.map((column) => (
                <div key={column.id} data-acts={column.acts}>
                  {column.acts !== true && <span className="mj-card-name">{column.title}</span>}
                  <span>
                    {shownCell(column, row)}
                    {column.unit !== undefined && column.unit !== '' && (
                      <span className="meta"> {column.unit}</span>
                    )}
                  </span>
                </div>
              ))}
            </div>
          </div>
        );
      })}
    </div>
  );
}
