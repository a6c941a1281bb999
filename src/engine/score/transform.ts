// Transformations that pull in a long tail. Each writes into `out` (n; may be `x` itself) and leaves absent
// absent.
import { max, min, skewness } from './statistics.ts';

export type Transform = (x: Float64Array, out: Float64Array) => void;

/**
 * ln(x − min + 0.01 × (max − min)); a column of equal values becomes absent.
 * Source: JRC COIN Tool as modified in COINr 1.1.14 `log_CT`.
 */
export function logCoinTool(x: Float64Array, out: Float64Array): void {
  const low = min(x);
  const margin = 0.01 * (max(x) - low);
  const from = margin > 0 ? low - margin : Number.NaN;
  for (let i = 0; i < x.length; i++) out[i] = Math.log((x[i] as number) - from);
}

/**
 * As logCoinTool for a tail on the right; a tail on the left is mirrored before and after.
 * Source: COINr 1.1.14 `log_CT_plus`.
 */
export function logCoinToolPlus(x: Float64Array, out: Float64Array): void {
  if (!(skewness(x) < 0)) {
    logCoinTool(x, out);
    return;
  }
  for (let i = 0; i < x.length; i++) out[i] = -(x[i] as number);
  logCoinTool(out, out);
  for (let i = 0; i < x.length; i++) out[i] = -(out[i] as number);
}

/** ln(x − min + 1). Source: JRC COIN Tool; COINr 1.1.14 `log_CT_orig`. */
export function logCoinToolOriginal(x: Float64Array, out: Float64Array): void {
  const from = min(x) - 1;
  for (let i = 0; i < x.length; i++) out[i] = Math.log((x[i] as number) - from);
}

/**
 * Box–Cox on z = x − min + 1: (z^λ − 1) ÷ λ, or ln z for λ = 0; a result that is not finite is absent.
 * Source: Box & Cox 1964; COINr 1.1.14 `boxcox`.
 */
export function boxCox(lambda: number): Transform {
  if (lambda === 0) return logCoinToolOriginal;
  return (x, out) => {
    const from = min(x) - 1;
    for (let i = 0; i < x.length; i++) {
      const value = (Math.pow((x[i] as number) - from, lambda) - 1) / lambda;
      out[i] = Number.isFinite(value) ? value : Number.NaN;
    }
  };
}
