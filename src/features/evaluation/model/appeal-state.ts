// Which appeals still wait for a decision that counts.
import type { Appeal } from '../contract/shapes.ts';

/** Proposed is not decided: the second signature may still send it back. */
export const isOpen = ({ state }: Pick<Appeal, 'state'>): boolean =>
  state === 'submitted' || state === 'proposed';
