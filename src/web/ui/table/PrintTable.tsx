// A table on paper: every row of it, with the heads on each page, and when it was printed.
import { useLayoutEffect } from 'react';
import { usePrinting } from '#web/client/use-printing.ts';
import { useWords } from '#web/words/words.ts';
import { fixed, moment } from '../numbers.ts';
import { UI } from '../ui-words.ts';
import { type Column, footerOf } from './column.ts';
import { shownCell } from './shown-cell.ts';

type Props<Row> = {
  readonly rows: readonly Row[];
  readonly columns: readonly Column<Row>[];
  readonly rowKey: (row: Row) => string;
  /** How many there were before filters, or are there to be loaded. */
  readonly total: number;
};

/** About a hundred pages; more is a file, not paper. */
const MOST_ROWS = 3000;
/** With wider columns than this, as they are on the screen, the paper lies on its side. */
const UPRIGHT_WIDTH = 900;

export function PrintTable<Row>(props: Props<Row>) {
  const since = usePrinting();
  return since === undefined || props.rows.length === 0 ? null : <Paper since={since} {...props} />;
}

type PaperProps<Row> = Props<Row> & { readonly since: string };

function Paper<Row>({ since, rows, columns, rowKey, total }: PaperProps<Row>) {
  const t = useWords(UI);
  const shown = columns.filter(({ acts }) => acts !== true);
  const all = fixed(rows.length, 0);
  const width = shown.reduce((sum, column) => sum + column.width, 0);
  const isWide = width > UPRIGHT_WIDTH;
  // Of the whole paper: a table that lies on its side alone would leave its title on a page of its own.
  useLayoutEffect(() => {
    const { dataset } = document.documentElement;
    if (isWide) dataset['paper'] = 'wide';
    return () => void delete dataset['paper'];
  }, [isWide]);
  const hasFooter = rows.length > 1 && shown.some(({ footer }) => footer !== undefined);
  return (
    <div className="mj-print-table">
      <p>
        {rows.length > MOST_ROWS ? t.printedFirst(fixed(MOST_ROWS, 0), all) : t.rows(all, fixed(total, 0))}
        {t.printedAt(moment(since))}
      </p>
      <table>
        <colgroup>
          {shown.map((column) => (
            <col key={column.id} style={{ width: `${(column.width / width) * 100}%` }} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {shown.map(({ id, title, unit, digits }) => (
              <th key={id} scope="col" data-number={digits !== undefined}>
                {title}
                {unit !== undefined && unit !== '' && <small> {unit}</small>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, MOST_ROWS).map((row) => (
            <tr key={rowKey(row)}>
              {shown.map((column) => (
                <td key={column.id} data-number={column.digits !== undefined}>
                  {shownCell(column, row)}
                </td>
              ))}
            </tr>
          ))}
          {hasFooter && (
            <tr>
              {shown.map((column) => (
                <td key={column.id} data-number={column.digits !== undefined}>
                  {column.footer !== undefined &&
                    `${t[column.footer]} ${fixed(footerOf(rows, column), column.digits ?? 0)}`}
                </td>
              ))}
            </tr>
          )}
        </tbody>
      </table>
    </div>
  );
}
