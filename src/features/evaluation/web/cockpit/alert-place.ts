// Where what an alert counts can be seen: the list behind its number.
import type { Alert, Overview } from '#features/evaluation/contract/overview.ts';

type Place = { readonly path: string; readonly search: Readonly<Record<string, string>> };
type Shown = Pick<Overview, 'period_id' | 'evaluation'>;

/** Below `/z/$zone`. */
export function placeOf({ kind, params, ids }: Alert, { period_id, evaluation }: Shown): Place {
  const period: Record<string, string> = period_id === null ? {} : { period: period_id };
  const results = evaluation === null ? period : { ...period, evaluation: evaluation.evaluation_id };
  switch (kind) {
    case 'park_more_d':
      return { path: '/results', search: { ...results, class: 'D', park: ids[0] ?? '' } };
    case 'long_in_d':
      // In D this year and last: that is two years or more.
      return { path: '/results', search: { ...results, class: 'D', last_class: 'D' } };
    case 'office_late':
      return { path: '/collection', search: period };
    case 'appeals_waiting':
      return { path: '/appeals', search: { ...period, evaluation: String(params['evaluation_id'] ?? '') } };
    case 'open_errors':
      return { path: '/findings', search: period };
    case 'disputes_waiting':
      return { path: '/confirmations', search: period };
  }
}
