// Reports on paper: of many enterprises as a job, of a park at once.
import { useMutation } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { api, download } from '#web/client/api.ts';
import { useZone } from '#web/client/place.ts';
import { problemOf } from '#web/client/problem.ts';
import { JobProgress } from '#web/ui/JobProgress.tsx';
import { Note } from '#web/ui/Note.tsx';
import { PageBody } from '#web/ui/PageBody.tsx';
import { PageHead } from '#web/ui/PageHead.tsx';
import { Section } from '#web/ui/Section.tsx';
import { Empty } from '#web/ui/States.tsx';
import { useWords } from '#web/words/words.ts';
import { useEvaluations } from '../shared/evaluation-choice.ts';
import { useParkNames } from '../shared/run-queries.ts';
import { PUBLIC } from './public-words.ts';
import './public.css';

type Choice = {
  readonly format: 'pdf' | 'docx';
  readonly lang: 'zh' | 'en';
  readonly class: string | undefined;
  readonly park_id: string | undefined;
};

export function DocumentsPage() {
  const t = useWords(PUBLIC);
  const runs = (useEvaluations().data?.items ?? []).filter(({ run_id }) => run_id !== null);
  const [run, setRun] = useState<string>();
  const chosen = run ?? runs.find(({ state }) => state === 'final')?.run_id ?? runs[0]?.run_id ?? undefined;
  return (
    <PageBody>
      <PageHead answer={t.docAnswer} />
      {chosen === undefined ? (
        <Empty title={t.noRun} />
      ) : (
        <>
          <label>
            <span className="meta">{t.run}</span>
            <br />
            <Select
              aria-label={t.run}
              style={{ width: 'min(100%, 420px)' }}
              value={chosen}
              options={runs.map(({ run_id, name }) => ({ value: run_id, label: name }))}
              onChange={setRun}
            />
          </label>
          <Batch key={chosen} runId={chosen} />
          <ParkReports runId={chosen} />
        </>
      )}
    </PageBody>
  );
}

function Batch({ runId }: { readonly runId: string }) {
  const t = useWords(PUBLIC);
  const zone = useZone();
  const parks = useParkNames();
  const [choice, setChoice] = useState<Choice>({
    format: 'pdf',
    lang: 'zh',
    class: undefined,
    park_id: undefined,
  });
  const [done, setDone] = useState(false);
  const make = useMutation({
    mutationFn: () =>
      api.evaluation.makeReports({
        zone,
        run_id: runId,
        format: choice.format,
        lang: choice.lang,
        ...(choice.class === undefined ? {} : { class: choice.class }),
        ...(choice.park_id === undefined ? {} : { park_id: choice.park_id }),
      }),
    onSuccess: () => setDone(false),
  });
  const job = make.data?.job_id;
  return (
    <Section title={t.batch} aside={t.batchHint}>
      <div className="mj-bar-query">
        <Select
          aria-label={t.format}
          style={{ width: 110 }}
          value={choice.format}
          options={[
            { value: 'pdf' as const, label: t.pdf },
            { value: 'docx' as const, label: t.word },
          ]}
          onChange={(format) => setChoice({ ...choice, format })}
        />
        <Select
          aria-label={t.lang}
          style={{ width: 110 }}
          value={choice.lang}
          options={[
            { value: 'zh' as const, label: t.zh },
            { value: 'en' as const, label: t.en },
          ]}
          onChange={(lang) => setChoice({ ...choice, lang })}
        />
        <Select
          aria-label={t.class}
          style={{ width: 140 }}
          allowClear
          placeholder={t.all}
          value={choice.class ?? null}
          options={['A', 'B', 'C', 'D', 'T'].map((value) => ({ value, label: value }))}
          onChange={(value: string | null | undefined) => setChoice({ ...choice, class: value ?? undefined })}
        />
        <Select
          aria-label={t.allParks}
          style={{ width: 200 }}
          allowClear
          placeholder={t.allParks}
          value={choice.park_id ?? null}
          options={[...parks].map(([value, label]) => ({ value, label }))}
          onChange={(value: string | null | undefined) =>
            setChoice({ ...choice, park_id: value ?? undefined })
          }
        />
        <Button type="primary" loading={make.isPending} onClick={() => make.mutate()}>
          {t.make}
        </Button>
      </div>
      {make.isError && <Note tone="bad">{problemOf(make.error).message}</Note>}
      {job !== undefined && (
        <div style={{ maxWidth: 640, marginTop: 12 }}>
          <JobProgress jobId={job} label={t.making} onEnd={(state) => setDone(state === 'done')} />
          {done && (
            <Button style={{ marginTop: 8 }} onClick={() => download(`/zones/${zone}/reports/${job}`)}>
              {t.downloadZip}
            </Button>
          )}
        </div>
      )}
    </Section>
  );
}

function ParkReports({ runId }: { readonly runId: string }) {
  const t = useWords(PUBLIC);
  const zone = useZone();
  const parks = useParkNames();
  const report = (park: string, format: string): void =>
    download(`/zones/${zone}/runs/${runId}/parks/${park}/report?format=${format}`);
  return (
    <Section title={t.parkReports}>
      <ul className="mj-lines">
        {[...parks].map(([id, name]) => (
          <li key={id}>
            <span style={{ minWidth: '12em' }}>{name}</span>
            <button type="button" className="mj-link" onClick={() => report(id, 'pdf')}>
              {t.pdf}
            </button>
            <button type="button" className="mj-link" onClick={() => report(id, 'docx')}>
              {t.word}
            </button>
          </li>
        ))}
      </ul>
    </Section>
  );
}
