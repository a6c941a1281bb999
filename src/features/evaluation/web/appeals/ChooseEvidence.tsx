// Evidence chosen before an appeal is sent: added, told what is wrong with it, taken away again.
import { useState } from 'react';
import { FileDrop } from '#web/ui/FileDrop.tsx';
import { Note } from '#web/ui/Note.tsx';
import { useWords } from '#web/words/words.ts';
import { APPEALS } from './appeal-words.ts';
import { EVIDENCE_ENDINGS, type EvidenceFault, evidenceFault } from './evidence-rules.ts';
import { sizeText } from '../shared/size-text.ts';

export const ACCEPT = EVIDENCE_ENDINGS.map((ending) => `.${ending}`).join(',');

type Props = { readonly files: readonly File[]; readonly onChange: (files: readonly File[]) => void };

export function ChooseEvidence({ files, onChange }: Props) {
  const t = useWords(APPEALS);
  const [refused, setRefused] = useState<{ name: string; fault: EvidenceFault }>();
  const take = (file: File): void => {
    const fault = evidenceFault(file, files);
    setRefused(fault === undefined ? undefined : { name: file.name, fault });
    if (fault === undefined) onChange([...files, file]);
  };
  return (
    <div className="mj-evidence" role="group" aria-label={t.evidence}>
      <span>{t.evidenceOptional}</span>
      {files.length > 0 && (
        <ul className="mj-lines">
          {files.map((file) => (
            <li key={`${file.name} ${file.size}`}>
              <span className="mj-file-name">{file.name}</span>
              <span className="meta">{sizeText(file.size)}</span>
              <button
                type="button"
                className="mj-link"
                aria-label={`${t.remove} ${file.name}`}
                onClick={() => onChange(files.filter((other) => other !== file))}
              >
                {t.remove}
              </button>
            </li>
          ))}
        </ul>
      )}
      <FileDrop accept={ACCEPT} hint={t.evidenceHint} onFile={take} />
      {refused !== undefined && <Note tone="bad">{t[refused.fault](refused.name)}</Note>}
    </div>
  );
}
