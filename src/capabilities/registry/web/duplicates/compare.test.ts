// An officer looks at each case once, and at the differences first.
import { expect, test } from 'vitest';
import type { DuplicateGroup } from '#capabilities/registry/contract/duplicates.ts';
import { comparedRows, suspectsOf } from './compare.ts';

const enterprise = (id: string): DuplicateGroup['enterprises'][number] => ({
  enterprise_id: id,
  credit_code: id,
  name: '云亩',
  status: 'active',
});
const [a, b, c] = [enterprise('a'), enterprise('b'), enterprise('c')];

test('the same enterprises found twice are one case with both reasons', () => {
  const found = suspectsOf([
    { reason: 'same_name', value: '云亩', enterprises: [a, b], distinct: null },
    { reason: 'same_account', value: 'power 1', enterprises: [b, a], distinct: null },
    { reason: 'same_account', value: 'power 2', enterprises: [a, c], distinct: null },
  ]);
  expect(found.map(({ reasons }) => reasons.map(({ value }) => value))).toEqual([
    ['云亩', 'power 1'],
    ['power 2'],
  ]);
});

test('a field nobody has is left out; one that only one has differs', () => {
  const rows = comparedRows(
    [
      { name: '甲', address: null },
      { name: '甲', address: '路 1 号' },
    ],
    [
      ['名称', ({ name }) => name],
      ['地址', ({ address }) => address],
      ['标签', () => null],
    ],
  );
  expect(rows).toEqual([
    { title: '名称', values: ['甲', '甲'], differs: false },
    { title: '地址', values: ['', '路 1 号'], differs: true },
  ]);
});
