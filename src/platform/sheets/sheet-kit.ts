// For the tests of reading and writing tables: files with a given name and content in a folder of their own.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { OutputColumn, WriteOptions } from './output-column.ts';
import { readTable, type WantedColumn } from './read.ts';
import type { ReadOptions, ReadResult } from './read-result.ts';
import { writeTable } from './write.ts';

/** Runs `use` with an empty folder, which is removed afterwards. */
export async function inFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(path.join(tmpdir(), 'mujun-sheets-'));
  try {
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export async function readFileNamed(
  name: string,
  content: string | Uint8Array,
  wanted: readonly WantedColumn[],
  options: ReadOptions = {},
): Promise<ReadResult> {
  return inFolder((folder) => {
    const file = path.join(folder, name);
    writeFileSync(file, content);
    return readTable(file, wanted, options);
  });
}

/** The bytes that `writeTable` makes of the columns; it may leave no other file behind. */
export async function bytesOf(
  name: string,
  columns: readonly OutputColumn[],
  rows: number,
  options: WriteOptions = {},
): Promise<Buffer> {
  return inFolder(async (folder) => {
    await writeTable(path.join(folder, name), columns, rows, options);
    const files = readdirSync(folder);
    if (files.length !== 1) throw new Error(`left behind: ${files.join(', ')}`);
    return readFileSync(path.join(folder, name));
  });
}
