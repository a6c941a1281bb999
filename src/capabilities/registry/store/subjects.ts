// SQL that reads a zone's enterprises as subjects of an evaluation.
import { sql } from 'kysely';
import type { Ctx } from '#platform/ctx.ts';
import type { Subject } from '../model/subject.ts';

/** One query for any number of enterprises. */
export async function selectSubjects(ctx: Ctx, period: string): Promise<Subject[]> {
  const { rows } = await sql<Subject>`
    select e.enterprise_id, e.credit_code, e.name, e.park_id, p.name as park_name, e.industry_code, e.scale,
           l.area_mu as land_area_mu
    from enterprise e
    left join park p on p.zone_id = e.zone_id and p.park_id = e.park_id
    left join land_area l on l.zone_id = e.zone_id and l.period_id = ${period} and l.enterprise_id = e.enterprise_id
    where e.zone_id = ${ctx.zone} and e.status in ('active', 'suspended')
      and coalesce(l.treatment, 'separate') = 'separate'
    order by e.enterprise_id`.execute(ctx.trx);
  return rows;
}

/** Enterprises that may be evaluated, whatever land they use. */
export async function selectSubjectIds(ctx: Ctx): Promise<string[]> {
  const { rows } = await sql<{ enterprise_id: string }>`
    select enterprise_id from enterprise
    where zone_id = ${ctx.zone} and status in ('active', 'suspended')`.execute(ctx.trx);
  return rows.map((row) => row.enterprise_id);
}
