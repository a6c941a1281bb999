// What an enterprise can show about its row of a published list, without asking us.
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { z } from 'zod';
import { canonicalJson } from './canonical-json.ts';
import { type MerkleProof, verifyMerkleProof } from './merkle.ts';

/** One row as published. The salt keeps others from guessing rows from their hashes. */
export const PublishedRow = z.strictObject({
  publication: z.string(),
  position: z.number().int(),
  credit_code: z.string(),
  name: z.string(),
  class: z.string(),
  score: z.string().nullable(),
  rank: z.number().int().nullable(),
  salt: z.string(),
});
export type PublishedRow = z.infer<typeof PublishedRow>;

/** What every row of one list has in common. */
const PublishedList = z.strictObject({
  zone: z.string(),
  title: z.string(),
  published: z.string(),
  rows: z.number().int(),
});
export type PublishedList = z.infer<typeof PublishedList>;

export const Receipt = z.strictObject({
  format: z.literal('mujun-receipt-1'),
  ...PublishedList.shape,
  row: PublishedRow,
  proof: z.array(z.strictObject({ side: z.enum(['left', 'right']), hash: z.string() })),
  root: z.string(),
});
export type Receipt = z.infer<typeof Receipt>;

/**
 * The bytes of a row that the tree is made of. The list is in each of them, so that a receipt under another title, of
 * another zone or day does not fit the published root.
 */
export function rowBytes({ zone, title, published, rows }: PublishedList, row: PublishedRow): Uint8Array {
  return utf8ToBytes(canonicalJson({ list: { zone, title, published, rows }, row }));
}

export type ReceiptFault = 'proof_broken' | 'other_root';

/** `root` is the one that was published; without it only the receipt's own consistency is shown. */
export function receiptFault(receipt: Receipt, root: string | undefined): ReceiptFault | undefined {
  const proof: MerkleProof = receipt.proof;
  if (!verifyMerkleProof(rowBytes(receipt, receipt.row), proof, receipt.root)) return 'proof_broken';
  return root !== undefined && root.toLowerCase() !== receipt.root ? 'other_root' : undefined;
}
