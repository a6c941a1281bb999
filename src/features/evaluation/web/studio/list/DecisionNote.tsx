// Who drafted a version and who decided on it, with the reason given.
import { useWords } from '#web/words/words.ts';
import { LIST } from './list-words.ts';

type Props = {
  readonly scheme: {
    readonly created_by: string;
    readonly decided_by: string | null;
    readonly reason: string | null;
  };
  readonly person: (userId: string) => string;
};

export function DecisionNote({ scheme, person }: Props) {
  const t = useWords(LIST);
  const { created_by, decided_by, reason } = scheme;
  return (
    <span className="meta">
      {t.draftedBy(person(created_by))}
      {decided_by !== null && ` · ${t.decidedBy(person(decided_by))}`}
      {reason !== null && reason !== '' && ` · ${t.because(reason)}`}
    </span>
  );
}
