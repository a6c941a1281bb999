// A method in sentences: how points are earned, how they become a class, what settles a class outright.
import type { Answer, api } from '#web/client/api.ts';
import { useWords } from '#web/words/words.ts';
import { PUBLIC } from './public-words.ts';

type Explained = Answer<typeof api.evaluation.getPublishedMethod>['explained']['zh'];

export function MethodWords({ explained }: { readonly explained: Explained }) {
  const t = useWords(PUBLIC);
  const { lead, points, adjustments, classes, outright } = explained;
  const parts = [
    { title: t.howPoints, lines: [...points, ...adjustments] },
    { title: t.howClasses, lines: classes },
    { title: t.outright, lines: outright },
  ].filter(({ lines }) => lines.length > 0);
  return (
    <div className="mj-method-words">
      <p>{lead}</p>
      {parts.map(({ title, lines }) => (
        <div key={title}>
          <h3>{title}</h3>
          <ul>
            {lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  );
}
