import { describe, expect, test } from 'vitest';
import { merkleTree } from '#engine/proof/merkle.ts';
import { type PublishedRow, type Receipt, rowBytes } from '#engine/proof/receipt.ts';
import { checkReceipt, readReceipt } from './check-receipt.ts';

const list = { zone: 'demo', title: '名单', published: '2026-11-26', rows: 3 };
const rows = ['甲', '乙', '丙'].map((name, position): PublishedRow => ({
  publication: 'p',
  position,
  credit_code: `code${position}`,
  name,
  class: 'B',
  score: '60.00',
  rank: position + 1,
  salt: 'salt',
}));
const tree = merkleTree(rows.map((row) => rowBytes(list, row)));
const receipt = {
  format: 'mujun-receipt-1',
  ...list,
  row: rows[1],
  proof: [...tree.proof(1)],
  root: tree.root,
} as Receipt;

describe('a receipt', () => {
  test('is good against the published root', () =>
    expect(checkReceipt(receipt, tree.root).fault).toBeUndefined());
  test('of another list is not', () =>
    expect(checkReceipt(receipt, 'f'.repeat(64)).fault).toBe('other_root'));
  test('with another class is broken', () => {
    const changed = { ...receipt, row: { ...receipt.row, class: 'A' } };
    expect(checkReceipt(changed, tree.root).fault).toBe('proof_broken');
  });
  test('is read from its file, and nothing else is', () => {
    expect(readReceipt(JSON.stringify(receipt))).toEqual(receipt);
    expect(readReceipt('{"a":1}')).toBeUndefined();
    expect(readReceipt('no JSON')).toBeUndefined();
  });
});
