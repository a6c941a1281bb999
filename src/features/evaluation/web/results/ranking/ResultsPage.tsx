// Who stands where: the ranking of a run, its conditions in the address, the reason of a row beside it.
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useMemo } from 'react';
import { api } from '#web/client/api.ts';
import { useRole } from '#web/client/me.ts';
import { useFilters, useZone } from '#web/client/place.ts';
import { usePreferences } from '#web/client/preferences.ts';
import { count, percent } from '#web/ui/numbers.ts';
import { QueryBar } from '#web/ui/QueryBar.tsx';
import { Empty } from '#web/ui/States.tsx';
import { readSort, writeSort } from '#web/ui/table/column.ts';
import { DataTable } from '#web/ui/table/DataTable.tsx';
import { UI } from '#web/ui/ui-words.ts';
import { useLabel, useWords } from '#web/words/words.ts';
import type { Adjustment } from '#features/evaluation/contract/shapes.ts';
import { countBy } from '#features/evaluation/web/shared/category.ts';
import {
  bordersOf,
  classOrder,
  distancesOf,
  movesOf,
  seesEverybody,
} from '#features/evaluation/web/shared/class-order.ts';
import { useParkNames } from '#features/evaluation/web/shared/run-queries.ts';
import { labelAt } from '#features/evaluation/web/shared/run-table.ts';
import { Why } from '#features/evaluation/web/shared/why/Why.tsx';
import { ResultsFrame, type Shown } from '../ResultsFrame.tsx';
import { RESULTS } from '../results-words.ts';
import { filterRows, type Standing } from './filter-rows.ts';
import { hasSameFieldBefore } from './same-field.ts';
import { resultColumns } from './result-columns.tsx';
import { resultFields } from './result-fields.ts';
import { WhyDrawer } from './WhyDrawer.tsx';

export function ResultsPage() {
  return (
    <ResultsFrame full answer={(shown) => <Answer {...shown} />}>
      {(shown) => (shown.table.rows === 1 ? <Only {...shown} /> : <Ranking {...shown} />)}
    </ResultsFrame>
  );
}

function Answer({ evaluation, table, fields }: Shown) {
  const t = useWords(RESULTS);
  return useMemo(() => {
    const order = classOrder(fields.classes);
    const ranked = table.rank.reduce((sum, rank) => sum + (rank > 0 ? 1 : 0), 0);
    if (ranked < 2)
      return t.answerOwn(evaluation.period_id, table.names[0] ?? '', labelAt(table.finalClass, 0));
    const [best = 'A'] = order;
    const n = countBy(table.finalClass).get(best) ?? 0;
    const moves = movesOf(table, order);
    const moved = (way: string): string => count(moves.filter((move) => move === way).length);
    const hasLast = table.lastClass.labels.length > 0;
    const answer = seesEverybody(table) ? t.answer : t.answerPart;
    return (
      answer(evaluation.period_id, count(ranked), best, count(n), percent(n / ranked)) +
      (hasLast ? t.answerMoves(moved('up'), moved('down')) : '')
    );
  }, [evaluation.period_id, table, fields, t]);
}

/** An enterprise sees its own row alone: then there is nothing to rank, and everything to explain. */
function Only({ runId, table }: Shown) {
  const [enterpriseId = ''] = table.enterpriseIds;
  return (
    <div className="mj-results-one">
      <Why {...{ runId, enterpriseId, table }} />
    </div>
  );
}

function Ranking({ evaluation, runId, table, fields, all }: Shown) {
  const t = useWords(RESULTS);
  const ui = useWords(UI);
  const { lang } = usePreferences();
  const { filters, set } = useFilters();
  const parks = useParkNames();
  const adjustments = useAdjustments(runId);
  const standing = useMemo((): Standing => {
    const order = classOrder(fields.classes);
    return { table, moves: movesOf(table, order), distances: distancesOf(table, bordersOf(table, order)) };
  }, [table, fields]);
  const sameField = hasSameFieldBefore(evaluation, all);
  const columns = useMemo(
    () => resultColumns({ standing, fields, parks, adjustments, sameField, lang, t }),
    [standing, fields, parks, adjustments, sameField, lang, t],
  );
  const conditions = JSON.stringify(filters);
  const rows = useMemo(
    () => filterRows(standing, JSON.parse(conditions) as Record<string, string>),
    [standing, conditions],
  );
  const queryFields = useMemo(
    () => resultFields({ table, fields, parks, lang, t }),
    [table, fields, parks, lang, t],
  );
  const opened = filters['why'] === undefined ? undefined : table.rowOf(filters['why']);
  return (
    <>
      <QueryBar id="results" fields={queryFields} search={t.search}>
        <FromCharts fields={fields} />
      </QueryBar>
      <DataTable
        id="results"
        fileName={evaluation.name}
        label={t.table}
        columns={columns}
        rows={rows}
        rowKey={(row) => table.enterpriseIds[row] ?? String(row)}
        total={table.rows}
        sort={readSort(filters['sort'])}
        onSort={(sort) => set({ sort: writeSort(sort) })}
        onOpen={(row) => set({ why: table.enterpriseIds[row] })}
        empty={<Empty title={ui.emptyFiltered} />}
      />
      <WhyDrawer
        {...{ evaluation, runId, table, fields }}
        row={opened}
        onClose={() => set({ why: undefined })}
      />
    </>
  );
}

/** Conditions that only charts set: shown, so that they can be taken away. */
function FromCharts({ fields }: Pick<Shown, 'fields'>) {
  const t = useWords(RESULTS);
  const label = useLabel();
  const { filters, set } = useFilters();
  const { from, below, quadrant, x, y } = filters;
  const nameOf = (name: string | undefined): string => {
    const indicator = fields.indicators.find((one) => one.name === name);
    return indicator === undefined ? '' : label(indicator);
  };
  return (
    <>
      {(from !== undefined || below !== undefined) && (
        <Button size="small" title={t.clear} onClick={() => set({ from: undefined, below: undefined })}>
          {t.filterRange(from ?? '', below ?? '')} ×
        </Button>
      )}
      {quadrant !== undefined && (
        <Button
          size="small"
          title={t.clear}
          onClick={() => set({ quadrant: undefined, x: undefined, y: undefined })}
        >
          {t.filterQuadrant(nameOf(x), quadrant.startsWith('h'), nameOf(y), quadrant.endsWith('h'))} ×
        </Button>
      )}
    </>
  );
}

const NOBODY: ReadonlyMap<string, Adjustment> = new Map();

/** Those of this run that are proposed or approved; of interest to who runs the evaluation, and only they may ask. */
function useAdjustments(runId: string): ReadonlyMap<string, Adjustment> {
  const zone = useZone();
  const role = useRole();
  const { data } = useQuery({
    queryKey: ['adjustments', zone, runId],
    queryFn: () => api.evaluation.listAdjustments({ zone, run_id: runId }),
    enabled: role === 'leader' || role === 'evaluation_officer',
  });
  return useMemo(
    () =>
      data === undefined
        ? NOBODY
        : new Map(
            data.items
              .filter((one) => one.run_id === runId && one.state !== 'refused')
              .map((one) => [one.enterprise_id, one]),
          ),
    [data, runId],
  );
}
