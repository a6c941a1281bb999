// Where one can do something about a condition that is not met.
import type { Need } from '#features/evaluation/model/lifecycle.ts';

/** Below `/z/$zone`; undefined where only time or another person helps. */
export function placeOf(need: Need): string | undefined {
  switch (need) {
    case 'scheme_approved':
      return '/schemes';
    case 'no_open_errors':
      return '/findings';
    case 'no_open_adjustments':
      return '/adjustments';
    case 'no_open_appeals':
    case 'accepted_appeals':
    case 'no_accepted_appeals':
      return '/appeals';
    case 'dataset':
    case 'run':
    case 'another_person':
    case 'notice_ended':
    case 'reason':
      return undefined;
  }
}
