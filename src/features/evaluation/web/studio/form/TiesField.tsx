// What decides between equal scores, first things first: larger before smaller unless the text says otherwise.
import { Select } from 'antd';
import { usePreferences } from '#web/client/preferences.ts';
import { useWords } from '#web/words/words.ts';
import { FieldFrame } from './Field.tsx';
import { listIn, useForm } from './form-context.ts';
import { FORM } from './form-words.ts';

export function TiesField() {
  const t = useWords(FORM);
  const { lang } = usePreferences();
  const { data, edit, disabled, kit } = useForm();
  const path = ['classes', 'ties'];
  const ties = listIn(data, path).filter((tie): tie is string => typeof tie === 'string');
  const names = (kit.formulas?.names ?? []).filter(
    ({ kind, section }) => kind !== 'category' && kind !== 'text' && section !== 'parameters',
  );
  const offered = names.map((one) => ({
    value: `${one.name} desc`,
    label: `${(lang === 'zh' ? one.zh : one.en) ?? one.name} ↓`,
  }));
  const others = ties
    .filter((tie) => !offered.some(({ value }) => value === tie))
    .map((value) => ({ value, label: value }));
  return (
    <FieldFrame label={t.ties} path={path} wide>
      <Select
        mode="multiple"
        aria-label={t.ties}
        disabled={disabled}
        value={ties}
        options={[...offered, ...others]}
        popupMatchSelectWidth={false}
        onChange={(chosen: string[]) => edit([{ path, value: chosen.length === 0 ? undefined : chosen }])}
      />
    </FieldFrame>
  );
}
