// Enterprises by risk, the least safe first, with the chances of each class as a bar.
import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { Robustness } from '#engine/simulate/robustness.ts';
import { useFilters, useZone } from '#web/client/place.ts';
import { ClassChip } from '#web/ui/ClassChip.tsx';
import { count, percent } from '#web/ui/numbers.ts';
import { QueryBar } from '#web/ui/QueryBar.tsx';
import { Section } from '#web/ui/Section.tsx';
import { Empty } from '#web/ui/States.tsx';
import { type Column, readSort, writeSort } from '#web/ui/table/column.ts';
import { DataTable } from '#web/ui/table/DataTable.tsx';
import { UI } from '#web/ui/ui-words.ts';
import { useWords } from '#web/words/words.ts';
import type { Opened } from '#features/evaluation/web/engine-worker/messages.ts';
import type { Evaluation } from '#features/evaluation/web/shared/evaluation-choice.ts';
import { type Chance, chancesOf, RISKS, rowsByRisk } from './risk.ts';
import { ROBUST } from './robustness-words.ts';

type Props = { readonly evaluation: Evaluation; readonly opened: Opened; readonly robustness: Robustness };

export function RiskTable({ evaluation, opened, robustness }: Props) {
  const t = useWords(ROBUST);
  const ui = useWords(UI);
  const zone = useZone();
  const navigate = useNavigate();
  const { filters, set } = useFilters();
  const { class: letter, risk, search } = filters;
  const columns = useColumns(opened, robustness);
  const rank = opened.standing?.rank;
  const rows = useMemo(() => {
    if (rank === undefined) return [];
    const wanted = rowsByRisk(robustness, rank, { class: letter, risk });
    return search === undefined ? wanted : wanted.filter((row) => (opened.names[row] ?? '').includes(search));
  }, [robustness, rank, letter, risk, search, opened]);
  const classes = robustness.classes.filter((name) => name !== '');
  return (
    <Section title={t.list}>
      <div className="mj-risk-list">
        <QueryBar
          id="robustness"
          search={t.name}
          fields={[
            { name: 'class', label: t.class, options: classes.map((name) => ({ value: name, label: name })) },
            { name: 'risk', label: t.risk, options: RISKS.map((name) => ({ value: name, label: t[name] })) },
          ]}
        />
        <DataTable
          id="robustness"
          fileName={`${evaluation.name} ${t.risk}`}
          label={t.list}
          columns={columns}
          rows={rows}
          rowKey={(row) => opened.ids[row] ?? String(row)}
          sort={readSort(filters['sort'])}
          onSort={(sort) => set({ sort: writeSort(sort) })}
          height={560}
          empty={<Empty title={ui.emptyFiltered} />}
          onOpen={(row) => {
            const why = opened.enterpriseIds[row];
            if (why === undefined || why === '') return;
            const { period_id: period, evaluation_id } = evaluation;
            void navigate({ to: `/z/${zone}/results`, search: { period, evaluation: evaluation_id, why } });
          }}
        />
      </div>
    </Section>
  );
}

function useColumns(opened: Opened, robustness: Robustness): Column<number>[] {
  const t = useWords(ROBUST);
  return useMemo(() => {
    const { classes, point, safety, safetyError, rankLow, rankHigh, sdScore } = robustness;
    const standing = opened.standing;
    const there = (value: number | undefined): number | null =>
      value === undefined || Number.isNaN(value) ? null : value;
    const letterOf = (row: number): string => classes[point[row] ?? -1] ?? '';
    return [
      { id: 'name', title: t.name, width: 220, value: (row) => opened.names[row] ?? opened.ids[row] ?? '' },
      {
        id: 'class',
        title: t.class,
        width: 64,
        phone: true,
        value: letterOf,
        render: (row) => <ClassChip value={letterOf(row)} />,
      },
      {
        id: 'kept',
        title: t.kept,
        unit: '%',
        width: 110,
        digits: 1,
        phone: true,
        footer: 'median',
        value: (row) => (safety[row] ?? 0) * 100,
      },
      {
        id: 'error',
        title: t.error,
        unit: '%',
        width: 84,
        digits: 1,
        hidden: true,
        value: (row) => (safetyError[row] ?? 0) * 100,
      },
      {
        id: 'chances',
        title: t.chances,
        width: 260,
        sortable: false,
        phone: true,
        value: (row) =>
          chancesOf(robustness, row)
            .map(({ class: name, share }) => `${name} ${percent(share)}`)
            .join(' '),
        render: (row) => <Chances chances={chancesOf(robustness, row)} order={classes} />,
      },
      { id: 'rank', title: t.rank, width: 70, digits: 0, value: (row) => there(standing?.rank[row]) },
      {
        id: 'ranks',
        title: t.ranks,
        width: 120,
        sortable: false,
        value: (row) => `${count(there(rankLow[row]))}–${count(there(rankHigh[row]))}`,
      },
      {
        id: 'score',
        title: t.score,
        unit: t.points,
        width: 90,
        digits: 2,
        value: (row) => there(standing?.score[row]),
      },
      {
        id: 'spread',
        title: t.spread,
        unit: t.points,
        width: 90,
        digits: 2,
        value: (row) => there(sdScore[row]),
      },
    ];
  }, [opened, robustness, t]);
}

type ChancesProps = { readonly chances: readonly Chance[]; readonly order: readonly string[] };

/** In the order of classes, so that bars compare down the column; letters where there is room. */
function Chances({ chances, order }: ChancesProps) {
  const t = useWords(ROBUST);
  const inOrder = [...chances].sort((a, b) => order.indexOf(a.class) - order.indexOf(b.class));
  const text = chances
    .map((one) => t.chance(one.class === '' ? '—' : one.class, percent(one.share)))
    .join('  ');
  return (
    <span className="mj-chances" role="img" aria-label={text} title={text}>
      {inOrder.map((one) => (
        <i key={one.class} data-class={one.class} style={{ width: `${one.share * 100}%` }}>
          {one.share >= 0.14 ? `${one.class} ${percent(one.share, 0)}` : ''}
        </i>
      ))}
    </span>
  );
}
