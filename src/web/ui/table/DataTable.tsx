// A table of any length: only what is in sight is drawn. Sorting, columns, widths, selection, totals, export, keyboard.
import { useVirtualizer } from '@tanstack/react-virtual';
import {
  type CSSProperties,
  type KeyboardEvent,
  type ReactNode,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { usePreferences } from '#web/client/preferences.ts';
import { useWords } from '#web/words/words.ts';
import { UI } from '../ui-words.ts';
import { usePhone } from '../use-phone.ts';
import { type Column, type Sort, sortRows } from './column.ts';
import { exportRows, type ExportFormat } from './export-rows.ts';
import { type TableLayout, useTableLayout } from './remembered.ts';
import { PrintTable } from './PrintTable.tsx';
import { RowCards } from './RowCards.tsx';
import './table.css';
import { TableBar } from './TableBar.tsx';
import { TableFoot } from './TableFoot.tsx';
import { TableHead } from './TableHead.tsx';
import { SelectCell, TableRow } from './TableRow.tsx';

/** A column with its place in this table. */
export type Placed<Row> = {
  readonly column: Column<Row>;
  readonly style: CSSProperties;
  readonly width: number;
  readonly number: boolean;
  readonly pinned: boolean;
  readonly grow: boolean;
};

type Props<Row> = {
  /** Names the table: its layout is remembered under it, and files are called after it. */
  readonly id: string;
  readonly fileName?: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** How many there were before filters. */
  readonly total?: number;
  readonly sort?: Sort | undefined;
  readonly onSort?: (sort: Sort) => void;
  readonly onOpen?: (row: Row) => void;
  /** Key of the row that stands open beside the table; the arrow keys then open the next one. */
  readonly active?: string | undefined;
  readonly selection?: ReadonlySet<string>;
  readonly onSelect?: (selection: ReadonlySet<string>) => void;
  /** Between the count and the buttons above the table: what can be done with the chosen rows. */
  readonly bar?: ReactNode;
  readonly empty?: ReactNode;
  /** The most pixels it may be high; absent: what the page leaves. */
  readonly height?: number;
  /** Said to screen readers. */
  readonly label: string;
};

const ROW_HEIGHT = { normal: 36, large: 44 } as const;

export function DataTable<Row>(props: Props<Row>) {
  const { id, columns, rows, rowKey, onOpen, selection, onSelect } = props;
  const t = useWords(UI);
  const phone = usePhone();
  const [layout, change] = useTableLayout(id);
  const scroll = useRef<HTMLDivElement>(null);
  const [lastUsed, setCurrent] = useState(-1);
  // Without a listener of the page the table sorts for itself.
  const [ownSort, setOwnSort] = useState<Sort>();
  const sort = props.onSort === undefined ? (ownSort ?? props.sort) : props.sort;
  const onSort = props.onSort ?? setOwnSort;
  const sorted = useMemo(() => sortRows(rows, columns, sort), [rows, columns, sort]);
  const active = useMemo(
    () => (props.active === undefined ? undefined : sorted.findIndex((row) => rowKey(row) === props.active)),
    [props.active, sorted, rowKey],
  );
  const current = active ?? lastUsed;
  const isShown = (column: Column<Row>): boolean => shows(layout, column);
  const shown = useMemo(
    () => columns.filter((column, i) => i === 0 || shows(layout, column)),
    [columns, layout],
  );
  const selectable = selection !== undefined && onSelect !== undefined;
  const large = usePreferences().size === 'large';
  const placed = useMemo(
    () => place(shown, layout.widths, selectable ? 40 : 0, large ? 1.28 : 1),
    [shown, layout, selectable, large],
  );
  const width = placed.reduce((sum, one) => sum + one.width, selectable ? 40 : 0);
  const rowHeight = large ? ROW_HEIGHT.large : ROW_HEIGHT.normal;
  const largest = useMemo(
    () => new Map(columns.filter(({ bar }) => bar).map((column) => [column.id, largestOf(rows, column)])),
    [rows, columns],
  );
  const virtual = useVirtualizer({
    count: sorted.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => (phone ? 76 : rowHeight),
    overscan: 12,
  });
  useEffect(() => {
    if (active !== undefined && active >= 0) virtual.scrollToIndex(active);
  }, [active, virtual]);

  const toFile = (format: ExportFormat): void => void exportRows(props.fileName ?? id, sorted, shown, format);
  const toggle = (key: string): void => {
    const next = new Set(selection);
    if (!next.delete(key)) next.add(key);
    onSelect?.(next);
  };
  const onKey = (event: KeyboardEvent): void => {
    const row = sorted[current];
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 12, PageUp: -12 }[event.key];
    if (step !== undefined) {
      const next = Math.min(sorted.length - 1, Math.max(0, current + step));
      const reached = sorted[next];
      if (active !== undefined && reached !== undefined) onOpen?.(reached);
      setCurrent(next);
      virtual.scrollToIndex(next);
    } else if (event.key === 'Enter' && row !== undefined && event.target === event.currentTarget)
      onOpen?.(row);
    else if (event.key === ' ' && row !== undefined && selectable) toggle(rowKey(row));
    else if (event.key === 'e') toFile('xlsx');
    else return;
    event.preventDefault();
  };
  // Rows are given the same two functions again and again; what they do is always the latest.
  const latest = useRef({ onOpen, toggle, sorted });
  latest.current = { onOpen, toggle, sorted };
  const onRowClick = useCallback((index: number): void => {
    setCurrent(index);
    const row = latest.current.sorted[index];
    if (row !== undefined) latest.current.onOpen?.(row);
  }, []);
  const onRowToggle = useCallback((key: string): void => latest.current.toggle(key), []);
  const hasFooter = shown.some(({ footer }) => footer !== undefined) && sorted.length > 1;

  return (
    <>
      <PrintTable rows={sorted} columns={shown} rowKey={rowKey} total={props.total ?? rows.length} />
      <div
        className="mj-table-wrap"
        style={props.height === undefined ? undefined : { maxHeight: props.height, flex: 'none' }}
      >
        <TableBar
          shown={sorted.length}
          total={props.total ?? rows.length}
          selected={selection?.size ?? 0}
          columns={columns}
          isShown={isShown}
          onShow={(column, on) => change((now) => ({ ...now, shown: { ...now.shown, [column]: on } }))}
          onExport={toFile}
        >
          {props.bar}
        </TableBar>
        {sorted.length === 0 && props.empty}
        <div
          ref={scroll}
          className="mj-table-scroll"
          role="grid"
          aria-label={props.label}
          aria-rowcount={sorted.length}
          tabIndex={0}
          title={t.tableKeys}
          onKeyDown={onKey}
          hidden={sorted.length === 0 && props.empty !== undefined}
        >
          {phone ? (
            <RowCards {...{ virtual, rows: sorted, columns: shown, rowKey, onOpen, current }} />
          ) : (
            <div className="mj-table" style={{ width }}>
              <TableHead
                columns={placed}
                sort={sort}
                onSort={onSort}
                onWidth={(column, to) =>
                  change((now) => ({ ...now, widths: { ...now.widths, [column]: to } }))
                }
                before={
                  selectable && (
                    <SelectCell
                      label={t.selectAll}
                      checked={sorted.length > 0 && sorted.every((row) => selection.has(rowKey(row)))}
                      onChange={(on) => onSelect(on ? new Set(sorted.map(rowKey)) : new Set())}
                    />
                  )
                }
              />
              <div
                className="mj-tbody"
                role="rowgroup"
                style={{ height: virtual.getTotalSize(), position: 'relative' }}
              >
                {virtual.getVirtualItems().map(({ index, start }) => {
                  const row = sorted[index];
                  if (row === undefined) return null;
                  const key = rowKey(row);
                  return (
                    <TableRow
                      key={key}
                      rowId={key}
                      {...{ row, index, start, width, placed, largest }}
                      current={index === current}
                      clickable={onOpen !== undefined}
                      selected={selectable ? selection.has(key) : undefined}
                      onClick={onRowClick}
                      onToggle={onRowToggle}
                    />
                  );
                })}
              </div>
              {hasFooter && <TableFoot placed={placed} rows={sorted} lead={selectable} />}
            </div>
          )}
        </div>
      </div>
    </>
  );
}

const shows = <Row,>(layout: TableLayout, column: Column<Row>): boolean =>
  layout.shown[column.id] ?? column.hidden !== true;

function place<Row>(
  columns: readonly Column<Row>[],
  widths: Readonly<Record<string, number>>,
  from: number,
  /** Larger type needs wider columns, unless the reader has chosen a width. */
  scale: number,
): Placed<Row>[] {
  let left = from;
  return columns.map((column, i) => {
    const width = widths[column.id] ?? Math.round(column.width * scale);
    const pinned = i === 0 || column.pinned === true;
    const style: CSSProperties = pinned ? { width, left } : { width };
    if (pinned) left += width;
    return { column, style, width, pinned, number: column.digits !== undefined, grow: i === 0 };
  });
}

function largestOf<Row>(rows: readonly Row[], column: Column<Row>): number {
  let largest = 0;
  for (const row of rows) {
    const value = column.value(row);
    if (typeof value === 'number' && value > largest) largest = value;
  }
  return largest;
}
