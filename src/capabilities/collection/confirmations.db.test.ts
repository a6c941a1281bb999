import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { actor } from '#test/kit/app.ts';
import { finishedZone, type FinishedZone } from '#test/kit/finished-zone.ts';
import { Confirmation, ConfirmationList } from './contract/confirmations.ts';
import { FigureSheet } from './contract/figures.ts';

const officer = actor('evaluation_officer', { userId: 'officer-1' });
let zone: FinishedZone;
beforeAll(async () => {
  zone = await finishedZone({ until: 'confirming' });
}, 60_000);
afterAll(() => zone.close());
beforeEach(() => zone.app.database.pool.query(`delete from confirmation where zone_id = 'home'`));

const id = (n: number) => zone.ids[n - 1] ?? '';
const owner = (n: number) => actor('enterprise_user', { userId: `own-${n}`, enterpriseIds: [id(n)] });
const figures = async (n: number) =>
  (await zone.call(officer, 'GET', `/periods/2025/enterprises/${id(n)}/figures`)).as(FigureSheet);
const say = async (n: number, disputes: object[] = []) => {
  const { version: figures_version } = await figures(n);
  const body = { figures_version, disputes };
  return (await zone.call(owner(n), 'POST', `/periods/2025/enterprises/${id(n)}/confirm`, body)).as(
    Confirmation,
  );
};
const list = async (query = '', who = officer) =>
  (await zone.call(who, 'GET', `/periods/2025/confirmations${query}`)).as(ConfirmationList);
const names = async (query: string) => (await list(query)).items.map(({ name }) => name);
const answer = (n: number, item_id: string, adopt: boolean, version: number, who = officer) =>
  zone.call(who, 'POST', `/periods/2025/enterprises/${id(n)}/answer`, {
    item_id,
    adopt,
    answer: adopt ? '经核实采纳' : '口径不符，维持原数据',
    version,
  });

const TAX = { item_id: 'tax', value: 460, reason: '漏计12月' };
const LAND = { item_id: 'land', value: 9, reason: '已退还1亩' };

describe('the list of confirmations', () => {
  test('names everybody who was to answer, disputes first, with totals of all pages', async () => {
    await say(2);
    await say(7);
    await say(3, [TAX]);
    const { items, counts } = await list();
    expect(counts).toEqual({ confirmed: 2, disputed: 1, settled: 0, unanswered: 7 });
    expect(items).toHaveLength(10);
    expect(items.slice(0, 4).map(({ name, said }) => [name, said?.state ?? null])).toEqual([
      ['企业3', 'disputed'],
      ['企业2', 'confirmed'],
      ['企业7', 'confirmed'],
      ['企业1', null],
    ]);
    expect((await list('?limit=1&state=confirmed')).counts).toEqual(counts);
  });

  test('is narrowed to who has not answered yet, to a park, a scale, a name', async () => {
    await say(2);
    expect(await names('?state=unanswered')).toHaveLength(9);
    expect(await names('?state=unanswered')).not.toContain('企业2');
    expect(await names('?state=confirmed')).toEqual(['企业2']);
    const park = await list(`?park_id=${zone.parks[0]}`);
    expect(park.counts).toEqual({ confirmed: 1, disputed: 0, settled: 0, unanswered: 4 });
    expect((await list('?scale=below_scale')).counts).toMatchObject({ confirmed: 0, unanswered: 3 });
    expect(await names(`?search=${encodeURIComponent('企业10')}`)).toEqual(['企业10']);
  });

  test('comes page by page, each enterprise once', async () => {
    await say(9);
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page: ConfirmationList = await list(`?limit=3${cursor === '' ? '' : `&cursor=${cursor}`}`);
      seen.push(...page.items.map(({ name }) => name));
      cursor = page.next;
    }
    expect(seen[0]).toBe('企业9');
    expect(new Set(seen).size).toBe(10);
    expect(seen).toHaveLength(10);
  });

  test('does not ask who has no figures of the year, and shows an enterprise its own alone', async () => {
    await zone.app.database.pool.query(
      `delete from figures where zone_id = 'home' and period_id = '2025' and enterprise_id = $1`,
      [id(10)],
    );
    expect((await list()).counts.unanswered).toBe(9);
    const mine = await list('', actor('enterprise_user', { enterpriseIds: [id(4), id(5)] }));
    expect(mine.items.map(({ name }) => name)).toEqual(['企业4', '企业5']);
    expect(mine.counts).toEqual({ confirmed: 0, disputed: 0, settled: 0, unanswered: 2 });
  });
});

describe('disputes', () => {
  test('are answered one by one; the last answer settles them', async () => {
    const said = await say(1, [TAX, LAND]);
    const first = (await answer(1, 'tax', true, said.version)).as(Confirmation);
    expect(first).toMatchObject({
      state: 'disputed',
      disputes: [
        { item_id: 'tax', answer: { adopted: true, text: '经核实采纳', by: 'officer-1' } },
        { item_id: 'land', answer: null },
      ],
    });
    expect((await figures(1)).lines).toMatchObject([
      { item_id: 'energy', adopted: null },
      { item_id: 'land', adopted: null },
      { item_id: 'tax', adopted: 460 },
    ]);
    expect((await answer(1, 'land', false, said.version)).body).toMatchObject({ code: 'changed_meanwhile' });
    const second = (await answer(1, 'land', false, first.version)).as(Confirmation);
    expect(second).toMatchObject({
      state: 'settled',
      disputes: [{ answer: { adopted: true } }, { answer: { adopted: false, text: '口径不符，维持原数据' } }],
    });
    expect((await figures(1)).lines.find(({ item_id }) => item_id === 'land')?.adopted).toBeNull();
  });

  test('that are answered already, or are none, are not found', async () => {
    const said = await say(5, [TAX, LAND]);
    const { version } = (await answer(5, 'tax', false, said.version)).as(Confirmation);
    expect((await answer(5, 'tax', true, version)).body).toMatchObject({ code: 'dispute_not_found' });
    expect((await answer(5, 'energy', true, version)).body).toMatchObject({ code: 'dispute_not_found' });
  });

  test('are told to the enterprise when they are answered, and stand in the log', async () => {
    await zone.app.database.pool.query(
      `insert into auth_user (id, name, email) values ('own-6', '经办人', 'own-6@example.invalid') on conflict do nothing`,
    );
    await zone.app.database.pool.query(
      `insert into membership (zone_id, user_id, role, enterprise_ids, state, proposed_by, approved_by)
       values ('home', 'own-6', 'enterprise_user', array[$1]::uuid[], 'active', 'a', 'b')`,
      [id(6)],
    );
    const said = await say(6, [TAX]);
    await answer(6, 'tax', false, said.version);
    expect((await zone.call(owner(6), 'GET', '/notices')).body).toMatchObject({
      items: [
        {
          code: 'dispute_answered',
          params: { item: '税收', answer: '口径不符，维持原数据' },
          link: `/z/home/confirmations?period=2025&enterprise=${id(6)}`,
        },
      ],
    });
    const { rows } = await zone.app.database.pool.query(
      `select details from audit_entry where zone_id = 'home' and action = 'answer_dispute' order by seq desc limit 1`,
    );
    expect(rows).toMatchObject([{ details: { period: '2025', item: 'tax', value: 460, adopted: false } }]);
  });
});
