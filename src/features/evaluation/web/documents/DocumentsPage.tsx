// Documents on paper: reports of many enterprises as a job, of a park at once, and published lists with their letterhead.
import { Select } from 'antd';
import { useState } from 'react';
import { useRole } from '#web/client/me.ts';
import { PageBody } from '#web/ui/PageBody.tsx';
import { PageHead } from '#web/ui/PageHead.tsx';
import { Empty } from '#web/ui/States.tsx';
import { useWords } from '#web/words/words.ts';
import { useEvaluations } from '../shared/evaluation-choice.ts';
import { Batch } from './Batch.tsx';
import { DOCUMENTS } from './document-words.ts';
import './documents.css';
import { ParkReports } from './ParkReports.tsx';
import { PublishedPapers } from './PublishedPapers.tsx';
import { RecentReports } from './RecentReports.tsx';

export function DocumentsPage() {
  const t = useWords(DOCUMENTS);
  const isOfficer = useRole() === 'evaluation_officer';
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
          <label className="mj-document-run">
            <span className="meta">{t.run}</span>
            <Select
              aria-label={t.run}
              value={chosen}
              options={runs.map(({ run_id, name }) => ({ value: run_id, label: name }))}
              onChange={setRun}
            />
          </label>
          <Batch key={chosen} runId={chosen} />
          <RecentReports />
          <ParkReports runId={chosen} />
        </>
      )}
      <PublishedPapers mayEdit={isOfficer} />
    </PageBody>
  );
}
