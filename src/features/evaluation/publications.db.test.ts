import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { Receipt, receiptFault } from '#engine/proof/receipt.ts';
import { creditCode } from '#seed/credit-codes.ts';
import { finishedZone, type FinishedZone } from '#test/kit/finished-zone.ts';
import { PublishedMethod } from './contract/method.ts';
import { Publication, PublicRow } from './contract/shapes.ts';

let zone: FinishedZone;
let final: Publication;
beforeAll(async () => {
  zone = await finishedZone({ until: 'draft' });
  const list = z.strictObject({ items: z.array(Publication) });
  const [found] = (await zone.call(undefined, 'GET', '/publications')).as(list).items;
  if (found === undefined) throw new Error('nothing was published');
  final = found;
}, 60_000);
afterAll(() => zone.close());

const rows = async (search: string) =>
  (await zone.call(undefined, 'GET', `/publications/${final.publication_id}/rows?search=${search}`))
    .as(z.strictObject({ items: z.array(PublicRow), next: z.string().nullable() }))
    .items.map(({ name }) => name);

describe('anybody', () => {
  test('finds a row of a list by part of the name or of the credit code', async () => {
    expect(await rows(encodeURIComponent('业10'))).toEqual(['企业10']);
    expect(await rows(creditCode(4).slice(6))).toEqual(['企业4']);
    expect(await rows('%25')).toEqual([]);
    expect((await rows('')).length).toBe(10);
  });

  test('gets the receipt of a listed row, which the published root confirms', async () => {
    const path = `/publications/${final.publication_id}/receipt?credit_code=${creditCode(7)}`;
    const receipt = (await zone.call(undefined, 'GET', path)).as(Receipt);
    expect(receipt.row).toMatchObject({ name: '企业7', credit_code: creditCode(7) });
    expect(receiptFault(receipt, final.merkle_root)).toBeUndefined();
    const forged = { ...receipt, row: { ...receipt.row, class: 'A' } };
    expect(receiptFault(forged, final.merkle_root)).toBe('proof_broken');
  });

  test('reads by which method a list was made', async () => {
    const path = `/publications/${final.publication_id}/method`;
    const method = (await zone.call(undefined, 'GET', path)).as(PublishedMethod);
    expect(method.indicators.length).toBeGreaterThan(0);
    expect(method.indicators[0]?.formula).not.toBe('');
    expect(method.text).toContain('indicators');
    expect(method.explained.zh.points[0]).toBe(
      '亩均税收 = 税收 ÷ 用地面积，权重 80 分；达到 50 万元/亩 得满分，不足的按比例计分，超过的不再加分。',
    );
    expect(method.explained.en.classes[0]).toContain('the last 10% class D');
    expect((await zone.app.call(undefined, 'GET', `/zones/other${path}`)).status).toBe(404);
  });

  test('is told where a list has no such row, and in another zone no such list', async () => {
    const path = `/publications/${final.publication_id}/receipt?credit_code=${creditCode(99)}`;
    expect((await zone.call(undefined, 'GET', path)).status).toBe(404);
    const known = path.replace(creditCode(99), creditCode(7));
    expect((await zone.app.call(undefined, 'GET', `/zones/other${known}`)).status).toBe(404);
  });
});
