// Where each kind of waiting work is done.
import type { WaitingWork } from '#features/evaluation/contract/waiting.ts';

type Target = { readonly path: string; readonly search: Readonly<Record<string, string>> };

/** Below `/z/$zone`. One thing is opened itself; of several, their list. */
export function targetOf({ kind, period_id, evaluation_id, ids }: WaitingWork): Target {
  const search = {
    ...(period_id === null ? {} : { period: period_id }),
    ...(evaluation_id === null ? {} : { evaluation: evaluation_id }),
  };
  const only = ids.length === 1 ? ids[0] : undefined;
  const to = (path: string): Target => ({ path, search });
  switch (kind) {
    case 'office_task':
      return to('/collection');
    case 'staged_import':
      return to(only === undefined ? '/imports' : `/imports/${only}`);
    case 'open_finding':
      return to('/findings');
    case 'dispute':
    case 'confirmation_to_give':
      return to('/confirmations');
    case 'appeal_to_decide':
    case 'appeal_to_sign':
      return to(only === undefined ? '/appeals' : `/appeals/${only}`);
    case 'adjustment_to_decide':
      return to('/adjustments');
    case 'correction_to_sign':
      return to(only === undefined ? '/corrections' : `/corrections/${only}`);
    case 'scheme_to_decide':
      return to(only === undefined ? '/schemes' : `/schemes/${only}`);
    case 'step_to_take':
      return to(evaluation_id === null ? '/evaluations' : `/evaluations/${evaluation_id}`);
    case 'membership_to_grant':
      return to('/members');
  }
}

/** Late work first, then by day; work without a day last. */
export function byUrgency(a: WaitingWork, b: WaitingWork): number {
  if (a.due_on === b.due_on) return b.count - a.count;
  if (a.due_on === null || b.due_on === null) return a.due_on === null ? 1 : -1;
  return a.due_on < b.due_on ? -1 : 1;
}
