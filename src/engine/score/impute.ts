// Filling in absent values with a number, or with a statistic of the rest.
import { perGroup, valueAt, type Groups, type PerGroup, type Statistic } from './per-group.ts';

/** Copies n values into `out` (n; may be `x` itself), each absent one replaced by its row's replacement. */
export function fillAbsent(x: Float64Array, replacement: PerGroup, out: Float64Array): void {
  for (let i = 0; i < x.length; i++) {
    const value = x[i] as number;
    out[i] = Number.isNaN(value) ? valueAt(replacement, i) : value;
  }
}

/**
 * Imputes absent values by a statistic (mean, median) of the present ones, of all rows or of the row's group.
 * A group with nothing present stays absent.
 * Source: OECD/JRC Handbook 2008, step 3 (single imputation); COINr 1.1.14 `i_mean`, `i_median`,
 * `i_mean_grp`, `i_median_grp`.
 */
export function impute(x: Float64Array, statistic: Statistic, out: Float64Array, groups?: Groups): void {
  fillAbsent(x, perGroup(x, statistic, groups), out);
}
