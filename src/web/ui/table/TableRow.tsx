// One row of a table. Drawn anew only when something of this row changes, so that scrolling draws the rows that come in.
import { memo } from 'react';
import { useWords } from '#web/words/words.ts';
import { UI } from '../ui-words.ts';
import type { Placed } from './DataTable.tsx';
import { shownCell } from './shown-cell.ts';

type Props<Row> = {
  readonly row: Row;
  readonly rowId: string;
  readonly index: number;
  readonly start: number;
  readonly width: number;
  readonly placed: readonly Placed<Row>[];
  readonly largest: ReadonlyMap<string, number>;
  readonly current: boolean;
  readonly clickable: boolean;
  /** Undefined: rows cannot be chosen. */
  readonly selected: boolean | undefined;
  /** Both stay the same from one drawing to the next. */
  readonly onClick: (index: number) => void;
  readonly onToggle: (rowId: string) => void;
};

function DrawnRow<Row>(props: Props<Row>) {
  const { row, rowId, index, start, width, placed, largest, current, clickable, selected } = props;
  const t = useWords(UI);
  return (
    <div
      className="mj-tr"
      role="row"
      aria-rowindex={index + 1}
      aria-selected={selected}
      data-current={current}
      data-clickable={clickable}
      style={{ transform: `translateY(${start}px)`, width }}
      onClick={() => props.onClick(index)}
    >
      {selected !== undefined && (
        <SelectCell label={t.selectRow} checked={selected} onChange={() => props.onToggle(rowId)} />
      )}
      {placed.map((one) => (
        <Cell key={one.column.id} placed={one} row={row} largest={largest.get(one.column.id)} />
      ))}
    </div>
  );
}

// `memo` forgets that the component is generic.
export const TableRow = memo(DrawnRow) as typeof DrawnRow;

type CellProps<Row> = {
  readonly placed: Placed<Row>;
  readonly row: Row;
  readonly largest: number | undefined;
};

function Cell<Row>({ placed: { column, style, number, pinned, grow }, row, largest }: CellProps<Row>) {
  const value = column.value(row);
  const share =
    largest !== undefined && largest > 0 && typeof value === 'number' ? Math.max(0, value / largest) : 0;
  return (
    <div
      className="mj-td"
      role="gridcell"
      style={style}
      data-number={number}
      data-pinned={pinned}
      data-grow={grow}
      title={column.render === undefined && typeof value === 'string' ? value : undefined}
    >
      <span>{shownCell(column, row)}</span>
      {share > 0 && <span className="mj-td-bar" style={{ width: `${share * 100}%` }} />}
    </div>
  );
}

type SelectProps = {
  readonly label: string;
  readonly checked: boolean;
  readonly onChange: (on: boolean) => void;
};

export function SelectCell({ label, checked, onChange }: SelectProps) {
  return (
    <div
      className="mj-td"
      role="gridcell"
      style={{ width: 40, left: 0 }}
      data-pinned
      onClick={(event) => event.stopPropagation()}
    >
      <input
        type="checkbox"
        aria-label={label}
        checked={checked}
        onChange={({ target }) => onChange(target.checked)}
      />
    </div>
  );
}
