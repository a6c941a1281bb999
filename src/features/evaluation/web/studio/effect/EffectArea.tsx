// What the draft and every moved number do to the whole zone, at once: the evaluation as it stands beside the one tried.
import { Select } from 'antd';
import { useMemo, useRef, useState } from 'react';
import type { Edit } from '#engine/scheme/edit.ts';
import { describeFinding } from '#engine/messages.ts';
import { hasErrors } from '#core/diagnostic.ts';
import { dialEdits } from '#engine/simulate/dial-edits.ts';
import { dialsOf, type Settings } from '#engine/simulate/dials.ts';
import { useFilters } from '#web/client/place.ts';
import { usePreferences } from '#web/client/preferences.ts';
import { count } from '#web/ui/numbers.ts';
import { Note } from '#web/ui/Note.tsx';
import { Empty, Failure, Loading } from '#web/ui/States.tsx';
import { useWords } from '#web/words/words.ts';
import type { Change } from '#features/evaluation/web/engine-worker/messages.ts';
import { useEvaluations } from '#features/evaluation/web/shared/evaluation-choice.ts';
import type { Draft } from '../model/read-draft.ts';
import type { SavedScheme } from '../StudioPage.tsx';
import { candidatesOf, chooseFrozen } from './choose-frozen.ts';
import { Dials } from './Dials.tsx';
import { EFFECT } from './effect-words.ts';
import { OutcomeView } from './OutcomeView.tsx';
import { type Answered, type Ready, useFrozen, useOutcome } from './use-what-if.ts';
import './effect.css';

type Props = {
  readonly saved: SavedScheme;
  readonly draft: Draft;
  readonly edit: (edits: readonly Edit[]) => void;
  readonly readOnly: boolean;
  readonly isWide: boolean;
};

export function EffectArea(props: Props) {
  const t = useWords(EFFECT);
  const { filters, set } = useFilters();
  const query = useEvaluations();
  const candidates = candidatesOf(query.data?.items ?? []);
  const chosen = chooseFrozen(candidates, filters['evaluation'], props.saved.scheme_id);
  const { ready, error, retry } = useFrozen(chosen?.evaluation_id);
  if (query.isError) return <Failure error={query.error} retry={() => void query.refetch()} />;
  if (query.data === undefined) return <Loading rows={8} />;
  if (chosen === undefined) return <Empty title={t.noEvaluation} hint={t.noEvaluationHint} />;
  const enterprises = count(ready?.opened.rows);
  return (
    <div className="mj-effect" data-wide={props.isWide}>
      <div className="mj-effect-choice">
        <Select
          aria-label={t.choose}
          size="small"
          value={chosen.evaluation_id}
          popupMatchSelectWidth={false}
          options={candidates.map(({ evaluation_id, name }) => ({ value: evaluation_id, label: name }))}
          onChange={(evaluation: string) => set({ evaluation })}
        />
        {ready !== undefined && (
          <span className="meta">
            {ready.kit.run === null ? t.unofficial(enterprises) : t.official(enterprises)}
          </span>
        )}
      </div>
      {error !== undefined && <Failure error={error} retry={retry} />}
      {ready === undefined && error === undefined && <Loading rows={8} />}
      {ready !== undefined &&
        (ready.opened.standing === undefined ? (
          <Faults title={t.notOpened} diagnostics={ready.opened.diagnostics} />
        ) : (
          <Tried {...props} ready={ready} />
        ))}
    </div>
  );
}

/** The numbers that can be moved, and what they do. */
function Tried({ draft, edit, readOnly, ready }: Props & { readonly ready: Ready }) {
  const [settings, setSettings] = useState<Settings>({});
  const movedAt = useRef(0);
  const plan = useLastGood(draft.plan);
  const dials = useMemo(() => (plan === undefined ? [] : dialsOf(plan)), [plan]);
  const text = draft.text === ready.kit.scheme.text ? undefined : draft.text;
  const change = useMemo(
    (): Change => (text === undefined ? { settings } : { text, settings }),
    [text, settings],
  );
  const answered = useOutcome(ready, change, movedAt);
  const move = (next: Settings, at: number): void => {
    movedAt.current = at;
    setSettings(next);
  };
  const write = (): void => {
    if (plan === undefined) return;
    edit(dialEdits(plan, settings));
    setSettings({});
  };
  return (
    <>
      <Dials
        dials={dials}
        plan={plan}
        settings={settings}
        onMove={move}
        onReset={() => setSettings({})}
        onWrite={readOnly ? undefined : write}
      />
      <Trouble answered={answered} isFaulty={hasErrors(draft.findings)} />
      {answered?.outcome !== undefined && (
        <OutcomeView
          outcome={answered.outcome}
          movedAt={answered.movedAt}
          ready={ready}
          isStale={answered.isStale}
        />
      )}
    </>
  );
}

type TroubleProps = { readonly answered: Answered | undefined; readonly isFaulty: boolean };

function Trouble({ answered, isFaulty }: TroubleProps) {
  const t = useWords(EFFECT);
  if (answered === undefined) return null;
  if (answered.failure !== undefined) return <Note tone="bad">{t.engineFailed}</Note>;
  if (!answered.isStale) return null;
  return <Faults title={isFaulty ? t.stale : t.faults} diagnostics={answered.diagnostics} />;
}

const LISTED = 5;

function Faults({
  title,
  diagnostics,
}: {
  readonly title: string;
  readonly diagnostics: Answered['diagnostics'];
}) {
  const t = useWords(EFFECT);
  const { lang } = usePreferences();
  const errors = hasErrors(diagnostics)
    ? diagnostics.filter(({ severity }) => severity === 'error')
    : diagnostics;
  return (
    <Note tone="warn">
      <strong>{title}</strong>
      <ul className="mj-effect-faults">
        {errors.slice(0, LISTED).map((finding, i) => (
          <li key={i}>
            {describeFinding(finding, lang).message} <span className="meta">{finding.path.join('.')}</span>
          </li>
        ))}
      </ul>
      {errors.length > LISTED && t.moreFaults(count(errors.length - LISTED))}
    </Note>
  );
}

/** While the draft has faults, the numbers that can be moved are those it had before. */
function useLastGood<T>(value: T | undefined): T | undefined {
  const [last, setLast] = useState(value);
  if (value !== undefined && value !== last) setLast(value);
  return value ?? last;
}
