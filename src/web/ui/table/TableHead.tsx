// The head of a table: titles with units, sorting by a click or Enter, widths by dragging.
import type { PointerEvent as DragEvent } from 'react';
import { useWords } from '#web/words/words.ts';
import { UI } from '../ui-words.ts';
import type { Column, Sort } from './column.ts';
import type { Placed } from './DataTable.tsx';

type Props<Row> = {
  readonly columns: readonly Placed<Row>[];
  readonly sort: Sort | undefined;
  readonly onSort: ((sort: Sort) => void) | undefined;
  readonly onWidth: (column: string, width: number) => void;
  /** The box that chooses every row. */
  readonly before?: React.ReactNode;
};

export function TableHead<Row>({ columns, sort, onSort, onWidth, before }: Props<Row>) {
  return (
    <div className="mj-thead" role="rowgroup">
      <div className="mj-tr" role="row">
        {before}
        {columns.map((placed) => (
          <HeadCell key={placed.column.id} {...{ placed, sort, onSort, onWidth }} />
        ))}
      </div>
    </div>
  );
}

type CellProps<Row> = Pick<Props<Row>, 'sort' | 'onSort' | 'onWidth'> & { readonly placed: Placed<Row> };

function HeadCell<Row>({ placed, sort, onSort, onWidth }: CellProps<Row>) {
  const t = useWords(UI);
  const { column, style, number, pinned, grow } = placed;
  const current = sort?.column === column.id ? sort : undefined;
  const order = current === undefined ? 'none' : current.descending ? 'descending' : 'ascending';
  const title = (
    <span>
      {column.title}
      {current !== undefined && (current.descending ? ' ↓' : ' ↑')}
      {column.unit !== undefined && column.unit !== '' && <span className="mj-th-unit">{column.unit}</span>}
    </span>
  );
  const sortable = column.sortable !== false && onSort !== undefined;
  return (
    <div
      className="mj-th"
      role="columnheader"
      aria-sort={order}
      style={style}
      data-number={number}
      data-pinned={pinned}
      data-grow={grow}
    >
      {sortable ? (
        <button
          type="button"
          title={t.sortBy(column.title)}
          onClick={() => onSort(nextSort(column, current))}
        >
          {title}
        </button>
      ) : (
        title
      )}
      <span className="mj-th-grip" aria-hidden onPointerDown={(event) => drag(event, placed, onWidth)} />
    </div>
  );
}

/** Numbers start with the largest, texts with the first. */
function nextSort<Row>(column: Column<Row>, current: Sort | undefined): Sort {
  const first = column.digits !== undefined;
  return { column: column.id, descending: current === undefined ? first : !current.descending };
}

function drag<Row>(
  event: DragEvent<HTMLElement>,
  { column, width }: Placed<Row>,
  onWidth: (column: string, width: number) => void,
): void {
  event.preventDefault();
  const grip = event.currentTarget;
  const from = event.clientX;
  grip.setPointerCapture(event.pointerId);
  grip.onpointermove = ({ clientX }) => onWidth(column.id, Math.max(56, width + clientX - from));
  grip.onpointerup = () => {
    grip.onpointermove = null;
  };
}
