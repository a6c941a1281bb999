// SQL of the search, and of the initials it looks at.
import { sql } from 'kysely';
import type { Ctx } from '#platform/ctx.ts';
import type { EnterpriseHit } from '../contract/search.ts';

type Field = EnterpriseHit['matched'];

const HIT = sql`enterprise_id, credit_code, name, park_id, status`;

/** Sorts after every text that begins with the one before it. */
const LAST = '\u{10FFFF}';

/** From an index, in byte order, whatever the size of the zone. */
export async function selectBeginningWith(
  ctx: Ctx,
  field: Field,
  text: string,
  limit: number,
): Promise<EnterpriseHit[]> {
  const column = sql`${sql.ref(field)} collate "C"`;
  const { rows } = await sql<EnterpriseHit>`
    select ${HIT}, ${field} as matched from enterprise
    where zone_id = ${ctx.zone} and status <> 'merged' and ${column} >= ${text} and ${column} < ${text + LAST}
    order by ${column} limit ${limit}`.execute(ctx.trx);
  return rows;
}

/** Anywhere in it: every row of the zone is looked at. Case counts only where the text has none. */
export async function selectContaining(
  ctx: Ctx,
  field: 'name' | 'initials',
  text: string,
  limit: number,
): Promise<EnterpriseHit[]> {
  const lower = text.toLowerCase();
  const hasCase = field === 'name' && lower !== text.toUpperCase();
  // Lowering a name costs more than looking into it.
  const column = hasCase ? sql`lower(name)` : sql.ref(field);
  const { rows } = await sql<EnterpriseHit>`
    select ${HIT}, ${field} as matched from enterprise
    where zone_id = ${ctx.zone} and status <> 'merged' and position(${lower} in ${column}) > 0
    limit ${limit}`.execute(ctx.trx);
  return rows;
}

/** Names nobody has derived the initials of yet. */
export async function selectWithoutInitials(
  ctx: Ctx,
  limit: number,
): Promise<{ readonly enterprise_id: string; readonly name: string }[]> {
  const { rows } = await sql<{ enterprise_id: string; name: string }>`
    select enterprise_id, name from enterprise where zone_id = ${ctx.zone} and initials is null
    order by enterprise_id limit ${limit}`.execute(ctx.trx);
  return rows;
}

/** Where the name is still the one they were derived from. */
export async function saveInitials(
  ctx: Ctx,
  rows: readonly { readonly enterprise_id: string; readonly name: string; readonly initials: string }[],
): Promise<void> {
  await sql`
    update enterprise e set initials = r.initials
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(enterprise_id uuid, name text, initials text)
    where e.zone_id = ${ctx.zone} and e.enterprise_id = r.enterprise_id and e.name = r.name`.execute(ctx.trx);
}

export async function clearInitials(
  ctx: Ctx,
  rows: readonly { readonly enterprise_id: string }[],
): Promise<void> {
  const ids = rows.map((row) => row.enterprise_id);
  await sql`
    update enterprise set initials = null
    where zone_id = ${ctx.zone} and enterprise_id = any (${ids}::uuid[]) and initials is not null`.execute(
    ctx.trx,
  );
}
