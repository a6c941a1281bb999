import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { createCampaign } from '#capabilities/collection/service/campaigns.ts';
import { actor } from '#test/kit/app.ts';
import { finishedZone, type FinishedZone } from '#test/kit/finished-zone.ts';
import { Appeal } from './contract/shapes.ts';
import { WaitingWork } from './contract/waiting.ts';

const officer = actor('evaluation_officer', { userId: 'officer-1' });
const second = actor('evaluation_officer', { userId: 'officer-2' });
let zone: FinishedZone;
beforeAll(async () => {
  zone = await finishedZone({ until: 'confirming' });
}, 60_000);
afterAll(() => zone.close());

const waits = async (who: ReturnType<typeof actor>) =>
  (await zone.call(who, 'GET', '/tasks-for-me')).as(z.strictObject({ items: z.array(WaitingWork) })).items;
const kinds = async (who: ReturnType<typeof actor>) => (await waits(who)).map(({ kind }) => kind);
const own = () => actor('enterprise_user', { userId: 'user-1', enterpriseIds: [zone.ids[0] ?? ''] });

describe('what waits for me', () => {
  test('as an enterprise is to confirm its figures, until it did', async () => {
    expect(await waits(own())).toMatchObject([
      { kind: 'confirmation_to_give', count: 1, period_id: '2025', ids: [zone.ids[0]] },
    ]);
    const path = `/periods/2025/enterprises/${zone.ids[0]}`;
    const { version } = z
      .looseObject({ version: z.number() })
      .parse((await zone.call(own(), 'GET', `${path}/figures`)).body);
    const disputes = [{ item_id: 'tax', value: 460, reason: '漏计12月' }];
    await zone.call(own(), 'POST', `${path}/confirm`, { figures_version: version, disputes });
    expect(await waits(own())).toEqual([]);
    expect(await waits(officer)).toContainEqual(
      expect.objectContaining({ kind: 'dispute', count: 1, period_id: '2025', ids: [zone.ids[0]] }),
    );
  });

  test('as an enterprise is nothing while only the other scale is to confirm', async () => {
    const scope = (to: string) =>
      zone.app.database.pool.query(`update evaluation set scope = $2 where evaluation_id = $1`, [
        zone.evaluation,
        to,
      ]);
    const ofScale = (n: number) =>
      actor('enterprise_user', { userId: `own-${n}`, enterpriseIds: [zone.ids[n] ?? ''] });
    await scope('above_scale');
    expect(await kinds(ofScale(1))).toEqual(['confirmation_to_give']);
    expect(await kinds(ofScale(8))).toEqual([]);
    await scope('below_scale');
    expect(await kinds(ofScale(1))).toEqual([]);
    expect(await kinds(ofScale(8))).toEqual(['confirmation_to_give']);
    await scope('all');
  });

  test('as an enterprise is nothing while only others are evaluated by their land', async () => {
    const { pool } = zone.app.database;
    const [, one = '', other = ''] = zone.ids;
    const of = (id: string) => actor('enterprise_user', { userId: `own-${id}`, enterpriseIds: [id] });
    await pool.query(
      `insert into land_area (zone_id, period_id, enterprise_id, area_mu, steps, computed_at, treatment)
       values ('home', '2025', $1, 4, '[]', now(), 'separate'), ('home', '2025', $2, 9, '[]', now(), 'separate')`,
      [one, other],
    );
    await pool.query(`update evaluation set land_from_mu = 5 where evaluation_id = $1`, [zone.evaluation]);
    expect(await kinds(of(one))).toEqual([]);
    expect(await kinds(of(other))).toEqual(['confirmation_to_give']);
    await pool.query(`update evaluation set land_from_mu = null where evaluation_id = $1`, [zone.evaluation]);
    await pool.query(`delete from land_area where period_id = '2025'`);
  });

  test('as a department is what is due and what was found in my items', async () => {
    await zone.work((ctx) =>
      createCampaign(ctx, {
        period_id: '2025',
        name: '2025年度填报',
        opens_on: '2026-03-01',
        due_on: '2026-03-20',
        tasks: [
          { office_id: zone.offices.tax, item_ids: ['tax'], due_on: '2026-03-12' },
          { office_id: zone.offices.stats, item_ids: ['energy'] },
        ],
      }),
    );
    await zone.app.database.pool.query(
      `insert into finding (zone_id, period_id, enterprise_id, item_id, code, severity, params, checked_at)
       values ('home', '2025', $1, 'tax', 'figure_jumped', 'warning', '{}', now()),
              ('home', '2025', $2, 'energy', 'figure_missing', 'error', '{}', now())`,
      [zone.ids[4], zone.ids[5]],
    );
    const taxes = actor('data_officer', { userId: 'tax-1', officeId: zone.offices.tax });
    expect(await waits(taxes)).toMatchObject([
      { kind: 'office_task', count: 1, due_on: '2026-03-12', period_id: '2025' },
      { kind: 'open_finding', count: 1, ids: [zone.ids[4]], params: { errors: 0 } },
    ]);
    const row = { credit_code: 'x', figures: { tax: 1 } };
    await zone.call(taxes, 'POST', '/periods/2025/figures', { rows: [row] });
    expect(await kinds(taxes)).toContain('staged_import');
    expect(await kinds(officer)).toContain('staged_import');
  });

  test('as an officer are the steps I may take now, and not those that wait for another person', async () => {
    await zone.app.database.pool.query(`delete from finding where zone_id = 'home'`);
    const steps = async (who: typeof officer) =>
      (await waits(who)).filter(({ kind }) => kind === 'step_to_take').flatMap(({ ids }) => ids);
    expect(await steps(officer)).toEqual(['freeze']);
    await zone.step('freeze');
    await zone.step('compute');
    expect(await steps(officer)).toEqual([]);
    expect(await steps(second)).toEqual(['review']);
    expect(await steps(actor('leader'))).toEqual(['review']);
  });

  test('are second signatures of others’ proposals, never of my own', async () => {
    await zone.step('review');
    await zone.step('publish_notice');
    const claim = {
      enterprise_id: zone.ids[0],
      statement: '税收漏计',
      corrections: [{ item_id: 'tax', value: 460 }],
    };
    const sent = await zone.call(own(), 'POST', `/evaluations/${zone.evaluation}/appeals`, claim);
    const appeal = sent.as(Appeal);
    expect(await waits(officer)).toContainEqual(
      expect.objectContaining({
        kind: 'appeal_to_decide',
        ids: [appeal.appeal_id],
        params: { evaluation: '2025年度评价' },
      }),
    );
    const decision = { decision: 'rejected', reason: '原数据无误', version: appeal.version };
    await zone.call(officer, 'POST', `/appeals/${appeal.appeal_id}/decide`, decision);
    expect(await kinds(officer)).not.toContain('appeal_to_sign');
    expect(await kinds(second)).toContain('appeal_to_sign');
    expect(await kinds(actor('leader'))).toContain('appeal_to_sign');
  });

  test('as the security administrator are memberships somebody else proposed', async () => {
    await zone.app.database.pool.query(
      `insert into auth_user (id, name, email, username) values ('new', '新人', 'new@example.org', 'new')`,
    );
    await zone.app.database.pool.query(`insert into auth_security (user_id) values ('new')`);
    await zone.app.database.pool.query(
      `insert into membership (zone_id, user_id, role, proposed_by) values ('home', 'new', 'leader', 'sys')`,
    );
    expect(await waits(actor('security_admin'))).toMatchObject([
      { kind: 'membership_to_grant', ids: ['new'] },
    ]);
    expect(await waits(actor('system_admin'))).toEqual([]);
  });
});
