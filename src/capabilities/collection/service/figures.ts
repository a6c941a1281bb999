// Use cases on the figures of one enterprise: all layers side by side, single corrections, and every change there was.
import { AppError } from '#core/app-error.ts';
import { recordEvent } from '#capabilities/audit/service/record.ts';
import { getEnterprise } from '#capabilities/registry/service/enterprises.ts';
import { getPeriod } from '#capabilities/registry/service/places.ts';
import type { Ctx } from '#platform/ctx.ts';
import { isUniqueViolation } from '#platform/db/violations.ts';
import type { FigureChange, FigureLine, FigureSheet } from '../contract/figures.ts';
import type { FigureValue, Layer } from '../contract/imports.ts';
import type { Item } from '../contract/items.ts';
import {
  applyFigures,
  type ChangeRow,
  type FigureRow,
  selectChanges,
  selectFigures,
} from '../store/figures.ts';
import { selectItems } from '../store/items.ts';
import { selectSourcesOf } from '../store/merges.ts';
import { periodBefore } from './checks.ts';
import { canSee, canWrite, requireItem } from './rights.ts';

type Which = { readonly period_id: string; readonly enterprise_id: string };

export async function getFigures(ctx: Ctx, { period_id, enterprise_id }: Which): Promise<FigureSheet> {
  const row = await figuresOf(ctx, { period_id, enterprise_id });
  const last = await periodBefore(ctx, period_id);
  const rowBefore = last === undefined ? undefined : await selectFigures(ctx, last, enterprise_id);
  const items = (await selectItems(ctx)).filter((item) => canSee(ctx.actor, item));
  return {
    enterprise_id,
    period_id,
    period_before: last ?? null,
    version: row?.version ?? 0,
    lines: items.map((item) => ({ ...lineOf(item, row), before: lineOf(item, rowBefore).effective })),
  };
}

/** Undefined where the enterprise has none yet; throws when there is no such period or enterprise. */
async function figuresOf(ctx: Ctx, { period_id, enterprise_id }: Which): Promise<FigureRow | undefined> {
  await getPeriod(ctx, period_id);
  await getEnterprise(ctx, enterprise_id);
  return selectFigures(ctx, period_id, enterprise_id);
}

/** What a change has to name. */
export async function figuresVersion(ctx: Ctx, which: Which): Promise<number> {
  return (await figuresOf(ctx, which))?.version ?? 0;
}

function lineOf(
  { item_id, name, unit, office_id }: Item,
  row: FigureRow | undefined,
): Omit<FigureLine, 'before'> {
  const adopted = row?.adopted[item_id] ?? null;
  const verified = row?.verified[item_id] ?? null;
  const declared = row?.declared[item_id] ?? null;
  const layers: readonly (readonly [Layer, FigureValue | null])[] = [
    ['adopted', adopted],
    ['verified', verified],
    ['declared', office_id === null ? declared : null],
  ];
  const [layer, effective] = layers.find(([, value]) => value !== null) ?? [null, null];
  return { item_id, name, unit, declared, verified, adopted, effective, effective_layer: layer };
}

/** An officer adopts, an office verifies, an enterprise declares. */
export async function setFigure(
  ctx: Ctx,
  input: Which & { item_id: string; value: FigureValue | null; reason: string; version: number },
): Promise<FigureSheet> {
  const item = requireItem(await selectItems(ctx), input.item_id);
  if (!canWrite(ctx.actor, item)) throw new AppError('forbidden');
  checkValue(item, input.value);
  const before = await figuresOf(ctx, input);
  if ((before?.version ?? 0) !== input.version) throw new AppError('changed_meanwhile');
  const layer = LAYERS[ctx.actor.role] ?? 'adopted';
  const row = { enterprise_id: input.enterprise_id, figures: { [item.item_id]: input.value } };
  await applyFigures(ctx, input.period_id, [row], { layer, reason: input.reason }).catch((error: unknown) => {
    throw isUniqueViolation(error) ? new AppError('changed_meanwhile') : error;
  });
  const after = await getFigures(ctx, input);
  // Two people at once both saw the same version; the later one finds it moved by more than its own change, or by none.
  if (after.version !== input.version + 1) throw new AppError('changed_meanwhile');
  await recordEvent(ctx, {
    action: 'set_figure',
    object: ['enterprise', input.enterprise_id],
    details: {
      period: input.period_id,
      item: item.item_id,
      layer,
      from: before?.[layer][item.item_id] ?? null,
      to: input.value,
      reason: input.reason,
    },
  });
  return after;
}

const LAYERS: Readonly<Record<string, Layer>> = { data_officer: 'verified', enterprise_user: 'declared' };

export function checkValue(item: Item, value: FigureValue | null): void {
  if (value === null) return;
  const expected = { number: 'number', yes_no: 'boolean', text: 'string', choice: 'string' } as const;
  if (typeof value !== expected[item.kind])
    throw new AppError('figure_of_other_kind', { expected: expected[item.kind] });
  if (item.kind === 'choice' && !item.choices.includes(String(value)))
    throw new AppError('choice_unknown', {
      value: String(value),
      choices: item.choices.slice(0, 10).join('、'),
    });
  const { min = -Infinity, max = Infinity } = item.rules;
  if (typeof value === 'number' && (value < min || value > max))
    throw new AppError('figure_out_of_range', {
      value,
      range: `${item.rules.min ?? '…'}–${item.rules.max ?? '…'}`,
    });
}

export async function listFigureChanges(
  ctx: Ctx,
  input: Which & { item_id: string },
): Promise<{ items: FigureChange[] }> {
  const item = requireItem(await selectItems(ctx), input.item_id);
  if (!canSee(ctx.actor, item)) throw new AppError('item_not_found', { item: input.item_id });
  await getEnterprise(ctx, input.enterprise_id);
  return { items: await changesOf(ctx, input) };
}

/** The newest first; behind them those of a merged record, where the figure came over from it. */
async function changesOf(ctx: Ctx, which: Which & { item_id: string }): Promise<FigureChange[]> {
  const { period_id: period, enterprise_id: id, item_id: item } = which;
  const rows = await selectChanges(ctx, period, id, item);
  const own = rows.map((row) => changeOf(row, id, item)).filter(({ from, to }) => from !== to);
  for (const source of await selectSourcesOf(ctx, period, id, item))
    own.push(...(await changesOf(ctx, { ...which, enterprise_id: source })));
  return own;
}

function changeOf(row: ChangeRow, enterpriseId: string, item: string): FigureChange {
  const { version, layer, changed_by, reason, import_id, file_name, row_number } = row;
  return {
    enterprise_id: enterpriseId,
    version,
    layer,
    from: row.before[item] ?? null,
    to: row.after[item] ?? null,
    changed_by,
    changed_at: row.changed_at.toISOString(),
    reason,
    import_id: import_id ?? row.undoes,
    file_name,
    row_number,
    column: row.columns?.find(({ item_id }) => item_id === item)?.header ?? null,
  };
}

/** What an accepted appeal or dispute corrects. */
export async function adoptFigures(
  ctx: Ctx,
  which: Which,
  figures: Readonly<Record<string, FigureValue>>,
  reason: string,
): Promise<void> {
  const items = await selectItems(ctx);
  for (const [id, value] of Object.entries(figures)) checkValue(requireItem(items, id), value);
  await applyFigures(
    ctx,
    which.period_id,
    [{ enterprise_id: which.enterprise_id, figures: { ...figures } }],
    {
      layer: 'adopted',
      reason,
    },
  );
}
