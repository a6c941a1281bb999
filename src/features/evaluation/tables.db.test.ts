import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { compileScheme, evaluate, loadScheme, runIdentity } from '#engine/index.ts';
import { datasetFromArrow } from '#engine/proof/recompute.ts';
import { arrowToTable } from '#engine/table/arrow.ts';
import { type Column, textAt } from '#engine/table/column.ts';
import { actor } from '#test/kit/app.ts';
import { finishedZone, type FinishedZone } from '#test/kit/finished-zone.ts';
import { RunFields } from './contract/fields.ts';
import { EvaluationKit } from './contract/tables.ts';

const officer = actor('evaluation_officer', { userId: 'officer-1' });
let zone: FinishedZone;
beforeAll(async () => {
  zone = await finishedZone({ until: 'computed' });
}, 60_000);
afterAll(() => zone.close());

async function get(who: ReturnType<typeof actor>, path: string, headers: Record<string, string> = {}) {
  const response = await zone.app.app.request(`/api/zones/home${path}`, {
    headers: { 'x-test-actor': encodeURIComponent(JSON.stringify(who)), ...headers },
  });
  return { response, bytes: Buffer.from(await response.arrayBuffer()) };
}

function cells(column: Column | undefined): (string | number)[] {
  if (column === undefined) throw new Error('no such column');
  if (column.kind === 'number') return [...column.values];
  if (column.kind === 'category') return Array.from(column.codes, (code) => column.labels[code] ?? '');
  return Array.from({ length: column.offsets.length - 1 }, (_, row) => textAt(column, row));
}

describe('the table of a run', () => {
  test('has a row per enterprise, best first, with last year beside it', async () => {
    const run = await zone.run(zone.evaluation);
    const { response, bytes } = await get(officer, `/runs/${run}/table`);
    expect(response.headers.get('content-type')).toBe('application/vnd.apache.arrow.stream');
    const { rows, columns } = arrowToTable(bytes);
    expect(rows).toBe(10);
    expect(cells(columns.get('name')).slice(0, 3)).toEqual(['企业1', '企业2', '企业3']);
    expect(cells(columns.get('enterprise_id'))).toEqual(zone.ids);
    expect(cells(columns.get('rank'))).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(cells(columns.get('final_class')).join('')).toBe('AABBBBBCCD');
    // 企业1 was last of the year before.
    expect(cells(columns.get('last_class')).join('')).toBe('DCCBBBBBAA');
    expect(cells(columns.get('last_score'))[9]).toBeGreaterThan(80);
    expect(cells(columns.get('last_rank'))[9]).toBe(1);
    expect(cells(columns.get('v:tax_per_mu'))).toEqual([45, 42, 30, 29, 28, 27, 26, 15, 14, 2]);
    expect(cells(columns.get('p:tax_per_mu'))[0]).toBeCloseTo(72, 9);
    expect(cells(columns.get('i:tax'))[0]).toBe(450);
    expect(cells(columns.get('industry_code')).slice(0, 2)).toEqual(['34', '3512']);
  });

  test('comes packed where that is understood, and only once', async () => {
    const run = await zone.run(zone.evaluation);
    const plain = await get(officer, `/runs/${run}/table`);
    const packed = await get(officer, `/runs/${run}/table`, { 'accept-encoding': 'br, gzip' });
    expect(packed.response.headers.get('content-encoding')).toBe('gzip');
    expect(gunzipSync(packed.bytes)).toEqual(plain.bytes);
    const etag = plain.response.headers.get('etag') ?? '';
    const again = await get(officer, `/runs/${run}/table`, { 'if-none-match': etag });
    expect(again.response.status).toBe(304);
    const park = actor('park_manager', { parkIds: [zone.parks[1] ?? ''] });
    const before = await zone.run(zone.before);
    const other = await get(park, `/runs/${before}/table`, { 'if-none-match': etag });
    expect(other.response.status).toBe(200);
  });

  test('shows a park its own rows, an enterprise its own one, and nobody outside a run that is not public', async () => {
    const before = await zone.run(zone.before);
    const names = async (who: ReturnType<typeof actor>) =>
      cells(arrowToTable((await get(who, `/runs/${before}/table`)).bytes).columns.get('name'));
    const park = actor('park_manager', { parkIds: [zone.parks[1] ?? ''] });
    expect(new Set(await names(park))).toEqual(new Set(['企业6', '企业7', '企业8', '企业9', '企业10']));
    const own = actor('enterprise_user', { enterpriseIds: [zone.ids[3] ?? ''] });
    expect(await names(own)).toEqual(['企业4']);
    const unpublished = await zone.run(zone.evaluation);
    for (const who of [park, own, actor('expert'), actor('data_officer')])
      for (const path of ['table', 'fields', 'results', `results/${zone.ids[3]}`])
        expect((await get(who, `/runs/${unpublished}/${path}`)).response.status).toBe(404);
  });

  test('leaves out what an item hides from the caller', async () => {
    await zone.app.database.pool.query(
      `update item set visible_to = '{leader}' where zone_id = 'home' and item_id = 'energy'`,
    );
    const before = await zone.run(zone.before);
    const columns = async (role: 'expert' | 'leader') => [
      ...arrowToTable((await get(actor(role), `/runs/${before}/table`)).bytes).columns.keys(),
    ];
    expect(await columns('leader')).toContain('i:energy');
    expect(await columns('expert')).not.toContain('i:energy');
    const fields = (await zone.call(actor('expert'), 'GET', `/runs/${before}/fields`)).as(RunFields);
    expect(fields.inputs.map(({ name }) => name)).toEqual(['tax', 'land']);
    expect(fields.indicators[0]).toMatchObject({ zh: '亩均税收', better: 'higher', weight: 80 });
    expect(fields.classes.map((one) => one.class)).toEqual(['A', 'B', 'C', 'D']);
  });
});

describe('what a browser needs to evaluate', () => {
  test('gives the very result of the run', async () => {
    const kit = (await zone.call(officer, 'GET', `/evaluations/${zone.evaluation}/plan`)).as(EvaluationKit);
    const { bytes } = await get(officer, `/evaluations/${zone.evaluation}/dataset`);
    const { scheme } = loadScheme({ text: kit.scheme.text }, () => undefined);
    const plan = scheme && compileScheme(scheme, kit.parameters).plan;
    const dataset = datasetFromArrow(bytes);
    if (plan === undefined || dataset === undefined) throw new Error('nothing to evaluate');
    const { run } = evaluate(plan, dataset, kit.overrides);
    if (run === undefined) throw new Error('no run');
    expect(runIdentity(run)).toMatchObject({
      result: kit.run?.result_hash,
      engine: kit.engine_version,
    });
    const again = await get(officer, `/evaluations/${zone.evaluation}/dataset`, {
      'if-none-match': `"${kit.dataset.hash}"`,
    });
    expect(again.response.status).toBe(304);
    expect(kit.dataset.previous).toBe(false);
    const previous = await get(officer, `/evaluations/${zone.evaluation}/dataset/previous`);
    expect(previous.response.status).toBe(404);
  });

  test('is for those who run the evaluation', async () => {
    for (const path of ['plan', 'dataset', 'dataset/previous'])
      expect(
        (await get(actor('park_manager'), `/evaluations/${zone.evaluation}/${path}`)).response.status,
      ).toBe(403);
  });
});
