// Receipts: one row of a published list with the proof that it is in it.
import { AppError } from '#core/app-error.ts';
import { merkleTree } from '#engine/proof/merkle.ts';
import { type PublishedList, type PublishedRow, type Receipt, rowBytes } from '#engine/proof/receipt.ts';
import { getEnterprise } from '#capabilities/registry/service/enterprises.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { Publication } from '../contract/shapes.ts';
import {
  type ListedRow,
  selectListedRow,
  selectListedRows,
  selectPublication,
} from '../store/publications.ts';

type MerkleTree = ReturnType<typeof merkleTree>;

export function publishedRow(publication: string, row: ListedRow): PublishedRow {
  const { enterprise_id: _, ...published } = row;
  return { publication, ...published };
}

/** Of an enterprise within the actor's reach. */
export async function getReceipt(
  ctx: Ctx,
  input: { publication_id: string; enterprise_id: string },
): Promise<Receipt> {
  const publication = await publicationOf(ctx, input.publication_id);
  await getEnterprise(ctx, input.enterprise_id);
  const row = await selectListedRow(ctx, input.publication_id, { enterprise_id: input.enterprise_id });
  return receiptOf(ctx, publication, row);
}

/** For anybody: it holds the salt beside what the list says, which keeps nothing secret of a row that is public. */
export async function getPublicReceipt(
  ctx: Ctx,
  input: { publication_id: string; credit_code: string },
): Promise<Receipt> {
  const publication = await publicationOf(ctx, input.publication_id);
  const row = await selectListedRow(ctx, input.publication_id, { credit_code: input.credit_code });
  return receiptOf(ctx, publication, row);
}

async function publicationOf(ctx: Ctx, id: string): Promise<Publication> {
  const publication = await selectPublication(ctx, id);
  if (publication === undefined) throw new AppError('publication_not_found');
  return publication;
}

async function receiptOf(ctx: Ctx, publication: Publication, row: ListedRow | undefined): Promise<Receipt> {
  if (row === undefined) throw new AppError('result_not_found');
  const tree = await treeOf(ctx, publication);
  return {
    format: 'mujun-receipt-1',
    ...listOf(ctx, publication),
    row: publishedRow(publication.publication_id, row),
    proof: tree.proof(row.position - 1).map((step) => ({ ...step })),
    root: publication.merkle_root,
  };
}

const listOf = (ctx: Ctx, publication: Publication): PublishedList => ({
  zone: ctx.zone,
  title: publication.title,
  published: publication.published_at,
  rows: publication.row_count,
});

/** Trees of lists, the latest used last. A list never changes, and hashing a large one for each asker takes a second. */
const TREES = new Map<string, Kept>();
type Kept = { readonly tree: MerkleTree; readonly rows: number };
const FEWEST_TREES = 4;
/** Of all trees together: anybody may ask for receipts, of one list after the other. */
const MOST_ROWS = 300_000;

async function treeOf(ctx: Ctx, publication: Publication): Promise<MerkleTree> {
  const id = publication.publication_id;
  const key = `${ctx.zone} ${id}`;
  const known = TREES.get(key);
  if (known !== undefined) {
    TREES.delete(key);
    TREES.set(key, known);
    return known.tree;
  }
  const list = listOf(ctx, publication);
  const rows = await selectListedRows(ctx, id);
  const tree = merkleTree(rows.map((listed) => rowBytes(list, publishedRow(id, listed))));
  TREES.set(key, { tree, rows: rows.length });
  forgetOldest();
  return tree;
}

function forgetOldest(): void {
  let together = 0;
  for (const { rows } of TREES.values()) together += rows;
  for (const [key, { rows }] of TREES) {
    if (TREES.size <= FEWEST_TREES || together <= MOST_ROWS) return;
    TREES.delete(key);
    together -= rows;
  }
}
