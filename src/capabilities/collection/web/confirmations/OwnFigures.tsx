// An enterprise looks through its own figures of the year: all right, or this one should be another.
import { useMutation, useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { type Answer, api } from '#web/client/api.ts';
import { useMe, usePeriod } from '#web/client/me.ts';
import { useZone } from '#web/client/place.ts';
import { usePreferences } from '#web/client/preferences.ts';
import { problemOf } from '#web/client/problem.ts';
import { Loaded } from '#web/ui/Loaded.tsx';
import { Note } from '#web/ui/Note.tsx';
import { unitName } from '#web/ui/numbers.ts';
import { PageHead } from '#web/ui/PageHead.tsx';
import { useWords } from '#web/words/words.ts';
import '../shared/collection.css';
import { COLLECTION } from '../shared/collection-words.ts';
import { valueText } from '../shared/value-text.ts';
import { type Claim, disputesOf } from './claims.ts';

type Sheet = Answer<typeof api.collection.getFigures>;

export function OwnFigures() {
  const zone = useZone();
  const period = usePeriod() ?? '';
  const [enterprise] = useMe().data?.enterprise_ids ?? [];
  const query = useQuery({
    queryKey: ['own figures', zone, period, enterprise],
    queryFn: async () => {
      const where = { zone, period_id: period, enterprise_id: enterprise ?? '' };
      const [sheet, said] = await Promise.all([
        api.collection.getFigures(where),
        api.collection.listConfirmations({ zone, period_id: period, limit: 50 }),
      ]);
      return { sheet, said: said.items.find(({ enterprise_id }) => enterprise_id === enterprise) };
    },
    enabled: enterprise !== undefined && period !== '',
  });
  return (
    <Loaded query={query} rows={8}>
      {({ sheet, said }) => (
        <Own key={sheet.version} sheet={sheet} state={said?.state} answer={said?.answer ?? null} />
      )}
    </Loaded>
  );
}

type OwnProps = {
  readonly sheet: Sheet;
  readonly state: 'confirmed' | 'disputed' | 'settled' | undefined;
  readonly answer: string | null;
};

function Own({ sheet, state, answer }: OwnProps) {
  const t = useWords(COLLECTION);
  const { lang } = usePreferences();
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
  const answers = {
    confirmed: t.ownConfirmed(sheet.period_id),
    disputed: t.ownDisputed(sheet.period_id),
    settled: t.ownSettled(sheet.period_id),
  };
  const change = (id: string, part: Partial<Claim>): void =>
    setClaims({ ...claims, [id]: { value: '', reason: '', ...claims[id], ...part } });
  return (
    <>
      <PageHead answer={state === undefined ? t.ownAnswer(sheet.period_id) : answers[state]} />
      {answer !== null && <Note>{`${t.officeAnswer}：${answer}`}</Note>}
      <p className="meta">{t.disputeHint}</p>
      <div className="mj-own-figures">
        {lines.map((line) => (
          <div key={line.item_id} className="mj-card">
            <div>
              <strong>{line.name}</strong>{' '}
              <span className="meta">{line.effective_layer === null ? '' : t[line.effective_layer]}</span>
            </div>
            <div className="mj-own-value">
              {valueText(line.effective, t)} <span className="meta">{unitName(line.unit ?? '', lang)}</span>
            </div>
            <Input
              size="small"
              aria-label={`${line.name} ${t.shouldBe}`}
              placeholder={t.shouldBe}
              maxLength={40}
              status={wrong.includes(line.item_id) ? 'error' : ''}
              value={claims[line.item_id]?.value ?? ''}
              onChange={({ target }) => change(line.item_id, { value: target.value })}
            />
            <Input
              size="small"
              aria-label={`${line.name} ${t.ground}`}
              placeholder={t.ground}
              maxLength={500}
              value={claims[line.item_id]?.reason ?? ''}
              onChange={({ target }) => change(line.item_id, { reason: target.value })}
            />
          </div>
        ))}
      </div>
      {say.isError && <Note tone="bad">{problemOf(say.error).message}</Note>}
      <div className="mj-head-actions">
        <Button
          type="primary"
          loading={say.isPending}
          disabled={wrong.length > 0}
          onClick={() => say.mutate()}
        >
          {disputes.length === 0 ? t.confirm : t.dispute}
        </Button>
      </div>
    </>
  );
}
