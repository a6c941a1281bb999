// For the tests of reading CSV: files of a few lines, tables as plain values, findings as sentences.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Diagnostic, Lang } from '#core/diagnostic.ts';
import { type Table, textAt } from '#engine/table/column.ts';
import { describeFinding } from '#engine/messages.ts';
import { Findings } from '../findings.ts';
import { SHEET_MESSAGES } from '../messages.ts';
import type { ReadOptions, ReadResult } from '../read-result.ts';
import type { WantedColumn } from '../wanted.ts';
import { readCsv } from './read-csv.ts';

const FILE = '企业.csv';

/** Reads `content` as if it were the file `企业.csv`. */
export async function readContent(
  content: string | Uint8Array,
  wanted: readonly WantedColumn[],
  options: ReadOptions = {},
): Promise<ReadResult> {
  const folder = mkdtempSync(path.join(tmpdir(), 'mujun-csv-'));
  const file = path.join(folder, FILE);
  try {
    writeFileSync(file, content);
    return await readCsv(file, wanted, options, new Findings(FILE));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export function column(
  name: string,
  kind: WantedColumn['kind'],
  more: Partial<WantedColumn> = {},
): WantedColumn {
  return { name, headers: [name], kind, optional: false, ...more };
}

/** Every column as plain values; absent is null. */
export function plain(table: Table): Record<string, (number | string | null)[]> {
  const rows = Array.from({ length: table.rows }, (_, row) => row);
  return Object.fromEntries(
    [...table.columns].map(([name, values]) => [
      name,
      rows.map((row) => {
        if (values.kind === 'text') return textAt(values, row) === '' ? null : textAt(values, row);
        if (values.kind === 'category') return values.labels[values.codes[row] as number] ?? null;
        const value = values.values[row] as number;
        return Number.isNaN(value) ? null : value;
      }),
    ]),
  );
}

/** `错误 第3行 税收：…`, message and advice. */
export function sentences(diagnostics: readonly Diagnostic[], lang: Lang): string[] {
  return diagnostics.map((finding) => {
    const { message, hint } = describeFinding(finding, lang, SHEET_MESSAGES);
    const { row, column: header } = finding.place ?? {};
    const where = [finding.severity, row, header].filter((part) => part !== undefined).join(' ');
    return `${where}: ${message} | ${hint ?? ''}`;
  });
}

/** Text in GBK, which Node reads but does not write. */
export function toGbk(text: string): Uint8Array {
  return Uint8Array.from(
    Array.from(text).flatMap((character) => {
      const bytes = character.charCodeAt(0) < 0x80 ? [character.charCodeAt(0)] : GBK.get(character);
      if (bytes === undefined) throw new Error(`GBK has no ${character}`);
      return bytes;
    }),
  );
}

const GBK = new Map<string, readonly number[]>(
  Array.from({ length: 126 * 190 }, (_, i) => {
    const second = (i % 190) + 0x40;
    const bytes = [Math.floor(i / 190) + 0x81, second < 0x7f ? second : second + 1];
    return [new TextDecoder('gbk').decode(Uint8Array.from(bytes)), bytes] as const;
  }),
);
