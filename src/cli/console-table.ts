// A table for the terminal: columns aligned by display width, numbers to the right.

export type ConsoleColumn = {
  readonly header: string;
  readonly right: boolean;
  readonly cells: readonly string[];
};

export function renderTable(columns: readonly ConsoleColumn[]): string {
  const rows = Math.max(0, ...columns.map((column) => column.cells.length));
  const widths = columns.map(({ header, cells }) =>
    cells.reduce((widest, cell) => Math.max(widest, displayWidth(cell)), displayWidth(header)),
  );
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, i) => pad(cell, widths[i] as number, columns[i]?.right === true))
      // What a file calls itself must not move the cursor or break the line.
      .map((cell) => cell.replaceAll(/\p{Cc}/gu, ' '))
      .join('  ')
      .trimEnd();
  const lines = [
    line(columns.map(({ header }) => header)),
    widths.map((width) => '─'.repeat(width)).join('  '),
  ];
  for (let row = 0; row < rows; row++) lines.push(line(columns.map(({ cells }) => cells[row] ?? '')));
  return lines.join('\n');
}

function pad(text: string, width: number, right: boolean): string {
  const space = ' '.repeat(Math.max(0, width - displayWidth(text)));
  return right ? space + text : text + space;
}

/** Chinese characters and full-width forms take two cells of a terminal. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) width += WIDE.test(character) ? 2 : 1;
  return width;
}

const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|[\u{20000}-\u{3fffd}]/u;
