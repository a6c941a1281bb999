// Work every zone does once a day: the first look after its hour asks for it, whichever process looks.
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { beijingDay } from '#core/calendar/working-days.ts';
import { uuidV7 } from '#core/ids.ts';
import type { Actor, Services } from '../ctx.ts';
import { isUniqueViolation } from '../db/violations.ts';
import type { JobKind } from './job-kind.ts';
import type { Requester } from './job-table.ts';

/** Nobody asked: the product itself acts. */
const PRODUCT: Actor = {
  userId: 'system',
  name: '系统',
  role: 'system',
  via: 'job',
  parkIds: [],
  enterpriseIds: [],
};

const BEIJING_HOURS = 8;
const HOUR_MS = 3_600_000;

/** Returns the number of jobs that were asked for now. A day is a day in Beijing. */
export async function askForDaily(services: Services, kinds: Iterable<JobKind>): Promise<number> {
  const now = services.now();
  const day = beijingDay(now);
  const midnight = Date.parse(`${day}T00:00:00Z`) - BEIJING_HOURS * HOUR_MS;
  const due = [...kinds].flatMap(({ kind, daily }) => {
    if (daily === undefined) return [];
    const at = midnight + daily * HOUR_MS;
    return at <= now.getTime() ? [{ kind, at }] : [];
  });
  if (due.length === 0) return 0;
  const zones = await zonesOf(services);
  const wanted = due.flatMap(({ kind, at }) =>
    zones.map((zone) => ({ zone, kind, job_id: idOf(`${zone} ${kind} ${day}`, at) })),
  );
  return insertNew(services, wanted, now);
}

async function zonesOf({ database }: Services): Promise<string[]> {
  const { rows } = await sql<{ zone_id: string }>`
    select zone_id from zone where zone_id <> 'system' order by zone_id`.execute(database.kysely);
  return rows.map((row) => row.zone_id);
}

/** The same for the same day, so that the key of the table holds what two processes may both want. In order of time. */
function idOf(name: string, at: number): string {
  return uuidV7(at, createHash('sha256').update(name).digest().subarray(0, 10));
}

type Wanted = { readonly zone: string; readonly kind: string; readonly job_id: string };

async function insertNew(services: Services, wanted: readonly Wanted[], now: Date): Promise<number> {
  const requester: Requester = { actor: PRODUCT, requestId: services.newId(), address: '' };
  try {
    const { numAffectedRows } = await sql`
      insert into job (zone_id, job_id, kind, input, requested_by, requested_at)
      select w.zone, w.job_id, w.kind, '{}', ${JSON.stringify(requester)}::jsonb, ${now}
      from jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) as w(zone text, job_id uuid, kind text)
      where not exists (select 1 from job j where j.zone_id = w.zone and j.job_id = w.job_id)`.execute(
      services.database.kysely,
    );
    return Number(numAffectedRows ?? 0);
  } catch (error) {
    // Another process asked for them at the same moment.
    if (isUniqueViolation(error)) return 0;
    throw error;
  }
}
