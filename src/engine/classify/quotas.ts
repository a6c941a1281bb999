// Quotas: how many of a pool's subjects each class takes.
import type { QuotaPlan } from '../scheme/plan.ts';

/** Shares are counted in billionths, so that quotas come out exact. */
export const BILLION = 1_000_000_000;

/**
 * The last pool rank of each class, best class first. `base` subjects share the places; `taken[c]` places of class c
 * are already given to subjects that are not ranked. Cumulative shares are rounded, not each share, so that
 * the places always add up to the base (巢湖 2021: 120 under 20/45/30/5 gives 24/54/36/6).
 */
export function lastRanks(
  quotas: QuotaPlan,
  base: number,
  taken: readonly number[],
  rounding: 'half_up' | 'down' | 'up',
): number[] {
  let given = 0;
  return quotas.cumulative.map((share, i) => {
    given += taken[i] ?? 0;
    return Math.max(0, roundShare(share * base, rounding) - given);
  });
}

/** The class of a rank: the first whose last rank reaches it; the last class takes the rest. */
export function classAtRank(last: readonly number[], rank: number): number {
  let position = 0;
  while (position < last.length - 1 && rank > (last[position] as number)) position++;
  return position;
}

/** `billionths` is a whole number below 2^53 for up to nine million subjects, so the division is the only rounding. */
function roundShare(billionths: number, rounding: 'half_up' | 'down' | 'up'): number {
  const whole = Math.floor(billionths / BILLION);
  const rest = billionths - whole * BILLION;
  if (rounding === 'down') return whole;
  if (rounding === 'up') return rest > 0 ? whole + 1 : whole;
  return rest * 2 >= BILLION ? whole + 1 : whole;
}
