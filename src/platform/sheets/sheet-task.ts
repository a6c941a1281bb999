// What helper threads are asked to do, and what they answer.
import type { CellColumn } from './csv/format-rows.ts';
import type { Part } from './csv/parts.ts';
import type { ParallelJob, Share } from './csv/scan-parallel.ts';

export type SheetTask =
  | { readonly kind: 'scan'; readonly job: ParallelJob; readonly share: Share; readonly thread: number }
  | { readonly kind: 'format'; readonly columns: readonly CellColumn[]; readonly rows: number };

export type SheetReply =
  | { readonly kind: 'scanned'; readonly part: Part }
  | { readonly kind: 'formatted'; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'failed'; readonly message: string };
