// Use case: the figures of a period as a grid, with what each cell is made of and what is doubtful about it.
import { AppError } from '#core/app-error.ts';
import { getPeriod } from '#capabilities/registry/service/places.ts';
import type { Ctx } from '#platform/ctx.ts';
import { pageFrom, readCursor, writeCursor } from '#platform/db/cursor.ts';
import type { FigureField, FigureGrid, FigureGridQuery, FigureGridRow } from '../contract/figure-grid.ts';
import type { FigureValue } from '../contract/imports.ts';
import type { Item } from '../contract/items.ts';
import {
  countGridRows,
  type GridFilter,
  type GridFinding,
  type GridRow,
  selectGridFindings,
  selectGridRows,
} from '../store/figure-grid.ts';
import { selectItems } from '../store/items.ts';
import type { Figures } from '../store/tables.ts';
import { canSee, canWrite } from './rights.ts';

export async function listFigures(
  ctx: Ctx,
  input: FigureGridQuery & { period_id: string },
): Promise<FigureGrid> {
  await getPeriod(ctx, input.period_id);
  const items = (await selectItems(ctx)).filter((item) => canSee(ctx.actor, item));
  const filter = filterOf(input, items);
  const cursor = input.cursor === undefined ? undefined : readCursor(input.cursor);
  const after = cursor && { key: String(cursor.key), id: cursor.id };
  const rows = await selectGridRows(ctx, input.period_id, filter, { limit: input.limit, after });
  const page = pageFrom(rows, input.limit, (row) => writeCursor(row.name, row.enterprise_id));
  const findings = await selectGridFindings(
    ctx,
    input.period_id,
    page.items.map((row) => row.enterprise_id),
    items.map((item) => item.item_id),
  );
  const of = new Map<string, GridFinding[]>();
  for (const finding of findings)
    of.set(finding.enterprise_id, [...(of.get(finding.enterprise_id) ?? []), finding]);
  return {
    fields: items.map((item) => fieldOf(ctx, item)),
    items: page.items.map((row) => gridRow(row, items, of.get(row.enterprise_id) ?? [])),
    next: page.next,
    count: await countGridRows(ctx, input.period_id, filter),
  };
}

function filterOf(input: FigureGridQuery, items: readonly Item[]): GridFilter {
  const known = (id: string): Item => {
    const item = items.find(({ item_id }) => item_id === id);
    if (item === undefined) throw new AppError('item_not_found', { item: id });
    return item;
  };
  const { park_id, search, missing, finding, finding_state: state } = input;
  const about = finding === 'any' ? items : finding === undefined ? undefined : [known(finding)];
  return {
    park_id,
    search,
    missing:
      missing === undefined
        ? undefined
        : { item: missing, declaredCounts: known(missing).office_id === null },
    finding: about && { items: about.map(({ item_id }) => item_id), state },
  };
}

function fieldOf({ actor }: Ctx, item: Item): FigureField {
  const { item_id, name, kind, unit, office_id } = item;
  return { item_id, name, kind, unit, office_id, writable: canWrite(actor, item) };
}

function gridRow(row: GridRow, items: readonly Item[], findings: readonly GridFinding[]): FigureGridRow {
  const { enterprise_id, credit_code, name, park_id, version, confirmation } = row;
  const visible = (figures: Figures) => collect(items, (item) => figures[item.item_id]);
  return {
    enterprise_id,
    credit_code,
    name,
    park_id,
    version,
    confirmation,
    declared: visible(row.declared),
    verified: visible(row.verified),
    adopted: visible(row.adopted),
    effective: collect(items, ({ item_id: id, office_id: office }) => {
      const declared = office === null ? row.declared[id] : undefined;
      return row.adopted[id] ?? row.verified[id] ?? declared;
    }),
    findings: findings.map((finding) => ({
      item_id: finding.item_id,
      code: finding.code,
      severity: finding.severity,
      params: finding.params,
      state: finding.state,
      reason: finding.reason,
      decided_by: finding.decided_by,
      decided_at: finding.decided_at?.toISOString() ?? null,
      version: finding.version,
    })),
  };
}

function collect(
  items: readonly Item[],
  read: (item: Item) => FigureValue | null | undefined,
): Record<string, FigureValue> {
  const found: Record<string, FigureValue> = {};
  for (const item of items) {
    const value = read(item);
    if (value !== null && value !== undefined) found[item.item_id] = value;
  }
  return found;
}
