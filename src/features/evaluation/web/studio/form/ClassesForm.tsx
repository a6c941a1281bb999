// How scores become classes: shares, groups, ties, who is not ranked, and the rules that come last.
import { useLabel, useWords } from '#web/words/words.ts';
import { percent, plain } from '#web/ui/numbers.ts';
import { valueIn } from '#engine/scheme/edit.ts';
import { ConditionField } from './ConditionField.tsx';
import { FieldFaults, NumberField, SelectField, TextField } from './Field.tsx';
import { keysIn, numberAt, useForm } from './form-context.ts';
import { FORM } from './form-words.ts';
import { RuleEffect } from './RuleEffect.tsx';
import { RuleTable } from './RuleTable.tsx';
import { TiesField } from './TiesField.tsx';
import { workedOut } from './worked-out.ts';

export function ClassesForm() {
  const t = useWords(FORM);
  const label = useLabel();
  const { data, kit } = useForm();
  const side = valueIn(data, ['classes', 'thresholds']) === undefined ? 'quotas' : 'thresholds';
  const order = keysIn(data, ['classes', side]);
  const letters = kit.classes.map((value) => ({ value, label: value }));
  const shares = order.map((letter) => workedOut(data, ['classes', side, letter]));
  const sum = shares.reduce((all, share) => all + share, 0);
  const conditions = keysIn(data, ['classes', 'conditions']);
  return (
    <div className="mj-form-stack">
      <div role="group" aria-label={t[side]}>
        <div className="mj-rules-head">
          <strong>{t[side]}</strong>
          {side === 'quotas' && Number.isFinite(sum) && (
            <span className={Math.abs(sum - 1) > 1e-9 ? 'mj-field-fault' : 'meta'}>
              {t.quotaSum(percent(sum))}
            </span>
          )}
        </div>
        <div className="mj-quotas">
          {order.map((letter) => (
            <Quota key={letter} letter={letter} side={side} />
          ))}
        </div>
        <FieldFaults path={['classes', side]} />
      </div>
      <div className="mj-fields">
        <SelectField
          label={t.pool}
          path={['classes', 'pool']}
          multiple
          options={kit.categories.map((category) => ({ value: category.name, label: label(category) }))}
        />
        <SelectField
          label={t.rounding}
          path={['classes', 'rounding']}
          usual="half_up"
          options={[
            { value: 'half_up', label: t.half_up },
            { value: 'down', label: t.downwards },
            { value: 'up', label: t.upwards },
          ]}
        />
        <TiesField />
        <SelectField
          label={t.tied}
          path={['classes', 'tied']}
          usual="split"
          options={[
            { value: 'split', label: t.split },
            { value: 'share', label: t.share },
          ]}
        />
      </div>
      {conditions.map((letter) => (
        <ConditionField key={letter} label={`${letter} ${t.when}`} path={['classes', 'conditions', letter]} />
      ))}
      <RuleTable
        path={['classes', 'exempt']}
        title={t.exempt}
        fresh={{ when: false, class: 'T' }}
        effect={(path) => (
          <>
            <SelectField
              label={t.class}
              path={[...path, 'class']}
              options={
                letters.some(({ value }) => value === 'T')
                  ? letters
                  : [...letters, { value: 'T', label: 'T' }]
              }
            />
            <SelectField
              label={t.countsAs}
              path={[...path, 'counts_as']}
              usual=""
              options={[{ value: '', label: t.noPlace }, ...order.map((value) => ({ value, label: value }))]}
            />
          </>
        )}
      />
      <RuleTable
        path={['classes', 'rules']}
        title={t.rules}
        hint={t.rulesHint}
        fresh={{ when: false, at_most: order.at(-2) ?? order.at(-1) ?? 'C' }}
        effect={(path, rule) => <RuleEffect path={path} rule={rule} letters={letters} />}
      />
      <ClassNames letters={kit.classes} />
    </div>
  );
}

/** A share that is worked out of others takes a line of its own, with what it comes to. */
function Quota({ letter, side }: { readonly letter: string; readonly side: 'quotas' | 'thresholds' }) {
  const t = useWords(FORM);
  const { data } = useForm();
  const path = ['classes', side, letter];
  const stated = numberAt(data, path);
  const isFormula = Number.isNaN(stated);
  const value = isFormula ? workedOut(data, path) : stated;
  return (
    <div className="mj-quota" data-formula={isFormula}>
      <span className="mj-quota-letter">{letter}</span>
      <NumberField label={`${letter} ${t[side]}`} path={path} bare />
      {isFormula && Number.isFinite(value) && (
        <span className="mj-quota-value">= {side === 'quotas' ? percent(value) : plain(value)}</span>
      )}
    </div>
  );
}

function ClassNames({ letters }: { readonly letters: readonly string[] }) {
  const t = useWords(FORM);
  return (
    <div className="mj-fields">
      {letters.map((letter) => (
        <TextField key={letter} label={`${letter} ${t.labelZh}`} path={['classes', 'names', letter, 'zh']} />
      ))}
    </div>
  );
}
