// The evaluations of the zone by year.
import { Button } from 'antd';
import { useState } from 'react';
import { useRole } from '#web/client/me.ts';
import { Loaded } from '#web/ui/Loaded.tsx';
import { count } from '#web/ui/numbers.ts';
import { PageBody } from '#web/ui/PageBody.tsx';
import { PageHead } from '#web/ui/PageHead.tsx';
import { Section } from '#web/ui/Section.tsx';
import { Empty } from '#web/ui/States.tsx';
import { useWords } from '#web/words/words.ts';
import { isUnderWay } from '#features/evaluation/model/lifecycle.ts';
import { useEvaluations } from '#features/evaluation/web/shared/evaluation-choice.ts';
import { BeginEvaluation } from './BeginEvaluation.tsx';
import { EVALUATION } from './evaluation-words.ts';
import './evaluations.css';
import { EvaluationLine } from './EvaluationLine.tsx';

export function EvaluationsPage() {
  const t = useWords(EVALUATION);
  const role = useRole();
  const query = useEvaluations();
  const [beginning, setBeginning] = useState(false);
  const begin = role === 'evaluation_officer' && (
    <Button type="primary" onClick={() => setBeginning(true)}>
      {t.begin}
    </Button>
  );
  return (
    <PageBody>
      <Loaded query={query}>
        {({ items }) => {
          const years = [...new Set(items.map(({ period_id }) => period_id))].sort().reverse();
          const running = items.filter(isUnderWay).length;
          return (
            <>
              <PageHead
                kicker={t.kicker}
                answer={items.length === 0 ? t.none : t.answer(count(items.length), count(running))}
                actions={begin}
              />
              {items.length === 0 && <Empty title={t.none} hint={t.noneHint} />}
              {years.map((year) => (
                <Section key={year} title={t.year(year)}>
                  <ul className="mj-evaluations">
                    {items
                      .filter(({ period_id }) => period_id === year)
                      .map((evaluation) => (
                        <EvaluationLine key={evaluation.evaluation_id} evaluation={evaluation} />
                      ))}
                  </ul>
                </Section>
              ))}
            </>
          );
        }}
      </Loaded>
      {beginning && <BeginEvaluation onClose={() => setBeginning(false)} />}
    </PageBody>
  );
}
