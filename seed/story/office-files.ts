// Files as offices send them: written, uploaded, read, and accepted or taken back, each with its traces.
import { mkdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import {
  acceptImport,
  beginImport,
  sendFigures,
  undoImport,
} from '#capabilities/collection/service/imports.ts';
import type { FigureRow } from '#capabilities/collection/contract/imports.ts';
import type { Actor } from '#platform/ctx.ts';
import { storeFile } from '#platform/files/stored-file.ts';
import { writeTable } from '#platform/sheets/write.ts';
import type { Stage } from '../stage.ts';

export type Cell = string | number | null;

export type OfficeFile = {
  /** With its ending, .xlsx or .csv. */
  readonly name: string;
  readonly headers: readonly string[];
  /** The credit code and the name first. */
  readonly rows: readonly (readonly Cell[])[];
};

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  '.csv': 'text/csv',
};

/** Sends a file and has it read; what is in it waits to be accepted. Returns the import's id. */
export async function upload(
  stage: Stage,
  sender: Actor,
  which: { readonly period: string; readonly task: string | null },
  file: OfficeFile,
): Promise<string> {
  const content = await bytesOf(stage.caller(sender).services.scratch, file);
  const id = await stage.as(sender, async (ctx) => {
    const mediaType = MEDIA_TYPES[path.extname(file.name)] ?? '';
    const { file_id, sha256 } = await storeFile(ctx, { name: file.name, mediaType, content });
    const received = { file_id, file_name: file.name, sha256 };
    const begun = await beginImport(ctx, { period_id: which.period, task_id: which.task, file: received });
    return begun.import.import_id;
  });
  await stage.runJobs();
  return id;
}

export async function accept(stage: Stage, sender: Actor, id: string): Promise<void> {
  await stage.as(sender, (ctx) => acceptImport(ctx, { import_id: id, mode: 'valid_rows' }));
  await stage.runJobs();
}

export async function takeBack(stage: Stage, sender: Actor, id: string, reason: string): Promise<void> {
  await stage.as(sender, (ctx) => undoImport(ctx, { import_id: id, reason }));
  await stage.runJobs();
}

/** As an office's own system does it. */
export async function send(
  stage: Stage,
  sender: Actor,
  which: { readonly period: string; readonly task: string | null },
  rows: FigureRow[],
): Promise<string> {
  const task = which.task === null ? {} : { task_id: which.task };
  const sent = await stage.as(sender, (ctx) => sendFigures(ctx, { period_id: which.period, ...task, rows }));
  return sent.import_id;
}

/** The file as it lies on somebody's disk. */
export async function bytesOf(folder: string, { name, headers, rows }: OfficeFile): Promise<Buffer> {
  const file = path.join(folder, `mujun-demo-${process.pid}-${name}`);
  const columns = headers.map((header, column) => {
    const cells = rows.map((row) => row[column] ?? null);
    if (cells.every((cell) => cell === null || typeof cell === 'number'))
      return {
        header,
        kind: 'number' as const,
        values: Float64Array.from(cells, (cell) => (typeof cell === 'number' ? cell : Number.NaN)),
      };
    return { header, kind: 'strings' as const, at: (row: number) => String(cells[row] ?? '') };
  });
  await mkdir(folder, { recursive: true });
  try {
    await writeTable(file, columns, rows.length);
    return await readFile(file);
  } finally {
    await rm(file, { force: true });
  }
}
