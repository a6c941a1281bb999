// A formula in the form: names offered while typing, and at once the unit that comes out or what is wrong.
import { AutoComplete } from 'antd';
import { useEffect, useState } from 'react';
import type { Path } from '#core/diagnostic.ts';
import { usePreferences } from '#web/client/preferences.ts';
import { valueIn } from '#engine/scheme/edit.ts';
import { offersAt } from '../text/complete.ts';
import { FormulaLine } from '../text/FormulaLine.tsx';
import { FieldFaults } from './Field.tsx';
import { textOf, useForm } from './form-context.ts';

type Props = { readonly label: string; readonly path: Path; readonly bare?: boolean };

const KEY = 'value: ';

export function FormulaField({ label, path, bare = false }: Props) {
  const { data, edit, disabled, kit } = useForm();
  const { lang } = usePreferences();
  const value = textOf(valueIn(data, path));
  const [text, setText] = useState(value);
  const [isOpen, setOpen] = useState(false);
  useEffect(() => setText(value), [value]);
  const word = /[A-Za-z_][A-Za-z0-9_]*$/.exec(text)?.[0] ?? '';
  const offers =
    word === ''
      ? undefined
      : offersAt({
          line: KEY + text,
          column: KEY.length + text.length,
          kit: kit.formulas,
          classes: [],
          units: [],
          keys: [],
          lang,
        });
  const options = (offers?.options ?? [])
    .filter(({ label: name }) => name.startsWith(word) && name !== word)
    .slice(0, 12)
    .map(({ label: name, detail, apply }) => ({
      value: text.slice(0, text.length - word.length) + (apply ?? name),
      label: (
        <span className="mj-field-offer">
          <span>{name}</span>
          <span className="meta">{detail}</span>
        </span>
      ),
    }));
  const write = (): void => {
    if (text !== value) edit([{ path, value: text.trim() === '' ? undefined : text.trim() }]);
  };
  const field = (
    <AutoComplete
      size="small"
      className="mj-field-formula"
      aria-label={label}
      disabled={disabled}
      value={text}
      options={options}
      open={isOpen && options.length > 0}
      onOpenChange={setOpen}
      popupMatchSelectWidth={false}
      onChange={(next: string) => {
        setText(next);
        setOpen(true);
      }}
      onBlur={write}
    />
  );
  const isTyping = text !== value;
  return (
    <div className="mj-field">
      {!bare && <span className="mj-field-label">{label}</span>}
      {field}
      {(isTyping || !bare) && <FormulaLine formula={text} kit={kit.formulas} />}
      {!isTyping && <FieldFaults path={path} />}
    </div>
  );
}
