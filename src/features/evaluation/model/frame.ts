// Which enterprises are evaluated together.
import type { Subject } from '#capabilities/registry/model/subject.ts';
import type { Evaluation } from '../contract/shapes.ts';

export type Frame = Pick<Evaluation, 'scope' | 'land_from_mu' | 'land_below_mu'>;

/** Bounds are of the evaluated land area; who has none stated is within no bound. */
export function isWithin(
  { scope, land_from_mu: from, land_below_mu: below }: Frame,
  subject: Subject,
): boolean {
  if (scope !== 'all' && subject.scale !== scope) return false;
  const land = subject.land_area_mu ?? Number.NaN;
  return (from === null || land >= from) && (below === null || land < below);
}
