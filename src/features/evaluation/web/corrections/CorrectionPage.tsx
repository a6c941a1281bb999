// One correction of a published list: why, what it changes, and the second signature.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type Answer, api } from '#web/client/api.ts';
import { usePart, useZone } from '#web/client/place.ts';
import { Loaded } from '#web/ui/Loaded.tsx';
import { Note } from '#web/ui/Note.tsx';
import { count, moment } from '#web/ui/numbers.ts';
import { PageBody } from '#web/ui/PageBody.tsx';
import { PageHead } from '#web/ui/PageHead.tsx';
import { useWords } from '#web/words/words.ts';
import { usePeople } from '#web/client/people.ts';
import { ClassChanges } from './ClassChanges.tsx';
import { CorrectedFigures } from './CorrectedFigures.tsx';
import { CORRECTIONS } from './correction-words.ts';
import { Moves } from './Moves.tsx';
import { SignCorrection } from './SignCorrection.tsx';

export function CorrectionPage() {
  const zone = useZone();
  const correction_id = usePart('correction_id');
  const query = useQuery({
    queryKey: ['correction', zone, correction_id],
    queryFn: () => api.evaluation.getCorrection({ zone, correction_id }),
  });
  return (
    <PageBody>
      <Loaded query={query} rows={10}>
        {(found) => <OneCorrection {...found} />}
      </Loaded>
    </PageBody>
  );
}

type Found = Answer<typeof api.evaluation.getCorrection>;

function OneCorrection({ correction, effect }: Found) {
  const t = useWords(CORRECTIONS);
  const zone = useZone();
  const nameOf = usePeople();
  const { decided_by: by, decided_at: at } = correction;
  return (
    <>
      <PageHead
        kicker={<Link to={`/z/${zone}/corrections`}>{t.back}</Link>}
        answer={t.oneAnswer(count(effect.moved), count(effect.ranks_moved))}
      />
      <Note tone={correction.state === 'proposed' ? 'warn' : 'plain'}>
        <strong>{t.proposal(nameOf(correction.proposed_by))}</strong>
        <p>{correction.reason}</p>
        <span className="meta">
          {moment(correction.proposed_at)} · {t.scoresMoved(count(effect.scores_moved))}
        </span>
      </Note>
      {by !== null && (
        <Note tone={correction.state === 'signed' ? 'good' : 'plain'}>
          <strong>{t.decided(nameOf(by), t[correction.state])}</strong>
          <p>{correction.decision_reason}</p>
          <span className="meta">{at === null ? '' : moment(at)}</span>
        </Note>
      )}
      {correction.state === 'proposed' && effect.scores_moved === 0 && <Note tone="warn">{t.noScores}</Note>}
      <CorrectedFigures effect={effect} />
      <ClassChanges classes={effect.classes} />
      <Moves effect={effect} />
      <SignCorrection correction={correction} />
    </>
  );
}
