// Builds the demonstration zone through the same use cases that people use, so that it is what they would have made.
import { createZone } from '#capabilities/registry/service/zones.ts';
import type { Services } from '#platform/ctx.ts';
import { makeItems } from './build/items.ts';
import { type Ids, makeEnterprises, makeLand } from './build/land.ts';
import { makeOffices, makeParks } from './build/places.ts';
import { enterFigures, makePeriod } from './build/years.ts';
import { castOf, FOUNDER } from './cast.ts';
import { createAccounts } from './demo-accounts.ts';
import { DEMO_ZONE, openStage } from './stage.ts';
import { finishedYear } from './story/past-year.ts';
import { PROTAGONIST } from './world/enterprises.ts';
import { DEMO_YEARS } from './world/figures.ts';
import { demoWorld } from './world/world.ts';

export type DemoStep = (zh: string) => void;

/** Closed years without an evaluation come first, then evaluated ones, then the year that is under way. */
const EVALUATED = [2022, 2023, 2024];
const RUNNING = 2025;

/** Throws `zone_exists` when it is there already. */
export async function buildDemo(services: Services, tell: DemoStep): Promise<void> {
  const today = services.now();
  const stage = openStage(services, today);
  const world = demoWorld();
  await createZone(services.database, {
    zone: DEMO_ZONE,
    name: '云亩高新技术产业开发区（演示数据，均为虚构）',
    synthetic: true,
  });
  tell('登记园区、企业、宗地');
  const offices = await stage.as(FOUNDER, makeOffices);
  const parks = await stage.as(FOUNDER, (ctx) => makeParks(ctx, world));
  const ids: Ids = { parks, enterprises: world.enterprises.map(() => services.newId()) };
  await stage.as(FOUNDER, (ctx) => makeEnterprises(ctx, world, ids));
  await stage.as(FOUNDER, (ctx) => makeLand(ctx, world, ids));
  tell('账号');
  const enterprise = ids.enterprises[PROTAGONIST] ?? '';
  const cast = castOf(
    await createAccounts(services, { zone: DEMO_ZONE, offices, parks, enterprise }),
    offices,
  );
  tell('数据项与历年数据');
  await stage.as(FOUNDER, (ctx) => makeItems(ctx, offices));
  for (const year of DEMO_YEARS) await stage.as(FOUNDER, (ctx) => makePeriod(ctx, year));
  const firms = world.enterprises.map((one) => ({ one, id: ids.enterprises[one.n] ?? '' }));
  for (const year of DEMO_YEARS.filter((each) => each !== RUNNING))
    await stage.as(FOUNDER, (ctx) => enterFigures(ctx, year, firms, 'all'));
  for (const year of EVALUATED) {
    tell(`${year}年度评价`);
    await finishedYear(stage, cast, year);
  }
}
