// Where the reference numbers lie, and how to read them. They are not part of the project: they stand beside
// it.
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { z } from 'zod';

export const REFERENCE_FOLDER = fileURLToPath(new URL('../../../shared/reference/', import.meta.url));

export function hasReference(): boolean {
  return existsSync(REFERENCE_FOLDER);
}

export function readJson<T>(path: string, shape: z.ZodType<T>): T {
  return shape.parse(JSON.parse(readFileSync(REFERENCE_FOLDER + path, 'utf8')));
}

/** A table of plain numbers and names: no quoted commas, absent as an empty cell or NA. */
export type CsvTable = {
  readonly text: (name: string) => string[];
  readonly numbers: (name: string) => Float64Array;
};

export function readCsv(path: string): CsvTable {
  const [header = [], ...rows] = readFileSync(REFERENCE_FOLDER + path, 'utf8')
    .replace(/^\uFEFF/, '')
    .trimEnd()
    .split(/\r?\n/)
    .map((line) => line.split(',').map((cell) => cell.replaceAll('"', '')));
  const text = (name: string): string[] => {
    const at = header.indexOf(name);
    if (at < 0) throw new Error(`${path} has no column ${name}`);
    return rows.map((row) => row[at] ?? '');
  };
  const number = (cell: string): number => (cell === '' || cell === 'NA' ? Number.NaN : Number(cell));
  return { text, numbers: (name) => Float64Array.from(text(name), number) };
}
