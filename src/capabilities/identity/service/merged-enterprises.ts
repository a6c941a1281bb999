// Accounts of an enterprise whose record becomes part of another: they go on with that one, and come back when it is taken back.
import { recordEvent } from '#capabilities/audit/service/record.ts';
import type { Ctx } from '#platform/ctx.ts';
import { moveScope, moveScopeBack } from '../store.ts';

/** An account that went over with its enterprise, in the version it has since. */
export type MovedMember = {
  readonly user_id: string;
  readonly version: number;
  /** It had the kept enterprise as well. */
  readonly had_both: boolean;
};

/** Each account gets an entry of its own: its scope changes without the three hands, so it must be easy to find. */
export async function moveMembers(ctx: Ctx, merged: string, kept: string): Promise<MovedMember[]> {
  const moved = await moveScope(ctx, merged, kept);
  for (const { user_id } of moved)
    await recordEvent(ctx, {
      action: 'move_member',
      object: ['account', user_id],
      details: { from: merged, to: kept },
    });
  return moved;
}

/** Returns how many came back; those whose membership was changed since stay. */
export async function moveMembersBack(
  ctx: Ctx,
  moved: readonly MovedMember[],
  merged: string,
  kept: string,
): Promise<number> {
  let back = 0;
  for (const member of moved) {
    if (!(await moveScopeBack(ctx, member, merged, kept))) continue;
    back += 1;
    await recordEvent(ctx, {
      action: 'move_member',
      object: ['account', member.user_id],
      details: { from: kept, to: merged },
    });
  }
  return back;
}
