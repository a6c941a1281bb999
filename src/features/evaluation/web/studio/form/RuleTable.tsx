// A list of rules: a condition and what it does, moved up and down by keys and buttons alike.
import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { Path } from '#core/diagnostic.ts';
import { count } from '#web/ui/numbers.ts';
import { useWords } from '#web/words/words.ts';
import { ConditionField } from './ConditionField.tsx';
import { FieldFaults, TextField } from './Field.tsx';
import { listIn, useForm } from './form-context.ts';
import { FORM } from './form-words.ts';
import { ListActs } from './ListActs.tsx';

type Props = {
  readonly path: Path;
  readonly title: string;
  readonly hint?: string;
  /** Fields between the condition and the reason. */
  readonly effect: (path: Path, rule: unknown) => ReactNode;
  readonly fresh: unknown;
};

export function RuleTable({ path, title, hint, effect, fresh }: Props) {
  const t = useWords(FORM);
  const { data, edit, disabled } = useForm();
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
          <div className="mj-rule-head">
            <span className="meta">{t.ruleNo(count(i + 1))}</span>
            <ListActs path={path} at={i} length={rules.length} onRemove={() => remove(i)} />
          </div>
          <ConditionField label={t.when} path={[...path, i, 'when']} />
          <div className="mj-fields">
            {effect([...path, i], rule)}
            <div className="mj-field-wide">
              <TextField label={t.reason} path={[...path, i, 'zh']} />
            </div>
            <div className="mj-field-wide">
              <TextField label={t.reasonEn} path={[...path, i, 'en']} />
            </div>
          </div>
        </div>
      ))}
      <FieldFaults path={path} exact />
      <Button
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
