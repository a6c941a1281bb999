// Figures for tests from plain CSV: absent as an empty cell, headers as the scheme names its inputs.
import { readFileSync } from 'node:fs';
import type { Dataset } from '#engine/run/dataset.ts';
import type { InputPlan, Plan } from '#engine/scheme/plan.ts';
import { categoryColumn, type Column, numberColumn, textColumn } from '#engine/table/column.ts';

export type Rows = readonly Readonly<Record<string, string>>[];

export function readRows(file: string): Rows {
  const [header = '', ...lines] = readFileSync(file, 'utf8')
    .replace(/^\uFEFF/, '')
    .trimEnd()
    .split(/\r?\n/);
  const names = header.split(',');
  return lines.map((line) => {
    // A comma in quotes belongs to a name; its full-width twin does not divide cells.
    const cells = line.replace(/"([^"]*)"/g, (_, text: string) => text.replaceAll(',', '，')).split(',');
    return Object.fromEntries(names.map((name, i) => [name, cells[i] ?? '']));
  });
}

export type FigureOptions = { readonly id?: string; readonly history?: readonly Dataset[] };

/** A dataset of the rows under a plan. A header may carry its unit in brackets; the id is the first column unless named. */
export function figuresOf(plan: Plan, rows: Rows, { id, history = [] }: FigureOptions = {}): Dataset {
  const headers = Object.keys(rows[0] ?? {});
  const idHeader = id ?? headers[0] ?? '';
  const columns = new Map<string, Column>();
  const units = new Map<string, string>();
  for (const input of plan.inputs) {
    const header = headers.find((text) => spellings(input).includes(bare(text)));
    if (header === undefined) continue;
    columns.set(
      input.name,
      columnOf(
        input,
        rows.map((row) => row[header] ?? ''),
      ),
    );
    const unit = /[(（](.+)[)）]$/.exec(header)?.[1];
    if (unit !== undefined) units.set(input.name, unit);
  }
  return {
    ids: textColumn(rows.map((row) => row[idHeader] ?? '')),
    table: { rows: rows.length, columns },
    units,
    history,
  };
}

function spellings({ name, zh, en, spec }: InputPlan): string[] {
  return [name, zh ?? name, en ?? name, ...(spec.aliases ?? [])];
}

function bare(header: string): string {
  return header.replace(/[(（][^()（）]*[)）]$/, '');
}

function columnOf({ kind }: InputPlan, cells: readonly string[]): Column {
  if (kind === 'category') return categoryColumn(cells.map((cell) => (cell === '' ? null : cell)));
  if (kind === 'text') return textColumn(cells);
  return numberColumn(cells.map((cell) => (cell === '' ? null : numberOf(cell))));
}

function numberOf(cell: string): number {
  if (cell === '是') return 1;
  if (cell === '否') return 0;
  return Number(cell);
}
