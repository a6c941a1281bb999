// The rows of a run as the database takes them: columns, in pieces, so that one is written while the next is made.
import { int4Array, jsonbArray, textArray, uuidArray } from '#platform/db/binary-arrays.ts';
import type { ResultRows } from './result-rows.ts';

/** Binary arrays of the database. Scores are texts: as decimals they have every digit of the number. */
export type RowPiece = {
  /** Place of the first row, from 1. */
  readonly start: number;
  readonly count: number;
  readonly columns: Readonly<Record<RowColumn, Uint8Array>>;
};

export type RowColumn =
  | 'enterprise_id'
  | 'credit_code'
  | 'name'
  | 'park_id'
  | 'industry_code'
  | 'score'
  | 'class'
  | 'final_class'
  | 'rank'
  | 'pool'
  | 'indicator_values';

const ROWS_PER_PIECE = 10_000;

export function* rowPieces(rows: ResultRows): Generator<RowPiece> {
  for (let start = 0; start < rows.count; start += ROWS_PER_PIECE)
    yield pieceOf(rows, start, Math.min(ROWS_PER_PIECE, rows.count - start));
}

function pieceOf(rows: ResultRows, start: number, count: number): RowPiece {
  const from =
    <T>(read: (at: number) => T) =>
    (i: number): T =>
      read(start + i);
  const texts = (read: (at: number) => string | null) => textArray(count, from(read));
  const columns = {
    enterprise_id: uuidArray(count, from(rows.enterpriseId)),
    credit_code: texts(rows.creditCode),
    name: texts(rows.name),
    park_id: uuidArray(count, from(rows.parkId)),
    industry_code: texts(rows.industry),
    score: texts((at) => rows.score(at)?.toString() ?? null),
    class: texts(rows.computedClass),
    final_class: texts(rows.finalClass),
    rank: int4Array(count, from(rows.rank)),
    pool: texts(rows.pool),
    indicator_values: jsonbArray(count, from(rows.indicators)),
  };
  return { start: start + 1, count, columns };
}
