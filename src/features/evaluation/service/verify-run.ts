// Whether a run in the store still is what its parts give: the bytes of its result, its hashes, and every row.
import { recompute } from '#engine/proof/recompute.ts';
import { recordEvent } from '#capabilities/audit/service/record.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { ResultRow } from '../contract/shapes.ts';
import { selectResultBytes, selectRunRows } from '../store/runs.ts';
import { compute } from '../worker/compute.ts';
import type { ResultRows } from '../worker/result-rows.ts';
import { getRun, partsOf } from './runs.ts';

export type RunFault = 'not_computable' | 'hash' | 'result' | 'row';

const ROWS_AT_ONCE = 5000;

/** The first fault, with the place in the order of the row where it is one. */
export async function verifyRun(
  ctx: Ctx,
  id: string,
): Promise<{ ok: boolean; fault: RunFault | null; position: number | null }> {
  const record = await getRun(ctx, id);
  const parts = await partsOf(ctx, record.dataset_id, record, record.overrides);
  const found = await findFault(ctx, id, parts, record);
  await recordEvent(ctx, {
    action: 'verify_run',
    object: ['run', id],
    details: { fault: found?.fault ?? '' },
  });
  return { ok: found === undefined, fault: found?.fault ?? null, position: found?.position ?? null };
}

type Fault = { readonly fault: RunFault; readonly position: number | null };

async function findFault(
  ctx: Ctx,
  id: string,
  parts: Parameters<typeof recompute>[0],
  record: { readonly result_hash: string; readonly scheme_hash: string },
): Promise<Fault | undefined> {
  const reply = compute(parts);
  if (!reply.ok) return { fault: 'not_computable', position: null };
  const { rows, prove } = reply.computed;
  const { identity, result } = prove();
  if (identity.result !== record.result_hash || identity.scheme.hash !== record.scheme_hash)
    return { fault: 'hash', position: null };
  const stored = await selectResultBytes(ctx, id);
  if (stored === undefined || !stored.equals(result)) return { fault: 'result', position: null };
  let position = 0;
  for (;;) {
    const page = await selectRunRows(ctx, id, { limit: ROWS_AT_ONCE, after: position });
    for (const row of page.slice(0, ROWS_AT_ONCE)) {
      const isAsComputed = position < rows.count && isRowAt(rows, position, row);
      position += 1;
      if (!isAsComputed) return { fault: 'row', position };
    }
    if (page.length <= ROWS_AT_ONCE) break;
  }
  return position === rows.count ? undefined : { fault: 'row', position: position + 1 };
}

function isRowAt(rows: ResultRows, at: number, row: ResultRow): boolean {
  return (
    row.position === at + 1 &&
    row.credit_code === rows.creditCode(at) &&
    row.score === rows.score(at) &&
    row.class === rows.computedClass(at) &&
    row.final_class === rows.finalClass(at) &&
    row.rank === rows.rank(at) &&
    row.enterprise_id === rows.enterpriseId(at)
  );
}
