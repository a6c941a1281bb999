// A condition: the formula as it stands, below it in the reader's words; one of several parts can be edited part by part.
import { Button, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import type { Path } from '#core/diagnostic.ts';
import { valueIn } from '#engine/scheme/edit.ts';
import { usePreferences } from '#web/client/preferences.ts';
import { usePhone } from '#web/ui/use-phone.ts';
import { useWords } from '#web/words/words.ts';
import { type Condition, inWords, readCondition, withPart, writeCondition } from './condition.ts';
import { FieldFaults } from './Field.tsx';
import { textOf, useForm } from './form-context.ts';
import { FORM } from './form-words.ts';
import { FormulaInput } from './FormulaInput.tsx';

type Props = { readonly label: string; readonly path: Path };

export function ConditionField({ label, path }: Props) {
  const t = useWords(FORM);
  const phone = usePhone();
  const { data, edit, kit, disabled } = useForm();
  const [asParts, setAsParts] = useState<boolean>();
  const text = textOf(valueIn(data, path));
  const isSound = (kit.formulas?.facts(text).diagnostics.length ?? 1) === 0;
  const condition = readCondition(text);
  const hasParts = isSound && condition.kind !== 'one';
  const write = (next: string): void => edit([{ path, value: next === '' ? undefined : next }]);
  const inParts = hasParts && !disabled && (asParts ?? phone);
  return (
    <div className="mj-field">
      <span className="mj-field-label mj-condition-head">
        <span>{label}</span>
        {hasParts && !disabled && (
          <button type="button" className="mj-link" onClick={() => setAsParts(!inParts)}>
            {inParts ? t.asFormula : t.asParts}
          </button>
        )}
      </span>
      {inParts ? (
        <Parts
          whole={condition}
          condition={condition}
          at={[]}
          onChange={(next) => write(next === undefined ? 'false' : writeCondition(next))}
        />
      ) : (
        <>
          <FormulaInput label={label} value={text} quiet onWrite={write} />
          {isSound && <Reading condition={condition} />}
        </>
      )}
      <FieldFaults path={path} />
    </div>
  );
}

/** In words, nested as it is meant. */
function Reading({ condition }: { readonly condition: Condition }) {
  const t = useWords(FORM);
  const inWordsOf = useWordsOf();
  if (condition.kind === 'one') return <span className="meta">{inWordsOf(condition.text)}</span>;
  return (
    <div className="mj-condition-reading meta">
      {t[condition.kind]}
      <ul>
        {condition.parts.map((part, i) => (
          <li key={i}>
            <Reading condition={part} />
          </li>
        ))}
      </ul>
    </div>
  );
}

type PartsProps = {
  readonly whole: Condition;
  readonly condition: Condition;
  readonly at: readonly number[];
  readonly onChange: (next: Condition | undefined) => void;
};

function Parts({ whole, condition, at, onChange }: PartsProps): ReactNode {
  const t = useWords(FORM);
  const inWordsOf = useWordsOf();
  const replace = (part: Condition | undefined): void => onChange(withPart(whole, at, part));
  if (condition.kind === 'one')
    return (
      <div className="mj-condition-one">
        <div className="mj-field">
          <FormulaInput
            label={t.part(at.map((i) => String(i + 1)).join('.'))}
            value={condition.text}
            quiet
            onWrite={(text) => replace(text === '' ? undefined : { kind: 'one', text })}
          />
          <span className="meta">{inWordsOf(condition.text)}</span>
        </div>
        <Button type="text" aria-label={t.remove} title={t.remove} onClick={() => replace(undefined)}>
          ×
        </Button>
      </div>
    );
  const { kind, parts } = condition;
  return (
    <div className="mj-condition" role="group" aria-label={t[kind]}>
      <Select
        variant="borderless"
        aria-label={t.allOrAny}
        value={kind}
        popupMatchSelectWidth={false}
        options={[
          { value: 'all', label: t.all },
          { value: 'any', label: t.any },
        ]}
        onChange={(next: 'all' | 'any') => replace({ kind: next, parts })}
      />
      {parts.map((part, i) => (
        <Parts key={i} whole={whole} condition={part} at={[...at, i]} onChange={onChange} />
      ))}
      <Button
        type="dashed"
        onClick={() => replace({ kind, parts: [...parts, { kind: 'one', text: 'true' }] })}
      >
        {t.addPart}
      </Button>
    </div>
  );
}

function useWordsOf(): (text: string) => string {
  const t = useWords(FORM);
  const { lang } = usePreferences();
  const { kit } = useForm();
  const labels = new Map(
    (kit.formulas?.names ?? []).map(({ name, zh, en }) => [name, lang === 'zh' ? (zh ?? en) : (en ?? zh)]),
  );
  const words = {
    labelOf: (name: string) => labels.get(name),
    not: t.not,
    isIn: t.isIn,
    startsWith: t.startsWith,
  };
  return (text) => inWords(text, words);
}
