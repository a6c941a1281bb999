// Cells and rows that cannot be read, in the order of the file.
import type { Severity } from '#core/diagnostic.ts';
import type { Findings } from './findings.ts';

type CellCode =
  | 'not_a_number'
  | 'number_with_unit_suffix'
  | 'not_a_flag'
  | 'not_a_date'
  | 'row_too_short'
  | 'row_too_long'
  | 'cell_error'
  | 'cell_formula_without_value'
  | 'digits_lost'
  | 'json_nested';

export type CellProblem = {
  readonly code: CellCode;
  /** As a spreadsheet shows it: 1-based, the header and what is above it included. */
  readonly row: number;
  readonly column?: string | undefined;
  /** What the cell shows. */
  readonly text: string;
};

const WARNINGS: ReadonlySet<CellCode> = new Set<CellCode>(['row_too_short', 'digits_lost']);
const LONGEST_TEXT = 60;

export function reportCells(findings: Findings, problems: readonly CellProblem[], sheet?: string): void {
  for (const { code, row, column, text } of problems.toSorted((a, b) => a.row - b.row)) {
    const severity: Severity = WARNINGS.has(code) ? 'warning' : 'error';
    const shown = text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT)}…` : text;
    const place = {
      row,
      ...(sheet === undefined ? {} : { sheet }),
      ...(column === undefined ? {} : { column }),
    };
    findings.add({ code, severity, params: { text: shown }, place });
  }
}
