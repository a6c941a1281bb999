// A job of the server: what it is doing and how far it is, until it has ended.
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import { api } from '../client/api.ts';
import { useZone } from '../client/place.ts';
import { useWords } from '../words/words.ts';
import { Note } from './Note.tsx';
import { percent } from './numbers.ts';
import { StatusTag } from './StatusTag.tsx';
import { UI } from './ui-words.ts';

type Props = {
  readonly jobId: string;
  /** What it is doing, in words. */
  readonly label: string;
  readonly onEnd?: (state: 'done' | 'failed' | 'cancelled') => void;
};

export function JobProgress({ jobId, label, onEnd }: Props) {
  const t = useWords(UI);
  const zone = useZone();
  const query = useQuery({
    queryKey: ['job', zone, jobId],
    queryFn: () => api.jobs.getJob({ zone, job_id: jobId }),
    refetchInterval: ({ state }) => (isEnded(state.data?.state) ? false : 700),
    staleTime: 0,
  });
  const job = query.data;
  const state = job?.state;
  const told = useRef(false);
  useEffect(() => {
    if (!isEnded(state) || told.current) return;
    told.current = true;
    onEnd?.(state);
  }, [state, onEnd]);
  if (job === undefined) return null;
  if (job.state === 'failed')
    return <Note tone="bad">{`${label}：${t.failed} ${failureText(job.error)}`}</Note>;
  if (job.state === 'cancelled') return <Note>{`${label}：${t.cancelled}`}</Note>;
  if (job.state === 'done')
    return (
      <p role="status">
        <StatusTag tone="good">{`${label}：${t.done}`}</StatusTag>
      </p>
    );
  return (
    <div className="mj-progress" role="status">
      <div style={{ display: 'flex', justifyContent: 'space-between' }}>
        <span>{label}</span>
        <span className="meta">
          {job.state === 'queued' ? t.waiting : percent(job.progress, 0)}
          <Button size="small" type="link" onClick={() => void api.jobs.cancelJob({ zone, job_id: jobId })}>
            {t.cancelJob}
          </Button>
        </span>
      </div>
      <div className="mj-progress-line">
        <i style={{ width: `${job.progress * 100}%` }} />
      </div>
    </div>
  );
}

const isEnded = (state: string | undefined): state is 'done' | 'failed' | 'cancelled' =>
  state === 'done' || state === 'failed' || state === 'cancelled';

/** What a failed job left behind: a code, and words where the server has some. */
export function failureText(error: unknown): string {
  if (typeof error !== 'object' || error === null) return '';
  const { title, code } = error as { title?: string; code?: string };
  return title ?? code ?? '';
}
