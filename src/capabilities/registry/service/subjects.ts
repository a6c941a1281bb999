// The enterprises of a zone as subjects of an evaluation, with what the registry knows that schemes ask for.
import type { Ctx } from '#platform/ctx.ts';
import type { Subject } from '../model/subject.ts';
import { selectSubjects } from '../store/subjects.ts';

/** In the order of their ids. Merged, closed and departed enterprises are no subjects. */
export function listSubjects(ctx: Ctx, period: string): Promise<Subject[]> {
  return selectSubjects(ctx, period);
}
