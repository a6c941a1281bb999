// A cell of an import. One that is wrong shows what stood in the file, in red, and can be corrected where it stands.
import { useMutation } from '@tanstack/react-query';
import { App, Input, Popover } from 'antd';
import { useState } from 'react';
import { api } from '#web/client/api.ts';
import { useZone } from '#web/client/place.ts';
import { usePreferences } from '#web/client/preferences.ts';
import { problemOf } from '#web/client/problem.ts';
import { useWords } from '#web/words/words.ts';
import { COLLECTION } from '../shared/collection-words.ts';
import { useItems } from '../shared/lists.ts';
import { problemHint, problemText } from '../shared/problem-text.ts';
import { typedValue } from '../shared/typed-value.ts';
import type { ImportRecord } from './ImportPage.tsx';
import type { Row } from './RowsOfImport.tsx';
import { BusyButton } from '#web/ui/BusyButton.tsx';

type Props = {
  readonly record: ImportRecord;
  readonly row: Row;
  readonly item: string;
  readonly header: string;
  readonly text: string;
};

export function ImportCell({ record, row, item, header, text }: Props) {
  const { lang } = usePreferences();
  const problem = row.problems.find(({ column }) => column === header);
  if (problem === undefined) return text;
  const given = String(problem.params['text'] ?? problem.params['value'] ?? text);
  const words = problemText(problem.code, problem.params, lang);
  if (record.state !== 'staged')
    return (
      <mark className="mj-bad-cell" title={words}>
        {given}
      </mark>
    );
  return (
    <Popover
      trigger="click"
      destroyOnHidden
      content={
        <CorrectCell
          {...{ record, row, item, given }}
          words={`${words} ${problemHint(problem.code, lang) ?? ''}`}
        />
      }
    >
      <button type="button" className="mj-cell-button">
        <mark className="mj-bad-cell">{given}</mark>
      </button>
    </Popover>
  );
}

type CorrectProps = Pick<Props, 'record' | 'row' | 'item'> & {
  readonly given: string;
  readonly words: string;
};

function CorrectCell({ record, row, item, given, words }: CorrectProps) {
  const t = useWords(COLLECTION);
  const zone = useZone();
  const { message } = App.useApp();
  const [typed, setTyped] = useState(given);
  const kind = useItems().data?.items.find(({ item_id }) => item_id === item)?.kind ?? 'number';
  const value = typedValue(kind, typed, t);
  const correct = useMutation({
    mutationFn: () =>
      api.collection.correctCell({
        zone,
        import_id: record.import_id,
        row_number: row.row_number,
        item_id: item,
        value: value ?? '',
        version: record.version,
      }),
    onError: (error) => void message.error(problemOf(error).message),
  });
  return (
    <form
      style={{ display: 'flex', flexDirection: 'column', gap: 8, width: 260 }}
      onSubmit={(event) => {
        event.preventDefault();
        if (value !== undefined) correct.mutate();
      }}
    >
      <span>{words}</span>
      <Input
        autoFocus
        aria-label={t.newValue}
        value={typed}
        status={value === undefined ? 'error' : ''}
        onChange={({ target }) => setTyped(target.value)}
      />
      <BusyButton type="primary" htmlType="submit" disabled={value === undefined} busy={correct.isPending}>
        {t.correct}
      </BusyButton>
    </form>
  );
}
