// Periods, the land areas of each, and the figures of the years that are closed.
import { applyFigures } from '#capabilities/collection/store/figures.ts';
import { computeLandAreas } from '#capabilities/registry/service/land-areas.ts';
import { createPeriod } from '#capabilities/registry/service/places.ts';
import type { Ctx } from '#platform/ctx.ts';
import { DEMO_YEARS, type Figures } from '../world/figures.ts';
import type { DemoEnterprise } from '../world/world.ts';

export async function makePeriod(ctx: Ctx, year: number): Promise<void> {
  await createPeriod(ctx, {
    period_id: String(year),
    name: `${year}年度`,
    kind: 'year',
    starts_on: `${year}-01-01`,
    ends_on: `${year}-12-31`,
  });
  await computeLandAreas(ctx, String(year));
}

type Item = keyof Figures;

/** The figures of some items, as an office verified them; what is not known is left out. */
export async function enterFigures(
  ctx: Ctx,
  year: number,
  firms: readonly { readonly one: DemoEnterprise; readonly id: string }[],
  items: readonly Item[] | 'all',
): Promise<void> {
  const at = DEMO_YEARS.findIndex((each) => each === year);
  const rows = firms.map(({ one, id }) => {
    const known = Object.entries(one.figures[at] ?? {}).filter(
      ([item, value]) => value !== null && (items === 'all' || items.some((wanted) => wanted === item)),
    );
    return { enterprise_id: id, figures: Object.fromEntries(known) };
  });
  await applyFigures(ctx, String(year), rows, { layer: 'verified', reason: '演示数据' });
}
