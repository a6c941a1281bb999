// What the data must bring, and the numbers that stand in several places of the scheme.
import { useWords } from '#web/words/words.ts';
import { FieldFaults, FlagField, NumberField, SelectField, TextField } from './Field.tsx';
import { keysIn, useForm } from './form-context.ts';
import { FORM } from './form-words.ts';

export function InputsForm() {
  const t = useWords(FORM);
  const { data } = useForm();
  return (
    <div className="mj-inputs">
      {keysIn(data, ['inputs']).map((name) => (
        <div key={name} className="mj-input-row" role="group" aria-label={name}>
          <code>{name}</code>
          <div className="mj-fields">
            <TextField label={t.labelZh} path={['inputs', name, 'zh']} />
            <TextField label={t.labelEn} path={['inputs', name, 'en']} />
            <TextField label={t.unit} path={['inputs', name, 'unit']} />
            <SelectField
              label={t.type}
              path={['inputs', name, 'type']}
              usual="number"
              options={[
                { value: 'number', label: t.typeNumber },
                { value: 'flag', label: t.typeFlag },
                { value: 'category', label: t.typeCategory },
                { value: 'text', label: t.typeText },
                { value: 'date', label: t.typeDate },
              ]}
            />
            <FlagField label={t.optional} path={['inputs', name, 'optional']} />
          </div>
          <FieldFaults path={['inputs', name]} />
        </div>
      ))}
    </div>
  );
}

export function ParametersForm() {
  const t = useWords(FORM);
  const { data } = useForm();
  return (
    <div className="mj-inputs">
      {keysIn(data, ['parameters']).map((name) => (
        <div key={name} className="mj-input-row" role="group" aria-label={name}>
          <code>{name}</code>
          <div className="mj-fields">
            <TextField label={t.labelZh} path={['parameters', name, 'zh']} />
            <NumberField label={t.parameterValue} path={['parameters', name, 'value']} />
            <div className="mj-field-wide">
              <TextField label={t.note} path={['parameters', name, 'note']} />
            </div>
          </div>
          <FieldFaults path={['parameters', name]} />
        </div>
      ))}
    </div>
  );
}
