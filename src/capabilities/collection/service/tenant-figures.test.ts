import { describe, expect, test } from 'vitest';
import type { Item } from '../contract/items.ts';
import { withTenants } from './tenant-figures.ts';

const item = (item_id: string, more: Partial<Item>): Item => ({
  item_id,
  name: item_id,
  definition: '',
  kind: 'number',
  unit: null,
  choices: [],
  office_id: null,
  cadence: 'year',
  sharing: 'shared',
  visible_to: [],
  synonyms: [],
  rules: {},
  additive: null,
  position: 0,
  version: 1,
  ...more,
});
const ITEMS = [
  item('tax', { unit: '万元' }),
  item('rd_share', { unit: '%' }),
  item('rating', { kind: 'text' }),
];
const figures = {
  enterpriseIds: ['L', 'T', 'U'],
  items: ITEMS,
  columns: new Map<string, Float64Array | (string | null)[]>([
    ['tax', Float64Array.of(100, 10, Number.NaN)],
    ['rd_share', Float64Array.of(3, 9, 9)],
    ['rating', ['A', 'D', null]],
  ]),
};

describe('a tenant that is a part of its landlord', () => {
  test('adds what adds up and nothing else', () => {
    const { columns } = withTenants(figures, [{ enterprise_id: 'T', landlord_id: 'L' }]);
    expect([...(columns.get('tax') ?? [])]).toEqual([110, 10, Number.NaN]);
    expect([...(columns.get('rd_share') ?? [])]).toEqual([3, 9, 9]);
    expect(columns.get('rating')).toEqual(['A', 'D', null]);
  });

  test('without a figure adds nothing, and the frozen columns stay as they were', () => {
    const { columns } = withTenants(figures, [{ enterprise_id: 'U', landlord_id: 'L' }]);
    expect(columns.get('tax')?.[0]).toBe(100);
    expect([...(figures.columns.get('tax') ?? [])]).toEqual([100, 10, Number.NaN]);
  });

  test('gives a landlord without figures its own', () => {
    const tenants = ['T', 'U'].map((enterprise_id) => ({ enterprise_id, landlord_id: 'N' }));
    const { enterpriseIds, columns } = withTenants(figures, tenants);
    expect(enterpriseIds).toEqual(['L', 'T', 'U', 'N']);
    expect(columns.get('tax')?.[3]).toBe(10);
    expect(columns.get('rd_share')?.[3]).toBeNaN();
    expect(columns.get('rating')?.[3]).toBeNull();
  });

  test('nobody is: the same figures, not a copy', () => {
    expect(withTenants(figures, [])).toBe(figures);
    expect(withTenants(figures, [{ enterprise_id: 'X', landlord_id: 'L' }])).toBe(figures);
  });
});
