// The ways to settle a finding, in the order of their keys.
import { Button, type ButtonProps } from 'antd';
import { useWords } from '#web/words/words.ts';
import { COLLECTION } from '../shared/collection-words.ts';
import { type Decision, DECISION_WORDS, DECISIONS } from './decisions.ts';
import type { Shown } from './finding-list.ts';

type Props = Pick<ButtonProps, 'size'> & {
  readonly shown: Shown;
  /** With the digit that does the same. */
  readonly keys?: boolean;
  /** All of them weigh the same. */
  readonly equal?: boolean;
  readonly onDecide: (what: Decision) => void;
};

export function DecisionButtons({ shown, keys = false, equal = false, onDecide, ...rest }: Props) {
  const t = useWords(COLLECTION);
  return DECISIONS[shown].map((what, i) => (
    <Button
      key={what}
      type={equal || i === 0 ? 'primary' : 'default'}
      onClick={() => onDecide(what)}
      {...rest}
    >
      {`${keys ? `${i + 1} ` : ''}${t[DECISION_WORDS[what]]}`}
    </Button>
  ));
}
