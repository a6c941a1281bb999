import { zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { finishedZone, type FinishedZone } from '#test/kit/finished-zone.ts';
import { actor } from '#test/kit/app.ts';
import { Evidence } from './contract/evidence.ts';
import { Appeal, Evaluation, FrozenFigure, ListedAppeal } from './contract/shapes.ts';

const officer = actor('evaluation_officer', { userId: 'officer-1' });
const second = actor('evaluation_officer', { userId: 'officer-2' });
let zone: FinishedZone;
let appeal: Appeal;
let user: ReturnType<typeof actor>;

beforeAll(async () => {
  zone = await finishedZone({ until: 'notice' });
  const id = zone.ids[2] ?? '';
  user = actor('enterprise_user', { userId: 'user-3', enterpriseIds: [id] });
  appeal = (
    await zone.call(user, 'POST', `/evaluations/${zone.evaluation}/appeals`, {
      enterprise_id: id,
      statement: '税收漏计',
      corrections: [{ item_id: 'tax', value: 440 }],
    })
  ).as(Appeal);
}, 60_000);
afterAll(() => zone.close());

const list = async (who: typeof user) =>
  (await zone.call(who, 'GET', `/evaluations/${zone.evaluation}/appeals`)).as(
    z.strictObject({ items: z.array(ListedAppeal) }),
  ).items[0];

async function send(who: typeof user, name: string, content: Uint8Array) {
  const response = await zone.app.app.request(
    `/api/zones/home/appeals/${appeal.appeal_id}/evidence?file_name=${encodeURIComponent(name)}`,
    {
      method: 'POST',
      headers: { 'x-test-actor': encodeURIComponent(JSON.stringify(who)) },
      body: Buffer.from(content),
    },
  );
  return { status: response.status, body: await response.json() };
}

const pdf = Buffer.from('%PDF-1.7\n完税证明');
const office = (part: string, more: Record<string, Uint8Array> = {}) =>
  zipSync({ [part]: Buffer.from('<x/>'), ...more });

test('an appeal is listed with the name of the enterprise, for everybody who may read it', async () => {
  for (const who of [user, officer, actor('park_manager', { parkIds: [zone.parks[0] ?? ''] })])
    expect(await list(who)).toMatchObject({ appeal_id: appeal.appeal_id, name: '企业3' });
  expect(await list(actor('park_manager', { parkIds: [zone.parks[1] ?? ''] }))).toBeUndefined();
});

describe('evidence', () => {
  test('is taken from the enterprise itself, listed and given back as it came', async () => {
    const sent = await send(user, '../完税证明.pdf', pdf);
    expect(sent).toMatchObject({
      status: 201,
      body: { name: '完税证明.pdf', kind: 'pdf', bytes: pdf.length },
    });
    const evidence = Evidence.parse(sent.body);
    const path = `/appeals/${appeal.appeal_id}/evidence`;
    expect((await zone.call(officer, 'GET', path)).body).toEqual({ items: [evidence] });
    const file = await zone.app.app.request(`/api/zones/home${path}/${evidence.evidence_id}`, {
      headers: { 'x-test-actor': encodeURIComponent(JSON.stringify(officer)) },
    });
    expect(Buffer.from(await file.arrayBuffer())).toEqual(pdf);
    expect(file.headers.get('content-disposition')).toMatch(/^attachment/);
  });

  test('of another enterprise is out of reach', async () => {
    const stranger = actor('enterprise_user', { userId: 'user-4', enterpriseIds: [zone.ids[3] ?? ''] });
    expect((await send(stranger, 'a.pdf', pdf)).status).toBe(404);
    const path = `/appeals/${appeal.appeal_id}/evidence`;
    expect((await zone.call(stranger, 'GET', path)).status).toBe(404);
    const [first] = (await zone.call(user, 'GET', path)).as(
      z.strictObject({ items: z.array(Evidence) }),
    ).items;
    expect((await zone.call(stranger, 'GET', `${path}/${first?.evidence_id}`)).status).toBe(404);
  });

  test.each([
    ['a picture', '照片.jpg', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3, 4]), 201],
    ['a text document', '说明.docx', office('word/document.xml'), 201],
    ['a workbook', '明细.xlsx', office('xl/workbook.xml'), 201],
    ['a program under a harmless name', '完税证明.pdf', Buffer.from('MZ\x90\x00'), 422],
    ['a workbook called a document', '说明.docx', office('xl/workbook.xml'), 422],
    ['a document with macros', '说明.docx', office('word/document.xml', { 'word/vbaProject.bin': pdf }), 422],
    ['a page', 'a.html', Buffer.from('<script>'), 422],
    ['nothing', 'a.pdf', Buffer.alloc(0), 422],
  ])('that is %s', async (_, name, content, status) => {
    expect((await send(user, name, content)).status).toBe(status);
  });

  test('beyond twenty megabytes is refused', async () => {
    expect((await send(user, 'a.pdf', Buffer.concat([pdf, Buffer.alloc(21e6)]))).status).toBe(413);
  });
});

describe('a decision', () => {
  const post = (who: typeof user, what: string, body: object) =>
    zone.call(who, 'POST', `/appeals/${appeal.appeal_id}/${what}`, body);

  test('is proposed by one, unseen by the enterprise, and sent back by another with a reason', async () => {
    const proposal = { decision: 'rejected', reason: '原数据无误', version: appeal.version };
    const proposed = (await post(officer, 'decide', proposal)).as(Appeal);
    expect(proposed).toMatchObject({
      state: 'proposed',
      proposal: { decision: 'rejected', by: 'officer-1' },
    });
    expect(await list(user)).toMatchObject({ state: 'submitted', proposal: null, effect: null });
    const without = await post(second, 'sign', { signature: 'sent_back', version: proposed.version });
    expect(without.status).toBe(422);
    const back = { signature: 'sent_back', reason: '请附税务局函', version: proposed.version };
    appeal = (await post(second, 'sign', back)).as(Appeal);
    expect(appeal).toMatchObject({ state: 'submitted', proposal: null });
    expect((await post(second, 'sign', { signature: 'signed', version: appeal.version })).status).toBe(409);
  });

  test('takes effect when the leader signs it, and no more evidence is taken then', async () => {
    const proposal = { decision: 'accepted', reason: '经税务局核实', version: appeal.version };
    const proposed = (await post(officer, 'decide', proposal)).as(Appeal);
    const figures = `/periods/2025/enterprises/${zone.ids[2]}/figures`;
    const adopted = async () => JSON.stringify((await zone.call(officer, 'GET', figures)).body);
    expect(await adopted()).not.toContain('"adopted":440');
    const signed = await post(actor('leader'), 'sign', { signature: 'signed', version: proposed.version });
    expect(signed.as(Appeal)).toMatchObject({ state: 'accepted', decided_by: 'user-leader' });
    expect(await adopted()).toContain('"adopted":440');
    expect(await list(user)).toMatchObject({ state: 'accepted', effect: { others: [] } });
    expect((await send(user, 'b.pdf', pdf)).status).toBe(409);
  });
});

describe('the figures an evaluation used', () => {
  const figures = async (who: typeof user) =>
    zone.call(who, 'GET', `/runs/${await zone.run(zone.evaluation)}/results/${zone.ids[2]}/figures`);
  const taxOf = async (who: typeof user) =>
    (await figures(who))
      .as(z.strictObject({ items: z.array(FrozenFigure) }))
      .items.find(({ item_id }) => item_id === 'tax');

  test('stay as they were when a figure is corrected after it', async () => {
    expect(await taxOf(user)).toMatchObject({ unit: '万元', value: 300 });
    expect(await taxOf(officer)).toEqual(await taxOf(user));
  });

  test('are out of reach of another enterprise', async () => {
    const stranger = actor('enterprise_user', { userId: 'user-4', enterpriseIds: [zone.ids[3] ?? ''] });
    expect((await figures(stranger)).status).toBe(404);
  });
});

describe('files of appeals that were withdrawn', () => {
  test('count among those an enterprise may send', async () => {
    const id = zone.ids[5] ?? '';
    const who = actor('enterprise_user', { userId: 'user-6', enterpriseIds: [id] });
    const claim = { enterprise_id: id, statement: '税收漏计', corrections: [{ item_id: 'tax', value: 440 }] };
    const statuses: number[] = [];
    for (let n = 0; n < 5; n += 1) {
      appeal = (await zone.call(who, 'POST', `/evaluations/${zone.evaluation}/appeals`, claim)).as(Appeal);
      for (let file = 0; file < 10; file += 1) statuses.push((await send(who, `${file}.pdf`, pdf)).status);
      const { appeal_id, version } = appeal;
      await zone.call(who, 'POST', `/appeals/${appeal_id}/withdraw`, { version });
    }
    expect(statuses.slice(0, 40)).toEqual(Array.from({ length: 40 }, () => 201));
    expect(statuses.slice(40)).toEqual(Array.from({ length: 10 }, () => 422));
  });
});

describe('figures claimed for an item that is hidden', () => {
  test('are not shown to the roles it is hidden from, and those sign nothing they cannot see', async () => {
    const hideTax = (roles: readonly string[]) =>
      zone.app.database.pool.query(
        `update item set visible_to = $1 where zone_id = 'home' and item_id = 'tax'`,
        [roles],
      );
    await hideTax(['expert']);
    const id = zone.ids[3] ?? '';
    const claimant = actor('enterprise_user', { userId: 'user-4', enterpriseIds: [id] });
    const claim = {
      enterprise_id: id,
      statement: '税收漏计',
      corrections: [
        { item_id: 'tax', value: 333 },
        { item_id: 'energy', value: 99 },
      ],
    };
    const path = `/evaluations/${zone.evaluation}/appeals`;
    const sent = (await zone.call(claimant, 'POST', path, claim)).as(Appeal);
    const claimsOf = async (who: typeof user) =>
      (await zone.call(who, 'GET', path))
        .as(z.strictObject({ items: z.array(ListedAppeal) }))
        .items.find(({ appeal_id }) => appeal_id === sent.appeal_id)
        ?.corrections.map(({ item_id }) => item_id);
    const park = actor('park_manager', { userId: 'park', parkIds: [zone.parks[0] ?? ''] });
    expect(await claimsOf(officer)).toEqual(['tax', 'energy']);
    expect(await claimsOf(claimant)).toEqual(['tax', 'energy']);
    for (const who of [actor('leader'), park]) {
      expect(await claimsOf(who)).toEqual(['energy']);
      const file = await zone.call(who, 'GET', `/enterprises/${id}/history`);
      expect(JSON.stringify(file.body)).not.toContain('333');
    }
    const decision = { decision: 'rejected', reason: '原数据无误', version: sent.version };
    const proposed = (await zone.call(officer, 'POST', `/appeals/${sent.appeal_id}/decide`, decision)).as(
      Appeal,
    );
    const signature = { signature: 'signed', version: proposed.version };
    const signing = `/appeals/${sent.appeal_id}/sign`;
    for (const refused of [
      await zone.call(actor('leader'), 'POST', signing, signature),
      await zone.call(actor('leader'), 'GET', `/appeals/${sent.appeal_id}/effect`),
    ])
      expect(refused).toMatchObject({ status: 403, body: { code: 'inputs_hidden' } });
    const back = { signature: 'sent_back', reason: '请补充核对', version: proposed.version };
    const seen = (await zone.call(actor('leader'), 'POST', signing, back)).as(Appeal);
    expect(seen).toMatchObject({ state: 'submitted', corrections: [{ item_id: 'energy' }] });
    expect(JSON.stringify(seen)).not.toContain('333');
    const again = { ...decision, version: seen.version };
    const { version } = (await zone.call(officer, 'POST', `/appeals/${sent.appeal_id}/decide`, again)).as(
      Appeal,
    );
    expect((await zone.call(second, 'POST', signing, { ...signature, version })).status).toBe(200);
    await hideTax([]);
  });
});

describe('the time to appeal', () => {
  test('ends in Beijing with the last day of the notice, although nobody has taken the next step yet', async () => {
    const path = `/evaluations/${zone.evaluation}`;
    const { evaluation } = (await zone.call(officer, 'GET', path)).as(z.object({ evaluation: Evaluation }));
    expect(evaluation.state).toBe('notice');
    const id = zone.ids[6] ?? '';
    const who = actor('enterprise_user', { userId: 'user-7', enterpriseIds: [id] });
    const claim = { enterprise_id: id, statement: '税收漏计', corrections: [{ item_id: 'tax', value: 440 }] };
    const submit = () => zone.call(who, 'POST', `${path}/appeals`, claim);
    const midnight = Date.parse(`${evaluation.notice_until}T24:00:00+08:00`);
    zone.travel(new Date(midnight).toISOString());
    const refused = await submit();
    expect(refused.status).toBe(422);
    expect(refused.body).toMatchObject({
      code: 'appeal_outside_notice',
      title: '只能在公示期内申诉，公示期最后一天结束后不再受理',
    });
    zone.travel(new Date(midnight - 1000).toISOString());
    expect((await submit()).status).toBe(201);
  });
});
