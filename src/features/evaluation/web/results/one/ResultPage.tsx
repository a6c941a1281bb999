// Why one enterprise came off as it did, as a page of its own, to be sent or printed.
import { Link } from '@tanstack/react-router';
import { usePart, useZone } from '#web/client/place.ts';
import { Empty } from '#web/ui/States.tsx';
import { useWords } from '#web/words/words.ts';
import { labelAt } from '#features/evaluation/web/shared/run-table.ts';
import { Why } from '#features/evaluation/web/shared/why/Why.tsx';
import { ResultsFrame, type Shown } from '../ResultsFrame.tsx';
import { RESULTS } from '../results-words.ts';

export function ResultPage() {
  return (
    <ResultsFrame answer={(shown) => <Answer {...shown} />} actions={(shown) => <Actions {...shown} />}>
      {(shown) => <Reason {...shown} />}
    </ResultsFrame>
  );
}

function Answer({ table }: Shown) {
  const t = useWords(RESULTS);
  const row = table.rowOf(usePart('enterprise_id'));
  if (row === undefined) return t.notInRun;
  const name = table.names[row] ?? '';
  const letter = labelAt(table.finalClass, row);
  return letter === '' ? t.answerWhyNone(name) : t.answerWhy(name, letter);
}

function Actions({ evaluation }: Shown) {
  const t = useWords(RESULTS);
  const zone = useZone();
  const id = usePart('enterprise_id');
  const search = { period: evaluation.period_id, evaluation: evaluation.evaluation_id };
  return (
    <Link to={`/z/${zone}/enterprises/${id}`} search={search}>
      {t.toEnterprise}
    </Link>
  );
}

function Reason({ runId, table }: Shown) {
  const t = useWords(RESULTS);
  const enterpriseId = usePart('enterprise_id');
  if (table.rowOf(enterpriseId) === undefined) return <Empty title={t.notInRun} hint={t.notInRunHint} />;
  return (
    <div className="mj-results-one">
      <Why {...{ runId, enterpriseId, table }} />
    </div>
  );
}
