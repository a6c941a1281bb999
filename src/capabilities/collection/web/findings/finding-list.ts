// Findings of the grid's rows as one list, each with the figures it is about: the open ones errors first, the settled
// ones latest first.
import type { FigureGrid, FigureGridRow } from '#capabilities/collection/contract/figure-grid.ts';

export type FindingLine = FigureGridRow['findings'][number] & {
  readonly key: string;
  readonly row: FigureGridRow;
  readonly itemName: string;
};

/** Which findings the page shows: those nobody has decided about, or those somebody has. */
export type Shown = 'open' | 'settled';

const GRAVITY = { error: 0, warning: 1, info: 2 } as const;

/** Only about items the reader may decide about. */
export function findingLines(
  { fields, items }: Pick<FigureGrid, 'fields' | 'items'>,
  shown: Shown,
  item: string | undefined,
): FindingLine[] {
  const own = fields.filter(({ writable, item_id }) => writable && (item === undefined || item === item_id));
  const names = new Map(own.map(({ item_id, name }) => [item_id, name]));
  const allNames = new Map(fields.map(({ item_id, name }) => [item_id, name]));
  const lines = items.flatMap((row) =>
    row.findings.flatMap((finding) => {
      const itemName = names.get(finding.item_id);
      if (itemName === undefined || (finding.state === 'open') !== (shown === 'open')) return [];
      const key = `${row.enterprise_id} ${finding.item_id} ${finding.code}`;
      return [{ ...finding, params: withName(finding.params, allNames), key, row, itemName }];
    }),
  );
  return shown === 'open'
    ? lines.toSorted((a, b) => GRAVITY[a.severity] - GRAVITY[b.severity])
    : lines.toSorted((a, b) => ((a.decided_at ?? '') < (b.decided_at ?? '') ? 1 : -1));
}

/** A rule between two items names the other one by its id. */
function withName(params: FindingLine['params'], names: ReadonlyMap<string, string>): FindingLine['params'] {
  const other = names.get(String(params['other'] ?? ''));
  return other === undefined ? params : { ...params, other };
}
