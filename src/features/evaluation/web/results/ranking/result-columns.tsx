// The columns of the ranking. A row is a number: everything is read from the columns of the run.
import { Change } from '#web/ui/Change.tsx';
import { ClassChip } from '#web/ui/ClassChip.tsx';
import { unitName } from '#core/unit-names.ts';
import type { Column } from '#web/ui/table/column.ts';
import type { Lang } from '#web/client/preferences.ts';
import type { Spoken } from '#web/words/words.ts';
import type { Adjustment } from '#features/evaluation/contract/shapes.ts';
import type { RunFields } from '#features/evaluation/web/shared/run-queries.ts';
import { labelAt, numberAt } from '#features/evaluation/web/shared/run-table.ts';
import { industryName } from '../industry-name.ts';
import type { RESULTS } from '../results-words.ts';
import type { Standing } from './filter-rows.ts';

type Given = {
  readonly standing: Standing;
  readonly fields: RunFields;
  readonly parks: ReadonlyMap<string, string>;
  /** Changes by hand that the run does not contain yet, by enterprise. */
  readonly adjustments: ReadonlyMap<string, Adjustment>;
  /** Whether the ranks of the year before are of as many competitors: else places gained mean nothing. */
  readonly sameField: boolean;
  readonly lang: Lang;
  readonly t: Spoken<typeof RESULTS>;
};

export function resultColumns(given: Given): Column<number>[] {
  const { standing, fields, parks, lang, t } = given;
  const { table, distances } = standing;
  const { rank, lastRank, score, lastScore } = table;
  const change = (now: Float64Array, before: Float64Array, row: number): number | null => {
    const difference = (now[row] as number) - (before[row] as number);
    return Number.isNaN(difference) ? null : difference;
  };
  const rankChange: Column<number> = {
    id: 'rank_change',
    title: t.rankChange,
    width: 88,
    digits: 0,
    phone: true,
    value: (row) => change(lastRank, rank, row),
    render: (row) => <Change value={change(lastRank, rank, row)} digits={0} />,
  };
  return [
    { id: 'name', title: t.name, width: 220, value: (row) => table.names[row] ?? '' },
    { id: 'rank', title: t.rank, width: 68, digits: 0, phone: true, value: (row) => numberAt(rank, row) },
    {
      id: 'class',
      title: t.class,
      width: 92,
      phone: true,
      value: (row) => labelAt(table.finalClass, row),
      render: (row) => <ClassCell row={row} {...given} />,
    },
    {
      id: 'last_class',
      title: t.lastClass,
      width: 84,
      value: (row) => labelAt(table.lastClass, row),
      render: (row) => <LastClassCell row={row} {...given} />,
    },
    ...(given.sameField ? [rankChange] : []),
    {
      id: 'score',
      title: t.score,
      unit: t.points,
      width: 110,
      digits: 2,
      bar: true,
      phone: true,
      footer: 'median',
      value: (row) => numberAt(score, row),
    },
    {
      id: 'score_change',
      title: t.scoreChange,
      unit: t.points,
      width: 96,
      digits: 2,
      hidden: true,
      value: (row) => change(score, lastScore, row),
      render: (row) => <Change value={change(score, lastScore, row)} />,
    },
    {
      id: 'distance',
      title: t.distance,
      unit: t.points,
      width: 92,
      digits: 2,
      hidden: true,
      value: (row) => numberAt(distances, row),
      render: (row) => <Change value={numberAt(distances, row)} />,
    },
    {
      id: 'park',
      title: t.park,
      width: 130,
      value: (row) => parks.get(labelAt(table.parkIds, row)) ?? null,
    },
    {
      id: 'industry',
      title: t.industry,
      width: 220,
      value: (row) => industryName(labelAt(table.industries, row), lang),
    },
    {
      id: 'scale',
      title: t.scale,
      width: 80,
      hidden: true,
      value: (row) => {
        const scale = labelAt(table.scales, row);
        return scale === 'above_scale' || scale === 'below_scale' ? t[scale] : null;
      },
    },
    ...fields.indicators.flatMap((indicator): Column<number>[] => {
      const values = table.valuesOf(indicator.name);
      const points = table.pointsOf(indicator.name);
      const title = indicator[lang];
      return [
        {
          id: `v:${indicator.name}`,
          title,
          unit: unitName(indicator.unit ?? '', lang),
          width: 124,
          digits: 2,
          footer: 'median',
          value: (row) => numberAt(values, row),
        },
        {
          id: `p:${indicator.name}`,
          title: t.pointsOf(title),
          unit: t.points,
          width: 124,
          digits: 2,
          footer: 'median',
          value: (row) => numberAt(points, row),
        },
      ];
    }),
    {
      id: 'pool',
      title: t.pool,
      width: 100,
      hidden: true,
      value: (row) => labelAt(table.pools, row),
    },
    {
      id: 'credit_code',
      title: t.creditCode,
      width: 170,
      hidden: true,
      value: (row) => table.creditCodes[row] ?? '',
    },
  ];
}

type CellProps = Given & { readonly row: number };

/** The class that counts; beside it what was computed, and what is decided or proposed by hand. */
function ClassCell({ row, standing: { table }, adjustments, t }: CellProps) {
  const final = labelAt(table.finalClass, row);
  const computed = labelAt(table.computedClass, row);
  const adjustment = adjustments.get(table.enterpriseIds[row] ?? '');
  return (
    <span className="mj-results-class">
      <ClassChip value={final} />
      {computed !== final && <small title={t.computed(computed)}>{computed}</small>}
      {adjustment !== undefined && <Pending adjustment={adjustment} t={t} />}
    </span>
  );
}

function Pending({
  adjustment: { state, from_class, to_class },
  t,
}: { readonly adjustment: Adjustment } & Pick<Given, 't'>) {
  if (state === 'refused') return null;
  const [long, short] =
    state === 'proposed'
      ? [t.pending(from_class, to_class), t.pendingShort(to_class)]
      : [t.approved(from_class, to_class), t.approvedShort(to_class)];
  return <small title={long}>{short}</small>;
}

function LastClassCell({ row, standing: { table, moves }, t }: CellProps) {
  const before = labelAt(table.lastClass, row);
  const move = moves[row];
  if (before === '') return <span className="meta">—</span>;
  return (
    <span className="mj-results-class">
      <ClassChip value={before} />
      {(move === 'up' || move === 'down') && (
        <span className="mj-change" data-way={move === 'up' ? 'better' : 'worse'} title={t[move]}>
          {move === 'up' ? '↑' : '↓'}
        </span>
      )}
    </span>
  );
}
