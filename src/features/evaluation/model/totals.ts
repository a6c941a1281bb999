// What a set of enterprises adds up to: counts by class, sums of figures, and indicators of the set as a whole.
import { NO_CLASS } from '#engine/classify/classify.ts';
import type { Totals } from '../contract/overview.ts';

/** A run as columns of one length; numbers that are absent are NaN. */
export type RunColumns = {
  readonly rows: number;
  readonly enterpriseId: readonly string[];
  readonly parkId: readonly string[];
  /** Two digits of GB/T 4754; '' where there are none. */
  readonly division: readonly string[];
  /** above_scale, below_scale, or ''. */
  readonly scale: readonly string[];
  readonly classes: readonly string[];
  /** How many of `classes` are in the order; those after it are not evaluated. */
  readonly ordered: number;
  readonly final: Uint8Array;
  readonly score: Float64Array;
  readonly inputs: readonly { readonly name: string; readonly values: Float64Array }[];
  readonly indicators: readonly {
    readonly name: string;
    readonly values: Float64Array;
    /** Parts of the quotient; undefined where the formula is none. */
    readonly quotient: { readonly above: Float64Array; readonly below: Float64Array } | undefined;
  }[];
};

export function totalsOf(columns: RunColumns, rows: ArrayLike<number>): Totals {
  const scores = picked(columns.score, rows).toSorted();
  const counts = countClasses(columns, rows);
  return {
    enterprises: rows.length,
    evaluated: counts.slice(0, columns.ordered).reduce((sum, count) => sum + count, 0),
    classes: columns.classes.map((name, i) => ({ class: name, count: counts[i] ?? 0 })),
    score_mean: scores.length === 0 ? null : sumOf(scores) / scores.length,
    score_median: medianOfSorted(scores),
    inputs: Object.fromEntries(
      columns.inputs.map(({ name, values }) => {
        const known = picked(values, rows);
        return [name, known.length === 0 ? null : sumOf(known)];
      }),
    ),
    indicators: Object.fromEntries(
      columns.indicators.map(({ name, quotient, values }) => [
        name,
        quotient === undefined ? null : ratioOf(quotient, values, rows),
      ]),
    ),
  };
}

function countClasses({ classes, final }: RunColumns, rows: ArrayLike<number>): number[] {
  const counts = classes.map(() => 0);
  for (let at = 0; at < rows.length; at++) {
    const position = final[rows[at] as number] ?? NO_CLASS;
    if (position < counts.length) counts[position] = (counts[position] as number) + 1;
  }
  return counts;
}

/** Values that are there. */
export function picked(values: Float64Array, rows: ArrayLike<number>): Float64Array {
  const known = new Float64Array(rows.length);
  let count = 0;
  for (let at = 0; at < rows.length; at++) {
    const value = values[rows[at] as number] ?? Number.NaN;
    if (!Number.isNaN(value)) known[count++] = value;
  }
  return known.subarray(0, count);
}

export function medianOfSorted(sorted: Float64Array): number | null {
  const middle = sorted.length >> 1;
  const upper = sorted[middle];
  if (upper === undefined) return null;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] as number) + upper) / 2;
}

function sumOf(values: Float64Array): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum;
}

/** As the engine's weighted mean: enterprises without the ratio are in neither sum. */
function ratioOf(
  { above, below }: { readonly above: Float64Array; readonly below: Float64Array },
  ratio: Float64Array,
  rows: ArrayLike<number>,
): number | null {
  let over = 0;
  let under = 0;
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] as number;
    const [a, b] = [above[row] as number, below[row] as number];
    if (Number.isNaN(a + b + (ratio[row] as number))) continue;
    over += a;
    under += b;
  }
  const whole = over / under;
  return Number.isFinite(whole) ? whole : null;
}

/** Rows by the text they have in a column, in the order in which the texts first appear. */
export function groupRows(texts: readonly string[], rows: ArrayLike<number>): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] as number;
    const text = texts[row] ?? '';
    const group = groups.get(text);
    if (group === undefined) groups.set(text, [row]);
    else group.push(row);
  }
  return groups;
}
