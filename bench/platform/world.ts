// A zone of 100,000 made-up enterprises with twenty items, for measuring.
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { uuidV7 } from '#core/ids.ts';
import { NewItem } from '#capabilities/collection/contract/items.ts';
import { createItem } from '#capabilities/collection/service/items.ts';
import { EnterpriseInput } from '#capabilities/registry/contract/enterprises.ts';
import { computeLandAreas } from '#capabilities/registry/service/land-areas.ts';
import { createPark, createPeriod } from '#capabilities/registry/service/places.ts';
import { createZone } from '#capabilities/registry/service/zones.ts';
import { insertEnterpriseRows } from '#capabilities/registry/store/enterprises.ts';
import { insertOccupancies } from '#capabilities/registry/store/land.ts';
import { type Actor, type Caller, type Ctx, type Services, transact } from '#platform/ctx.ts';
import type { Database } from '#platform/db/database.ts';
import { creditCode } from '#seed/credit-codes.ts';

const ZONE = 'bench';
export const PERIOD = '2025';

export const ITEMS = [
  'tax',
  'revenue',
  'value_added',
  'rd',
  'energy',
  'emission',
  'employees',
  ...Array.from({ length: 13 }, (_, i) => `extra_${i + 1}`),
];

function benchServices(database: Database): Services {
  return {
    database,
    now: () => new Date(),
    newId: () => uuidV7(Date.now(), randomBytes(10)),
    scratch: path.join(tmpdir(), `mujun-bench-${process.pid}`),
    wakeJobs: () => {},
  };
}

export function benchCaller(database: Database, userId = 'bench-1'): Caller {
  const actor: Actor = {
    userId,
    name: 'bench',
    role: 'evaluation_officer',
    via: 'job',
    parkIds: [],
    enterpriseIds: [],
  };
  return { zone: ZONE, actor, requestId: 'bench', address: '', services: benchServices(database) };
}

/** A figure that is the same each time for the same place, of a plausible size. */
export function figure(row: number, item: number): number {
  const mixed = Math.imul(row + 1, 2_654_435_761) ^ Math.imul(item + 7, 40_503);
  return ((mixed >>> 0) % 900_000) / 100 + 10;
}

export async function makeWorld(database: Database, enterprises: number): Promise<void> {
  const caller = benchCaller(database);
  const work = <T>(run: (ctx: Ctx) => Promise<T>) => transact(caller, run);
  await createZone(database, { zone: ZONE, name: '测速开发区（虚构）', synthetic: true });
  const ids = Array.from({ length: enterprises }, () => caller.services.newId());
  await work(async (ctx) => {
    await createPeriod(ctx, {
      period_id: PERIOD,
      name: PERIOD,
      kind: 'year',
      starts_on: '2025-01-01',
      ends_on: '2025-12-31',
    });
    const park = await createPark(ctx, { code: 'P1', name: '测速园', kind: 'science', area_mu: 1000 });
    const rows = ids.map((enterprise_id, i) => ({
      ...EnterpriseInput.parse({
        credit_code: creditCode(i + 1),
        name: `测速${['云', '亩', '启', '衡'][i % 4]}${i}机械有限公司`,
        park_id: park.park_id,
        industry_code: String(13 + (i % 30)),
        scale: i % 3 === 0 ? 'above_scale' : 'below_scale',
      }),
      enterprise_id,
    }));
    await insertEnterpriseRows(ctx, rows, 'bench');
    for (const [position, item_id] of ITEMS.entries())
      await createItem(
        ctx,
        NewItem.parse({ item_id, name: item_id, kind: 'number', position, rules: { min: 0 } }),
      );
  });
  const use = { parcel_id: null, counterpart_id: null, floor_area_m2: null, plot_ratio: null };
  const since = { under_construction_mu: 0, not_usable_mu: 0, starts_on: '2020-01-01', ends_on: null };
  await work(async (ctx) => {
    const occupancies = ids.map((enterprise_id, i) => ({
      ...use,
      ...since,
      occupancy_id: ctx.services.newId(),
      enterprise_id,
      kind: 'own' as const,
      land_area_mu: 5 + (i % 90),
    }));
    await insertOccupancies(ctx, occupancies);
    await computeLandAreas(ctx, PERIOD);
  });
  await database.pool.query('analyze');
}
