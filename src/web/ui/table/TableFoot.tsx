// The foot of a table: sums, means and medians of all its rows, computed when the rows change and not while they scroll.
import { memo } from 'react';
import { useWords } from '#web/words/words.ts';
import { fixed } from '../numbers.ts';
import { UI } from '../ui-words.ts';
import { footerOf } from './column.ts';
import type { Placed } from './DataTable.tsx';

type Props<Row> = {
  readonly placed: readonly Placed<Row>[];
  readonly rows: readonly Row[];
  /** Whether a box for choosing stands before the columns. */
  readonly lead: boolean;
};

function DrawnFoot<Row>({ placed, rows, lead }: Props<Row>) {
  const t = useWords(UI);
  return (
    <div className="mj-tfoot" role="rowgroup">
      <div className="mj-tr" role="row">
        {lead && <div className="mj-td" role="gridcell" style={{ width: 40, left: 0 }} data-pinned />}
        {placed.map(({ column, style, number, pinned, grow }) => (
          <div
            key={column.id}
            className="mj-td"
            role="gridcell"
            style={style}
            data-number={number}
            data-pinned={pinned}
            data-grow={grow}
          >
            <span>
              {column.footer !== undefined && (
                <>
                  <small>{t[column.footer]}</small>
                  {fixed(footerOf(rows, column), column.digits ?? 0)}
                </>
              )}
            </span>
          </div>
        ))}
      </div>
    </div>
  );
}

// `memo` forgets that the component is generic.
export const TableFoot = memo(DrawnFoot) as typeof DrawnFoot;
