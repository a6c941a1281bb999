// Writes a JSON file: an array with an object per row, one row per line.
import { writeFileSync } from 'node:fs';
import { writeAtomically } from './atomic-file.ts';
import { decimalsOf, outputCell } from './output-cell.ts';
import type { OutputColumn, WriteOptions } from './output-column.ts';

const PIECE_CHARACTERS = 1 << 20;

export async function writeJson(
  file: string,
  columns: readonly OutputColumn[],
  rows: number,
  options: WriteOptions,
): Promise<void> {
  const cells = columns.map((column) => {
    const decimals = decimalsOf(column, options);
    return {
      start: `${JSON.stringify(column.header)}:`,
      at: (row: number) => outputCell(column, row, decimals),
    };
  });
  await writeAtomically(file, (fd) => {
    let piece = '[';
    for (let row = 0; row < rows; row++) {
      const members = cells.map(({ start, at }) => start + JSON.stringify(at(row)));
      piece += `${row === 0 ? '' : ','}\n{${members.join(',')}}`;
      if (piece.length > PIECE_CHARACTERS) {
        writeFileSync(fd, piece);
        piece = '';
      }
    }
    writeFileSync(fd, `${piece}\n]\n`);
  });
}
