// Which scheme this is, how it stands, and what can be done with it: save, submit, decide, compare.
import { Button } from 'antd';
import { count, moment } from '#web/ui/numbers.ts';
import { PageHead } from '#web/ui/PageHead.tsx';
import { usePhone } from '#web/ui/use-phone.ts';
import { useLabel, useWords } from '#web/words/words.ts';
import { usePeople } from '#web/client/people.ts';
import { keysIn } from './form/form-context.ts';
import { DecisionNote } from './list/DecisionNote.tsx';
import { SchemeState } from './list/SchemeState.tsx';
import type { Studio } from './model/use-studio.ts';
import { SaveActs } from './SaveActs.tsx';
import { StateActs } from './StateActs.tsx';
import { STUDIO } from './studio-words.ts';
import type { SavedScheme } from './StudioPage.tsx';

type Props = {
  readonly saved: SavedScheme;
  readonly studio: Studio;
  readonly readOnly: boolean;
  readonly onCompare: () => void;
};

export function StudioHead({ saved, studio, readOnly, onCompare }: Props) {
  const t = useWords(STUDIO);
  const label = useLabel();
  const person = usePeople();
  const phone = usePhone();
  const { draft, isChanged } = studio;
  const title = draft.scheme?.title;
  const zh = title?.zh ?? saved.title;
  const indicators = keysIn(draft.data, ['indicators']).length;
  return (
    <PageHead
      kicker={
        <span className="mj-studio-kicker">
          {t.kicker(saved.scheme_id, count(saved.version))} <SchemeState state={saved.state} />
          <DecisionNote scheme={saved} person={person} />
        </span>
      }
      answer={t.answer(label({ zh, en: title?.en ?? zh }), count(indicators))}
      actions={
        <>
          {isChanged && <DraftNote studio={studio} />}
          {!phone && <Button onClick={onCompare}>{t.versions}</Button>}
          <StateActs saved={saved} isChanged={isChanged} readOnly={readOnly} />
          {readOnly ? <span className="meta">{t.readOnly}</span> : <SaveActs saved={saved} studio={studio} />}
        </>
      }
    />
  );
}

function DraftNote({ studio }: { readonly studio: Studio }) {
  const t = useWords(STUDIO);
  const { restoredAt, isKept, discard } = studio;
  const kept = isKept ? t.changed : t.notKept;
  return (
    <span className="meta" role="status">
      {restoredAt === undefined ? kept : t.restored(moment(restoredAt))}{' '}
      <Button size="small" type="link" onClick={discard}>
        {t.discard}
      </Button>
    </span>
  );
}
