// Rows of a run within the caller's reach, for what is computed out of the whole run in memory.
import { reachOf } from '#core/roles.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { RunColumns } from '../model/totals.ts';
import { selectVisibleIds } from '../store/run-table.ts';

/** Row-level security decides; only for those who see the whole zone there is nothing to ask. */
export function seesWholeZone({ actor: { role } }: Ctx): boolean {
  return role === 'system' || (role !== 'public' && reachOf(role) === 'zone');
}

export async function visibleRows(
  ctx: Ctx,
  runId: string,
  { rows, enterpriseId }: Pick<RunColumns, 'rows' | 'enterpriseId'>,
): Promise<Uint32Array> {
  const all = Uint32Array.from({ length: rows }, (_, row) => row);
  if (seesWholeZone(ctx)) return all;
  const visible = new Set(await selectVisibleIds(ctx, runId));
  return all.filter((row) => visible.has(enterpriseId[row] ?? ''));
}
