// What one enterprise disputes: each beside the figure that counts now, and each answered for itself.
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { type Answer, api } from '#web/client/api.ts';
import { useRole } from '#web/client/me.ts';
import { usePeople } from '#web/client/people.ts';
import { useZone } from '#web/client/place.ts';
import { usePreferences } from '#web/client/preferences.ts';
import { Note } from '#web/ui/Note.tsx';
import { unitName } from '#core/unit-names.ts';
import { moment } from '#web/ui/numbers.ts';
import { ReasonDialog } from '#web/ui/ReasonDialog.tsx';
import { StatusTag } from '#web/ui/StatusTag.tsx';
import { useWords } from '#web/words/words.ts';
import { COLLECTION } from '../shared/collection-words.ts';
import { useSheet } from '../shared/use-sheet.ts';
import { valueText } from '../shared/value-text.ts';
import { ANSWER_TONES } from './answer-tones.ts';

type Row = Answer<typeof api.collection.listConfirmations>['items'][number];
type Dispute = NonNullable<Row['said']>['disputes'][number];
type Answering = { readonly item_id: string; readonly adopt: boolean };

export function Disputes({ row, periodId }: { readonly row: Row; readonly periodId: string }) {
  const t = useWords(COLLECTION);
  const zone = useZone();
  const officer = useRole() === 'evaluation_officer';
  const lines = useSheet(periodId, row.enterprise_id).data?.lines ?? [];
  const lineOf = (id: string) => lines.find(({ item_id }) => item_id === id);
  const [answering, setAnswering] = useState<Answering>();
  const { said, enterprise_id } = row;
  const answer = useMutation({
    mutationFn: (text: string) =>
      api.collection.answerDispute({
        zone,
        period_id: periodId,
        enterprise_id,
        item_id: answering?.item_id ?? '',
        adopt: answering?.adopt === true,
        answer: text,
        version: said?.version ?? 0,
      }),
  });
  const title = answering?.adopt === true ? t.adopt : t.keep;
  const state = said?.state ?? 'unanswered';
  const older = said?.state === 'settled' && said.disputes.every((one) => one.answer === null);
  return (
    <div style={{ display: 'flex', flexDirection: 'column', gap: 14 }}>
      <div className="mj-head-actions">
        <StatusTag tone={ANSWER_TONES[state]}>{t[state]}</StatusTag>
        {said !== null && <span className="meta">{moment(said.decided_at)}</span>}
        <Link to={`/z/${zone}/figures`} search={{ search: row.credit_code, period: periodId }}>
          {t.threeLayers}
        </Link>
        <Link to={`/z/${zone}/enterprises/${enterprise_id}`}>{t.openFile}</Link>
      </div>
      {said?.disputes.map((dispute, i) => (
        <OneDispute
          // Nothing keeps a request from naming one item twice.
          key={`${dispute.item_id} ${i}`}
          dispute={dispute}
          line={lineOf(dispute.item_id)}
          onAnswer={
            officer && said.state === 'disputed' && dispute.answer === null
              ? (adopt) => setAnswering({ item_id: dispute.item_id, adopt })
              : undefined
          }
        />
      ))}
      {older && said.answer !== null && <Note>{`${t.officeAnswer}：${said.answer}`}</Note>}
      <ReasonDialog
        open={answering !== undefined}
        title={`${lineOf(answering?.item_id ?? '')?.name ?? ''} · ${title}`}
        confirm={title}
        onClose={() => setAnswering(undefined)}
        onConfirm={(text) => answer.mutateAsync(text)}
      >
        <p>{t.answerHint}</p>
      </ReasonDialog>
    </div>
  );
}

type OneProps = {
  readonly dispute: Dispute;
  readonly line: Answer<typeof api.collection.getFigures>['lines'][number] | undefined;
  readonly onAnswer: ((adopt: boolean) => void) | undefined;
};

function OneDispute({ dispute, line, onAnswer }: OneProps) {
  const t = useWords(COLLECTION);
  const { lang } = usePreferences();
  const personOf = usePeople();
  const { answer } = dispute;
  const unit = unitName(line?.unit ?? '', lang);
  return (
    <section className="mj-card" style={{ display: 'flex', flexDirection: 'column', gap: 10 }}>
      <strong>{line?.name ?? dispute.item_id}</strong>
      <dl className="mj-facts">
        <dt>{t.countsNow}</dt>
        <dd>{`${valueText(line?.effective, t)} ${unit}`}</dd>
        <dt>{t.shouldBe}</dt>
        <dd>
          <strong>{valueText(dispute.value, t)}</strong> {unit}
        </dd>
        <dt>{t.ground}</dt>
        <dd>{dispute.reason}</dd>
      </dl>
      {answer !== null && (
        <Note tone={answer.adopted ? 'good' : 'plain'}>
          <strong>{answer.adopted ? t.claimAdopted : t.kept}</strong>
          <p>{answer.text}</p>
          <span className="meta">{t.byAt(personOf(answer.by), moment(answer.at))}</span>
        </Note>
      )}
      {onAnswer !== undefined && (
        <div className="mj-head-actions">
          <Button type="primary" onClick={() => onAnswer(true)}>
            {t.adopt}
          </Button>
          <Button onClick={() => onAnswer(false)}>{t.keep}</Button>
        </div>
      )}
    </section>
  );
}
