// Findings worked through one by one: by keyboard, the list at the left, what it is about at the right; on a narrow screen
// the list first, and each finding as a step of its own.
import { useMutation } from '@tanstack/react-query';
import { App, Segmented } from 'antd';
import { useState } from 'react';
import { api } from '#web/client/api.ts';
import { usePeriod } from '#web/client/me.ts';
import { usePeople } from '#web/client/people.ts';
import { useFilters, useZone } from '#web/client/place.ts';
import { usePreferences } from '#web/client/preferences.ts';
import { problemOf } from '#web/client/problem.ts';
import { BusyButton } from '#web/ui/BusyButton.tsx';
import { JobProgress } from '#web/ui/JobProgress.tsx';
import { count } from '#web/ui/numbers.ts';
import { PageBody } from '#web/ui/PageBody.tsx';
import { PageHead } from '#web/ui/PageHead.tsx';
import { QueryBar } from '#web/ui/QueryBar.tsx';
import { Empty, Failure, Loading } from '#web/ui/States.tsx';
import { type Sort, sortRows } from '#web/ui/table/column.ts';
import { DataTable } from '#web/ui/table/DataTable.tsx';
import { usePhone } from '#web/ui/use-phone.ts';
import { useWords } from '#web/words/words.ts';
import '../shared/collection.css';
import { COLLECTION } from '../shared/collection-words.ts';
import { useParks } from '../shared/lists.ts';
import { DecideDialog, type Deciding } from './DecideDialog.tsx';
import { DecisionButtons } from './DecisionButtons.tsx';
import { type Decision, DECISIONS, MOST_AT_ONCE } from './decisions.ts';
import { findingColumns } from './finding-columns.tsx';
import { useFindingKeys } from './finding-keys.ts';
import type { FindingLine, Shown } from './finding-list.ts';
import { FindingStep } from './FindingStep.tsx';
import { OneFinding } from './OneFinding.tsx';
import { useCurrent } from './use-current.ts';
import { useFindings } from './use-findings.ts';

export function FindingsPage() {
  const t = useWords(COLLECTION);
  const { lang } = usePreferences();
  const zone = useZone();
  const period = usePeriod() ?? '';
  const phone = usePhone();
  const personOf = usePeople();
  const { filters, set } = useFilters();
  const { message } = App.useApp();
  const parks = useParks().data?.items ?? [];
  const shown: Shown = filters['shown'] === 'settled' ? 'settled' : 'open';
  const { query, counting, fields, lines } = useFindings(shown);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [sort, setSort] = useState<Sort>();
  const [deciding, setDeciding] = useState<Deciding>();
  const [job, setJob] = useState<string>();
  const check = useMutation({
    mutationFn: () => api.collection.runChecks({ zone, period_id: period }),
    onSuccess: ({ job_id }) => setJob(job_id),
    onError: (error) => void message.error(problemOf(error).message),
  });
  const columns = findingColumns(shown, { t, lang, personOf });
  const sorted = sortRows(lines, columns, sort);
  const { at, marked, go, close } = useCurrent(sorted, phone);
  const line = sorted[at];
  const chosen = sorted.filter(({ key }) => selected.has(key));
  const toggle = (key: string): void => {
    const next = new Set(selected);
    if (!next.delete(key)) next.add(key);
    setSelected(next);
  };
  const decideLine = (what: Decision): void => {
    if (line !== undefined) setDeciding({ what, lines: [line] });
  };
  useFindingKeys((key) => {
    if (line === undefined) return;
    if ('step' in key) go(sorted[Math.min(sorted.length - 1, Math.max(0, at + key.step))]);
    else if ('choose' in key) toggle(line.key);
    else {
      const what = DECISIONS[shown][key.decision];
      if (what !== undefined) decideLine(what);
    }
  });
  if (query.isError) return <Failure error={query.error} retry={() => void query.refetch()} />;
  if (query.data === undefined) return <Loading />;
  return (
    <PageBody full>
      <PageHead
        kicker={phone ? undefined : shown === 'open' ? t.findingsHint : t.settledHint}
        answer={counting ? t.counting : answerOf(lines, shown, t)}
        actions={
          <BusyButton busy={check.isPending} onClick={() => check.mutate()}>
            {t.check}
          </BusyButton>
        }
      />
      {job !== undefined && <JobProgress jobId={job} label={t.checking} onEnd={() => void query.refetch()} />}
      <QueryBar
        id="findings"
        search={t.search}
        fields={[
          {
            name: 'park_id',
            label: t.park,
            options: parks.map((park) => ({ value: park.park_id, label: park.name })),
          },
          {
            name: 'item',
            label: t.item,
            options: fields.map((field) => ({ value: field.item_id, label: field.name })),
          },
        ]}
      >
        <Segmented
          aria-label={t.state}
          value={shown}
          options={[
            { value: 'open' as const, label: t.toSettle },
            { value: 'settled' as const, label: t.alreadySettled },
          ]}
          onChange={(next) => {
            setSelected(new Set());
            set({ shown: next === 'settled' ? next : undefined });
          }}
        />
      </QueryBar>
      <div className="mj-findings">
        <div>
          <DataTable
            id={shown === 'open' ? 'findings' : 'findings-settled'}
            label={t.findingsLabel}
            columns={columns}
            rows={lines}
            rowKey={keyOfLine}
            sort={sort}
            onSort={setSort}
            active={marked ?? ''}
            selection={selected}
            onSelect={setSelected}
            onOpen={go}
            bar={
              chosen.length > 0 && (
                <DecideChosen
                  count={chosen.length}
                  shown={shown}
                  onDecide={(what) => setDeciding({ what, lines: chosen })}
                />
              )
            }
            empty={<Empty title={shown === 'open' ? t.findingsDone : t.noneSettled} />}
          />
        </div>
        {!phone && line !== undefined && (
          <aside className="mj-card mj-finding" aria-live="polite">
            <OneFinding line={line} fields={fields} periodId={period}>
              <DecisionButtons keys shown={shown} onDecide={decideLine} />
            </OneFinding>
          </aside>
        )}
      </div>
      {phone && (
        <FindingStep
          lines={sorted}
          line={line}
          fields={fields}
          periodId={period}
          shown={shown}
          onStep={go}
          onDecide={decideLine}
          onClose={close}
        />
      )}
      <DecideDialog
        deciding={deciding}
        periodId={period}
        onClose={() => setDeciding(undefined)}
        onDone={() => {
          const done = new Set(deciding?.lines.map(({ key }) => key));
          setSelected(new Set());
          // The next one takes the place of what was settled.
          const isLeft = ({ key }: FindingLine): boolean => !done.has(key);
          go(sorted.slice(Math.max(0, at)).find(isLeft) ?? sorted.find(isLeft));
        }}
      />
    </PageBody>
  );
}

const keyOfLine = ({ key }: FindingLine): string => key;

type Words = ReturnType<typeof useWords<typeof COLLECTION>>;

function answerOf(lines: readonly FindingLine[], shown: Shown, t: Words): string {
  const of = (is: (line: FindingLine) => boolean): string => count(lines.filter(is).length);
  if (shown === 'settled')
    return lines.length === 0
      ? t.noneSettled
      : t.settledAnswer(
          count(lines.length),
          of(({ state }) => state === 'accepted'),
          of(({ state }) => state === 'explained'),
        );
  return lines.length === 0
    ? t.findingsDone
    : t.findingsAnswer(
        count(lines.length),
        of(({ severity }) => severity === 'error'),
      );
}

type ChosenProps = {
  readonly count: number;
  readonly shown: Shown;
  readonly onDecide: (what: Decision) => void;
};

/** The same decisions as for a single one, for all that are chosen. */
function DecideChosen({ count: n, shown, onDecide }: ChosenProps) {
  const t = useWords(COLLECTION);
  if (n > MOST_AT_ONCE) return <span className="meta">{t.tooMany(count(MOST_AT_ONCE))}</span>;
  return <DecisionButtons equal size="small" {...{ shown, onDecide }} />;
}
