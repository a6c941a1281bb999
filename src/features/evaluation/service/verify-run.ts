// Whether a run in the store still is what its parts give: the bytes of its result, its hashes, and every row.
import { recompute } from '#engine/proof/recompute.ts';
import { recordEvent } from '#capabilities/audit/service/record.ts';
import type { Ctx } from '#platform/ctx.ts';
import { selectResultBytes, selectRunRows } from '../store/runs.ts';
import { compute } from '../worker/compute.ts';
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
  const { identity, result, rows } = reply.computed;
  if (identity.result !== record.result_hash || identity.scheme.hash !== record.scheme_hash)
    return { fault: 'hash', position: null };
  const stored = await selectResultBytes(ctx, id);
  if (stored === undefined || !stored.equals(result)) return { fault: 'result', position: null };
  const expectedRows = rows.flatMap((piece) => JSON.parse(piece) as Record<string, unknown>[]);
  let position = 0;
  for (;;) {
    const page = await selectRunRows(ctx, id, { limit: ROWS_AT_ONCE, after: position });
    const shown = page.slice(0, ROWS_AT_ONCE);
    for (const row of shown) {
      const expected = expectedRows[position] ?? {};
      position += 1;
      const same =
        row.position === position &&
        row.credit_code === expected['c'] &&
        row.score === expected['s'] &&
        row.class === expected['a'] &&
        row.final_class === expected['f'] &&
        row.rank === expected['r'] &&
        row.enterprise_id === expected['e'];
      if (!same) return { fault: 'row', position };
    }
    if (page.length <= ROWS_AT_ONCE) break;
  }
  return position === expectedRows.length ? undefined : { fault: 'row', position: position + 1 };
}
