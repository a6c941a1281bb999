// The capsule of a run: everything to compute it again elsewhere, for those who may see all of its figures.
import { AppError } from '#core/app-error.ts';
import { type Capsule, type CapsuleAbout, makeCapsule } from '#engine/proof/capsule.ts';
import { recompute } from '#engine/proof/recompute.ts';
import type { Ctx } from '#platform/ctx.ts';
import { selectDatasetHead } from '../store/runs.ts';
import { requireAllInputs } from './fields.ts';
import { getRun, partsOf } from './runs.ts';

/** Throws `inputs_hidden` for whom an item hides its figures: a capsule without them would prove nothing. */
export async function capsuleOf(
  ctx: Ctx,
  id: string,
  about: Omit<CapsuleAbout, 'zone' | 'run'>,
): Promise<Capsule> {
  const record = await getRun(ctx, id);
  const head = await selectDatasetHead(ctx, record.dataset_id);
  await requireAllInputs(ctx, head?.columns ?? []);
  const parts = await partsOf(ctx, record.dataset_id, record, record.overrides);
  const { recomputed, diagnostics } = recompute(parts);
  if (recomputed === undefined) throw new AppError('run_failed', { count: diagnostics.length }, diagnostics);
  return makeCapsule(parts, recomputed, { ...about, zone: ctx.zone, run: id });
}
