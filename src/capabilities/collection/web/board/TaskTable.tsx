// All tasks of a campaign: the latest and the least complete stand out.
import { Button } from 'antd';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useRole } from '#web/client/me.ts';
import { usePeople } from '#web/client/people.ts';
import { useZone } from '#web/client/place.ts';
import { moment, percent } from '#web/ui/numbers.ts';
import { ReasonDialog } from '#web/ui/ReasonDialog.tsx';
import { StatusTag } from '#web/ui/StatusTag.tsx';
import { actsColumn, type Column } from '#web/ui/table/column.ts';
import { DataTable } from '#web/ui/table/DataTable.tsx';
import { useWords } from '#web/words/words.ts';
import { COLLECTION } from '../shared/collection-words.ts';
import { useItems, useOffices } from '../shared/lists.ts';
import type { BoardTask } from './BoardPage.tsx';
import { useTaskActs } from './task-acts.ts';
import { stateText, toneOf } from './task-state.ts';

export function TaskTable({ tasks }: { readonly tasks: readonly BoardTask[] }) {
  const t = useWords(COLLECTION);
  const zone = useZone();
  const navigate = useNavigate();
  const officer = useRole() === 'evaluation_officer';
  const acts = useTaskActs();
  const personOf = usePeople();
  const [back, setBack] = useState<BoardTask>();
  const offices = new Map(useOffices().data?.items.map(({ office_id, name }) => [office_id, name]));
  const items = new Map(useItems().data?.items.map(({ item_id, name }) => [item_id, name]));
  const nameOf = ({ office_id }: BoardTask): string =>
    office_id === null ? t.enterprises : (offices.get(office_id) ?? '');
  const share = ({ filled, expected }: BoardTask): number | null =>
    expected === 0 ? null : filled / expected;
  const columns: Column<BoardTask>[] = [
    { id: 'office', title: t.office, width: 130, value: nameOf },
    {
      id: 'state',
      title: t.state,
      width: 150,
      phone: true,
      value: ({ state }) => t[state],
      render: (task) => <StatusTag tone={toneOf(task)}>{stateText(task, t)}</StatusTag>,
    },
    {
      id: 'late',
      title: t.daysLate,
      unit: t.dayUnit,
      width: 80,
      digits: 0,
      value: ({ days_late }) => (days_late > 0 ? days_late : null),
    },
    {
      id: 'complete',
      title: t.complete,
      width: 90,
      digits: 3,
      bar: true,
      phone: true,
      value: share,
      render: (task) => percent(share(task)),
    },
    { id: 'due', title: t.due, width: 120, phone: true, value: ({ due_on }) => due_on },
    {
      id: 'lastImport',
      title: t.lastImport,
      width: 164,
      phone: true,
      value: ({ last_import: last }) => (last === null ? null : moment(last.at)),
    },
    {
      id: 'lastBy',
      title: t.by,
      width: 120,
      phone: true,
      value: ({ last_import: last }) => (last === null ? null : personOf(last.by)),
    },
    actsColumn(t.act, 90, (task) => (
      <span style={{ display: 'inline-flex', gap: 6 }} onClick={(event) => event.stopPropagation()}>
        {officer && task.state !== 'submitted' && task.state !== 'submitted_late' && (
          <Button size="small" onClick={() => acts.remind.mutate([task.task_id])}>
            {t.remind}
          </Button>
        )}
        {officer && (task.state === 'submitted' || task.state === 'submitted_late') && (
          <Button size="small" onClick={() => setBack(task)}>
            {t.sendBack}
          </Button>
        )}
      </span>
    )),
    {
      id: 'reminders',
      title: t.reminders,
      unit: t.times,
      width: 80,
      digits: 0,
      value: ({ reminders }) => reminders,
    },
    { id: 'filled', title: t.filled, width: 116, digits: 0, value: ({ filled }) => filled, footer: 'sum' },
    {
      id: 'expected',
      title: t.expected,
      width: 116,
      digits: 0,
      value: ({ expected }) => expected,
      footer: 'sum',
    },
    {
      id: 'items',
      title: t.items,
      width: 220,
      value: ({ item_ids }) => item_ids.map((id) => items.get(id) ?? id).join('、'),
    },
  ];
  return (
    <>
      <DataTable
        id="tasks"
        label={t.boardLabel}
        columns={columns}
        rows={tasks}
        rowKey={({ task_id }) => task_id}
        onOpen={({ item_ids }) =>
          void navigate({ to: `/z/${zone}/figures`, search: { missing: item_ids[0] ?? '' } })
        }
      />
      <ReasonDialog
        open={back !== undefined}
        title={t.sendBack}
        onClose={() => setBack(undefined)}
        onConfirm={(reason) =>
          back === undefined ? Promise.resolve() : acts.sendBack.mutateAsync({ ...back, reason })
        }
      >
        <p>{t.sendBackHint}</p>
      </ReasonDialog>
    </>
  );
}
