// Use cases of merging: two records of one enterprise become one, and can become two again.
import { AppError } from '#core/app-error.ts';
import { recordEvent } from '#capabilities/audit/service/record.ts';
import {
  mergeFigures,
  type MovedFigures,
  unmergeFigures,
} from '#capabilities/collection/service/merge-figures.ts';
import { moveMembers, moveMembersBack } from '#capabilities/identity/service/merged-enterprises.ts';
import type { Ctx } from '#platform/ctx.ts';
import { isUniqueViolation } from '#platform/db/violations.ts';
import type { Enterprise } from '../contract/enterprises.ts';
import type { EnterpriseMerge } from '../contract/merges.ts';
import { markMerged, markUnmerged } from '../store/enterprises.ts';
import {
  insertMerge,
  lockEnterprises,
  lockMerge,
  markUndone,
  type MergeRow,
  moveLand,
  moveLandBack,
  selectMerges,
} from '../store/merges.ts';
import { getEnterprise } from './enterprises.ts';

/**
 * `merge_id` becomes part of `enterprise_id`: its land, the figures the other lacks, its open disputes and its accounts go
 * over; its record stays with a pointer. Published lists keep naming it as they did.
 */
export async function mergeEnterprises(
  ctx: Ctx,
  input: { enterprise_id: string; merge_id: string; reason: string },
): Promise<Enterprise> {
  const { enterprise_id: keep, merge_id: merge, reason } = input;
  if (keep === merge) throw new AppError('merge_with_itself');
  await lockEnterprises(ctx, [keep, merge]);
  const [kept, merged] = [await getEnterprise(ctx, keep), await getEnterprise(ctx, merge)];
  if (merged.merged_into === keep) return kept;
  if (merged.status === 'merged' || kept.status === 'merged') throw new AppError('merged_already_conflict');
  const { name, credit_code, status } = merged;
  const land = await moveLand(ctx, merge, keep);
  const why = `与${name}（${credit_code}）合并：${reason}`;
  const figures = await mergeFigures(ctx, { kept: keep, merged: merge, name, reason: why });
  const members = await moveMembers(ctx, merge, keep);
  await markMerged(ctx, merge, keep, reason);
  const id = ctx.services.newId();
  const moved = { ...land, ...figures, members };
  await insertMerge(ctx, { merge_id: id, kept_id: keep, merged_id: merge, status, reason, moved });
  await recordEvent(ctx, {
    action: 'merge_enterprises',
    object: ['enterprise', keep],
    details: {
      merge: id,
      merged: merge,
      credit_code,
      name,
      reason,
      ...land,
      ...told(figures),
      members: members.map(({ user_id }) => user_id),
    },
  });
  return getEnterprise(ctx, keep);
}

export async function listMerges(ctx: Ctx, enterpriseId: string): Promise<{ items: EnterpriseMerge[] }> {
  await getEnterprise(ctx, enterpriseId);
  return { items: (await selectMerges(ctx, enterpriseId)).map((row) => mergeOf(row, row.merged_name)) };
}

/** The latest first: a kept record that was merged itself since has nothing to give back. */
export async function undoMerge(
  ctx: Ctx,
  input: { merge_id: string; reason: string },
): Promise<{ merge: EnterpriseMerge; restored: number; left: number }> {
  const found = await lockMerge(ctx, input.merge_id);
  if (found === undefined) throw new AppError('merge_not_found');
  const { kept_id: keep, merged_id: merge, moved } = found;
  await lockEnterprises(ctx, [keep, merge]);
  const [kept, merged] = [await getEnterprise(ctx, keep), await getEnterprise(ctx, merge)];
  if (found.undone_at !== null || merged.merged_into !== keep) throw new AppError('merge_undone_conflict');
  if (kept.status === 'merged') throw new AppError('merged_already_conflict');
  try {
    await markUnmerged(ctx, merge, found.status, input.reason);
  } catch (error) {
    if (isUniqueViolation(error)) throw new AppError('credit_code_taken', { code: merged.credit_code });
    throw error;
  }
  const { members = [] } = moved;
  const wanted = moved.occupancies.length + moved.counterparts.length + moved.parcels.length + members.length;
  const land = await moveLandBack(ctx, keep, merge, moved);
  const why = `撤销与${merged.name}（${merged.credit_code}）的合并：${input.reason}`;
  const figures = await unmergeFigures(ctx, keep, moved, why);
  const accounts = await moveMembersBack(ctx, members, merge, keep);
  const counts = {
    restored: land + accounts + figures.restored,
    left: wanted - land - accounts + figures.left,
  };
  const undone = await markUndone(ctx, input.merge_id, input.reason);
  await recordEvent(ctx, {
    action: 'undo_merge',
    object: ['enterprise', keep],
    details: { merge: input.merge_id, merged: merge, reason: input.reason, ...counts },
  });
  return { merge: mergeOf(undone, merged.name), ...counts };
}

const told = ({ figures, conflicts, words }: MovedFigures) => ({
  figures,
  conflicts,
  confirmations: words.map(({ period_id, became }) => ({ period_id, became })),
});

function mergeOf(row: MergeRow, merged_name: string): EnterpriseMerge {
  const { merge_id, kept_id, merged_id, reason, merged_by, undone_reason, undone_by, moved } = row;
  return {
    merge_id,
    kept_id,
    merged_id,
    merged_name,
    reason,
    merged_by,
    undone_reason,
    undone_by,
    merged_at: row.merged_at.toISOString(),
    undone_at: row.undone_at?.toISOString() ?? null,
    occupancies: moved.occupancies.length,
    parcels: moved.parcels.length,
    members: moved.members?.length ?? 0,
    figures: moved.figures.map((carried) => ({ ...carried, figures: { ...carried.figures } })),
    conflicts: [...moved.conflicts],
    confirmations: told(moved).confirmations,
  };
}
