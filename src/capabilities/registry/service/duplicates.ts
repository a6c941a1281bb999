// Use cases of duplicates: which enterprises look like one, and a person saying that they are not.
import { AppError } from '#core/app-error.ts';
import { recordEvent } from '#capabilities/audit/service/record.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { DuplicateGroup } from '../contract/duplicates.ts';
import { normalisedName } from '../model/enterprise-name.ts';
import { pairsOf } from '../model/pairs.ts';
import { deletePairs, type DistinctPair, insertPairs, selectPairs } from '../store/duplicates.ts';
import { type NameRow, selectNames } from '../store/enterprises.ts';

/** By name and by utility account, those that somebody has told apart among them. */
export async function listDuplicates(ctx: Ctx): Promise<{ items: DuplicateGroup[] }> {
  const rows = await selectNames(ctx);
  const told = new Map((await selectPairs(ctx)).map((pair) => [`${pair.one_id} ${pair.other_id}`, pair]));
  const byName = groupBy(rows, (row) => [normalisedName(row.name)]);
  const byAccount = groupBy(rows, ({ utility_accounts: accounts }) =>
    Object.entries(accounts).flatMap(([utility, numbers = []]) =>
      numbers.map((number) => `${utility} ${number}`),
    ),
  );
  const groups = (
    found: ReadonlyMap<string, NameRow[]>,
    reason: DuplicateGroup['reason'],
  ): DuplicateGroup[] =>
    [...found]
      .filter(([value, members]) => value !== '' && members.length > 1)
      .map(([value, members]) => ({
        reason,
        value,
        enterprises: members.map(({ enterprise_id, credit_code, name, status }) => ({
          enterprise_id,
          credit_code,
          name,
          status,
        })),
        distinct: toldApart(members, told),
      }));
  return { items: [...groups(byName, 'same_name'), ...groups(byAccount, 'same_account')] };
}

/** What was said last, where something was said of every two of them. */
function toldApart(
  members: readonly NameRow[],
  told: ReadonlyMap<string, DistinctPair>,
): DuplicateGroup['distinct'] {
  let last: DistinctPair | undefined;
  for (const [one, other] of pairsOf(members.map(({ enterprise_id }) => enterprise_id))) {
    const pair = told.get(`${one} ${other}`);
    if (pair === undefined) return null;
    if (last === undefined || pair.said_at > last.said_at) last = pair;
  }
  return last === undefined
    ? null
    : { reason: last.reason, said_by: last.said_by, said_at: last.said_at.toISOString() };
}

function groupBy(rows: readonly NameRow[], keysOf: (row: NameRow) => string[]): Map<string, NameRow[]> {
  const groups = new Map<string, NameRow[]>();
  for (const row of rows) {
    for (const key of new Set(keysOf(row))) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [row]);
      else group.push(row);
    }
  }
  return groups;
}

/** Returns how many pairs were told apart, or taken back. */
export async function judgeDuplicates(
  ctx: Ctx,
  input: { enterprise_ids: string[]; distinct: boolean; reason: string },
): Promise<{ pairs: number }> {
  const { enterprise_ids: ids, distinct, reason } = input;
  const known = new Set((await selectNames(ctx)).map(({ enterprise_id }) => enterprise_id));
  if (ids.some((id) => !known.has(id))) throw new AppError('enterprise_not_found');
  const pairs = pairsOf(ids);
  const changed = distinct ? await insertPairs(ctx, pairs, reason) : await deletePairs(ctx, pairs);
  await recordEvent(ctx, {
    action: distinct ? 'tell_enterprises_apart' : 'suspect_enterprises_again',
    object: ['enterprise', ids[0] ?? ''],
    details: { enterprises: ids, reason },
  });
  return { pairs: changed };
}
