import { describe, expect, test } from 'vitest';
import { headersFor, mappingFault } from './column-mapping.ts';

const items = [{ item_id: 'tax' }, { item_id: 'energy' }];
const found = {
  unknown_headers: ['实缴数', '能耗合计', '税号'],
  mapping: {},
  columns: [{ item_id: 'staff', header: '职工人数' }],
};
const fault = (mapping: Record<string, string>, more: Partial<Parameters<typeof mappingFault>[0]> = {}) =>
  mappingFault({ ...found, ...more }, [...items, { item_id: 'staff' }], mapping);

describe('a mapping by hand', () => {
  test('of headers nobody understood to own items, and to whose a row is', () => {
    expect(fault({ 实缴数: 'tax', 能耗合计: 'energy', 税号: 'credit_code' })).toBeUndefined();
    expect(fault({})).toBeUndefined();
  });

  test.each([
    [{ 职工人数: 'tax' }, 'mapping_header_unknown'],
    [{ 没有的列: 'tax' }, 'mapping_header_unknown'],
    [{ 实缴数: 'patents' }, 'mapping_item_foreign'],
    [{ 实缴数: 'staff' }, 'mapping_item_twice'],
    [{ 实缴数: 'tax', 能耗合计: 'tax' }, 'mapping_item_twice'],
  ])('%o is refused: %s', (mapping, code) => {
    expect(fault(mapping)?.code).toBe(code);
  });

  test('can be changed afterwards: what was given by hand is no understanding', () => {
    const given = { mapping: { 实缴数: 'tax' }, columns: [{ item_id: 'tax', header: '实缴数' }] };
    const more = { ...given, unknown_headers: ['能耗合计'] };
    expect(fault({ 实缴数: 'energy', 能耗合计: 'tax' }, more)).toBeUndefined();
  });

  test('gives the headers of one item', () => {
    expect(headersFor({ 实缴数: 'tax', 税额: 'tax', 能耗: 'energy' }, 'tax')).toEqual(['实缴数', '税额']);
  });
});
