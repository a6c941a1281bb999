// All figures of an enterprise in three layers; one of them opens into its history and can be corrected with a reason.
import { useMutation, useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { api } from '#web/client/api.ts';
import { usePeople } from '#web/client/people.ts';
import { useZone } from '#web/client/place.ts';
import { usePreferences } from '#web/client/preferences.ts';
import { Loaded } from '#web/ui/Loaded.tsx';
import { Note } from '#web/ui/Note.tsx';
import { unitName } from '#core/unit-names.ts';
import { moment } from '#web/ui/numbers.ts';
import { ReasonDialog } from '#web/ui/ReasonDialog.tsx';
import { useWords } from '#web/words/words.ts';
import { COLLECTION } from '../shared/collection-words.ts';
import { changeText } from '../shared/change-share.ts';
import { typedValue } from '../shared/typed-value.ts';
import { useSheet } from '../shared/use-sheet.ts';
import { valueText } from '../shared/value-text.ts';
import type { GridField, GridRow } from './FiguresPage.tsx';

type Props = { readonly row: GridRow; readonly fields: readonly GridField[]; readonly periodId: string };

export function FigureSheet({ row, fields, periodId }: Props) {
  const t = useWords(COLLECTION);
  const { lang } = usePreferences();
  const [item, setItem] = useState(fields[0]?.item_id);
  const field = fields.find(({ item_id }) => item_id === item);
  const sheet = useSheet(periodId, row.enterprise_id).data;
  const before = new Map(sheet?.lines.map((line) => [line.item_id, line.before]));
  return (
    <div style={{ display: 'flex', flexDirection: 'column', gap: 16 }}>
      <div className="mj-steps mj-sheet" tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th>{t.item}</th>
              <th className="num">{t.thisYear}</th>
              <th className="num">{sheet?.period_before ?? t.lastYear}</th>
              <th className="num">{t.change}</th>
              <th className="num">{t.declared}</th>
              <th className="num">{t.verified}</th>
              <th className="num">{t.adopted}</th>
            </tr>
          </thead>
          <tbody>
            {fields.map((one) => (
              <tr key={one.item_id}>
                <td>
                  <button type="button" className="mj-link" onClick={() => setItem(one.item_id)}>
                    {one.name}
                  </button>{' '}
                  <span className="meta">{unitName(one.unit ?? '', lang)}</span>
                </td>
                <td className="num">
                  <strong>{valueText(row.effective[one.item_id], t)}</strong>
                </td>
                <td className="num">{valueText(before.get(one.item_id), t)}</td>
                <td className="num">{changeText(row.effective[one.item_id], before.get(one.item_id))}</td>
                <td className="num">{valueText(row.declared[one.item_id], t)}</td>
                <td className="num">{valueText(row.verified[one.item_id], t)}</td>
                <td className="num">{valueText(row.adopted[one.item_id], t)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {field !== undefined && <History key={field.item_id} row={row} field={field} periodId={periodId} />}
    </div>
  );
}

type HistoryProps = { readonly row: GridRow; readonly field: GridField; readonly periodId: string };

function History({ row, field, periodId }: HistoryProps) {
  const t = useWords(COLLECTION);
  const zone = useZone();
  const personOf = usePeople();
  const where = { zone, period_id: periodId, enterprise_id: row.enterprise_id, item_id: field.item_id };
  const changes = useQuery({
    queryKey: ['figure changes', where],
    queryFn: () => api.collection.listFigureChanges(where),
  });
  return (
    <section>
      <div className="mj-section-head">
        <h2>{`${field.name} · ${t.history}`}</h2>
        {field.writable && <Correct row={row} field={field} periodId={periodId} />}
      </div>
      <Loaded query={changes} rows={3}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="meta">{t.noHistory}</p>
          ) : (
            <ul className="mj-lines">
              {items.map((change) => (
                <li key={`${change.enterprise_id} ${change.version}`}>
                  <strong>{t.changed(valueText(change.from, t), valueText(change.to, t))}</strong>
                  <span className="meta">{t[change.layer]}</span>
                  <span className="meta">{`${personOf(change.changed_by)} ${moment(change.changed_at)}`}</span>
                  {change.enterprise_id !== row.enterprise_id && <span className="meta">{t.ofMerged}</span>}
                  {change.file_name !== null && (
                    <span className="meta">
                      {t.from(change.file_name, String(change.row_number ?? ''), change.column ?? '')}
                    </span>
                  )}
                  {change.reason !== null && <span className="meta">{change.reason}</span>}
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </section>
  );
}

function Correct({ row, field, periodId }: HistoryProps) {
  const t = useWords(COLLECTION);
  const zone = useZone();
  const [open, setOpen] = useState(false);
  const [text, setText] = useState('');
  const value = typedValue(field.kind, text, t);
  const set = useMutation({
    mutationFn: (reason: string) =>
      api.collection.setFigure({
        zone,
        period_id: periodId,
        enterprise_id: row.enterprise_id,
        item_id: field.item_id,
        value: value ?? '',
        reason,
        version: row.version,
      }),
  });
  const wrong = value === undefined;
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        {t.correct}
      </Button>
      <ReasonDialog
        open={open}
        title={`${row.name} · ${field.name}`}
        confirm={t.correct}
        onClose={() => setOpen(false)}
        onConfirm={(reason) => (wrong ? Promise.reject(new Error(t.notUnderstood)) : set.mutateAsync(reason))}
      >
        <label>
          <div>{`${t.newValue} ${field.unit ?? ''}`}</div>
          <Input
            value={text}
            placeholder={field.kind === 'yes_no' ? `${t.yes} / ${t.no}` : ''}
            status={wrong && text !== '' ? 'error' : ''}
            onChange={({ target }) => setText(target.value)}
          />
        </label>
        {wrong && text !== '' && <Note tone="bad">{t.notUnderstood}</Note>}
      </ReasonDialog>
    </>
  );
}
