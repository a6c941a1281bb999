// A page that broke. The frame stays, so that the reader can go elsewhere.
import { Button } from 'antd';
import { Failure } from '../ui/States.tsx';
import { useWords } from '../words/words.ts';
import { SHELL } from './shell-words.ts';

export function PageFailure({ error }: { readonly error: unknown }) {
  const t = useWords(SHELL);
  // A part that is gone from the server belongs to a version before the last update.
  const outdated = error instanceof TypeError && /dynamically imported|module script/i.test(error.message);
  return (
    <div className="mj-page">
      {outdated ? <p>{t.newVersion}</p> : <Failure error={error} />}
      <div style={{ textAlign: 'center' }}>
        <Button onClick={() => location.reload()}>{t.reload}</Button>
      </div>
    </div>
  );
}
