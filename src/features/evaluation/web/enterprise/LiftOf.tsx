// What would lift an enterprise to the next class, in sentences and figures; and how firm the class it has is.
import { useQuery } from '@tanstack/react-query';
import { api } from '#web/client/api.ts';
import { useZone } from '#web/client/place.ts';
import { usePreferences } from '#web/client/preferences.ts';
import { ClassShare } from '#web/ui/ClassShare.tsx';
import { Loaded } from '#web/ui/Loaded.tsx';
import { unitName } from '#core/unit-names.ts';
import { count, fixed, percent, plain, signed } from '#web/ui/numbers.ts';
import { Section } from '#web/ui/Section.tsx';
import { useWords } from '#web/words/words.ts';
import type { Firmness, Lift } from '#features/evaluation/contract/lift.ts';
import { ENTERPRISE } from './enterprise-words.ts';

type Props = { readonly runId: string; readonly enterpriseId: string };

export function LiftOf({ runId, enterpriseId }: Props) {
  const t = useWords(ENTERPRISE);
  const zone = useZone();
  const query = useQuery({
    queryKey: ['lift', zone, runId, enterpriseId],
    queryFn: () => api.evaluation.getLift({ zone, run_id: runId, enterprise_id: enterpriseId }),
    staleTime: 300_000,
  });
  return (
    <Section title={t.lift}>
      <Loaded query={query} rows={4}>
        {(lift) => (
          <div className="mj-lift">
            <Ways lift={lift} />
            {lift.firmness !== null && <HowFirm firmness={lift.firmness} />}
          </div>
        )}
      </Loaded>
    </Section>
  );
}

function Ways({ lift }: { readonly lift: Lift }) {
  const { lang } = usePreferences();
  const [answer, ...rest] = lift.sentences[lang];
  return (
    <div>
      <p className="mj-lift-answer">{answer}</p>
      <ul className="mj-lift-ways">
        {rest.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {lift.singles.length > 0 && (
        <div className="mj-lift-singles">
          {lift.singles.slice(0, 4).map((move) => (
            <div key={move.input}>
              <span className="meta">{move[lang]}</span>
              <strong>
                {plain(move.from)} → {fixed(move.shown)}
              </strong>
              <span className="meta">
                {unitName(move.unit ?? '', lang)}
                {move.relative === null ? '' : ` ${signed(move.relative * 100, 1)}%`}
              </span>
            </div>
          ))}
        </div>
      )}
    </div>
  );
}

function HowFirm({ firmness }: { readonly firmness: Firmness }) {
  const t = useWords(ENTERPRISE);
  const counts = firmness.classes.map((one) => ({
    class: one.class,
    count: Math.round(one.share * firmness.draws),
  }));
  return (
    <div className="mj-card">
      <strong>{t.firmness}</strong>
      <p>{t.kept(percent(firmness.kept, 0))}</p>
      <ClassShare counts={counts} />
      <p className="meta">
        {firmness.classes
          .filter(({ share }) => share > 0)
          .map((one) => `${one.class} ${percent(one.share, 0)}`)
          .join('　')}
      </p>
      <p className="meta">
        {t.firmnessHint(count(firmness.draws), percent(firmness.figures, 0), percent(firmness.weights, 0))}
      </p>
    </div>
  );
}
