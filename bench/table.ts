// A table in Markdown, aligned so that it reads as well on a terminal.

export type Cell = string | number;

export function markdownTable(header: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const lines = [header, ...rows.map((row) => row.map(String))];
  const widths = header.map((_, column) => Math.max(3, ...lines.map((line) => (line[column] ?? '').length)));
  const isRight = header.map((_, column) =>
    rows.every((row) => /^[\d—][\d.,×—]*$/.test(String(row[column] ?? ''))),
  );
  const pad = (text: string, column: number): string => {
    const width = widths[column] ?? 0;
    return isRight[column] === true ? text.padStart(width) : text.padEnd(width);
  };
  const line = (cells: readonly string[]): string => `| ${cells.map(pad).join(' | ')} |`;
  const rule = widths.map((width, column) =>
    isRight[column] === true ? `${'-'.repeat(width - 1)}:` : '-'.repeat(width),
  );
  return [line(header), `| ${rule.join(' | ')} |`, ...lines.slice(1).map(line)].join('\n');
}

/** Three figures that count: 0.213, 1.42, 15.8, 840. */
export function figures(value: number | undefined): string {
  if (value === undefined || Number.isNaN(value)) return '—';
  return value >= 100 ? value.toFixed(0) : value.toPrecision(3);
}

export function times(ratio: number | undefined): string {
  return ratio === undefined || Number.isNaN(ratio)
    ? '—'
    : `${ratio >= 10 ? ratio.toFixed(0) : ratio.toFixed(2)}×`;
}
