// Bonus and penalty: rules with points, their largest sum, and which of them count only once.
import { useWords } from '#web/words/words.ts';
import { valueIn } from '#engine/scheme/edit.ts';
import { NumberField, TextField } from './Field.tsx';
import { useForm } from './form-context.ts';
import { FORM } from './form-words.ts';
import { FormulaField } from './FormulaField.tsx';
import { RuleTable } from './RuleTable.tsx';

export function AdjustmentsForm() {
  const t = useWords(FORM);
  const { data } = useForm();
  return (
    <div className="mj-form-stack">
      {(['bonus', 'penalty'] as const).map((side) => (
        <div key={side}>
          <RuleTable
            path={['adjustments', side, 'rules']}
            title={t[side]}
            fresh={{ when: false, points: 1 }}
            effect={(path) => (
              <>
                <div className="mj-field-wide">
                  <FormulaField label={t.pointsOf} path={[...path, 'points']} quiet />
                </div>
                <TextField label={t.group} path={[...path, 'group']} />
              </>
            )}
          />
          {valueIn(data, ['adjustments', side, 'rules']) !== undefined && (
            <NumberField label={t.largestSum} path={['adjustments', side, 'max']} />
          )}
        </div>
      ))}
    </div>
  );
}
