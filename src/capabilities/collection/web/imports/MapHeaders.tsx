// Headers that were not understood: somebody says what they mean, and the file is read again.
import { useMutation } from '@tanstack/react-query';
import { Checkbox, Select } from 'antd';
import { useState } from 'react';
import { api } from '#web/client/api.ts';
import { useZone } from '#web/client/place.ts';
import { problemOf } from '#web/client/problem.ts';
import { BusyButton } from '#web/ui/BusyButton.tsx';
import { Note } from '#web/ui/Note.tsx';
import { useWords } from '#web/words/words.ts';
import { COLLECTION } from '../shared/collection-words.ts';
import { useItems } from '../shared/lists.ts';
import type { ImportRecord } from './ImportPage.tsx';

type Props = { readonly record: ImportRecord; readonly onJob: (id: string) => void };

export function MapHeaders({ record, onJob }: Props) {
  const t = useWords(COLLECTION);
  const zone = useZone();
  const items = useItems().data?.items ?? [];
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>(record.mapping);
  const [remember, setRemember] = useState(false);
  const map = useMutation({
    mutationFn: () =>
      api.collection.mapImport({
        zone,
        import_id: record.import_id,
        mapping: chosen,
        remember,
        version: record.version,
      }),
    onSuccess: ({ job_id }) => onJob(job_id),
  });
  const choose = (header: string, item: string | undefined): void =>
    setChosen(
      Object.fromEntries(
        Object.entries({ ...chosen, [header]: item }).filter(
          (entry): entry is [string, string] => entry[1] !== undefined,
        ),
      ),
    );
  const options = [
    { value: 'credit_code', label: t.creditCode },
    { value: 'enterprise_name', label: t.enterprise },
    ...items.map(({ item_id, name }) => ({ value: item_id, label: name })),
  ];
  const mayMap = record.state === 'staged' || record.state === 'failed';
  return (
    <div style={{ display: 'flex', flexDirection: 'column', gap: 10, maxWidth: 640 }}>
      {record.unknown_headers.map((header) => (
        <label key={header} className="mj-bar-query">
          <strong style={{ minWidth: 140 }}>{header}</strong>
          <span className="meta">{t.means}</span>
          <Select
            aria-label={`${header} ${t.means}`}
            style={{ width: 240 }}
            allowClear
            disabled={!mayMap}
            placeholder={t.ignore}
            showSearch={{ optionFilterProp: 'label' }}
            value={chosen[header] ?? null}
            options={options}
            onChange={(value: string | null | undefined) => choose(header, value ?? undefined)}
          />
        </label>
      ))}
      {mayMap && (
        <div className="mj-head-actions">
          <BusyButton
            disabled={Object.keys(chosen).length === 0}
            busy={map.isPending}
            onClick={() => map.mutate()}
          >
            {t.readAgain}
          </BusyButton>
          <Checkbox checked={remember} onChange={({ target }) => setRemember(target.checked)}>
            {t.remember}
          </Checkbox>
        </div>
      )}
      {map.isError && <Note tone="bad">{problemOf(map.error).message}</Note>}
    </div>
  );
}
