// Which parks gain and lose: their classes before and after, those with the largest change of the best class first.
import { Change } from '#web/ui/Change.tsx';
import { ClassShare } from '#web/ui/ClassShare.tsx';
import { useWords } from '#web/words/words.ts';
import { EFFECT } from './effect-words.ts';
import type { MoverFilter } from './OutcomeView.tsx';
import type { ParkChange } from './summary.ts';

type Props = {
  readonly parks: readonly ParkChange[];
  readonly classes: readonly string[];
  readonly parkName: (id: string) => string;
  readonly onFilter: (filter: MoverFilter) => void;
};

export function ParkChanges({ parks, classes, parkName, onFilter }: Props) {
  const t = useWords(EFFECT);
  if (parks.length === 0) return <p className="meta">{t.noParks}</p>;
  const counts = (values: readonly number[]) =>
    classes.map((name, i) => ({ class: name, count: values[i] ?? 0 }));
  const letters = classes.filter(
    (name, i) => name !== '' && parks.some(({ before, after }) => before[i] !== after[i]),
  );
  return (
    <div className="mj-matrix-scroll">
      <table className="mj-park-changes">
        <thead>
          <tr>
            <th scope="col">{t.park}</th>
            <th scope="col">{`${t.before} / ${t.after}`}</th>
            {letters.map((letter) => (
              <th key={letter} scope="col" className="num">
                {letter}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {parks.map((park) => (
            <tr key={park.park}>
              <th scope="row">
                <button type="button" className="mj-link" onClick={() => onFilter({ park: park.park })}>
                  {parkName(park.park)}
                </button>
              </th>
              <td>
                <ClassShare counts={counts(park.before)} />
                <ClassShare counts={counts(park.after)} />
              </td>
              {letters.map((letter) => {
                const i = classes.indexOf(letter);
                return (
                  <td key={letter} className="num">
                    <Change
                      value={(park.after[i] ?? 0) - (park.before[i] ?? 0)}
                      digits={0}
                      lessIsBetter={i >= classes.length / 2}
                    />
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
