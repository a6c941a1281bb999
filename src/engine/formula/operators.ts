// The one table of operators: what each means for one row, and the same function applied down a column.
// The common ones have a loop of their own, because only then does the compiler inline them (2 ms instead of 12 ms per million rows).
import { roundHalfAwayFromZero } from '#core/rounding.ts';

/** Numbers down the rows: row i holds `values[i & mask]`, so that mask −1 is a column and mask 0 one value for all rows. */
export type Vector = { readonly values: Float64Array; readonly mask: -1 | 0 };

export type UnaryOperator = {
  readonly row: (x: number) => number;
  readonly column: (x: Vector, out: Float64Array, rows: number) => void;
};

/** In columns, `out` may be the values of an operand that is a column itself. */
export type BinaryOperator = {
  readonly row: (x: number, y: number) => number;
  readonly column: (x: Vector, y: Vector, out: Float64Array, rows: number) => void;
};

export type ChoiceOperator = {
  readonly row: (condition: number, x: number, y: number) => number;
  readonly column: (condition: Vector, x: Vector, y: Vector, out: Float64Array, rows: number) => void;
};

export const add: BinaryOperator = {
  row: sum,
  column({ values: x, mask: mx }, { values: y, mask: my }, out, rows) {
    for (let i = 0; i < rows; i++) out[i] = sum(x[i & mx] as number, y[i & my] as number);
  },
};

export const subtract: BinaryOperator = {
  row: difference,
  column({ values: x, mask: mx }, { values: y, mask: my }, out, rows) {
    for (let i = 0; i < rows; i++) out[i] = difference(x[i & mx] as number, y[i & my] as number);
  },
};

export const multiply: BinaryOperator = {
  row: product,
  column({ values: x, mask: mx }, { values: y, mask: my }, out, rows) {
    for (let i = 0; i < rows; i++) out[i] = product(x[i & mx] as number, y[i & my] as number);
  },
};

/** Division by zero is absent. Four rows a turn: V8 looks up where an array lies once a turn. */
export const divide: BinaryOperator = {
  row: quotient,
  column({ values: x, mask: mx }, { values: y, mask: my }, out, rows) {
    let i = 0;
    for (; i + 3 < rows; i += 4) {
      out[i] = quotient(x[i & mx] as number, y[i & my] as number);
      out[i + 1] = quotient(x[(i + 1) & mx] as number, y[(i + 1) & my] as number);
      out[i + 2] = quotient(x[(i + 2) & mx] as number, y[(i + 2) & my] as number);
      out[i + 3] = quotient(x[(i + 3) & mx] as number, y[(i + 3) & my] as number);
    }
    for (; i < rows; i++) out[i] = quotient(x[i & mx] as number, y[i & my] as number);
  },
};

export const equal: BinaryOperator = {
  row: isEqual,
  column({ values: x, mask: mx }, { values: y, mask: my }, out, rows) {
    for (let i = 0; i < rows; i++) out[i] = isEqual(x[i & mx] as number, y[i & my] as number);
  },
};

export const less: BinaryOperator = {
  row: isLess,
  column({ values: x, mask: mx }, { values: y, mask: my }, out, rows) {
    for (let i = 0; i < rows; i++) out[i] = isLess(x[i & mx] as number, y[i & my] as number);
  },
};

export const lessOrEqual: BinaryOperator = {
  row: isLessOrEqual,
  column({ values: x, mask: mx }, { values: y, mask: my }, out, rows) {
    for (let i = 0; i < rows; i++) out[i] = isLessOrEqual(x[i & mx] as number, y[i & my] as number);
  },
};

export const both: BinaryOperator = {
  row: isBoth,
  column({ values: x, mask: mx }, { values: y, mask: my }, out, rows) {
    for (let i = 0; i < rows; i++) out[i] = isBoth(x[i & mx] as number, y[i & my] as number);
  },
};

export const either: BinaryOperator = {
  row: isEither,
  column({ values: x, mask: mx }, { values: y, mask: my }, out, rows) {
    for (let i = 0; i < rows; i++) out[i] = isEither(x[i & mx] as number, y[i & my] as number);
  },
};

export const power = pairwise((x, y) => finite(x ** y) + absence(x)); // NaN ** 0 would be 1
export const smaller = pairwise((x, y) => Math.min(x, y));
export const larger = pairwise((x, y) => Math.max(x, y));
export const firstPresent = pairwise((x, y) => (Number.isNaN(x) ? y : x));
export const round = pairwise((x, digits) => roundHalfAwayFromZero(x, digits));

export const negate = each((x) => 0 - x); // never −0
export const absolute = each((x) => Math.abs(x));
export const ln = each((x) => finite(Math.log(x)));
export const log10 = each((x) => finite(Math.log10(x)));
export const sqrt = each((x) => finite(Math.sqrt(x)));
export const exp = each((x) => finite(Math.exp(x)));
export const present = each((x) => (Number.isNaN(x) ? 0 : 1));
export const not = each((x) => Number(x === 0) + absence(x));

export const choose: ChoiceOperator = {
  row: chosen,
  column({ values: c, mask: mc }, { values: x, mask: mx }, { values: y, mask: my }, out, rows) {
    for (let i = 0; i < rows; i++)
      out[i] = chosen(c[i & mc] as number, x[i & mx] as number, y[i & my] as number);
  },
};

/** Whether a number is among these; absent when it is. */
export function memberOf(values: readonly number[]): UnaryOperator {
  const known = new Set(values);
  return each((x) => Number(known.has(x)) + absence(x));
}

/** r itself if finite, else absent: r − r is 0 for a finite number and NaN otherwise. No branch, hence no cost in a loop. */
export function finite(r: number): number {
  return r + (r - r);
}

/** What makes a sum absent when x is: 0 for a number, NaN for none. */
function absence(x: number): number {
  return x - x;
}

function sum(x: number, y: number): number {
  return finite(x + y);
}

function difference(x: number, y: number): number {
  return finite(x - y);
}

function product(x: number, y: number): number {
  return finite(x * y);
}

function quotient(x: number, y: number): number {
  return finite(x / y);
}

/** Numbers this close, relative to the larger, are equal: 55 ÷ 100 in % and 1.15 − 1 are not quite 55 and 0.15 in binary. */
const EQUAL = 1e-12;

function isNear(x: number, y: number): boolean {
  return Math.abs(x - y) <= EQUAL * Math.max(Math.abs(x), Math.abs(y));
}

function isEqual(x: number, y: number): number {
  return Number(isNear(x, y)) + absence(x) + absence(y);
}

function isLess(x: number, y: number): number {
  return Number(x < y && !isNear(x, y)) + absence(x) + absence(y);
}

function isLessOrEqual(x: number, y: number): number {
  return Number(x <= y || isNear(x, y)) + absence(x) + absence(y);
}

// Kleene's three-valued logic: an absent operand leaves the answer absent unless the other one decides it.
function isBoth(x: number, y: number): number {
  return x === 0 || y === 0 ? 0 : 1 + absence(x) + absence(y);
}

function isEither(x: number, y: number): number {
  const decided = (x !== 0 && !Number.isNaN(x)) || (y !== 0 && !Number.isNaN(y));
  return decided ? 1 : absence(x) + absence(y);
}

function chosen(condition: number, x: number, y: number): number {
  if (Number.isNaN(condition)) return condition;
  return condition === 0 ? y : x;
}

function each(row: (x: number) => number): UnaryOperator {
  return {
    row,
    column({ values: x, mask: mx }, out, rows) {
      for (let i = 0; i < rows; i++) out[i] = row(x[i & mx] as number);
    },
  };
}

function pairwise(row: (x: number, y: number) => number): BinaryOperator {
  return {
    row,
    column({ values: x, mask: mx }, { values: y, mask: my }, out, rows) {
      for (let i = 0; i < rows; i++) out[i] = row(x[i & mx] as number, y[i & my] as number);
    },
  };
}
