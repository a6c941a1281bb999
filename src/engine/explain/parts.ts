// How a group's score divides among its children so that the parts add up exactly.
import type { GroupPlan } from '../scheme/plan.ts';

/**
 * For each child the factor that turns its value into its part of the group's score.
 * Sums and all power means are homogeneous of degree one in the children's values, so by Euler's theorem
 * f(x) = Σ xᵢ · ∂f/∂xᵢ: the factor is the partial derivative. A value of zero adds nothing, whatever its derivative. Copeland compares and has no such parts: undefined.
 */
export function partFactors(
  group: GroupPlan,
  values: readonly number[],
  weights: Float64Array,
  score: number,
): readonly number[] | undefined {
  const present = values.map((value) => !Number.isNaN(value));
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const counted = weights.reduce((sum, weight, i) => (present[i] ? sum + weight : sum), 0);
  const each = (factor: (value: number, share: number, i: number) => number): number[] =>
    values.map((value, i) => (present[i] ? factor(value, (weights[i] as number) / counted, i) : 0));
  switch (group.aggregate.kind) {
    case 'sum':
      return each((_, share, i) => (share * all) / (group.children[i]?.scale ?? 1));
    case 'arithmetic':
      return each((_, share) => share);
    case 'geometric':
      return each((value, share) => (value === 0 ? 0 : (share * score) / value));
    case 'harmonic':
      return each((value, share) => (value === 0 ? 0 : share * (score / value) ** 2));
    case 'power': {
      const { power } = group.aggregate;
      return each((value, share) => (value === 0 ? 0 : share * (score / value) ** (1 - power)));
    }
    case 'copeland':
      return undefined;
  }
}
