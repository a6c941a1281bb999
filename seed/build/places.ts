// Offices, parks with their boundaries, and the map between them.
import { replaceZoneMap } from '#capabilities/registry/service/map.ts';
import { createOffice, createPark } from '#capabilities/registry/service/places.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { DemoWorld } from '../world/world.ts';

const OFFICES: readonly (readonly [code: string, name: string])[] = [
  ['tax', '税务局'],
  ['stats', '统计局'],
  ['nature', '自然资源和规划局'],
  ['ecology', '生态环境局'],
  ['labour', '人社局'],
  ['science', '科技局'],
  ['industry', '工信局'],
  ['power', '供电公司'],
];

/** Ids by code. */
export async function makeOffices(ctx: Ctx): Promise<Map<string, string>> {
  const offices = new Map<string, string>();
  for (const [code, name] of OFFICES) offices.set(code, (await createOffice(ctx, { code, name })).office_id);
  return offices;
}

export async function makeParks(ctx: Ctx, { parks, map }: DemoWorld): Promise<string[]> {
  const ids: string[] = [];
  for (const { code, name, kind, area_mu, boundary } of parks)
    ids.push((await createPark(ctx, { code, name, kind, area_mu, boundary })).park_id);
  await replaceZoneMap(ctx, { map, version: 0 });
  return ids;
}
