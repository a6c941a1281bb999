// Asks for reports of many enterprises: of which, in which language, as what.
import { useMutation } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { api } from '#web/client/api.ts';
import { useZone } from '#web/client/place.ts';
import { problemOf } from '#web/client/problem.ts';
import { BusyButton } from '#web/ui/BusyButton.tsx';
import { Note } from '#web/ui/Note.tsx';
import { Section } from '#web/ui/Section.tsx';
import { useWords } from '#web/words/words.ts';
import { useParkNames } from '../shared/run-queries.ts';
import { DOCUMENTS } from './document-words.ts';

type Choice = {
  readonly format: 'pdf' | 'docx';
  readonly lang: 'zh' | 'en';
  readonly class: string | undefined;
  readonly park_id: string | undefined;
};

export function Batch({ runId }: { readonly runId: string }) {
  const t = useWords(DOCUMENTS);
  const zone = useZone();
  const parks = useParkNames();
  const [choice, setChoice] = useState<Choice>({
    format: 'pdf',
    lang: 'zh',
    class: undefined,
    park_id: undefined,
  });
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
  });
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
          placeholder={t.allClasses}
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
        <BusyButton type="primary" busy={make.isPending} onClick={() => make.mutate()}>
          {t.make}
        </BusyButton>
        {make.isSuccess && (
          <span className="meta" role="status">
            {t.asked}
          </span>
        )}
      </div>
      {make.isError && <Note tone="bad">{problemOf(make.error).message}</Note>}
    </Section>
  );
}
