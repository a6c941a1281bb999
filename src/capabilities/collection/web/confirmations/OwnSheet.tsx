// An enterprise looks through its own figures of the year: all right, or this one should be another. It is asked only while
// its evaluation is at that stage; before and after it reads.
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Input } from 'antd';
import { useState } from 'react';
import { type Answer, api } from '#web/client/api.ts';
import { useZone } from '#web/client/place.ts';
import { usePreferences } from '#web/client/preferences.ts';
import { problemOf } from '#web/client/problem.ts';
import { BusyButton } from '#web/ui/BusyButton.tsx';
import { Note } from '#web/ui/Note.tsx';
import { unitName } from '#core/unit-names.ts';
import { PageHead } from '#web/ui/PageHead.tsx';
import { useWords } from '#web/words/words.ts';
import { changeText } from '../shared/change-share.ts';
import { COLLECTION } from '../shared/collection-words.ts';
import { valueText } from '../shared/value-text.ts';
import { type Claim, disputesOf } from './claims.ts';
import type { ConfirmStage } from './confirm-stage.ts';
import { OwnAnswers } from './OwnAnswers.tsx';

type Sheet = Answer<typeof api.collection.getFigures>;
export type Said = Answer<typeof api.collection.listConfirmations>['items'][number]['said'];

type Props = { readonly sheet: Sheet; readonly said: Said; readonly stage: ConfirmStage };

export function OwnSheet({ sheet, said, stage }: Props) {
  const t = useWords(COLLECTION);
  const zone = useZone();
  const [claims, setClaims] = useState<Readonly<Record<string, Claim>>>({});
  const lines = sheet.lines.filter(({ effective }) => effective !== null);
  const { disputes, wrong } = disputesOf(
    claims,
    (id) => typeof lines.find(({ item_id }) => item_id === id)?.effective === 'number',
  );
  const say = useMutation({
    mutationFn: () =>
      api.collection.confirmFigures({
        zone,
        period_id: sheet.period_id,
        enterprise_id: sheet.enterprise_id,
        figures_version: sheet.version,
        disputes,
      }),
  });
  const asked = stage === 'asked' && lines.length > 0;
  const change = (id: string, part: Partial<Claim>): void =>
    setClaims({ ...claims, [id]: { value: '', reason: '', ...claims[id], ...part } });
  const year = sheet.period_id;
  const answers = {
    confirmed: t.ownConfirmed(year),
    disputed: t.ownDisputed(year),
    settled: t.ownSettled(year),
  };
  const unasked = {
    asked: lines.length > 0 ? t.ownAnswer(year) : t.ownNothing(year),
    early: t.ownEarly(year),
    over: t.ownOver(year),
    none: t.ownNone(year),
  };
  return (
    <>
      <PageHead answer={said === null ? unasked[stage] : answers[said.state]} />
      {said !== null && said.disputes.length > 0 && <OwnAnswers said={said} lines={sheet.lines} />}
      {asked && <p className="meta">{t.disputeHint}</p>}
      {stage === 'over' && (
        <p className="meta">
          {t.overHint} <Link to={`/z/${zone}/appeals`}>{t.appeals}</Link>
        </p>
      )}
      <div className="mj-own-figures">
        {lines.map((line) => (
          <OwnFigure
            key={line.item_id}
            line={line}
            yearBefore={sheet.period_before}
            claim={asked ? (claims[line.item_id] ?? { value: '', reason: '' }) : undefined}
            wrong={wrong.includes(line.item_id)}
            onClaim={(part) => change(line.item_id, part)}
          />
        ))}
      </div>
      {say.isError && <Note tone="bad">{problemOf(say.error).message}</Note>}
      {asked && (
        <div className="mj-head-actions">
          <BusyButton
            type="primary"
            busy={say.isPending}
            disabled={wrong.length > 0}
            onClick={() => say.mutate()}
          >
            {disputes.length === 0 ? t.confirm : t.dispute}
          </BusyButton>
        </div>
      )}
    </>
  );
}

type FigureProps = {
  readonly line: Sheet['lines'][number];
  readonly yearBefore: string | null;
  /** Undefined: nothing is asked. */
  readonly claim: Claim | undefined;
  readonly wrong: boolean;
  readonly onClaim: (part: Partial<Claim>) => void;
};

function OwnFigure({ line, yearBefore, claim, wrong, onClaim }: FigureProps) {
  const t = useWords(COLLECTION);
  const { lang } = usePreferences();
  return (
    <div className="mj-card">
      <div>
        <strong>{line.name}</strong>{' '}
        <span className="meta">{line.effective_layer === null ? '' : t[line.effective_layer]}</span>
      </div>
      <div className="mj-own-value">
        {valueText(line.effective, t)} <span className="meta">{unitName(line.unit ?? '', lang)}</span>
      </div>
      {yearBefore !== null && (
        <div className="meta">
          {`${yearBefore} ${valueText(line.before, t)}　${changeText(line.effective, line.before)}`}
        </div>
      )}
      {claim !== undefined && (
        <>
          <Input
            size="small"
            aria-label={`${line.name} ${t.shouldBe}`}
            placeholder={t.shouldBe}
            maxLength={40}
            status={wrong ? 'error' : ''}
            value={claim.value}
            onChange={({ target }) => onClaim({ value: target.value })}
          />
          <Input
            size="small"
            aria-label={`${line.name} ${t.ground}`}
            placeholder={t.ground}
            maxLength={500}
            value={claim.reason}
            onChange={({ target }) => onClaim({ reason: target.value })}
          />
        </>
      )}
    </div>
  );
}
