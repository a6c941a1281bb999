// Whether a run in the store still is what its parts give: the bytes of its result, its hashes, and every row.
import { AppError } from '#core/app-error.ts';
import { recordEvent } from '#capabilities/audit/service/record.ts';
import { type Caller, type Ctx, transact } from '#platform/ctx.ts';
import { countRunRows, type RunRecord, selectChangedRow, selectResultBytes } from '../store/runs.ts';
import type { Computing } from '../worker/compute-on-thread.ts';
import { computeRun, getRun, partsOf } from './runs.ts';

export type RunFault = 'not_computable' | 'hash' | 'result' | 'row';

type Fault = { readonly fault: RunFault; readonly position: number | null };

/** The first fault, with the place in the order of the row where it is one. */
export async function verifyRun(
  caller: Caller,
  id: string,
): Promise<{ ok: boolean; fault: RunFault | null; position: number | null }> {
  const { evaluation_id } = await transact(caller, (ctx) => getRun(ctx, id));
  const read = async (ctx: Ctx) => {
    const record = await getRun(ctx, id);
    return { record, parts: await partsOf(ctx, record.dataset_id, record, record.overrides) };
  };
  const found = await computeRun(caller, evaluation_id, read, async (ctx, { record }, computing) => {
    if (computing === undefined) throw new AppError('dataset_not_found');
    return findFault(ctx, record, computing);
  }).catch((error: unknown): Fault => {
    if (error instanceof AppError && error.code === 'run_failed')
      return { fault: 'not_computable', position: null };
    throw error;
  });
  await transact(caller, (ctx) =>
    recordEvent(ctx, {
      action: 'verify_run',
      object: ['run', id],
      details: { fault: found?.fault ?? '' },
    }),
  );
  return { ok: found === undefined, fault: found?.fault ?? null, position: found?.position ?? null };
}

/** Rows are compared where they lie, piece by piece as they are computed; the hashes come last. */
async function findFault(
  ctx: Ctx,
  record: RunRecord,
  { pieces, proof }: Computing,
): Promise<Fault | undefined> {
  let changed: number | undefined;
  for await (const piece of pieces) changed ??= await selectChangedRow(ctx, record.run_id, piece);
  const { identity, result, summary } = await proof();
  if (identity.result !== record.result_hash || identity.scheme.hash !== record.scheme_hash)
    return { fault: 'hash', position: null };
  const stored = await selectResultBytes(ctx, record.run_id);
  if (stored === undefined || !stored.equals(result)) return { fault: 'result', position: null };
  const isLonger = (await countRunRows(ctx, record.run_id)) > summary.rows;
  const position = changed ?? (isLonger ? summary.rows + 1 : undefined);
  return position === undefined ? undefined : { fault: 'row', position };
}
