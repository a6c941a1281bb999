import { afterAll, beforeAll, expect, test } from 'vitest';
import { actor } from '#test/kit/app.ts';
import { finishedZone, type FinishedZone } from '#test/kit/finished-zone.ts';
import { getEvaluation, performStep } from './service/steps.ts';

let zone: FinishedZone;
beforeAll(async () => {
  zone = await finishedZone({ until: 'confirming' });
}, 60_000);
afterAll(() => zone.close());

test('a step tried again after its process died is taken once, and whoever comes late is told', async () => {
  const { evaluation } = await zone.work((ctx) => getEvaluation(ctx, zone.evaluation));
  const { services } = zone.app;
  const of = (userId: string) => ({
    zone: 'home',
    actor: actor('evaluation_officer', { userId }),
    requestId: 'r',
    address: '127.0.0.1',
    services,
  });
  const { version } = evaluation;
  const freeze = { evaluation_id: zone.evaluation, transition: 'freeze' as const, version };
  expect(await performStep(of('officer-1'), freeze)).toEqual({ state: 'frozen' });
  expect(await performStep(of('officer-1'), freeze)).toEqual({ state: 'frozen' });
  await expect(performStep(of('officer-2'), freeze)).rejects.toMatchObject({ code: 'changed_meanwhile' });
  const { steps } = await zone.work((ctx) => getEvaluation(ctx, zone.evaluation));
  expect(steps.filter(({ transition }) => transition === 'freeze')).toHaveLength(1);
  const datasets = await zone.app.database.pool.query('select 1 from dataset where evaluation_id = $1', [
    zone.evaluation,
  ]);
  expect(datasets.rowCount).toBe(1);
});
