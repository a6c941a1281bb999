// The enterprises within an actor's reach by code and by name: how rows of a file find theirs.
import type { Ctx } from '#platform/ctx.ts';
import { normalisedName } from '../model/enterprise-name.ts';
import { selectNames } from '../store/enterprises.ts';

export type KnownEnterprises = {
  readonly byCode: ReadonlyMap<string, string>;
  /** By normalised name; a name that two share finds neither. */
  readonly byName: ReadonlyMap<string, string>;
  readonly named: readonly { readonly credit_code: string; readonly name: string }[];
  readonly normalise: (name: string) => string;
};

export async function knownEnterprises(ctx: Ctx): Promise<KnownEnterprises> {
  const rows = await selectNames(ctx);
  const byName = new Map<string, string>();
  const shared = new Set<string>();
  for (const { name, enterprise_id: id } of rows) {
    const key = normalisedName(name);
    if (byName.has(key)) shared.add(key);
    byName.set(key, id);
  }
  for (const key of shared) byName.delete(key);
  const byCode = new Map(rows.map((row) => [row.credit_code, row.enterprise_id]));
  return { byCode, byName, named: rows, normalise: normalisedName };
}
