// The enterprises within an actor's reach by code and by name: how rows of a file find theirs.
import type { Ctx } from '#platform/ctx.ts';
import { normalisedName } from '../model/enterprise-name.ts';
import { selectIdsByCode, selectNames } from '../store/enterprises.ts';
import { selectKeptByCode } from '../store/merges.ts';

type Named = { readonly credit_code: string; readonly name: string };

export async function namedEnterprises(ctx: Ctx): Promise<readonly Named[]> {
  return selectNames(ctx);
}

/** Ids by credit code, of the codes that are known; the code of a merged record finds the one it is part of. A file asks for its rows piece by piece, whatever the register's size. */
export async function knownByCode(ctx: Ctx, codes: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = codes.length === 0 ? [] : await selectIdsByCode(ctx, codes);
  const known = new Map(rows.map((row) => [row.credit_code, row.enterprise_id]));
  const unknown = codes.filter((code) => !known.has(code));
  if (unknown.length === 0) return known;
  for (const row of await selectKeptByCode(ctx, unknown)) known.set(row.credit_code, row.enterprise_id);
  return known;
}

export type KnownByName = (name: string) => string | undefined;

/** By name, however it is spelled; a name that two share finds neither. */
export async function knownByName(ctx: Ctx): Promise<KnownByName> {
  const byName = new Map<string, string>();
  const shared = new Set<string>();
  for (const { name, enterprise_id: id } of await selectNames(ctx)) {
    const key = normalisedName(name);
    if (byName.has(key)) shared.add(key);
    byName.set(key, id);
  }
  for (const key of shared) byName.delete(key);
  return (name) => byName.get(normalisedName(name));
}
