// What an enterprise disputed, each with what the office answered to it.
import type { Answer, api } from '#web/client/api.ts';
import { Note } from '#web/ui/Note.tsx';
import { moment } from '#web/ui/numbers.ts';
import { useWords } from '#web/words/words.ts';
import { COLLECTION } from '../shared/collection-words.ts';
import { valueText } from '../shared/value-text.ts';
import type { Said } from './OwnSheet.tsx';

type Props = {
  readonly said: NonNullable<Said>;
  readonly lines: Answer<typeof api.collection.getFigures>['lines'];
};

export function OwnAnswers({ said, lines }: Props) {
  const t = useWords(COLLECTION);
  const nameOf = (id: string): string => lines.find(({ item_id }) => item_id === id)?.name ?? id;
  const older = said.answer !== null && said.disputes.every(({ answer }) => answer === null);
  return (
    <>
      {said.disputes.map(({ item_id, value, reason, answer }, i) => (
        <Note key={`${item_id} ${i}`} tone={answer === null ? 'warn' : answer.adopted ? 'good' : 'plain'}>
          <p>{t.claims(nameOf(item_id), valueText(value, t), reason)}</p>
          {answer === null ? (
            !older && <span className="meta">{t.waitsForAnswer}</span>
          ) : (
            <>
              <p>{`${answer.adopted ? t.claimAdopted : t.kept}：${answer.text}`}</p>
              <span className="meta">{moment(answer.at)}</span>
            </>
          )}
        </Note>
      ))}
      {older && <Note>{`${t.officeAnswer}：${said.answer}`}</Note>}
    </>
  );
}
