// The tasks of one office, each with its two large actions: take the template, bring it back.
import { useMutation } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { download } from '#web/client/api.ts';
import { usePeople } from '#web/client/people.ts';
import { useZone } from '#web/client/place.ts';
import { problemOf } from '#web/client/problem.ts';
import { BusyButton } from '#web/ui/BusyButton.tsx';
import { FileDrop } from '#web/ui/FileDrop.tsx';
import { Note } from '#web/ui/Note.tsx';
import { count, moment, percent } from '#web/ui/numbers.ts';
import { Section } from '#web/ui/Section.tsx';
import { StatusTag } from '#web/ui/StatusTag.tsx';
import { useWords } from '#web/words/words.ts';
import { COLLECTION } from '../shared/collection-words.ts';
import { useItems } from '../shared/lists.ts';
import { uploadFigures } from '../shared/upload.ts';
import type { BoardTask } from './BoardPage.tsx';
import { useTaskActs } from './task-acts.ts';
import { stateText, toneOf } from './task-state.ts';

type Props = { readonly tasks: readonly BoardTask[]; readonly periodId: string };

export function OwnTasks({ tasks, periodId }: Props) {
  return (
    <>
      {tasks.map((task) => (
        <OwnTask key={task.task_id} task={task} periodId={periodId} />
      ))}
    </>
  );
}

function OwnTask({ task, periodId }: { readonly task: BoardTask; readonly periodId: string }) {
  const t = useWords(COLLECTION);
  const zone = useZone();
  const navigate = useNavigate();
  const acts = useTaskActs();
  const personOf = usePeople();
  const items = new Map(useItems().data?.items.map(({ item_id, name }) => [item_id, name]));
  const upload = useMutation({
    mutationFn: (file: File) => uploadFigures(zone, periodId, file, task.task_id),
    onSuccess: ({ importId, jobId }) =>
      void navigate({ to: `/z/${zone}/imports/${importId}`, search: { job: jobId } }),
  });
  const missing = Math.max(0, task.expected - task.filled);
  const open = task.state === 'open' || task.state === 'late' || task.state === 'returned';
  return (
    <Section
      title={task.item_ids.map((id) => items.get(id) ?? id).join('、')}
      aside={<StatusTag tone={toneOf(task)}>{`${stateText(task, t)} · ${t.due} ${task.due_on}`}</StatusTag>}
    >
      <div style={{ display: 'flex', flexDirection: 'column', gap: 12, maxWidth: 720 }}>
        {task.returned_reason !== null && task.state === 'returned' && (
          <Note tone="warn">{t.returnedBecause(task.returned_reason)}</Note>
        )}
        <div className="mj-head-actions">
          <span>
            {`${t.complete} ${percent(task.expected === 0 ? null : task.filled / task.expected)}　${t.missing(count(missing))}`}
          </span>
          {missing > 0 && (
            <Link to={`/z/${zone}/figures`} search={{ missing: task.item_ids[0] ?? '', period: periodId }}>
              {t.seeMissing}
            </Link>
          )}
        </div>
        {task.last_import !== null && (
          <div className="mj-head-actions meta">
            <Link to={`/z/${zone}/imports/${task.last_import.import_id}`}>{t.lastImport}</Link>
            <span>{`${personOf(task.last_import.by)} ${moment(task.last_import.at)}`}</span>
          </div>
        )}
        <div className="mj-head-actions">
          <Button size="large" onClick={() => download(`/zones/${zone}/tasks/${task.task_id}/template`)}>
            {t.template}
          </Button>
          {open && (
            <BusyButton
              size="large"
              type="primary"
              busy={acts.submit.isPending}
              onClick={() => acts.submit.mutate(task)}
            >
              {t.handIn}
            </BusyButton>
          )}
        </div>
        <FileDrop
          accept=".xlsx,.xls,.csv"
          hint={t.dropHint}
          disabled={upload.isPending}
          onFile={(file) => upload.mutate(file)}
        />
        {upload.isError && <Note tone="bad">{problemOf(upload.error).message}</Note>}
      </div>
    </Section>
  );
}
