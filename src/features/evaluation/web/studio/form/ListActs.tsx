// Up, down and away: what can be done with one element of a list.
import { Button } from 'antd';
import type { Path } from '#core/diagnostic.ts';
import { useWords } from '#web/words/words.ts';
import { useForm } from './form-context.ts';
import { FORM } from './form-words.ts';

type Props = {
  readonly path: Path;
  readonly at: number;
  readonly length: number;
  readonly onRemove: () => void;
};

export function ListActs({ path, at, length, onRemove }: Props) {
  const t = useWords(FORM);
  const { move, disabled } = useForm();
  const acts = [
    { sign: '↑', label: t.up, isOff: at === 0, act: () => move(path, at, at - 1) },
    { sign: '↓', label: t.down, isOff: at === length - 1, act: () => move(path, at, at + 1) },
    { sign: '×', label: t.remove, isOff: false, act: onRemove },
  ];
  return (
    <span className="mj-rule-acts">
      {acts.map(({ sign, label, isOff, act }) => (
        <Button
          key={sign}
          type="text"
          aria-label={label}
          title={label}
          disabled={disabled || isOff}
          onClick={act}
        >
          {sign}
        </Button>
      ))}
    </span>
  );
}
