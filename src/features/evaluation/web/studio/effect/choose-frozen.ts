// On which evaluation a scheme is tried: one whose figures are frozen, preferably one that uses this scheme.
type Candidate = {
  readonly evaluation_id: string;
  readonly period_id: string;
  readonly scheme_id: string;
  readonly dataset_id: string | null;
};

/** Latest years first. */
export function candidatesOf<One extends Candidate>(evaluations: readonly One[]): One[] {
  return evaluations
    .filter(({ dataset_id }) => dataset_id !== null)
    .sort((a, b) =>
      a.period_id === b.period_id ? order(b.evaluation_id, a.evaluation_id) : order(b.period_id, a.period_id),
    );
}

export function chooseFrozen<One extends Candidate>(
  candidates: readonly One[],
  wanted: string | undefined,
  schemeId: string,
): One | undefined {
  return (
    candidates.find(({ evaluation_id }) => evaluation_id === wanted) ??
    candidates.find(({ scheme_id }) => scheme_id === schemeId) ??
    candidates[0]
  );
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
