// The figures that count, as columns: what an evaluation is frozen from and what checks look at.
import type { Ctx } from '#platform/ctx.ts';
import type { FigureValue } from '../contract/imports.ts';
import type { Item } from '../contract/items.ts';
import { type FigureTexts, selectAllFigures } from '../store/figures.ts';
import { selectItems } from '../store/items.ts';
import { selectMergedIds } from '../store/merges.ts';

/** Numbers and yes/no (1, 0) with NaN for absent; texts and choices with null. */
export type FigureColumn = Float64Array | (string | null)[];

export type EffectiveFigures = {
  readonly enterpriseIds: readonly string[];
  readonly items: readonly Item[];
  readonly columns: ReadonlyMap<string, FigureColumn>;
};

type Parsed = Readonly<Record<string, FigureValue>>;

/** Item by item: adopted, else verified, else declared where the item has no source office. */
export async function effectiveFigures(ctx: Ctx, period: string): Promise<EffectiveFigures> {
  const items = await selectItems(ctx);
  const merged = await selectMergedIds(ctx);
  const all = await selectAllFigures(ctx, period);
  const rows = merged.size === 0 ? all : all.filter((row) => !merged.has(row.enterprise_id));
  const columns = new Map(
    items.map((item): [string, FigureColumn] => [
      item.item_id,
      isNumeric(item)
        ? new Float64Array(rows.length).fill(Number.NaN)
        : new Array<string | null>(rows.length).fill(null),
    ]),
  );
  rows.forEach((row, at) => fillRow(columns, items, layersOf(row), at));
  return { enterpriseIds: rows.map((row) => row.enterprise_id), items, columns };
}

const isNumeric = ({ kind }: Item): boolean => kind === 'number' || kind === 'yes_no';

function layersOf(row: FigureTexts): readonly [adopted: Parsed, verified: Parsed, declared: Parsed] {
  return [parsed(row.adopted), parsed(row.verified), parsed(row.declared)];
}

const NOTHING: Parsed = {};
const parsed = (text: string | null): Parsed => (text === null ? NOTHING : (JSON.parse(text) as Parsed));

function fillRow(
  columns: ReadonlyMap<string, FigureColumn>,
  items: readonly Item[],
  [adopted, verified, declared]: ReturnType<typeof layersOf>,
  at: number,
): void {
  for (const item of items) {
    const { item_id: id } = item;
    const value = adopted[id] ?? verified[id] ?? (item.office_id === null ? declared[id] : undefined);
    if (value === undefined) continue;
    const column = columns.get(id);
    if (column instanceof Float64Array) column[at] = Number(value);
    else if (column !== undefined) column[at] = String(value);
  }
}
