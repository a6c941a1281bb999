// What a rule does to a class: a ceiling, a floor, or the class itself.
import { Select } from 'antd';
import type { Path } from '#core/diagnostic.ts';
import { useWords } from '#web/words/words.ts';
import { valueIn } from '#engine/scheme/edit.ts';
import { FieldFrame, SelectField } from './Field.tsx';
import { useForm } from './form-context.ts';
import { FORM } from './form-words.ts';

const EFFECTS = ['at_most', 'at_least', 'set'] as const;

type Props = {
  readonly path: Path;
  readonly rule: unknown;
  readonly letters: readonly { readonly value: string; readonly label: string }[];
};

export function RuleEffect({ path, rule, letters }: Props) {
  const t = useWords(FORM);
  const { edit, disabled } = useForm();
  const effect = EFFECTS.find((name) => valueIn(rule, [name]) !== undefined) ?? 'at_most';
  const change = (chosen: (typeof EFFECTS)[number]): void => {
    const { [effect]: letter, ...rest } = rule as Record<string, unknown>;
    const { when, ...labels } = rest;
    edit([{ path, value: { when, [chosen]: letter, ...labels } }]);
  };
  return (
    <>
      <FieldFrame label={t.effect} path={[...path, effect]}>
        <Select
          aria-label={t.effect}
          disabled={disabled}
          value={effect}
          popupMatchSelectWidth={false}
          options={EFFECTS.map((value) => ({ value, label: t[value] }))}
          onChange={change}
        />
      </FieldFrame>
      <SelectField label={t.class} path={[...path, effect]} options={letters} />
    </>
  );
}
