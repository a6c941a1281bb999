// The evaluation that a reader most likely means when they did not say which.
type Candidate = {
  readonly evaluation_id: string;
  readonly scope: 'all' | 'above_scale' | 'below_scale';
  readonly run_id: string | null;
};

const BY_SCOPE = ['all', 'above_scale', 'below_scale'] as const;

/** The one asked for; else one with results, of the widest scope, the latest begun. Ids are in order of time. */
export function chooseEvaluation<One extends Candidate>(
  candidates: readonly One[],
  wanted: string | undefined,
): One | undefined {
  const asked = candidates.find(({ evaluation_id }) => evaluation_id === wanted);
  if (asked !== undefined) return asked;
  const worth = ({ run_id, scope }: One): number => (run_id === null ? 10 : 0) + BY_SCOPE.indexOf(scope);
  return [...candidates].sort((a, b) => {
    const difference = worth(a) - worth(b);
    if (difference !== 0) return difference;
    return a.evaluation_id < b.evaluation_id ? 1 : -1;
  })[0];
}
