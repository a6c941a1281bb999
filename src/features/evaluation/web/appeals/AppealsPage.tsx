// All appeals, those that wait first; an enterprise sees its own and files another one here.
import { useNavigate } from '@tanstack/react-router';
import { useRole } from '#web/client/me.ts';
import { useFilters, useZone } from '#web/client/place.ts';
import { Loaded } from '#web/ui/Loaded.tsx';
import { Note } from '#web/ui/Note.tsx';
import { count, moment } from '#web/ui/numbers.ts';
import { PageBody } from '#web/ui/PageBody.tsx';
import { PageHead } from '#web/ui/PageHead.tsx';
import { QueryBar } from '#web/ui/QueryBar.tsx';
import { Empty } from '#web/ui/States.tsx';
import { StatusTag, type Tone } from '#web/ui/StatusTag.tsx';
import type { Column } from '#web/ui/table/column.ts';
import { DataTable } from '#web/ui/table/DataTable.tsx';
import { useWords } from '#web/words/words.ts';
import { type Appeal, type AppealLine, type AppealLines, useAppeals } from './appeals-query.ts';
import { APPEALS } from './appeal-words.ts';
import { FileAppeal } from './FileAppeal.tsx';

export const TONES: Readonly<Record<Appeal['state'], Tone>> = {
  submitted: 'warn',
  proposed: 'busy',
  accepted: 'good',
  rejected: 'plain',
  withdrawn: 'plain',
};

const STATES = ['submitted', 'proposed', 'accepted', 'rejected', 'withdrawn'] as const;

export function AppealsPage() {
  const query = useAppeals();
  const own = useRole() === 'enterprise_user';
  return (
    <PageBody full={!own}>
      <Loaded query={query}>
        {({ appeals, unread }) => <Appeals appeals={appeals} unread={unread} own={own} />}
      </Loaded>
    </PageBody>
  );
}

function Appeals({ appeals, unread, own }: AppealLines & { readonly own: boolean }) {
  const t = useWords(APPEALS);
  const zone = useZone();
  const navigate = useNavigate();
  const { filters } = useFilters();
  const inState = (state: Appeal['state']): string =>
    count(appeals.filter((one) => one.state === state).length);
  const search = filters['search'];
  const rows = appeals
    .filter(
      (one) =>
        (filters['state'] === undefined || one.state === filters['state']) &&
        (filters['evaluation'] === undefined || one.evaluation_id === filters['evaluation']) &&
        (search === undefined || `${one.name}${one.statement}`.includes(search)),
    )
    .sort((a, b) =>
      a.state === b.state
        ? a.submitted_at.localeCompare(b.submitted_at)
        : STATES.indexOf(a.state) - STATES.indexOf(b.state),
    );
  const columns: Column<AppealLine>[] = [
    { id: 'name', title: t.enterprise, width: 230, value: ({ name }) => name },
    {
      id: 'state',
      title: t.state,
      width: 100,
      phone: true,
      value: ({ state }) => t[state],
      render: ({ state }) => <StatusTag tone={TONES[state]}>{t[state]}</StatusTag>,
    },
    { id: 'statement', title: t.statement, width: 320, phone: true, value: ({ statement }) => statement },
    {
      id: 'corrections',
      title: t.corrections,
      width: 90,
      digits: 0,
      value: ({ corrections }) => corrections.length,
    },
    {
      id: 'effect',
      title: t.effect,
      width: 100,
      value: ({ effect }) =>
        effect === null ? null : `${effect.own.class_before} → ${effect.own.class_after}`,
    },
    {
      id: 'at',
      title: t.submittedAt,
      width: 165,
      phone: true,
      value: ({ submitted_at }) => moment(submitted_at),
    },
    { id: 'evaluation', title: t.evaluation, width: 300, value: ({ evaluation }) => evaluation.name },
  ];
  return (
    <>
      <PageHead
        answer={
          own ? t.answerOwn(count(appeals.length)) : t.answer(inState('submitted'), inState('proposed'))
        }
      />
      {unread.length > 0 && <Note tone="warn">{t.notLoaded(unread.join('、'))}</Note>}
      {own && <FileAppeal />}
      {!own && (
        <QueryBar
          id="appeals"
          search={t.enterprise}
          fields={[
            { name: 'state', label: t.state, options: STATES.map((value) => ({ value, label: t[value] })) },
            {
              name: 'evaluation',
              label: t.evaluation,
              width: 260,
              options: [...new Map(appeals.map((one) => [one.evaluation_id, one.evaluation.name]))].map(
                ([value, label]) => ({ value, label }),
              ),
            },
          ]}
        />
      )}
      <DataTable
        id="appeals"
        label={t.label}
        columns={columns}
        rows={rows}
        total={appeals.length}
        rowKey={({ appeal_id }) => appeal_id}
        onOpen={({ appeal_id }) => void navigate({ to: `/z/${zone}/appeals/${appeal_id}` })}
        empty={<Empty title={t.empty} hint={t.emptyHint} />}
      />
    </>
  );
}
