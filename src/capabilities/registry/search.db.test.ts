import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { askForDaily } from '#platform/jobs/daily.ts';
import { creditCode } from '#seed/credit-codes.ts';
import { JOB_KINDS } from '#server/slices.ts';
import { actor, type TestApp, testApp } from '#test/kit/app.ts';
import { Enterprise } from './contract/enterprises.ts';
import { EnterpriseHit, MOST_HITS } from './contract/search.ts';

const officer = actor('evaluation_officer');
const at = (path: string) => `/zones/home${path}`;
const Hits = z.strictObject({ enterprises: z.array(EnterpriseHit) });
let app: TestApp;
const byName = new Map<string, Enterprise>();

const NAMES = ['云亩机械（济宁）有限公司', '济宁云亩银行', '重庆长安汽车', 'ABC科技', '100%纯棉_纺织'];

beforeAll(async () => {
  app = await testApp();
  for (const [i, name] of NAMES.entries()) {
    const input = { credit_code: creditCode(i + 1), name };
    byName.set(name, (await app.call(officer, 'POST', at('/enterprises'), input)).as(Enterprise));
  }
}, 60_000);
afterAll(() => app.close());

async function find(q: string, who = officer) {
  const answer = await app.call(who, 'GET', at(`/search?q=${encodeURIComponent(q)}`));
  return answer.as(Hits).enterprises;
}
const names = async (q: string, who = officer) => (await find(q, who)).map(({ name }) => name);

describe('search', () => {
  test('finds by name, those that begin with it first', async () => {
    expect(await names('云亩')).toEqual(['云亩机械（济宁）有限公司', '济宁云亩银行']);
    expect(await names('济宁')).toEqual(['济宁云亩银行', '云亩机械（济宁）有限公司']);
    expect(await names('abc')).toEqual(['ABC科技']);
    expect(await names('ＡＢＣ')).toEqual(['ABC科技']);
  });

  test('finds by initials as words are read, from the beginning or from within', async () => {
    expect(await find('ymjx')).toMatchObject([{ name: '云亩机械（济宁）有限公司', matched: 'initials' }]);
    expect(await names('CQCA')).toEqual(['重庆长安汽车']);
    expect(await names('ymyh')).toEqual(['济宁云亩银行']);
  });

  test('finds by the beginning of the credit code', async () => {
    const code = creditCode(3);
    expect(await find(code.slice(0, -1))).toMatchObject([{ credit_code: code, matched: 'credit_code' }]);
    expect(await names(code.toLowerCase())).toEqual(['重庆长安汽车']);
    expect(await names(creditCode(1).slice(0, 4))).toHaveLength(NAMES.length);
  });

  test('takes every character as itself', async () => {
    expect(await names('100%纯')).toEqual(['100%纯棉_纺织']);
    expect(await names('_')).toEqual(['100%纯棉_纺织']);
    expect(await names('%')).toEqual(['100%纯棉_纺织']);
    expect(await names("' or 1=1 --")).toEqual([]);
    expect((await app.call(officer, 'GET', at('/search?q='))).status).toBe(400);
  });

  test('shows nobody what is out of reach', async () => {
    const own = byName.get('重庆长安汽车')?.enterprise_id ?? '';
    const user = actor('enterprise_user', { enterpriseIds: [own] });
    expect(await names('云亩', user)).toEqual([]);
    expect(await names('cq', user)).toEqual(['重庆长安汽车']);
    const other = await app.call(officer, 'GET', '/zones/other/search?q=云亩');
    expect(other.as(Hits).enterprises).toEqual([]);
    expect((await app.call(actor('system_admin'), 'GET', at('/search?q=云亩'))).status).toBe(403);
  });

  test('follows a new name, and a merged record is found no more', async () => {
    const input = { credit_code: creditCode(20), name: '旧名称' };
    const before = (await app.call(officer, 'POST', at('/enterprises'), input)).as(Enterprise);
    const path = at(`/enterprises/${before.enterprise_id}`);
    await app.call(officer, 'PUT', path, { ...input, name: '泰山玻纤', version: 1 });
    expect(await names('tsbx')).toEqual(['泰山玻纤']);
    expect(await names('jmc')).toEqual([]);
    const kept = byName.get('ABC科技')?.enterprise_id;
    const merge = { merge_id: before.enterprise_id, reason: '同一法人' };
    expect((await app.call(officer, 'POST', at(`/enterprises/${kept}/merge`), merge)).status).toBe(200);
    expect(await names('泰山')).toEqual([]);
  });

  test('answers with twenty at most, of many that came at once', async () => {
    const rows = Array.from({ length: 300 }, (_, i) => ({
      credit_code: creditCode(1000 + i),
      name: `海岱纺织${i}`,
    }));
    await app.call(officer, 'POST', at('/enterprises/import'), { rows });
    expect(await names('海岱')).toHaveLength(MOST_HITS);
    expect(await names('hdfz')).toEqual([]);
    await app.runJobs();
    expect(app.errors).toEqual([]);
    expect(await names('hdfz')).toHaveLength(MOST_HITS);
  });

  test('names from before there were initials get theirs with the day’s work', async () => {
    await app.database.pool.query('update enterprise set initials = null');
    expect(await names('cqca')).toEqual([]);
    expect(await askForDaily(app.services, JOB_KINDS)).toBeGreaterThan(0);
    await app.runJobs();
    expect(await names('cqca')).toEqual(['重庆长安汽车']);
    expect(await askForDaily(app.services, JOB_KINDS)).toBe(0);
  });
});
