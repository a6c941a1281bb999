// Builds the demonstration zone through the same use cases that people use, so that it is what they would have made.
import { createZone } from '#capabilities/registry/service/zones.ts';
import type { Services } from '#platform/ctx.ts';
import { makeItems } from './build/items.ts';
import { type Ids, makeEnterprises, makeLand } from './build/land.ts';
import { makeOffices, makeParks } from './build/places.ts';
import { enterFigures, makePeriod } from './build/years.ts';
import { castOf, FOUNDER } from './cast.ts';
import { createAccounts } from './demo-accounts.ts';
import { daysBefore, DEMO_ZONE, openStage } from './stage.ts';
import { finishedYear } from './story/past-year.ts';
import { runningYear } from './story/running-year.ts';
import { PROTAGONIST } from './world/enterprises.ts';
import { demoWorld } from './world/world.ts';

export type DemoStep = (zh: string) => void;

/** Closed without an evaluation, evaluated, and under way. */
const FIRST = 2021;
const EVALUATED = [2022, 2023, 2024];
const RUNNING = 2025;

/** Throws `zone_exists` when it is there already. */
export async function buildDemo(services: Services, tell: DemoStep): Promise<void> {
  const today = services.now();
  const stage = openStage(services, new Date('2022-01-10T02:00:00Z'));
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
  const firms = world.enterprises.map((one) => ({ one, id: ids.enterprises[one.n] ?? '' }));
  await stage.as(FOUNDER, (ctx) => makeEnterprises(ctx, world, ids));
  await stage.as(FOUNDER, (ctx) => makeLand(ctx, world, ids));
  await stage.as(FOUNDER, (ctx) => makeItems(ctx, offices));
  await stage.analyze();
  tell('账号');
  const enterprise = ids.enterprises[PROTAGONIST] ?? '';
  const accounts = await createAccounts(services, { zone: DEMO_ZONE, offices, parks, enterprise });
  const cast = castOf(accounts);
  for (const year of [FIRST, ...EVALUATED]) {
    tell(`${year}年度数据`);
    stage.on(new Date(`${year + 1}-03-20T02:00:00Z`));
    await stage.as(cast.officer, (ctx) => makePeriod(ctx, year));
    await stage.as(cast.officer, (ctx) => enterFigures(ctx, year, firms, 'all'));
    if (year === FIRST) continue;
    tell(`${year}年度评价`);
    await stage.analyze();
    await finishedYear(stage, cast, year);
  }
  tell(`${RUNNING}年度填报、规下企业评价`);
  stage.on(daysBefore(today, 60));
  await stage.as(cast.officer, (ctx) => makePeriod(ctx, RUNNING));
  await runningYear(stage, cast, { year: RUNNING, today, offices, firms });
}
