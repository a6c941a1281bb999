// What happens to a value that is absent, zero or negative.
import { Select } from 'antd';
import type { Path } from '#core/diagnostic.ts';
import { useLabel, useWords } from '#web/words/words.ts';
import { valueIn } from '#engine/scheme/edit.ts';
import { FieldFrame, NumberField, SelectField } from './Field.tsx';
import { useForm } from './form-context.ts';
import { FORM } from './form-words.ts';
import { ACTION_PARTS, ACTIONS, type ActionName, actionOf, freshAction } from './score-form.ts';

type Props = { readonly path: Path; readonly label: string; readonly usual: string };

export function ActionField({ path, label, usual }: Props) {
  const t = useWords(FORM);
  const spoken = useLabel();
  const { data, edit, disabled, kit } = useForm();
  const chosen = actionOf(valueIn(data, path));
  const groups = kit.categories.map((category) => ({ value: category.name, label: spoken(category) }));
  const parts = ACTION_PARTS.filter((name) => !name.endsWith('_by') || groups.length > 0 || name === chosen);
  return (
    <FieldFrame label={label} path={path}>
      <Select
        aria-label={label}
        disabled={disabled}
        value={chosen}
        popupMatchSelectWidth={false}
        options={[
          { value: '', label: usual },
          ...[...ACTIONS, ...parts].map((value) => ({ value, label: t[`action_${value}`] })),
          ...(chosen === 'other' ? [{ value: 'other', label: t.otherAction, disabled: true }] : []),
        ]}
        onChange={(next: ActionName) => edit([{ path, value: freshAction(next, groups[0]?.value ?? '') }])}
      />
      {(chosen === 'points' || chosen === 'value') && (
        <NumberField label={`${label} ${t[`action_${chosen}`]}`} path={[...path, chosen]} bare />
      )}
      {chosen.endsWith('_by') && (
        <SelectField label={`${label} ${t.by}`} path={[...path, chosen]} multiple options={groups} bare />
      )}
    </FieldFrame>
  );
}
