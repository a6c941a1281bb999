// A whole run in the browser, as columns: what the ranking, the charts, the map and the wall read. Rows are numbers, best first.
import { arrowToTable } from '#engine/table/arrow.ts';
import type { CategoryColumn, Column, TextColumn } from '#engine/table/column.ts';

/** Absent numbers are NaN, absent texts ''. */
export type RunTable = {
  readonly rows: number;
  readonly enterpriseIds: readonly string[];
  readonly creditCodes: readonly string[];
  readonly names: readonly string[];
  readonly parkIds: CategoryColumn;
  readonly industries: CategoryColumn;
  readonly scales: CategoryColumn;
  readonly pools: CategoryColumn;
  readonly score: Float64Array;
  readonly rank: Float64Array;
  /** As the scheme computed it, the one that counts, and that of the final list of the year before. */
  readonly computedClass: CategoryColumn;
  readonly finalClass: CategoryColumn;
  readonly lastClass: CategoryColumn;
  readonly lastScore: Float64Array;
  readonly lastRank: Float64Array;
  /** Value and points of an indicator; all absent when there is none of this name. */
  readonly valuesOf: (indicator: string) => Float64Array;
  readonly pointsOf: (indicator: string) => Float64Array;
  /** A figure the evaluation started from; undefined where the reader may not see it. */
  readonly inputOf: (input: string) => Column | undefined;
  readonly indicators: readonly string[];
  readonly inputs: readonly string[];
  /** Undefined when the enterprise is not in the run, or not in sight. */
  readonly rowOf: (enterpriseId: string) => number | undefined;
};

export function readRunTable(bytes: Uint8Array): RunTable {
  const { rows, columns } = arrowToTable(bytes);
  const numbers = (name: string): Float64Array => {
    const column = columns.get(name);
    return column?.kind === 'number' ? column.values : new Float64Array(rows).fill(Number.NaN);
  };
  const categories = (name: string): CategoryColumn => {
    const column = columns.get(name);
    return column?.kind === 'category'
      ? column
      : { kind: 'category', codes: new Int32Array(rows).fill(-1), labels: [] };
  };
  const names = [...columns.keys()];
  const after = (prefix: string): string[] =>
    names.filter((name) => name.startsWith(prefix)).map((name) => name.slice(prefix.length));
  const enterpriseIds = textsOf(columns.get('enterprise_id'), rows);
  let rowById: Map<string, number> | undefined;
  return {
    rows,
    enterpriseIds,
    creditCodes: textsOf(columns.get('credit_code'), rows),
    names: textsOf(columns.get('name'), rows),
    parkIds: categories('park_id'),
    industries: categories('industry_code'),
    scales: categories('scale'),
    pools: categories('pool'),
    score: numbers('score'),
    rank: numbers('rank'),
    computedClass: categories('class'),
    finalClass: categories('final_class'),
    lastClass: categories('last_class'),
    lastScore: numbers('last_score'),
    lastRank: numbers('last_rank'),
    valuesOf: (indicator) => numbers(`v:${indicator}`),
    pointsOf: (indicator) => numbers(`p:${indicator}`),
    inputOf: (input) => columns.get(`i:${input}`),
    indicators: after('v:'),
    inputs: after('i:'),
    rowOf: (enterpriseId) => {
      rowById ??= new Map(enterpriseIds.map((id, row) => [id, row]));
      return rowById.get(enterpriseId);
    },
  };
}

/** '' where it is absent. */
export const labelAt = ({ codes, labels }: CategoryColumn, row: number): string =>
  labels[codes[row] ?? -1] ?? '';

/** Null where it is absent. */
export function numberAt(values: Float64Array, row: number): number | null {
  const value = values[row];
  return value === undefined || Number.isNaN(value) ? null : value;
}

function textsOf(column: Column | undefined, rows: number): string[] {
  if (column?.kind === 'text') return slices(column);
  if (column?.kind === 'category') return Array.from(column.codes, (code) => column.labels[code] ?? '');
  return new Array<string>(rows).fill('');
}

/** One decoding for the whole column: a decoder call for each of a hundred thousand names would be felt. */
function slices({ bytes, offsets }: TextColumn): string[] {
  const first = offsets[0] ?? 0;
  const whole = new TextDecoder('utf-8', { ignoreBOM: true }).decode(
    bytes.subarray(first, offsets[offsets.length - 1]),
  );
  const texts: string[] = [];
  let start = 0;
  for (let row = 0; row + 1 < offsets.length; row++) {
    const end = start + unitsBetween(bytes, offsets[row] as number, offsets[row + 1] as number);
    texts.push(whole.slice(start, end));
    start = end;
  }
  return texts;
}

/** UTF-16 units of a UTF-8 text: one for each leading byte, two for those of four bytes. */
function unitsBetween(bytes: Uint8Array, from: number, to: number): number {
  let units = 0;
  for (let at = from; at < to; at++) {
    const byte = bytes[at] as number;
    if (byte < 0x80 || byte >= 0xc0) units += byte >= 0xf0 ? 2 : 1;
  }
  return units;
}
