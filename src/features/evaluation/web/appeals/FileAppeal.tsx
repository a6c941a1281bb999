// An enterprise files an appeal: what is wrong, what the figures should be. Kept as a draft until it is submitted.
import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { api } from '#web/client/api.ts';
import { useMe } from '#web/client/me.ts';
import { useZone } from '#web/client/place.ts';
import { usePreferences } from '#web/client/preferences.ts';
import { problemOf } from '#web/client/problem.ts';
import { Loaded } from '#web/ui/Loaded.tsx';
import { Note } from '#web/ui/Note.tsx';
import { plain, unitName } from '#web/ui/numbers.ts';
import { Section } from '#web/ui/Section.tsx';
import { useWords } from '#web/words/words.ts';
import { type Evaluation, useEvaluations } from '../shared/evaluation-choice.ts';
import { APPEALS } from './appeal-words.ts';
import './appeals.css';
import { correctionsOf } from './claims.ts';
import { type Draft, dropDraft, keepDraft, readDraft } from './draft.ts';

export function FileAppeal() {
  const t = useWords(APPEALS);
  const me = useMe().data;
  const evaluations = useEvaluations();
  const zone = useZone();
  const [enterprise] = me?.enterprise_ids ?? [];
  const open = (evaluations.data?.items ?? []).filter(({ state }) => state === 'notice');
  // Of the lists that are in public, the one with the enterprise on it.
  const mine = useQuery({
    queryKey: ['appeal target', zone, enterprise, open.map(({ evaluation_id }) => evaluation_id)],
    queryFn: async () => {
      const history = await api.evaluation.getEnterpriseHistory({ zone, enterprise_id: enterprise ?? '' });
      const on = new Set(history.periods.map(({ evaluation_id }) => evaluation_id));
      return open.find(({ evaluation_id }) => on.has(evaluation_id)) ?? null;
    },
    enabled: enterprise !== undefined && evaluations.data !== undefined,
  });
  return (
    <Loaded query={mine} rows={3}>
      {(evaluation) =>
        evaluation === null || enterprise === undefined ? (
          <Note>{t.closed}</Note>
        ) : (
          <Section title={t.file} aside={t.fileHint(evaluation.notice_until ?? '')}>
            <AppealForm key={evaluation.evaluation_id} evaluation={evaluation} enterprise={enterprise} />
          </Section>
        )
      }
    </Loaded>
  );
}

type FormProps = { readonly evaluation: Evaluation; readonly enterprise: string };

function AppealForm({ evaluation, enterprise }: FormProps) {
  const t = useWords(APPEALS);
  const { lang } = usePreferences();
  const zone = useZone();
  const navigate = useNavigate();
  const { evaluation_id, period_id } = evaluation;
  const [draft, setDraft] = useState(() => readDraft(evaluation_id, enterprise));
  const sheet = useQuery({
    queryKey: ['figures', zone, period_id, enterprise],
    queryFn: () => api.collection.getFigures({ zone, period_id, enterprise_id: enterprise }),
  });
  const change = (next: Draft): void => {
    setDraft(next);
    keepDraft(evaluation_id, enterprise, next);
  };
  const isNumber = (itemId: string): boolean =>
    typeof sheet.data?.lines.find(({ item_id }) => item_id === itemId)?.effective !== 'boolean';
  const { corrections, wrong } = correctionsOf(draft.claims, isNumber, t);
  const submit = useMutation({
    mutationFn: () =>
      api.evaluation.submitAppeal({
        zone,
        evaluation_id,
        enterprise_id: enterprise,
        statement: draft.statement.trim(),
        corrections,
      }),
    onSuccess: ({ appeal_id }) => {
      dropDraft(evaluation_id, enterprise);
      void navigate({ to: `/z/${zone}/appeals/${appeal_id}` });
    },
  });
  return (
    <div className="mj-appeal-form">
      <p className="meta">{`${t.which} ${evaluation.name}`}</p>
      <label>
        {t.statement}
        <Input.TextArea
          rows={3}
          maxLength={1000}
          value={draft.statement}
          onChange={({ target }) => change({ ...draft, statement: target.value })}
        />
        <span className="meta">{t.statementHint}</span>
      </label>
      <Loaded query={sheet}>
        {({ lines }) => (
          <div className="mj-claims" role="group" aria-label={t.corrections}>
            <span className="meta">{t.item}</span>
            <span className="meta num">{t.frozen}</span>
            <span className="meta">{t.claimed}</span>
            {lines
              .filter(({ effective }) => effective !== null)
              .map((line) => (
                <Claim
                  key={line.item_id}
                  name={`${line.name}${line.unit === null ? '' : ` ${unitName(line.unit, lang)}`}`}
                  value={
                    typeof line.effective === 'number' ? plain(line.effective) : yesNo(line.effective, t)
                  }
                  typed={draft.claims[line.item_id] ?? ''}
                  wrong={wrong.includes(line.item_id)}
                  onType={(text) => change({ ...draft, claims: { ...draft.claims, [line.item_id]: text } })}
                />
              ))}
          </div>
        )}
      </Loaded>
      <p className="meta">{t.claimHint}</p>
      {submit.isError && <Note tone="bad">{problemOf(submit.error).message}</Note>}
      <div className="mj-head-actions">
        <Button
          type="primary"
          loading={submit.isPending}
          disabled={draft.statement.trim().length < 2 || corrections.length === 0 || wrong.length > 0}
          onClick={() => submit.mutate()}
        >
          {t.send}
        </Button>
        <span className="meta">{corrections.length === 0 ? t.needFigure : t.draftKept}</span>
      </div>
    </div>
  );
}

type ClaimProps = {
  readonly name: string;
  readonly value: string;
  readonly typed: string;
  readonly wrong: boolean;
  readonly onType: (text: string) => void;
};

function Claim({ name, value, typed, wrong, onType }: ClaimProps) {
  const t = useWords(APPEALS);
  return (
    <>
      <span>{name}</span>
      <span className="num">{value}</span>
      <Input
        size="small"
        aria-label={`${name} ${t.claimed}`}
        status={wrong ? 'error' : ''}
        value={typed}
        maxLength={40}
        onChange={({ target }) => onType(target.value)}
      />
    </>
  );
}

function yesNo(value: string | boolean | null, t: { readonly yes: string; readonly no: string }): string {
  if (typeof value === 'boolean') return value ? t.yes : t.no;
  return value ?? '';
}
