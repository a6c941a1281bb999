// The form of an appeal: what is wrong, what the figures should be, what proves it. Kept as a draft until it is submitted.
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Input } from 'antd';
import { useState } from 'react';
import { api } from '#web/client/api.ts';
import { useZone } from '#web/client/place.ts';
import { problemOf } from '#web/client/problem.ts';
import { BusyButton } from '#web/ui/BusyButton.tsx';
import { Loaded } from '#web/ui/Loaded.tsx';
import { Note } from '#web/ui/Note.tsx';
import { useWords } from '#web/words/words.ts';
import type { Evaluation } from '../shared/evaluation-choice.ts';
import { APPEALS } from './appeal-words.ts';
import { Claim } from './Claim.tsx';
import { correctionsOf } from './claims.ts';
import { ChooseEvidence } from './ChooseEvidence.tsx';
import { useDraftFiles } from './draft-files.ts';
import { type Draft, dropDraft, keepDraft, readDraft } from './draft.ts';
import { useFrozenFigures } from './frozen-figures.ts';
import { evidencePath, uploads } from './uploads.ts';

type Props = { readonly evaluation: Evaluation; readonly enterprise: string };

export function AppealForm({ evaluation: { evaluation_id, run_id, name }, enterprise }: Props) {
  const t = useWords(APPEALS);
  const zone = useZone();
  const navigate = useNavigate();
  const [draft, setDraft] = useState(() => readDraft(evaluation_id, enterprise));
  const { files, set: setFiles } = useDraftFiles(`${evaluation_id} ${enterprise}`);
  const figures = useFrozenFigures(run_id ?? '', enterprise);
  const change = (next: Draft): void => {
    setDraft(next);
    keepDraft(evaluation_id, enterprise, next);
  };
  const { corrections, wrong } = correctionsOf(draft.claims, figures.data ?? []);
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
      if (files.length > 0) uploads.add(evidencePath(zone, appeal_id), files);
      setFiles([]);
      void navigate({ to: `/z/${zone}/appeals/${appeal_id}` });
    },
  });
  return (
    <div className="mj-appeal-form">
      <p className="meta">{`${t.which} ${name}`}</p>
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
      <Loaded query={figures}>
        {(items) => (
          <div className="mj-claims" role="group" aria-label={t.corrections}>
            <span className="meta">{t.item}</span>
            <span className="meta num">{t.frozen}</span>
            <span className="meta">{t.claimed}</span>
            {items.map((figure) => (
              <Claim
                key={figure.item_id}
                figure={figure}
                typed={draft.claims[figure.item_id] ?? ''}
                wrong={wrong.includes(figure.item_id)}
                onType={(text) => change({ ...draft, claims: { ...draft.claims, [figure.item_id]: text } })}
              />
            ))}
          </div>
        )}
      </Loaded>
      <p className="meta">{t.claimHint}</p>
      <ChooseEvidence files={files} onChange={setFiles} />
      {submit.isError && <Note tone="bad">{problemOf(submit.error).message}</Note>}
      <div className="mj-head-actions">
        <BusyButton
          type="primary"
          busy={submit.isPending}
          disabled={draft.statement.trim().length < 2 || corrections.length === 0 || wrong.length > 0}
          onClick={() => submit.mutate()}
        >
          {t.send}
        </BusyButton>
        <span className="meta">
          {corrections.length === 0 ? t.needFigure : files.length > 0 ? t.filesInMemory : t.draftKept}
        </span>
      </div>
    </div>
  );
}
