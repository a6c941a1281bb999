// Use cases of publication: a list that everybody can read, and of which every enterprise can prove its own row.
import { randomBytes } from 'node:crypto';
import { AppError } from '#core/app-error.ts';
import { merkleTree } from '#engine/proof/merkle.ts';
import { rowBytes } from '#engine/proof/receipt.ts';
import type { Ctx } from '#platform/ctx.ts';
import { pageFrom } from '#platform/db/cursor.ts';
import type { Database } from '#platform/db/database.ts';
import type { Evaluation, Publication, PublicRow } from '../contract/shapes.ts';
import { publishedRow } from './receipts.ts';
import {
  insertPublication,
  lastPublication,
  type ListedRow,
  selectListedRows,
  selectPublication,
  selectPublications,
  selectPublishingZones,
  selectRowsToPublish,
} from '../store/publications.ts';

const KIND_LABELS = { notice: '公示', final: '公布', correction: '更正' } as const;

/** Writes the list of a run; part of the step that publishes it. */
export async function publish(
  ctx: Ctx,
  evaluation: Evaluation,
  input: {
    readonly run_id: string;
    readonly kind: Publication['kind'];
    readonly notice_from: string | null;
    readonly notice_until: string | null;
    readonly reason: string | null;
  },
): Promise<string> {
  const id = ctx.services.newId();
  const before = await lastPublication(ctx, evaluation.evaluation_id);
  const rows = (await selectRowsToPublish(ctx, input.run_id)).map((row, i): ListedRow => ({
    position: i + 1,
    enterprise_id: row.enterprise_id,
    credit_code: row.credit_code,
    name: row.name,
    class: row.final_class ?? '',
    score: row.score === null ? null : String(row.score),
    rank: row.rank,
    salt: randomBytes(16).toString('hex'),
  }));
  const title = `${evaluation.name}（${KIND_LABELS[input.kind]}）`;
  const publishedAt = ctx.services.now();
  const list = { zone: ctx.zone, title, published: publishedAt.toISOString(), rows: rows.length };
  const { root } = merkleTree(rows.map((row) => rowBytes(list, publishedRow(id, row))));
  await insertPublication(
    ctx,
    {
      publication_id: id,
      evaluation_id: evaluation.evaluation_id,
      run_id: input.run_id,
      seq: (before?.seq ?? 0) + 1,
      kind: input.kind,
      title,
      merkle_root: root,
      row_count: rows.length,
      replaces: before?.publication_id ?? null,
      notice_from: input.notice_from,
      notice_until: input.notice_until,
      reason: input.reason,
      published_at: publishedAt,
    },
    rows,
  );
  return id;
}

/** Zones that have published a list. */
export function zonesWithPublications(database: Database): Promise<string[]> {
  return selectPublishingZones(database);
}

export async function listPublications(ctx: Ctx): Promise<{ items: Publication[] }> {
  return { items: await selectPublications(ctx) };
}

export async function getPublication(ctx: Ctx, id: string): Promise<Publication> {
  const publication = await selectPublication(ctx, id);
  if (publication === undefined) throw new AppError('publication_not_found');
  return publication;
}

export async function listPublishedRows(
  ctx: Ctx,
  input: {
    publication_id: string;
    limit: number;
    cursor?: string | undefined;
    class?: string | undefined;
    search?: string | undefined;
  },
): Promise<{ items: PublicRow[]; next: string | null }> {
  await getPublication(ctx, input.publication_id);
  const after = Number(input.cursor ?? 0);
  if (!Number.isInteger(after) || after < 0 || after > 2 ** 31 - 1)
    throw new AppError('cursor_not_understood');
  const rows = await selectListedRows(ctx, input.publication_id, { ...input, after });
  const listed = rows.map(publicRow);
  return pageFrom(listed, input.limit, (row) => String(row.position));
}

function publicRow({ position, credit_code, name, class: inClass, score, rank }: ListedRow): PublicRow {
  return { position, credit_code, name, class: inClass, score, rank };
}
