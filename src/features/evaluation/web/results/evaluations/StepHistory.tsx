// Every step that was taken, the latest first: who, in which role, when, from where to where, and why.
import { ROLE_LABELS } from '#core/role-labels.ts';
import { Role } from '#core/roles.ts';
import type { StepTaken } from '#features/evaluation/contract/shapes.ts';
import { EVALUATION_STATES, STEPS } from '#features/evaluation/model/lifecycle.ts';
import { usePreferences } from '#web/client/preferences.ts';
import { Note } from '#web/ui/Note.tsx';
import { moment } from '#web/ui/numbers.ts';
import { pick, useLabel, useWords } from '#web/words/words.ts';
import { usePeople } from '#web/client/people.ts';
import { STATE_WORDS } from '#features/evaluation/web/shared/state-words.ts';
import { EVALUATION } from './evaluation-words.ts';

export function StepHistory({ steps }: { readonly steps: readonly StepTaken[] }) {
  const t = useWords(EVALUATION);
  const label = useLabel();
  const { lang } = usePreferences();
  const nameOf = usePeople();
  if (steps.length === 0) return <Note>{t.noHistory}</Note>;
  const stateName = (state: string): string => {
    const known = EVALUATION_STATES.find((one) => one === state);
    return known === undefined ? state : pick(STATE_WORDS[known], lang);
  };
  return (
    <ol className="mj-step-history">
      {[...steps].reverse().map(({ seq, transition, from_state, to_state, reason, actor, role, at }) => {
        const step = STEPS.find((one) => one.transition === transition);
        const known = Role.safeParse(role);
        return (
          <li key={seq}>
            <span className="num">{moment(at)}</span>
            <strong>{step === undefined ? transition : label(step)}</strong>
            <span className="meta">{`${stateName(from_state)} → ${stateName(to_state)}`}</span>
            <span>
              {nameOf(actor)}
              <span className="meta"> {known.success ? ROLE_LABELS[known.data][lang] : role}</span>
            </span>
            {reason !== null && reason !== '' && <span className="mj-step-reason">{reason}</span>}
          </li>
        );
      })}
    </ol>
  );
}
