// A list of rules: a condition and what it does, moved up and down by keys and buttons alike.
import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { Path } from '#core/diagnostic.ts';
import { useWords } from '#web/words/words.ts';
import { FieldFaults, TextField } from './Field.tsx';
import { listIn, useForm } from './form-context.ts';
import { FORM } from './form-words.ts';
import { FormulaField } from './FormulaField.tsx';

type Props = {
  readonly path: Path;
  readonly title: string;
  readonly hint?: string;
  /** What stands between the condition and the reason. */
  readonly effect: (path: Path, rule: unknown) => ReactNode;
  readonly fresh: unknown;
};

export function RuleTable({ path, title, hint, effect, fresh }: Props) {
  const t = useWords(FORM);
  const { data, edit, move, disabled } = useForm();
  const rules = listIn(data, path);
  const remove = (i: number): void =>
    edit([rules.length === 1 ? { path, value: undefined } : { path: [...path, i], value: undefined }]);
  return (
    <div className="mj-rules" role="group" aria-label={title}>
      <div className="mj-rules-head">
        <strong>{title}</strong>
        {hint !== undefined && rules.length > 1 && <span className="meta">{hint}</span>}
      </div>
      {rules.map((rule, i) => (
        <div key={i} className="mj-rule">
          <FormulaField label={t.when} path={[...path, i, 'when']} bare />
          <div className="mj-rule-effect">
            {effect([...path, i], rule)}
            <TextField label={t.reason} path={[...path, i, 'zh']} placeholder={t.reason} bare />
            <span className="mj-rule-acts">
              <Button
                size="small"
                type="text"
                aria-label={t.up}
                title={t.up}
                disabled={disabled || i === 0}
                onClick={() => move(path, i, i - 1)}
              >
                ↑
              </Button>
              <Button
                size="small"
                type="text"
                aria-label={t.down}
                title={t.down}
                disabled={disabled || i === rules.length - 1}
                onClick={() => move(path, i, i + 1)}
              >
                ↓
              </Button>
              <Button
                size="small"
                type="text"
                aria-label={t.remove}
                title={t.remove}
                disabled={disabled}
                onClick={() => remove(i)}
              >
                ×
              </Button>
            </span>
          </div>
        </div>
      ))}
      <FieldFaults path={path} exact />
      <Button
        size="small"
        type="dashed"
        disabled={disabled}
        onClick={() =>
          edit([
            rules.length === 0 ? { path, value: [fresh] } : { path: [...path, rules.length], value: fresh },
          ])
        }
      >
        {t.add}
      </Button>
    </div>
  );
}
