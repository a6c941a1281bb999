// The enterprises of a zone as subjects of an evaluation, with what the registry knows that schemes ask for.
import type { Ctx } from '#platform/ctx.ts';
import type { Subject } from '../model/subject.ts';
import { type MergedTenant, selectMergedTenants } from '../store/land-areas.ts';
import { selectSubjects } from '../store/subjects.ts';

/**
 * In the order of their ids. Merged, closed and departed enterprises are no subjects, nor are tenants that are merged into
 * their landlords, follow them or are left out.
 */
export function listSubjects(ctx: Ctx, period: string): Promise<Subject[]> {
  return selectSubjects(ctx, period);
}

/** Tenants that are a part of another subject, in the order of their ids. */
export function listMergedTenants(ctx: Ctx, period: string): Promise<readonly MergedTenant[]> {
  return selectMergedTenants(ctx, period);
}
