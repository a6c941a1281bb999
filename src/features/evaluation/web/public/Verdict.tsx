// What checking a receipt has shown, in words, with every step and its number.
import { Note } from '#web/ui/Note.tsx';
import { count } from '#web/ui/numbers.ts';
import { useWords } from '#web/words/words.ts';
import type { Checked } from './check-receipt.ts';
import { PUBLIC } from './public-words.ts';

type Props = { readonly checked: Checked; readonly root: string | undefined };

export function Verdict({ checked: { receipt, rowHash, fault }, root }: Props) {
  const t = useWords(PUBLIC);
  const good = root === undefined ? t.goodHere : t.good;
  return (
    <Note tone={fault === undefined ? 'good' : 'bad'}>
      <strong>{fault === undefined ? good : t[fault]}</strong>
      <p>{`${receipt.title} · ${receipt.row.name} · ${t.class} ${receipt.row.class}`}</p>
      <ol className="mj-verdict">
        <li>{t.step1(rowHash)}</li>
        <li>{t.step2(count(receipt.proof.length))}</li>
        <li>{t.step3(receipt.root)}</li>
        {root !== undefined && <li>{t.step4(root)}</li>}
      </ol>
    </Note>
  );
}
