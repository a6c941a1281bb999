// Which evaluations are going on, and how far each is.
import { Loaded } from '#web/ui/Loaded.tsx';
import { Section } from '#web/ui/Section.tsx';
import { useWords } from '#web/words/words.ts';
import { isUnderWay } from '#features/evaluation/model/lifecycle.ts';
import { EvaluationLine } from '../results/evaluations/EvaluationLine.tsx';
import { useEvaluations } from '../shared/evaluation-choice.ts';
import { WORK } from './work-words.ts';

export function UnderWay() {
  const t = useWords(WORK);
  const query = useEvaluations();
  return (
    <Section title={t.underWay}>
      <Loaded query={query} rows={3}>
        {({ items }) => {
          const open = items.filter(isUnderWay);
          if (open.length === 0) return <p className="meta">{t.noneUnderWay}</p>;
          return (
            <ul className="mj-evaluations">
              {open.map((evaluation) => (
                <EvaluationLine key={evaluation.evaluation_id} evaluation={evaluation} />
              ))}
            </ul>
          );
        }}
      </Loaded>
    </Section>
  );
}
