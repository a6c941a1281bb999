// A formula being typed, on as many lines as it needs: names offered, and at once the unit that comes out or what is wrong.
import { AutoComplete, Input } from 'antd';
import { useEffect, useState } from 'react';
import { usePreferences } from '#web/client/preferences.ts';
import { offersAt } from '../text/complete.ts';
import { FormulaLine } from '../text/FormulaLine.tsx';
import { useForm } from './form-context.ts';

type Props = {
  readonly label: string;
  readonly value: string;
  readonly onWrite: (text: string) => void;
  /** Says nothing of the unit of what was not touched. */
  readonly quiet?: boolean;
};

const KEY = 'value: ';
const MOST_OFFERS = 12;

export function FormulaInput({ label, value, onWrite, quiet = false }: Props) {
  const { disabled, kit } = useForm();
  const { lang } = usePreferences();
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
    .slice(0, MOST_OFFERS)
    .map(({ label: name, detail, apply }) => ({
      value: text.slice(0, text.length - word.length) + (apply ?? name),
      label: (
        <span className="mj-field-offer">
          <span>{name}</span>
          <span className="meta">{detail}</span>
        </span>
      ),
    }));
  const isOffering = isOpen && options.length > 0;
  const write = (): void => {
    setOpen(false);
    if (text !== value) onWrite(text.trim());
  };
  return (
    <>
      <AutoComplete
        className="mj-field-formula"
        disabled={disabled}
        value={text}
        options={options}
        open={isOffering}
        onOpenChange={setOpen}
        popupMatchSelectWidth={false}
        onChange={(next: string) => {
          setText(next);
          setOpen(true);
        }}
        onBlur={write}
      >
        <Input.TextArea
          rows={1}
          autoSize
          aria-label={label}
          className="mj-field-code"
          spellCheck={false}
          onPressEnter={(event) => {
            if (isOffering) return;
            event.preventDefault();
            write();
          }}
        />
      </AutoComplete>
      {(!quiet || text !== value) && <FormulaLine formula={text} kit={kit.formulas} short />}
    </>
  );
}
