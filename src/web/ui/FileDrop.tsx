// A place to drop a file on, or to choose one.
import { type ReactNode, useState } from 'react';
import { useWords } from '../words/words.ts';
import { UI } from './ui-words.ts';

type Props = {
  /** Endings, such as `.xlsx,.xls,.csv`. */
  readonly accept: string;
  readonly hint?: ReactNode;
  readonly disabled?: boolean;
  readonly onFile: (file: File) => void;
};

export function FileDrop({ accept, hint, disabled = false, onFile }: Props) {
  const t = useWords(UI);
  const [over, setOver] = useState(false);
  const take = (files: FileList | null): void => {
    const file = files?.[0];
    if (file !== undefined && !disabled) onFile(file);
  };
  return (
    <label
      className="mj-drop"
      data-over={over}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer.files);
      }}
    >
      <input
        type="file"
        className="visually-hidden"
        accept={accept}
        disabled={disabled}
        onChange={({ target }) => {
          take(target.files);
          target.value = '';
        }}
      />
      <strong>{t.dropFile}</strong>
      {hint !== undefined && <div className="meta">{hint}</div>}
    </label>
  );
}
