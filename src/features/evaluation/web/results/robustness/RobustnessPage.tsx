// Who is safe in a class and who is on the edge, if figures and weights were a little off.
import { useFilters } from '#web/client/place.ts';
import { Note } from '#web/ui/Note.tsx';
import { count, percent } from '#web/ui/numbers.ts';
import { Failure, Loading } from '#web/ui/States.tsx';
import { useWords } from '#web/words/words.ts';
import { useEvaluationChoice } from '#features/evaluation/web/shared/evaluation-choice.ts';
import { ResultsFrame, type Shown } from '../ResultsFrame.tsx';
import { AssumptionsForm } from './AssumptionsForm.tsx';
import { type Assumptions, countRisks, readAssumptions, type Risk } from './risk.ts';
import { RiskByClass } from './RiskByClass.tsx';
import { RiskTable } from './RiskTable.tsx';
import './robustness.css';
import { ROBUST } from './robustness-words.ts';
import { type Simulated, useRobustness } from './use-robustness.ts';

export function RobustnessPage() {
  const { filters } = useFilters();
  const { evaluation } = useEvaluationChoice();
  const assumptions = readAssumptions(filters);
  // Without a run there is nothing frozen to simulate; the frame says so.
  const simulated = useRobustness(
    evaluation?.run_id === null ? undefined : evaluation?.evaluation_id,
    assumptions,
  );
  return (
    <ResultsFrame answer={(shown) => <Answer {...shown} simulated={simulated} />}>
      {(shown) => <Firmness {...shown} {...{ assumptions, simulated }} />}
    </ResultsFrame>
  );
}

function Answer({ evaluation, simulated }: Shown & { readonly simulated: Simulated }) {
  const t = useWords(ROBUST);
  const { robustness, opened } = simulated;
  const rank = opened?.standing?.rank;
  if (robustness === undefined || rank === undefined) return t.answerWaiting;
  const risks = countRisks(robustness, rank);
  const sum = (risk: Risk): number => risks.reduce((total, { counts }) => total + counts[risk], 0);
  const ranked = sum('safe') + sum('edge') + sum('open');
  return t.answer(
    evaluation.period_id,
    count(ranked),
    count(sum('safe')),
    percent(sum('safe') / ranked),
    count(sum('open')),
  );
}

type Props = Shown & { readonly assumptions: Assumptions; readonly simulated: Simulated };

function Firmness({ evaluation, assumptions, simulated }: Props) {
  const { opened, robustness, impossible, error } = simulated;
  const t = useWords(ROBUST);
  return (
    <>
      <AssumptionsForm key={JSON.stringify(assumptions)} assumptions={assumptions} />
      <Progress assumptions={assumptions} simulated={simulated} />
      {error !== undefined && <Failure error={error} />}
      {impossible && <Note tone="bad">{t.failed}</Note>}
      {error === undefined && !impossible && (opened === undefined || robustness === undefined) && (
        <Loading rows={8} />
      )}
      {opened !== undefined && robustness !== undefined && (
        <>
          <RiskByClass opened={opened} robustness={robustness} />
          <RiskTable {...{ evaluation, opened, robustness }} />
        </>
      )}
    </>
  );
}

/** What is being done, until the last draw. */
function Progress({ assumptions: { draws }, simulated }: Pick<Props, 'assumptions' | 'simulated'>) {
  const t = useWords(ROBUST);
  const { opened, robustness, impossible, error } = simulated;
  const done = robustness?.draws ?? 0;
  if (error !== undefined || impossible || done >= draws) return null;
  return (
    <div className="mj-progress" role="status">
      <span>{opened === undefined ? t.loading : t.progress(count(done), count(draws))}</span>
      <div className="mj-progress-line">
        <i style={{ width: `${(done / draws) * 100}%` }} />
      </div>
    </div>
  );
}
