// One figure of an appeal's form: what the evaluation used, and what it should have been.
import { Input, Select } from 'antd';
import { usePreferences } from '#web/client/preferences.ts';
import { unitName } from '#core/unit-names.ts';
import { UI } from '#web/ui/ui-words.ts';
import { useWords } from '#web/words/words.ts';
import { APPEALS } from './appeal-words.ts';
import { useShowFigure } from '../shared/show-figure.ts';
import type { FrozenFigures } from './frozen-figures.ts';

type Props = {
  readonly figure: FrozenFigures[number];
  readonly typed: string;
  readonly wrong: boolean;
  readonly onType: (text: string) => void;
};

export function Claim({ figure, typed, wrong, onType }: Props) {
  const t = useWords(APPEALS);
  const answers = useWords(UI);
  const { lang } = usePreferences();
  const show = useShowFigure();
  const name = figure.unit === null ? figure.name : `${figure.name} ${unitName(figure.unit, lang)}`;
  const choices =
    figure.kind === 'yes_no'
      ? [
          { value: 'yes', label: answers.yes },
          { value: 'no', label: answers.no },
        ]
      : figure.choices.map((value) => ({ value, label: value }));
  return (
    <>
      <span>{name}</span>
      <span className="num">{show(figure.value)}</span>
      {choices.length > 0 ? (
        <Select
          size="small"
          allowClear
          aria-label={`${name} ${t.claimed}`}
          options={choices}
          value={typed === '' ? null : typed}
          onChange={(value: string | null | undefined) => onType(value ?? '')}
        />
      ) : (
        <Input
          size="small"
          aria-label={`${name} ${t.claimed}`}
          status={wrong ? 'error' : ''}
          value={typed}
          maxLength={40}
          onChange={({ target }) => onType(target.value)}
        />
      )}
    </>
  );
}
