// Open findings of the grid's rows as one list, errors first, each with the figures it is about.
import type { FigureGrid, FigureGridRow } from '#capabilities/collection/contract/figure-grid.ts';

export type FindingLine = FigureGridRow['findings'][number] & {
  readonly key: string;
  readonly row: FigureGridRow;
  readonly itemName: string;
};

const GRAVITY = { error: 0, warning: 1, info: 2 } as const;

export function findingLines({ fields, items }: Pick<FigureGrid, 'fields' | 'items'>): FindingLine[] {
  const names = new Map(fields.map(({ item_id, name }) => [item_id, name]));
  return items
    .flatMap((row) =>
      row.findings
        .filter(({ state }) => state === 'open')
        .map((finding) => ({
          ...finding,
          key: `${row.enterprise_id} ${finding.item_id} ${finding.code}`,
          row,
          itemName: names.get(finding.item_id) ?? finding.item_id,
        })),
    )
    .sort((a, b) => GRAVITY[a.severity] - GRAVITY[b.severity]);
}
