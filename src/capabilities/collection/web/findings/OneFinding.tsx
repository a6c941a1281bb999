// What a finding is about: the figures of the enterprise in their layers, what was decided, and where to go on from there.
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { usePeople } from '#web/client/people.ts';
import { useZone } from '#web/client/place.ts';
import { usePreferences } from '#web/client/preferences.ts';
import { Note } from '#web/ui/Note.tsx';
import { unitName } from '#core/unit-names.ts';
import { moment } from '#web/ui/numbers.ts';
import { useWords } from '#web/words/words.ts';
import type { FigureField } from '#capabilities/collection/contract/figure-grid.ts';
import { COLLECTION } from '../shared/collection-words.ts';
import { changeText } from '../shared/change-share.ts';
import { problemHint, problemText } from '../shared/problem-text.ts';
import { useSheet } from '../shared/use-sheet.ts';
import { valueText } from '../shared/value-text.ts';
import { DECISION_WORDS } from './decisions.ts';
import type { FindingLine } from './finding-list.ts';

type Props = {
  readonly line: FindingLine;
  readonly fields: readonly FigureField[];
  readonly periodId: string;
  /** The ways to settle it, where they stand with the rest. */
  readonly children?: ReactNode;
};

export function OneFinding({ line, fields, periodId, children }: Props) {
  const t = useWords(COLLECTION);
  const { lang } = usePreferences();
  const zone = useZone();
  const { row, code, params, item_id, severity } = line;
  const sheet = useSheet(periodId, row.enterprise_id).data;
  const before = new Map(sheet?.lines.map((one) => [one.item_id, one.before]));
  const own = fields.find((field) => field.item_id === item_id);
  return (
    <>
      <div>
        <strong>{row.name}</strong> <span className="meta">{row.credit_code}</span>
      </div>
      <Note tone={severity === 'error' ? 'bad' : 'warn'}>
        <strong>{line.itemName}</strong>
        <p>{problemText(code, params, lang)}</p>
        <span className="meta">{problemHint(code, lang)}</span>
      </Note>
      <Decided line={line} />
      <dl className="mj-facts">
        {(['declared', 'verified', 'adopted'] as const).map((layer) => (
          <div key={layer} style={{ display: 'contents' }}>
            <dt>{t[layer]}</dt>
            <dd>{`${valueText(row[layer][item_id], t)} ${unitName(own?.unit ?? '', lang)}`}</dd>
          </div>
        ))}
      </dl>
      <div className="mj-head-actions">
        {children}
        <Link to={`/z/${zone}/figures`} search={{ search: row.credit_code, period: periodId }}>
          {t.correct}
        </Link>
        <Link to={`/z/${zone}/enterprises/${row.enterprise_id}`}>{t.openFile}</Link>
      </div>
      <div className="mj-steps mj-sheet" tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th>{t.figure}</th>
              <th className="num">{t.thisYear}</th>
              <th className="num">{sheet?.period_before ?? t.lastYear}</th>
              <th className="num">{t.change}</th>
            </tr>
          </thead>
          <tbody>
            {fields.map((field) => (
              <tr key={field.item_id}>
                <td>
                  {field.name} <span className="meta">{unitName(field.unit ?? '', lang)}</span>
                </td>
                <td className="num">{valueText(row.effective[field.item_id], t)}</td>
                <td className="num">{valueText(before.get(field.item_id), t)}</td>
                <td className="num">{changeText(row.effective[field.item_id], before.get(field.item_id))}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

/** Who decided what, when and why; of an open one, who opened it again. */
function Decided({ line }: { readonly line: FindingLine }) {
  const t = useWords(COLLECTION);
  const personOf = usePeople();
  const { state, reason, decided_by: by, decided_at: at } = line;
  if (by === null || state === 'fixed') return null;
  return (
    <Note tone={state === 'open' ? 'plain' : 'good'}>
      <strong>{t[state === 'open' ? 'reopened' : DECISION_WORDS[state]]}</strong>
      <p>{reason}</p>
      <span className="meta">{t.byAt(personOf(by), moment(at))}</span>
    </Note>
  );
}
