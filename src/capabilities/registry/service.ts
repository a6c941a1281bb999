// Use cases of the registry: authorise, load, apply the rules, save, leave a trace.
import { AppError } from '#core/app-error.ts';
import { recordEvent } from '#capabilities/audit/service.ts';
import type { Ctx } from '#platform/ctx.ts';
import { isUniqueViolation } from '#platform/db/violations.ts';
import type { NewPark, Park } from './contract.ts';
import { insertPark, selectParks } from './store.ts';

export async function listParks(ctx: Ctx): Promise<{ items: Park[] }> {
  return { items: await selectParks(ctx) };
}

export async function createPark(ctx: Ctx, input: NewPark): Promise<Park> {
  const { code, name, kind, area_mu } = input;
  const park: Park = { park_id: ctx.services.newId(), code, name, kind, area_mu, version: 1 };
  try {
    const saved = await insertPark(ctx, park);
    await recordEvent(ctx, {
      action: 'create_park',
      object: ['park', park.park_id],
      details: { code, name },
    });
    return saved;
  } catch (error) {
    if (isUniqueViolation(error)) throw new AppError('park_exists', { code });
    throw error;
  }
}
