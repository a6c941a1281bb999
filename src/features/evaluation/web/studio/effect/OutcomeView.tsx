// The outcome: one sentence, the classes before and after, the matrix, who moved and why, and the parks.
import { useMemo, useState } from 'react';
import { ClassShare } from '#web/ui/ClassShare.tsx';
import { count } from '#web/ui/numbers.ts';
import { Section } from '#web/ui/Section.tsx';
import { useWords } from '#web/words/words.ts';
import type { Outcome } from '#features/evaluation/web/engine-worker/messages.ts';
import { EFFECT } from './effect-words.ts';
import { Matrix } from './Matrix.tsx';
import { Movers } from './Movers.tsx';
import { ParkChanges } from './ParkChanges.tsx';
import { countsOf, moversOf, parkChanges } from './summary.ts';
import { Timing } from './Timing.tsx';
import { useParkName } from './use-park-name.ts';
import type { Ready } from './use-what-if.ts';

type Props = {
  readonly outcome: Outcome;
  readonly movedAt: number;
  readonly ready: Ready;
  readonly isStale: boolean;
};

/** Which of the movers are listed. */
export type MoverFilter = { readonly from: string; readonly to: string } | { readonly park: string };

export function OutcomeView({ outcome, movedAt, ready, isStale }: Props) {
  const t = useWords(EFFECT);
  const parkName = useParkName();
  const [filter, setFilter] = useState<MoverFilter>();
  const { opened, engine } = ready;
  const movers = useMemo(() => moversOf(outcome, opened), [outcome, opened]);
  const parks = useMemo(() => parkChanges(outcome, opened.parkIds), [outcome, opened]);
  const before = countsOf(outcome.classes, outcome.before.place);
  const after = countsOf(outcome.classes, outcome.after.place);
  return (
    <div className="mj-outcome" data-stale={isStale}>
      <p className="mj-outcome-answer" role="status">
        <Answer outcome={outcome} parks={parks} parkName={parkName} />
      </p>
      <Timing ms={outcome.ms} movedAt={movedAt} answer={outcome} />
      <div className="mj-outcome-grid">
        <Section title={t.share}>
          <div className="mj-outcome-shares">
            <span className="meta">{t.before}</span>
            <ClassShare counts={before} />
            <span className="mj-outcome-counts">{countsText(before)}</span>
            <span className="meta">{t.after}</span>
            <ClassShare counts={after} />
            <span className="mj-outcome-counts">{countsText(after)}</span>
          </div>
        </Section>
        <Section title={t.matrix} aside={t.matrixHint}>
          <Matrix outcome={outcome} filter={filter} onFilter={setFilter} />
        </Section>
        <Section title={t.movers} aside={count(movers.length)}>
          <Movers
            movers={movers}
            outcome={outcome}
            filter={filter}
            onFilter={setFilter}
            engine={engine}
            parkName={parkName}
          />
        </Section>
        <Section title={t.parks}>
          <ParkChanges parks={parks} classes={outcome.classes} parkName={parkName} onFilter={setFilter} />
        </Section>
      </div>
    </div>
  );
}

const countsText = (counts: ReturnType<typeof countsOf>): string =>
  counts
    .filter((one) => one.class !== '')
    .map((one) => `${one.class} ${count(one.count)}`)
    .join('  ');

type AnswerProps = {
  readonly outcome: Outcome;
  readonly parks: ReturnType<typeof parkChanges>;
  readonly parkName: (id: string) => string;
};

function Answer({ outcome, parks, parkName }: AnswerProps) {
  const t = useWords(EFFECT);
  const { up, down, moved, classes } = outcome;
  if (moved.length === 0) return <>{t.nobody}</>;
  const others = moved.length - up - down;
  const [park] = parks;
  const letter = classes[0] ?? '';
  const tail =
    park === undefined || park.best === 0
      ? ''
      : park.best < 0
        ? t.parkLoses(parkName(park.park), count(-park.best), letter)
        : t.parkGains(parkName(park.park), count(park.best), letter);
  return (
    <>
      {t.moved(count(up), count(down))}
      {others > 0 && t.alsoOthers(count(others))}
      {tail}
    </>
  );
}
