// Tables of a Word document: as wide as the type area, lines not torn between pages, the head on each of them.
import type { Table } from '../document.ts';
import { PAGE, SIZE } from '../layout.ts';
import { paragraph, TABLE, TABLE_HEAD } from './text.ts';
import { el, type Xml } from './xml.ts';

const TWIPS_PER_MM = 1440 / 25.4;
const WIDTH = Math.floor((PAGE.widthMm - PAGE.leftMm - PAGE.rightMm) * TWIPS_PER_MM);
const LINE = SIZE.table * 1.4;
const SIDES = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'] as const;
const CELL_MARGIN = 60;
/** Between the text and a table without a caption, in points. */
const GAP = 6;

export function tableParts({ caption, columns, rows }: Table): Xml[] {
  const sum = columns.reduce((total, { width }) => total + width, 0);
  const widths = columns.map(({ width }) => Math.floor((WIDTH * width) / sum));
  const cell = (column: number, content: Xml): Xml =>
    el(
      'w:tc',
      {},
      el(
        'w:tcPr',
        {},
        el('w:tcW', { 'w:w': widths[column] ?? 0, 'w:type': 'dxa' }),
        el('w:vAlign', { 'w:val': 'center' }),
      ),
      content,
    );
  const row = (cells: readonly Xml[], isHead: boolean): Xml =>
    el('w:tr', {}, el('w:trPr', {}, el('w:cantSplit'), isHead ? el('w:tblHeader') : null), cells);
  const head = columns.map(({ header }, i) =>
    cell(i, paragraph(header, TABLE_HEAD, { align: 'center', line: LINE })),
  );
  const table = el(
    'w:tbl',
    {},
    el(
      'w:tblPr',
      {},
      el('w:tblW', { 'w:w': WIDTH, 'w:type': 'dxa' }),
      el('w:jc', { 'w:val': 'center' }),
      el(
        'w:tblBorders',
        {},
        SIDES.map((side) =>
          el(`w:${side}`, { 'w:val': 'single', 'w:sz': 4, 'w:space': 0, 'w:color': 'auto' }),
        ),
      ),
      el('w:tblLayout', { 'w:type': 'fixed' }),
      el(
        'w:tblCellMar',
        {},
        el('w:left', { 'w:w': CELL_MARGIN, 'w:type': 'dxa' }),
        el('w:right', { 'w:w': CELL_MARGIN, 'w:type': 'dxa' }),
      ),
    ),
    el(
      'w:tblGrid',
      {},
      widths.map((width) => el('w:gridCol', { 'w:w': width })),
    ),
    row(head, true),
    rows.map((texts) =>
      row(
        columns.map(({ align }, i) =>
          cell(i, paragraph(texts[i] ?? '', TABLE, { align, line: LINE, before: 2, after: 2 })),
        ),
        false,
      ),
    ),
  );
  const title =
    caption === null
      ? [paragraph('', TABLE, { line: GAP, keepNext: true })]
      : [paragraph(caption, TABLE_HEAD, { align: 'center', keepNext: true })];
  // Word joins two tables that follow one another, and needs something after a table at the end.
  return [...title, table, paragraph('', TABLE, { line: SIZE.table })];
}
