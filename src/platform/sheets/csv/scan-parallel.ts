// Parses a CSV on several threads. The file is cut into pieces at line feeds; every thread, the calling one included, takes
// the next piece that nobody has, parses it and puts its rows behind those of the piece before. That holds only while no
// cell is quoted, for a quoted cell may hold a line feed: at the first quote all stop, and the caller parses on one thread.
import { isUtf8 } from 'node:buffer';
import { readSync } from 'node:fs';
import {
  appendBlock,
  BLOCK_ROWS,
  type Block,
  type Columns,
  hasRoom,
  newBlock,
  newColumns,
  type Position,
  reserveText,
  type ScanPlan,
} from './columns.ts';
import { LINE_FEED } from './fields.ts';
import type { Part, Piece } from './parts.ts';
import { CsvScanner } from './scanner.ts';

const SLACK_BYTES = 1 << 16;

export type ParallelJob = {
  readonly plan: ScanPlan;
  readonly fd: number;
  /** Bytes of the file that hold the records. */
  readonly start: number;
  readonly end: number;
  readonly pieceBytes: number;
};

/** Why all threads stop early; the caller then parses on one thread. */
export const RUNNING = 0;
export const MET_QUOTE = 1;
export const NOT_UTF8 = 2;
/** There are more rows than the guess made room for. */
export const NO_ROOM = 3;
export const FAILED = 4;

/** What the threads share. */
export type Share = {
  readonly columns: Columns;
  readonly stop: Int32Array;
  /** Per piece: the thread that took it (from 1), 0 while nobody has. */
  readonly owners: Int32Array;
  /** Per piece: rows of the file before it, -1 while unknown. */
  readonly rowsBefore: Int32Array;
  /** Per piece and column: bytes of text before it; known when the rows are. */
  readonly textsBefore: Uint32Array;
};

const shared = (bytes: number): SharedArrayBuffer => new SharedArrayBuffer(bytes);

export function newShare(job: ParallelJob, rows: number): Share {
  const bytes = job.end - job.start;
  const pieces = Math.ceil(bytes / job.pieceBytes);
  const rowsBefore = new Int32Array(shared((pieces + 1) * 4)).fill(-1);
  rowsBefore[0] = 0;
  return {
    columns: newColumns(job.plan, rows, bytes, shared),
    stop: new Int32Array(shared(4)),
    owners: new Int32Array(shared(pieces * 4)),
    rowsBefore,
    textsBefore: new Uint32Array(shared((pieces + 1) * job.plan.actions.length * 4)),
  };
}

export function stopAll(share: Share, reason: number): void {
  Atomics.compareExchange(share.stop, 0, RUNNING, reason);
}

/** Parses pieces until none is left or all are told to stop. `thread` counts from 1. */
export function scanPieces(
  job: ParallelJob,
  share: Share,
  thread: number,
  onPiece?: (done: number) => void,
): Part {
  const block = newBlock(job.plan, BLOCK_ROWS);
  const scanner = new CsvScanner(job.plan, block, BLOCK_ROWS, false);
  const reader = new PieceReader(job);
  const pieces: Piece[] = [];
  for (let index = 0; index < share.owners.length; index++) {
    if (Atomics.load(share.stop, 0) !== RUNNING) break;
    if (Atomics.compareExchange(share.owners, index, 0, thread) !== 0) continue;
    reader.read(index);
    if (!isUtf8(reader.buffer.subarray(reader.from, reader.to))) stopAll(share, NOT_UTF8);
    reserveText(job.plan, block, reader.to - reader.from);
    scanner.beginPiece();
    const rows = scanPiece(scanner, block, reader, { ...share, index });
    if (rows === undefined) break;
    const { records, blanks, findings } = scanner;
    pieces.push({ index, firstRow: share.rowsBefore[index] ?? 0, rows, records, blanks, findings });
    onPiece?.(Math.min(job.start + (index + 1) * job.pieceBytes, job.end));
  }
  const labels = block.dictionaries.map((dictionary) => dictionary.labels());
  return { pieces, labels, moreFindings: scanner.moreFindings };
}

type Taken = Share & { readonly index: number };

/** Returns how many rows the piece has; undefined when all stop. */
function scanPiece(scanner: CsvScanner, block: Block, reader: PieceReader, taken: Taken): number | undefined {
  let p = reader.from;
  let at: Position | undefined;
  do {
    p = scanner.scan(reader.buffer, p, reader.to);
    if (scanner.metQuote) stopAll(taken, MET_QUOTE);
    at ??= waitForPosition(taken);
    if (at === undefined) return undefined;
    if (!hasRoom(taken.columns, at, block, scanner.rows)) {
      stopAll(taken, NO_ROOM);
      return undefined;
    }
    at = appendBlock(block, scanner.takeRows(), taken.columns, at);
  } while (p < reader.to);
  publish(taken, at);
  return at.row - (taken.rowsBefore[taken.index] as number);
}

const SPINS = 2000;
const WAIT_MS = 5;
/** A thread that says nothing for so long has died, for want of memory say. */
const PATIENCE_MS = 30_000;

/** The piece before was taken earlier, so where it ends is known soon; undefined when all stop. */
function waitForPosition(taken: Taken): Position | undefined {
  const { rowsBefore, textsBefore, index } = taken;
  const width = taken.columns.texts.length;
  for (let tries = 0; ; tries++) {
    if (Atomics.load(taken.stop, 0) !== RUNNING) return undefined;
    const row = Atomics.load(rowsBefore, index);
    if (row >= 0) return { row, texts: [...textsBefore.subarray(index * width, (index + 1) * width)] };
    if (tries < SPINS) continue;
    if ((tries - SPINS) * WAIT_MS > PATIENCE_MS) stopAll(taken, FAILED);
    Atomics.wait(rowsBefore, index, -1, WAIT_MS);
  }
}

function publish({ rowsBefore, textsBefore, index }: Taken, end: Position): void {
  textsBefore.set(end.texts, (index + 1) * end.texts.length);
  Atomics.store(rowsBefore, index + 1, end.row);
  Atomics.notify(rowsBefore, index + 1);
}

/** Reads the lines that begin inside a piece, including the end of the last one, which lies in the next piece. */
class PieceReader {
  buffer: Buffer;
  from = 0;
  to = 0;
  private readonly job: ParallelJob;

  constructor(job: ParallelJob) {
    this.job = job;
    this.buffer = Buffer.allocUnsafeSlow(job.pieceBytes + SLACK_BYTES);
  }

  read(index: number): void {
    const { start, pieceBytes } = this.job;
    const begin = start + index * pieceBytes;
    const end = Math.min(begin + pieceBytes, this.job.end);
    // A line begins in this piece when the line feed before it is at `begin - 1` or later.
    const position = index === 0 ? begin : begin - 1;
    const filled = this.fill(position, end);
    this.from = index === 0 ? 0 : this.afterLineFeed(0, filled);
    this.to = this.afterLineFeed(end - 1 - position, filled);
  }

  /** Fills the buffer from `position` to the first line feed at or after `end - 1`; returns how many bytes it holds. */
  private fill(position: number, end: number): number {
    let filled = 0;
    for (;;) {
      const room = Math.min(this.buffer.length - 1, this.job.end - position) - filled;
      const got = room > 0 ? readSync(this.job.fd, this.buffer, filled, room, position + filled) : 0;
      filled += got;
      if (position + filled >= this.job.end || (room > 0 && got === 0)) break;
      if (this.buffer.subarray(0, filled).indexOf(LINE_FEED, end - 1 - position) >= 0) return filled;
      const wider = Buffer.allocUnsafeSlow(this.buffer.length * 2);
      this.buffer.copy(wider, 0, 0, filled);
      this.buffer = wider;
    }
    if (this.buffer[filled - 1] !== LINE_FEED) this.buffer[filled++] = LINE_FEED;
    return filled;
  }

  private afterLineFeed(from: number, filled: number): number {
    const at = this.buffer.subarray(0, filled).indexOf(LINE_FEED, from);
    return at < 0 ? filled : at + 1;
  }
}
