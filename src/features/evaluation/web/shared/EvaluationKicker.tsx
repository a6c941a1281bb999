// Which evaluation a page shows, how far it is, by which scheme; where a year has several, the way to another.
import { Select } from 'antd';
import { usePreferences } from '#web/client/preferences.ts';
import { pick, useWords } from '#web/words/words.ts';
import type { EvaluationChoice } from './evaluation-choice.ts';
import './evaluation-kicker.css';
import { CHOICE, STATE_WORDS } from './state-words.ts';

export function EvaluationKicker({ choice }: { readonly choice: EvaluationChoice }) {
  const t = useWords(CHOICE);
  const { lang } = usePreferences();
  const { evaluation, ofPeriod, choose } = choice;
  if (evaluation === undefined) return null;
  const state = pick(STATE_WORDS[evaluation.state], lang);
  return (
    <span className="mj-evaluation-kicker">
      {ofPeriod.length > 1 ? (
        <Select
          size="small"
          variant="filled"
          popupMatchSelectWidth={false}
          aria-label={t.choose}
          value={evaluation.evaluation_id}
          options={ofPeriod.map(({ evaluation_id, name }) => ({ value: evaluation_id, label: name }))}
          onChange={choose}
        />
      ) : (
        evaluation.name
      )}
      <span>{state}</span>
      <span>{`${evaluation.scheme_id} v${evaluation.scheme_version}`}</span>
    </span>
  );
}
