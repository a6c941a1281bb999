import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { ConfirmationList } from '#capabilities/collection/contract/confirmations.ts';
import { FigureChange, FigureSheet } from '#capabilities/collection/contract/figures.ts';
import { Finding } from '#capabilities/collection/contract/findings.ts';
import { effectiveFigures } from '#capabilities/collection/service/effective-figures.ts';
import { NewItem } from '#capabilities/collection/contract/items.ts';
import { type Ctx, transact } from '#platform/ctx.ts';
import { creditCode } from '#seed/credit-codes.ts';
import { actor, type TestApp, testApp } from '#test/kit/app.ts';
import { Enterprise } from './contract/enterprises.ts';
import { EnterpriseMerge } from './contract/merges.ts';

const officer = actor('evaluation_officer');
const at = (path: string) => `/zones/home${path}`;
let app: TestApp;
let count = 0;
let kept: Enterprise;
let merged: Enterprise;

const itemsOf = <T>(item: z.ZodType<T>) => z.strictObject({ items: z.array(item) });
const pageOf = <T>(item: z.ZodType<T>) => itemsOf(item).extend({ next: z.string().nullable() });
const as = <T>(work: (ctx: Ctx) => Promise<T>) =>
  transact({ zone: 'home', actor: officer, requestId: 't', address: '', services: app.services }, work);

async function enterprise(name: string): Promise<Enterprise> {
  count += 1;
  const input = { credit_code: creditCode(count), name };
  return (await app.call(officer, 'POST', at('/enterprises'), input)).as(Enterprise);
}

const figuresOf = async ({ enterprise_id: id }: Enterprise) =>
  (await app.call(officer, 'GET', at(`/periods/2025/enterprises/${id}/figures`))).as(FigureSheet);

async function set(who: Enterprise, item: string, value: number): Promise<void> {
  const { version } = await figuresOf(who);
  const path = at(`/periods/2025/enterprises/${who.enterprise_id}/figures/${item}`);
  const answer = await app.call(officer, 'PUT', path, { value, reason: '录入', version });
  expect(answer.status).toBe(200);
}

const merge = () =>
  app.call(officer, 'POST', at(`/enterprises/${kept.enterprise_id}/merge`), {
    merge_id: merged.enterprise_id,
    reason: '同一法人',
  });

async function lastMerge(): Promise<EnterpriseMerge> {
  const path = at(`/enterprises/${kept.enterprise_id}/merges`);
  const [last] = (await app.call(officer, 'GET', path)).as(itemsOf(EnterpriseMerge)).items;
  if (last === undefined) throw new Error('no merge');
  return last;
}

const undo = async () =>
  app.call(officer, 'POST', at(`/merges/${(await lastMerge()).merge_id}/undo`), { reason: '合并有误' });

const conflicts = async () =>
  (await app.call(officer, 'GET', at('/periods/2025/findings?state=open&limit=500')))
    .as(pageOf(Finding))
    .items.filter((one) => one.enterprise_id === kept.enterprise_id && one.code === 'figure_merge_conflict');

const adopted = async (who: Enterprise) =>
  Object.fromEntries((await figuresOf(who)).lines.map((line) => [line.item_id, line.adopted]));

beforeAll(async () => {
  app = await testApp();
  const period = { period_id: '2025', name: '2025', kind: 'year' };
  const days = { starts_on: '2025-01-01', ends_on: '2025-12-31' };
  await app.call(officer, 'POST', at('/periods'), { ...period, ...days });
  for (const item_id of ['tax', 'energy'])
    await app.call(
      officer,
      'POST',
      at('/items'),
      NewItem.parse({ item_id, name: item_id, kind: 'number', unit: '万元' }),
    );
}, 30_000);
afterAll(() => app.close());

beforeEach(async () => {
  kept = await enterprise('云亩机械有限公司');
  merged = await enterprise('云亩机械有限责任公司');
});

describe('merging two records', () => {
  test('carries over what the kept one lacks, with its history, and keeps what it has', async () => {
    await set(kept, 'tax', 100);
    await set(merged, 'tax', 90);
    await set(merged, 'energy', 7);
    expect((await merge()).status).toBe(200);
    expect(await adopted(kept)).toEqual({ tax: 100, energy: 7 });
    expect(await conflicts()).toMatchObject([
      { item_id: 'tax', severity: 'error', params: { kept: '100', merged: '90', name: merged.name } },
    ]);
    const path = `/periods/2025/enterprises/${kept.enterprise_id}/figures`;
    const history = (await app.call(officer, 'GET', at(`${path}/energy/changes`))).as(itemsOf(FigureChange));
    expect(history.items.map(({ enterprise_id: id, to }) => [id, to])).toEqual([
      [kept.enterprise_id, 7],
      [merged.enterprise_id, 7],
    ]);
    expect(history.items[0]?.reason).toContain(merged.credit_code);
    const counted = await as((ctx) => effectiveFigures(ctx, '2025'));
    expect(counted.enterpriseIds).not.toContain(merged.enterprise_id);
    expect(counted.enterpriseIds).toContain(kept.enterprise_id);
  });

  test('leaves conflicts open until somebody decides, whatever the checks say', async () => {
    await set(kept, 'tax', 100);
    await set(merged, 'tax', 90);
    await merge();
    await app.call(officer, 'POST', at('/periods/2025/checks'), {});
    await app.runJobs();
    const [conflict] = await conflicts();
    expect(conflict).toBeDefined();
    const decision = { ...conflict, state: 'accepted', reason: '以税务局数据为准' };
    const { enterprise_id, item_id, code, state, reason, version } = decision;
    const body = { enterprise_id, item_id, code, state, reason, version };
    expect((await app.call(officer, 'POST', at('/periods/2025/findings/decide'), body)).status).toBe(200);
    expect(await conflicts()).toEqual([]);
  });

  test('is told once, and refused in a circle', async () => {
    await merge();
    expect((await merge()).status).toBe(200);
    expect((await lastMerge()).merged_id).toBe(merged.enterprise_id);
    const back = { merge_id: kept.enterprise_id, reason: '反向' };
    const path = at(`/enterprises/${merged.enterprise_id}/merge`);
    expect(await app.call(officer, 'POST', path, back)).toMatchObject({
      status: 409,
      body: { code: 'merged_already_conflict' },
    });
    expect((await app.call(actor('data_officer'), 'POST', path, back)).status).toBe(403);
  });
});

describe('figures that come in after a merge', () => {
  const Import = z.looseObject({ import_id: z.string(), bad_rows: z.number() });

  async function send(code: string, tax: number) {
    const body = { rows: [{ credit_code: code, figures: { tax } }] };
    return Import.parse((await app.call(officer, 'POST', at('/periods/2025/figures'), body)).body);
  }

  async function accept(id: string): Promise<unknown> {
    await app.call(officer, 'POST', at(`/imports/${id}/accept`), { mode: 'all_or_nothing' });
    await app.runJobs();
    const { body } = await app.call(officer, 'GET', at(`/imports/${id}`));
    return z.looseObject({ state: z.string() }).parse(body).state;
  }

  test('under the old code go to the record that is kept', async () => {
    await merge();
    const sent = await send(merged.credit_code, 55);
    expect(sent.bad_rows).toBe(0);
    expect(await accept(sent.import_id)).toBe('accepted');
    const { lines } = await figuresOf(kept);
    expect(lines.find((line) => line.item_id === 'tax')?.verified).toBe(55);
  });

  test('for a record merged while they waited are not lost in it', async () => {
    const sent = await send(merged.credit_code, 66);
    await merge();
    expect(await accept(sent.import_id)).toBe('staged');
    const { lines } = await figuresOf(merged);
    expect(lines.find((line) => line.item_id === 'tax')?.verified).toBeNull();
  });
});

describe('confirmations of two records', () => {
  const user = (who: Enterprise) => actor('enterprise_user', { enterpriseIds: [who.enterprise_id] });

  async function say(who: Enterprise, disputes: unknown[] = []): Promise<void> {
    const { version } = await figuresOf(who);
    const path = at(`/periods/2025/enterprises/${who.enterprise_id}/confirm`);
    const answer = await app.call(user(who), 'POST', path, { figures_version: version, disputes });
    expect(answer.status).toBe(200);
  }

  const wordOf = async (who: Enterprise) =>
    (await app.call(officer, 'GET', at('/periods/2025/confirmations?limit=500')))
      .as(ConfirmationList)
      .items.find((one) => one.enterprise_id === who.enterprise_id)?.said ?? undefined;

  test('go over with all the figures they are about', async () => {
    await set(merged, 'tax', 90);
    await say(merged);
    await merge();
    expect(await wordOf(kept)).toMatchObject({ state: 'confirmed' });
    expect(await wordOf(merged)).toBeUndefined();
    await undo();
    expect(await wordOf(kept)).toBeUndefined();
    expect(await wordOf(merged)).toMatchObject({ state: 'confirmed' });
  });

  test('of figures that change are to be given anew', async () => {
    await set(kept, 'tax', 100);
    await set(merged, 'energy', 7);
    await say(kept);
    await merge();
    expect(await wordOf(kept)).toBeUndefined();
    expect((await lastMerge()).confirmations).toEqual([{ period_id: '2025', became: 'open' }]);
    await undo();
    expect(await wordOf(kept)).toMatchObject({ state: 'confirmed' });
  });

  test('that are disputes wait for an answer still', async () => {
    await set(kept, 'tax', 100);
    await set(merged, 'tax', 90);
    await say(kept);
    await say(merged, [{ item_id: 'tax', value: 80, reason: '含退税' }]);
    await merge();
    const word = await wordOf(kept);
    expect(word).toMatchObject({ state: 'disputed', disputes: [{ item_id: 'tax', value: 80 }] });
    const answer = { item_id: 'tax', adopt: true, answer: '采纳', version: word?.version };
    const path = at(`/periods/2025/enterprises/${kept.enterprise_id}/answer`);
    expect((await app.call(officer, 'POST', path, answer)).status).toBe(200);
    expect((await adopted(kept))['tax']).toBe(80);
  });
});

describe('taking a merge back', () => {
  const USE = { kind: 'own', land_area_mu: 20, floor_area_m2: null, plot_ratio: null, parcel_id: null };
  const since = { under_construction_mu: 0, not_usable_mu: 0, starts_on: '2020-01-01', ends_on: null };

  test('gives everything back but what was changed since', async () => {
    await set(merged, 'tax', 90);
    await set(merged, 'energy', 7);
    const uses = at(`/enterprises/${merged.enterprise_id}/occupancies`);
    await app.call(officer, 'POST', uses, { ...USE, ...since, counterpart_id: null });
    await merge();
    expect(await lastMerge()).toMatchObject({ occupancies: 1, figures: [{ layer: 'adopted' }] });
    await set(kept, 'tax', 91);
    const answer = await undo();
    expect(answer).toMatchObject({ status: 200, body: { restored: 2, left: 1 } });
    expect(await adopted(kept)).toEqual({ tax: 91, energy: null });
    expect(await adopted(merged)).toEqual({ tax: 90, energy: 7 });
    expect((await app.call(officer, 'GET', uses)).body).toMatchObject({ items: [{ land_area_mu: 20 }] });
    const { body } = await app.call(officer, 'GET', at(`/enterprises/${merged.enterprise_id}`));
    expect(body).toMatchObject({ status: 'active', merged_into: null });
    expect(await undo()).toMatchObject({ status: 409, body: { code: 'merge_undone_conflict' } });
    const log = await app.call(actor('audit_admin'), 'GET', at('/audit?limit=1'));
    expect(log.body).toMatchObject({ items: [{ action: 'undo_merge', details: { restored: 2, left: 1 } }] });
  });

  test('closes the conflicts it opened, and lets the two be merged again', async () => {
    await set(kept, 'tax', 100);
    await set(merged, 'tax', 90);
    await merge();
    await undo();
    expect(await conflicts()).toEqual([]);
    expect((await merge()).status).toBe(200);
    expect(await conflicts()).toHaveLength(1);
  });

  test('is refused while the kept record is merged itself, or the code names another one', async () => {
    await merge();
    const { merge_id: first } = await lastMerge();
    const third = await enterprise('云亩集团');
    const body = { merge_id: kept.enterprise_id, reason: '集团合并' };
    await app.call(officer, 'POST', at(`/enterprises/${third.enterprise_id}/merge`), body);
    expect(
      await app.call(officer, 'POST', at(`/merges/${first}/undo`), { reason: '合并有误' }),
    ).toMatchObject({
      status: 409,
      body: { code: 'merged_already_conflict' },
    });
    const input = { credit_code: kept.credit_code, name: '新登记' };
    await app.call(officer, 'POST', at('/enterprises'), input);
    const { body: list } = await app.call(officer, 'GET', at(`/enterprises/${third.enterprise_id}/merges`));
    const [second] = itemsOf(EnterpriseMerge).parse(list).items;
    const path = at(`/merges/${second?.merge_id}/undo`);
    expect(await app.call(officer, 'POST', path, { reason: '合并有误' })).toMatchObject({
      body: { code: 'credit_code_taken' },
    });
  });
});
