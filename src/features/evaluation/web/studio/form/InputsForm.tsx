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
        <div key={name} className="mj-input-row">
          <code>{name}</code>
          <TextField label={`${name} ${t.labelZh}`} path={['inputs', name, 'zh']} bare />
          <TextField label={`${name} ${t.unit}`} path={['inputs', name, 'unit']} placeholder={t.unit} bare />
          <SelectField
            label={`${name} ${t.type}`}
            path={['inputs', name, 'type']}
            usual="number"
            bare
            options={[
              { value: 'number', label: t.typeNumber },
              { value: 'flag', label: t.typeFlag },
              { value: 'category', label: t.typeCategory },
              { value: 'text', label: t.typeText },
              { value: 'date', label: t.typeDate },
            ]}
          />
          <FlagField label={t.optional} path={['inputs', name, 'optional']} />
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
        <div key={name} className="mj-input-row">
          <code>{name}</code>
          <TextField label={`${name} ${t.labelZh}`} path={['parameters', name, 'zh']} bare />
          <NumberField label={`${name} ${t.parameterValue}`} path={['parameters', name, 'value']} bare />
          <TextField
            label={`${name} ${t.note}`}
            path={['parameters', name, 'note']}
            placeholder={t.note}
            bare
          />
          <FieldFaults path={['parameters', name]} />
        </div>
      ))}
    </div>
  );
}
