import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { applyFigures } from '#capabilities/collection/store/figures.ts';
import type { Actor } from '#platform/ctx.ts';
import { actor } from '#test/kit/app.ts';
import { finishedZone, type FinishedZone } from '#test/kit/finished-zone.ts';
import { CorrectionEffect, ListCorrection } from './contract/corrections.ts';
import { Publication } from './contract/shapes.ts';
import { WaitingWork } from './contract/waiting.ts';
import { performCorrection, performProposal } from './service/corrections.ts';
import { listRuns } from './service/runs.ts';

const officer = actor('evaluation_officer', { userId: 'officer-1' });
const second = actor('evaluation_officer', { userId: 'officer-2' });
const leader = actor('leader');
let zone: FinishedZone;
beforeAll(async () => {
  zone = await finishedZone({ until: 'draft' });
}, 60_000);
afterAll(() => zone.close());

const caller = (who: Actor) => ({
  zone: 'home',
  actor: who,
  requestId: 'test',
  address: '',
  services: zone.app.services,
});
const lists = async () =>
  (await zone.call(undefined, 'GET', '/publications'))
    .as(z.strictObject({ items: z.array(Publication) }))
    .items.filter(({ kind }) => kind !== 'notice');
const corrections = async () =>
  (await zone.call(leader, 'GET', '/corrections')).as(z.strictObject({ items: z.array(ListCorrection) }))
    .items;
const look = async (id: string) =>
  (await zone.call(leader, 'GET', `/corrections/${id}`)).as(
    z.strictObject({ correction: ListCorrection, effect: CorrectionEffect }),
  );
const waits = async (who: Actor) =>
  (await zone.call(who, 'GET', '/tasks-for-me'))
    .as(z.strictObject({ items: z.array(WaitingWork) }))
    .items.filter(({ kind }) => kind === 'correction_to_sign')
    .flatMap(({ ids }) => ids);
const sign = (who: Actor, id: string, signature: 'signed' | 'sent_back', version = 1) =>
  zone.call(who, 'POST', `/corrections/${id}/sign`, { signature, reason: '已核对', version });
const propose = async () => {
  const [last] = await lists();
  const input = { publication_id: last?.publication_id ?? '', reason: '税务局来函' };
  return (await performProposal(caller(officer), input)).correction_id;
};

describe('a correction of a published list', () => {
  let first = '';
  let published: Publication | undefined;

  test('is computed by the one who proposes it, and nothing is published', async () => {
    [published] = await lists();
    // The worst of 2024 turns out to be the best.
    await zone.work((ctx) =>
      applyFigures(ctx, '2024', [{ enterprise_id: zone.ids[0] ?? '', figures: { tax: 500 } }], {
        layer: 'verified',
      }),
    );
    first = await propose();
    expect(await lists()).toEqual([published]);
    expect(await zone.run(zone.before)).toBe(published?.run_id);
    const park = actor('park_manager', { userId: 'park', parkIds: [...zone.parks] });
    expect((await zone.call(park, 'GET', `/runs/${(await corrections())[0]?.run_id}`)).status).toBe(404);
  });

  test('shows the classes before and after, and who moves', async () => {
    const { effect } = await look(first);
    expect(effect.classes).toEqual([
      { class: 'A', before: 2, after: 2 },
      { class: 'B', before: 5, after: 5 },
      { class: 'C', before: 2, after: 2 },
      { class: 'D', before: 1, after: 1 },
    ]);
    expect(effect).toMatchObject({ moved: 4, ranks_moved: 10, scores_moved: 1 });
    expect(
      effect.moves.map(({ name, class_before, class_after }) => `${name} ${class_before}→${class_after}`),
    ).toEqual(['企业1 D→A', '企业9 A→B', '企业4 B→C', '企业2 C→D']);
  });

  test('shows the figures it is made from otherwise, to whom they are not hidden from', async () => {
    const { effect } = await look(first);
    expect(effect.figures_changed).toBe(1);
    expect(effect.figures).toMatchObject([{ enterprise_id: zone.ids[0], input: 'tax', after: 500 }]);
    expect(effect.figures[0]?.before).toBeLessThan(100);
    const hideTax = (roles: readonly string[]) =>
      zone.app.database.pool.query(
        `update item set visible_to = $1 where zone_id = 'home' and item_id = 'tax'`,
        [roles],
      );
    await hideTax(['expert']);
    expect((await look(first)).effect).toMatchObject({ figures_changed: 0, figures: [], moved: 4 });
    await hideTax([]);
  });

  test('proposed twice by a try whose process died, is one; by somebody else, nothing is computed', async () => {
    const evaluation = published?.evaluation_id ?? '';
    const runs = async () => (await zone.work((ctx) => listRuns(ctx, evaluation))).items.length;
    const had = await runs();
    expect(await propose()).toBe(first);
    const input = { publication_id: published?.publication_id ?? '', reason: '税务局来函' };
    await expect(performProposal(caller(second), input)).rejects.toMatchObject({
      code: 'correction_exists_conflict',
    });
    expect(await runs()).toBe(had);
  });

  test('waits for everybody who may sign but the proposer', async () => {
    expect(await waits(officer)).toEqual([]);
    expect(await waits(second)).toEqual([first]);
    expect(await waits(leader)).toEqual([first]);
  });

  test('cannot be signed by the proposer, nor seen or signed by other roles', async () => {
    for (const signature of ['signed', 'sent_back'] as const)
      expect((await sign(officer, first, signature)).body).toMatchObject({ code: 'another_person_needed' });
    const input = { correction_id: first, reason: '已核对', version: 1 };
    await expect(performCorrection(caller(officer), input)).rejects.toMatchObject({
      code: 'another_person_needed',
    });
    for (const role of ['data_officer', 'park_manager', 'enterprise_user', 'audit_admin'] as const) {
      expect((await zone.call(actor(role), 'GET', `/corrections/${first}`)).status).toBe(403);
      expect((await sign(actor(role), first, 'signed')).status).toBe(403);
    }
    expect((await lists()).length).toBe(1);
  });

  test('is proposed once at a time, and by officers', async () => {
    const path = `/publications/${published?.publication_id}/corrections`;
    const body = { reason: '再次更正' };
    expect(await zone.call(second, 'POST', path, body)).toMatchObject({
      status: 409,
      body: { code: 'correction_exists_conflict' },
    });
    expect((await zone.call(leader, 'POST', path, body)).status).toBe(403);
  });

  test('sent back, changes nothing and can be proposed again', async () => {
    expect(
      (await sign(second, first, 'sent_back')).as(z.looseObject({ job_id: z.null() })).job_id,
    ).toBeNull();
    expect((await sign(leader, first, 'signed', 2)).body).toMatchObject({ code: 'changed_meanwhile' });
    expect(await lists()).toEqual([published]);
    expect(await waits(leader)).toEqual([]);
  });

  test('signed, is published exactly as it was shown, beside the old list', async () => {
    const id = await propose();
    const { correction } = await look(id);
    // What is changed after the proposal is not what was signed.
    await zone.work((ctx) =>
      applyFigures(ctx, '2024', [{ enterprise_id: zone.ids[1] ?? '', figures: { tax: 900 } }], {
        layer: 'verified',
      }),
    );
    await performCorrection(caller(leader), { correction_id: id, reason: '已核对', version: 1 });
    const [newest, old] = await lists();
    expect(newest).toMatchObject({
      kind: 'correction',
      run_id: correction.run_id,
      replaces: published?.publication_id,
      reason: '税务局来函',
    });
    expect(old).toEqual(published);
    expect(await zone.run(zone.before)).toBe(correction.run_id);
    expect((await look(id)).correction).toMatchObject({ state: 'signed', decided_by: leader.userId });
    // As a second try of the same job, whose process died after it had published.
    const again = await performCorrection(caller(leader), {
      correction_id: id,
      reason: '已核对',
      version: 1,
    });
    expect(again).toEqual({ publication_id: newest?.publication_id });
    expect((await lists())[0]).toEqual(newest);
    await expect(
      performCorrection(caller(second), { correction_id: id, reason: '再来一次', version: 1 }),
    ).rejects.toMatchObject({ code: 'changed_meanwhile' });
    const years = await zone.app.database.pool.query<{ class: string }>(
      `select class from class_history where period_id = '2024' and enterprise_id = $1`,
      [zone.ids[0]],
    );
    expect(years.rows).toEqual([{ class: 'A' }]);
  });

  test('is in the audit log with both people', async () => {
    const { rows } = await zone.app.database.pool.query<{ action: string; actor: string }>(
      `select action, actor from audit_entry where action like '%correct%' and outcome = 'done' order by seq`,
    );
    expect(rows).toEqual([
      { action: 'propose_correction', actor: 'officer-1' },
      { action: 'send_back_correction', actor: 'officer-2' },
      { action: 'propose_correction', actor: 'officer-1' },
      { action: 'correct_publication', actor: leader.userId },
    ]);
  });

  test('of a replaced list is refused', async () => {
    const body = { reason: '再次更正' };
    expect(
      (await zone.call(officer, 'POST', `/publications/${published?.publication_id}/corrections`, body)).body,
    ).toMatchObject({ code: 'publication_replaced_conflict' });
  });
});
